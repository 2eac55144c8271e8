package org.rackdrill.simulator.validation;

import java.util.stream.Stream;
import org.rackdrill.simulator.study.Results;

/** A number in the results that a case compares, with the luck that is left in it. */
enum Quantity {
    AVAILABILITY("availability") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).availability().mean();
        }

        @Override
        double error(Results results, Case of) {
            return service(results, of).availability().simulationError() / Z90;
        }
    },

    UNAVAILABILITY("unavailability") {
        @Override
        double in(Results results, Case of) {
            return 1 - AVAILABILITY.in(results, of);
        }

        @Override
        double error(Results results, Case of) {
            return AVAILABILITY.error(results, of);
        }
    },

    MINUTES_DOWN("minutes down a year") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).downtimeHoursPerYear().mean() * 60;
        }

        @Override
        double error(Results results, Case of) {
            return AVAILABILITY.error(results, of) * Exact.YEAR * 60;
        }
    },

    /** Of a lab without repair, over a horizon that nothing outlives: the mean time to failure. */
    HOURS_UP("mean hours to failure") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).availability().mean() * results.horizonYears() * Exact.YEAR;
        }

        @Override
        double error(Results results, Case of) {
            return AVAILABILITY.error(results, of) * results.horizonYears() * Exact.YEAR;
        }
    },

    OUTAGES_A_YEAR("outages a year") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).outagesPerYear().mean();
        }

        @Override
        double error(Results results, Case of) {
            double years = results.histories() * results.horizonYears();
            return Math.sqrt(of.dispersion() * in(results, of) / years);
        }
    },

    CHANCE_OF_OUTAGE("chance of an outage by the end") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).probabilityOfOutage();
        }

        @Override
        double error(Results results, Case of) {
            double share = in(results, of);
            return Math.sqrt(share * (1 - share) / results.histories());
        }
    },

    UNPROTECTED("share of time in which a protection would not work") {
        @Override
        double in(Results results, Case of) {
            return 1 - coverage(results, of).works();
        }

        @Override
        double error(Results results, Case of) {
            return (coverage(results, of).high() - coverage(results, of).low()) / 2 / Z90;
        }
    },

    LOSSES_OF_1000("losses of blocks or pools, of 1000 pools") {
        @Override
        double in(Groups groups) {
            return groups.perThousand();
        }

        @Override
        double error(Groups groups) {
            return groups.error();
        }

        @Override
        double perGroup(double value) {
            return value / 1000;
        }
    },

    CHANCE_OF_LOSS("chance that a pool loses blocks or everything") {
        @Override
        double in(Groups groups) {
            return (double) groups.hit() / groups.histories();
        }

        @Override
        double error(Groups groups) {
            double share = in(groups);
            return Math.sqrt(share * (1 - share) / groups.histories());
        }

        @Override
        double perGroup(double value) {
            return value;
        }
    },

    HOURS_GAINED("hours a year gained") {
        @Override
        double in(Results results, Case of) {
            return gain(results, of).hoursPerYear();
        }

        @Override
        double error(Results results, Case of) {
            return (gain(results, of).high() - gain(results, of).low()) / 2 / Z90;
        }
    },

    CHANCE_OF_A_GOOD_YEAR("chance that a year keeps the goal") {
        @Override
        double in(Results results, Case of) {
            return service(results, of).probabilityYearMeetsSlo().mean();
        }

        @Override
        double error(Results results, Case of) {
            return service(results, of).probabilityYearMeetsSlo().simulationError() / Z90;
        }
    };

    /** The simulator gives its errors at 90 %. */
    static final double Z90 = 1.6448536269514722;

    /** A comparison is made at 99 %. */
    static final double Z99 = 2.5758293035489004;

    private final String words;

    Quantity(String words) {
        this.words = words;
    }

    /** Returns the number. */
    double in(Results results, Case of) {
        throw new IllegalStateException(this + " is counted in histories");
    }

    /** Returns the standard error of the number. */
    double error(Results results, Case of) {
        throw new IllegalStateException(this + " is counted in histories");
    }

    /** Returns a number that is counted in histories. */
    double in(Groups groups) {
        throw new IllegalStateException(this + " stands in the results");
    }

    /** Returns the standard error of a number that is counted in histories. */
    double error(Groups groups) {
        throw new IllegalStateException(this + " stands in the results");
    }

    /** Returns how many of what is counted there are in a history. */
    double perGroup(double value) {
        throw new IllegalStateException(this + " stands in the results");
    }

    boolean counted() {
        return this == LOSSES_OF_1000 || this == CHANCE_OF_LOSS;
    }

    private static Results.Service service(Results results, Case of) {
        return results.services().stream()
                .filter(it -> it.name().equals(of.service()))
                .findFirst()
                .orElseThrow();
    }

    private static Results.Coverage coverage(Results results, Case of) {
        return results.coverage().stream()
                .filter(it -> it.name().equals(of.service()))
                .findFirst()
                .orElseThrow();
    }

    private static Results.Gain gain(Results results, Case of) {
        return service(results, of).causes().stream()
                .filter(it -> it.component().equals(of.cause()))
                .map(Results.Cause::gainIfRemoved)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
    }

    /** Returns what must be known to some percent: the smaller of a probability and its complement, or the number. */
    double small(double value) {
        return switch (this) {
            case AVAILABILITY, CHANCE_OF_OUTAGE, CHANCE_OF_LOSS, CHANCE_OF_A_GOOD_YEAR -> Math.min(value, 1 - value);
            case UNAVAILABILITY, MINUTES_DOWN, HOURS_UP, OUTAGES_A_YEAR, HOURS_GAINED, LOSSES_OF_1000, UNPROTECTED ->
                value;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
