package org.rackdrill.simulator.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.statistics.Nested;

/** What all histories of a study came to. Tallies are added in the order of their histories. */
public final class Account {

    /** How many simulated years are remembered, to choose a typical and a bad one from. */
    private static final int YEARS_REMEMBERED = 20_000;

    /** One simulated year. */
    public record Year(long history, int year, double meanHoursDown) {}

    private final CompiledLab lab;
    private final double horizon;
    private final int draws;
    private final int periods;
    private final Totals totals;
    private final Blame blame;
    private final Nested[] unavailability;
    private final Nested[] goodYears;

    /** Hours down in each year of the horizon: {@code [service * years + year]}. */
    private final Nested[] yearHours;

    /** Histories in which each year kept the goal: {@code [service * years + year]}. */
    private final long[] yearGood;

    private final Nested[] unprotected;
    private final long[] historiesWithOutage;
    private final List<Year> years = new ArrayList<>();
    private final Map<Long, Together> together = new LinkedHashMap<>();
    private final Nested total;

    /** Histories whose rows were added; the sums of some rows may be in already that come later. */
    private int added;

    public Account(CompiledLab lab, double horizon, int draws) {
        this.lab = lab;
        this.horizon = horizon;
        this.draws = draws;
        int services = lab.services().length;
        periods = Ledger.years(horizon);
        totals = new Totals(lab);
        blame = new Blame(lab, 0);
        unavailability = nested(services);
        goodYears = nested(services);
        yearHours = nested(services * periods);
        yearGood = new long[services * periods];
        total = new Nested(draws);
        unprotected = nested(lab.guards().all().length);
        historiesWithOutage = new long[services];
    }

    private Nested[] nested(int count) {
        Nested[] all = new Nested[count];
        Arrays.setAll(all, i -> new Nested(draws));
        return all;
    }

    /**
     * Takes the sums of a row that is added later: those of a large lab are too large to be kept for many rows. Rows come in
     * the order of their histories.
     */
    public void takeSums(Tally tally) {
        totals.add(tally.sums());
    }

    /** Adds the next row of histories. */
    public void add(Tally tally) {
        int services = lab.services().length;
        for (int h = 0; h < tally.histories(); h++) {
            int number = added + h;
            int draw = number % draws;
            double sum = 0;
            double rawSum = 0;
            for (int s = 0; s < services; s++) {
                double fair = tally.blame().down[h][s] / horizon;
                unavailability[s].add(draw, fair, tally.down[h][s] / horizon);
                historiesWithOutage[s] += tally.anyOutage[h].get(s) ? 1 : 0;
                sum += fair;
                rawSum += tally.down[h][s] / horizon;
                years(s, draw, tally.yearDown[h]);
            }
            total.add(draw, sum, rawSum);
            for (int i = 0; i < unprotected.length; i++) {
                unprotected[i].add(draw, tally.unprotected[h][i] / horizon);
            }
            remember(number, tally.yearDown[h]);
        }
        added += tally.histories();
        totals.add(tally.sums());
        blame.add(tally.blame());
        tally.episodes((key, hours, length) ->
                together.computeIfAbsent(key, Together::new).add(hours, length));
    }

    /**
     * What a strike of a rare cause takes is known only so well. What is taken away of each history is wrong by that much
     * for each strike that luck dealt more or less than expected, and these scatter as a Poisson process does.
     */
    public void doubt(StrikeCost cost) {
        double sum = 0;
        for (int s = 0; s < unavailability.length; s++) {
            double deviation = Math.sqrt(cost.expected() * cost.variance()[s]) / horizon;
            unavailability[s].doubt(deviation);
            sum += deviation;
        }
        // What strikes one service longer strikes others longer.
        total.doubt(sum);
    }

    private void years(int service, int draw, double[] hours) {
        double allowed = (1 - lab.services()[service].slo()) * Ledger.yearHours(horizon);
        int good = 0;
        for (int place = service * periods; place < (service + 1) * periods; place++) {
            yearHours[place].add(draw, hours[place]);
            if (hours[place] <= allowed) {
                yearGood[place]++;
                good++;
            }
        }
        goodYears[service].add(draw, good / (double) periods);
    }

    private void remember(long history, double[] hours) {
        int services = lab.services().length;
        for (int y = 0; y < periods && years.size() < YEARS_REMEMBERED; y++) {
            double mean = 0;
            for (int s = 0; s < services; s++) {
                mean += hours[s * periods + y] / services;
            }
            years.add(new Year(history, y, mean));
        }
    }

    public int histories() {
        return totals.histories;
    }

    /** Returns the length of a history in hours. */
    public double horizon() {
        return horizon;
    }

    /** Returns how many events happened. */
    public long events() {
        return totals.events;
    }

