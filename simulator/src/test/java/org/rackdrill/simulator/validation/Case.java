package org.rackdrill.simulator.validation;

import java.math.BigDecimal;
import org.rackdrill.simulator.study.Results;

/**
 * A number of a lab that is known without simulating.
 *
 * @param name of the case that it belongs to, such as {@code O8}
 * @param cause whose removal is looked at; empty for none
 * @param printed the number as it was handed down, with all its digits
 * @param computed the same number, computed here
 * @param expected what the lab shows over its limited time, starting new; mostly the same
 * @param dispersion of a count of outages: its variance over its mean
 * @param givenError half-width at 99 % of the printed number, where it comes from a simulation itself
 * @param fullTarget the half-width to reach in the full form, relative to the small number
 * @param source where it comes from
 */
record Case(
        String name,
        Study study,
        String service,
        String cause,
        Quantity quantity,
        String printed,
        double computed,
        double expected,
        double dispersion,
        double givenError,
        double fullTarget,
        String source) {

    private static final double QUICK_TARGET = 0.05;

    private static final double FULL_TARGET = 0.01;

    private static final double Z95 = 1.9599639845400545;

    static Case of(String name, Study study, Quantity quantity, String printed, double computed, String source) {
        return new Case(name, study, "cool", "", quantity, printed, computed, computed, 1, 0, FULL_TARGET, source);
    }

    Case service(String other) {
        return new Case(
                name,
                study,
                other,
                cause,
                quantity,
                printed,
                computed,
                expected,
                dispersion,
                givenError,
                fullTarget,
                source);
    }

    Case without(String removed) {
        return new Case(
                name,
                study,
                service,
                removed,
                quantity,
                printed,
                computed,
                expected,
                dispersion,
                givenError,
                fullTarget,
                source);
    }

    /** The printed number is of another time or kind than what the lab shows, which is this. */
    Case shows(double inTheLab) {
        return new Case(
                name,
                study,
                service,
                cause,
                quantity,
                printed,
                computed,
                inTheLab,
                dispersion,
                givenError,
                fullTarget,
                source);
    }

    Case dispersed(double varianceOverMean) {
        return new Case(
                name,
                study,
                service,
                cause,
                quantity,
                printed,
                computed,
                expected,
                varianceOverMean,
                givenError,
                fullTarget,
                source);
    }

    /** Needs too many events to be known to 1 % in every seed of the full form. */
    Case costly(double target) {
        return new Case(
                name,
                study,
                service,
                cause,
                quantity,
                printed,
                computed,
                expected,
                dispersion,
                givenError,
                target,
                source);
    }

    /** The printed number was simulated elsewhere and is known to this, at 95 %. */
    Case givenTo(double half) {
        double at99 = half * Quantity.Z99 / Z95;
        return new Case(
                name,
                study,
                service,
                cause,
                quantity,
                printed,
                computed,
                expected,
                dispersion,
                at99,
                fullTarget,
                source);
    }

    /** Returns the half-width to reach in the quick form, relative to the small number. */
    double quickTarget() {
        return Math.max(QUICK_TARGET, fullTarget);
    }

    Finding in(Results results) {
        return new Finding(
                this,
                results.seed(),
                quantity.in(results, this),
                Quantity.Z99 * quantity.error(results, this) + givenError,
                results.histories() * results.horizonYears());
    }

    /** Compares with what is counted in histories, as many as the target needs. */
    Finding counted(long seed, boolean inFull) {
        double room = 0.9 * (inFull ? fullTarget : quickTarget()) - givenError / expected;
        double events = Math.pow(Quantity.Z99 / room, 2);
        // A seed that counts more of them has a wider interval.
        double many = events + 3 * Math.sqrt(events);
        Groups groups = Groups.count(study, seed, (int) Math.ceil(many / quantity.perGroup(expected)));
        return new Finding(
                this,
                seed,
                quantity.in(groups),
                Quantity.Z99 * quantity.error(groups) + givenError,
                groups.histories() * study.horizon() / Exact.YEAR);
    }

    double printedValue() {
        String[] fraction = printed.split("/", 2);
        return Double.parseDouble(fraction[0]) / (fraction.length == 1 ? 1 : Double.parseDouble(fraction[1]));
    }

    /** Returns half a unit of the last printed digit. */
    double printedTo() {
        return printed.contains("/") ? 1e-12 : Math.pow(10, -new BigDecimal(printed).scale()) / 2;
    }

    @Override
    public String toString() {
        return name + ", " + study + ", " + service + (cause.isEmpty() ? "" : " without " + cause) + ": " + quantity;
    }
}
