package org.rackdrill.simulator.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Gain;

/**
 * What to buy. Intervals hold nine in ten cases, of what is not known and of luck together. Every number comes from
 * histories that had no part in choosing what is printed.
 *
 * @param format version of this shape; a reader ignores unknown keys of the same major and refuses another
 * @param rackdrill version of the program
 * @param lab short name, as given on the command line
 * @param title the name that the lab gives itself
 * @param options where the options come from
 * @param horizonYears over which running costs are added up, and how far histories go
 * @param wantedGoal what every service should keep; null: what the lab says
 * @param goals what each service that counts has to keep
 * @param budget what may be paid once; null: anything
 * @param currency the money of the lab
 * @param now the number of the point that buys nothing
 * @param recommended the number of the cheapest point that keeps all goals; when there is none, of the one that comes closest
 * @param meets whether the recommended point keeps all goals
 * @param nextSingle the number of the point that buys the one thing that gives most back for itself; null when nothing
 *     helps by itself
 * @param points every combination that is printed, the cheapest first
 * @param offers every option, in the order of its file
 * @param partial whether the run was interrupted
 */
public record PlanResults(
        String format,
        String rackdrill,
        String lab,
        String title,
        String labHash,
        Source options,
        long seed,
        double horizonYears,
        @Nullable Double wantedGoal,
        List<Goal> goals,
        @Nullable Double budget,
        String currency,
        int now,
        int recommended,
        boolean meets,
        @Nullable Integer nextSingle,
        List<Point> points,
        List<Offered> offers,
        Searched search,
        List<String> assumptions,
        List<String> notSimulated,
        boolean partial) {

    /** The format that is written. */
    public static final String FORMAT = "1.0";

    public PlanResults {
        goals = List.copyOf(goals);
        points = List.copyOf(points);
        offers = List.copyOf(offers);
        assumptions = List.copyOf(assumptions);
        notSimulated = List.copyOf(notSimulated);
    }

    /**
     * Where the options come from.
     *
     * @param name of the file; empty when they come from the catalogue
     * @param hash of the file; empty without one
     */
    public record Source(String name, String hash) {}

    /** What a service has to keep. */
    public record Goal(String service, double availability) {}

    /** An amount with the range in which it may lie. */
    public record Amount(double amount, double low, double high) {}

    /**
     * One combination.
     *
     * @param options what it buys, in the order of the file
     * @param price what is paid once
     * @param yearly what is paid every year, the difference of the electricity bill included
     * @param overHorizon both together over the horizon
     * @param watts that everything draws at home on an ordinary day, at best guesses
     * @param moreWatts than today
     * @param tightest the service that uses its allowance of downtime most
     * @param availability of that service
     * @param goal of that service
     * @param allowance how many times its allowance that service uses; up to 1 keeps all goals
     * @param meets whether all goals are kept, by the mean
     * @param chance how likely all goals are kept, given what is not known
     * @param hoursPerYear downtime of the average service that counts
     * @param lessHours how much less that is than today
     * @param loss of the dataset most at risk; null without datasets
     * @param latency of the service that is slowest for what it aims at; null where none aims at any
     * @param front whether nothing that is no dearer is better in every respect
     */
    public record Point(
            int number,
            List<String> options,
            Amount price,
            Amount yearly,
            Amount overHorizon,
            double watts,
            double moreWatts,
            double kWhPerYear,
            String tightest,
            Estimate availability,
            double goal,
            Amount allowance,
            boolean meets,
            Chance chance,
            Amount hoursPerYear,
            Gain lessHours,
            @Nullable Loss loss,
            @Nullable Latency latency,
            boolean front) {

        public Point {
            options = List.copyOf(options);
        }
    }

    /** A share of cases with the interval that so many cases leave (Wilson). */
    public record Chance(double share, double low, double high) {}

    /** The chance of losing a dataset within a year. */
    public record Loss(String dataset, double perYear, double low, double high) {}

    /**
     * How long a service takes to answer, at the best guess of what is asked and of what disks can do; it has no interval.
     *
     * @param share of its requests
     * @param millis within which that share is answered in a usual week, while all disks work
     * @param limitMillis what it aims at
     */
    public record Latency(String service, double share, double millis, double limitMillis) {}

    /**
     * One option.
     *
     * @param note what else a buyer should know
     * @param alone the point that buys it with what it needs; null when that is beyond the budget or no lab
     * @param without the same point without it, to compare with
     * @param lessHours downtime that it takes away from the average service by itself, with what it needs already there
     * @param lossFactor what it makes of the chance of losing the dataset most at risk
     * @param latencyFactor what it makes of the latency of the service that is slowest for what it aims at
     * @param moreWatts that it draws
     * @param effect what it does by itself: {@code uptime}, {@code data}, {@code both}, {@code speed}, {@code power}; or why it does not help:
     *     {@code too little}, {@code nothing}, {@code harm}, {@code not tried}
     * @param recommended whether the recommended point buys it
     * @param buys what the recommended point would lose without it; null when it is not part of it
     * @param stays in what share of the draws of what is not known it is part of the best point
     */
    public record Offered(
            String name,
            Amount price,
            Amount yearly,
            String source,
            boolean guess,
            String note,
            @Nullable Integer alone,
            @Nullable Integer without,
            @Nullable Gain lessHours,
            @Nullable Double lossFactor,
            @Nullable Double latencyFactor,
            double moreWatts,
            String effect,
            boolean recommended,
            @Nullable Gain buys,
            Chance stays) {}

    /**
     * How it was searched.
     *
     * @param combinations of all options
     * @param allowed that nothing excludes and that the budget pays
     * @param simulated of these
     * @param exhaustive whether all of them were
     * @param raced that were left when the race was over
     * @param impossible combinations that make no lab, with why
     * @param searchHistories simulated to choose
     * @param histories simulated of each printed point, with other luck
     * @param parameterDraws over which these are spread
     * @param guessError how far guesses were from what was then simulated, in the mean; null when nothing was guessed
     * @param raceError the share of races in which a combination may go that should have stayed
     * @param zone a combination whose downtime is less than a cheaper one's by no more than this share may go
     */
    public record Searched(
            int combinations,
            int allowed,
            int simulated,
            boolean exhaustive,
            int raced,
            List<String> impossible,
            long searchHistories,
            int histories,
            int parameterDraws,
            @Nullable Double guessError,
            double raceError,
            double zone) {

        public Searched {
            impossible = List.copyOf(impossible);
        }
    }
}