    public Nested unavailability(int service) {
        return unavailability[service];
    }

    public Nested goodYears(int service) {
        return goodYears[service];
    }

    /** Returns the mean of the hours that a service is down in one year of the horizon, the first one being 0. */
    public double yearHours(int service, int year) {
        return yearHours[service * periods + year].mean() * fairness(service);
    }

    /** Returns the half-width of what luck leaves open in these hours. */
    public double yearError(int service, int year) {
        return yearHours[service * periods + year].simulationError() * fairness(service);
    }

    /** Returns the share of histories in which one year of the horizon keeps a service's goal. */
    public double yearGood(int service, int year) {
        return totals.histories == 0 ? 0 : (double) yearGood[service * periods + year] / totals.histories;
    }

    /** Returns the share of time in which a protection would not have worked. */
    public Nested unprotected(int protection) {
        return unprotected[protection];
    }

    /**
     * Returns the downtime of a service less what luck dealt, relative to what it was: hours that are not known by cause
     * are scaled by it.
     */
    private double fairness(int service) {
        double down = perYear(totals.down[service]);
        return down == 0 ? 1 : unavailability[service].mean() * Hours.PER_YEAR / down;
    }

    /** Returns the unavailabilities of all services added up. */
    public Nested total() {
        return total;
    }

    /** Returns the hours a year that a cause takes from a service. */
    public double causeHoursPerYear(int service, int cause) {
        return perYear(blame.hours(service, cause));
    }

    /**
     * Returns the variance over histories of the hours that a cause takes from a service, in the whole horizon and less
     * what luck dealt.
     */
    public double causeVariance(int service, int cause) {
        double mean = blame.hours(service, cause) / Math.max(1, totals.histories);
        return Math.max(0, blame.squares(service, cause) / Math.max(1, totals.histories) - mean * mean);
    }

    /** Returns the causes that took anything from a service, or that luck alone kept from it, in ascending order. */
    public int[] causes(int service) {
        return blame.causes(service);
    }

    public double plannedHoursPerYear(int service) {
        double hours = 0;
        for (int c : blame.causes(service)) {
            hours += lab.causes().get(c).planned() ? causeHoursPerYear(service, c) : 0;
        }
        return hours;
    }

    public double inUseHoursPerYear(int service) {
        return perYear(totals.inUse[service]) * fairness(service);
    }

    /** Returns the hours a year in which one of several audiences cannot use its service. */
    public double audienceHoursPerYear(int audience) {
        return perYear(totals.audienceDown[audience]) * fairness(lab.audiences()[audience].service());
    }

    public double outagesPerYear(int service) {
        return perYear(totals.outages[service]);
    }

    /** Returns the share of histories in which a service was down at all. */
    public double outageProbability(int service) {
        return (double) historiesWithOutage[service] / totals.histories;
    }

    public LogHistogram outageHours(int service) {
        return totals.outageHours[service];
    }

    public LogHistogram yearDown(int service) {
        return totals.yearDown[service];
    }

    public LogHistogram copyAge(int dataset) {
        return totals.copyAge[dataset];
    }

    public LogHistogram restoreHours(int dataset) {
        return totals.restoreHours[dataset];
    }

    /** Returns the hours of writes that each failover of a service lost. */
    public LogHistogram lostWrites(int service) {
        return totals.lostWrites[service];
    }

    public double failoversPerYear(int service) {
        return perYear(totals.lostWrites[service].count());
    }

    public double lossesPerYear(int dataset) {
        return perYear(totals.lost[dataset]);
    }

    public double damagedPerYear(int pool) {
        return perYear(totals.damaged[pool]);
    }

    public double allDownHoursPerYear() {
        return perYear(totals.allDown);
    }

    public double interventionsPerYear() {
        return perYear(totals.interventions);
    }

    public double handsOnHoursPerYear() {
        return perYear(totals.handsOn);
    }

    public double nightAlarmsPerYear() {
        return perYear(totals.nightAlarms);
    }

    /** Returns what kept services down together, in the order in which it first happened. */
    public List<Together> together() {
        return List.copyOf(together.values());
    }

    /** Returns the hours a year that a sum over all histories and services makes, as a mean over services. */
    public double meanPerYear(double sum) {
        return perYear(sum) / Math.max(1, lab.services().length);
    }

    /** Returns how often a year something is that happened so often in all histories. */
    public double timesPerYear(long times) {
        return perYear(times);
    }

    public double falseAlarmsPerYear() {
        return perYear(totals.falseAlarms);
    }

    /** Returns simulated years to choose from, in the order of their histories. */
    public List<Year> years() {
        return List.copyOf(years);
    }

    private double perYear(double sum) {
        return totals.histories == 0 ? 0 : sum / totals.histories / horizon * Hours.PER_YEAR;
    }
}
