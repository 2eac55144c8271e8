package org.rackdrill.simulator.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question put to the simulator, as it is written to {@code results.json}. Every report and every
 * comparison is made from this alone. Rates are per year of 8,760 h; shares are 0 to 1; keys are only ever added.
 *
 * @param format version of this shape; a reader ignores unknown keys of the same major and refuses another
 * @param rackdrill version of the program
 * @param lab short name, as given on the command line
 * @param title the name that the lab gives itself
 * @param histories simulated histories in all
 * @param parameterDraws how many sets of parameters the histories were spread over
 * @param precision relative half-width of the unavailability that was asked for, and what was reached
 * @param accounting the rule that says what counts as down, in words
 * @param partial whether the run was interrupted
 * @param variant how the simulated lab differs from the one that was named, in a sentence; null: it is that one
 */
public record Results(
        String format,
        String rackdrill,
        String lab,
        String title,
        String labHash,
        long seed,
        double horizonYears,
        int histories,
        int parameterDraws,
        Precision precision,
        String accounting,
        boolean partial,
        List<Service> services,
        Mean everythingDownHoursPerYear,
        Toil toil,
        List<Data> data,
        Power power,
        List<Place> rack,
        List<FamilyYear> familyYears,
        List<Assumption> assumptions,
        List<String> notSimulated,
        List<String> warnings,
        List<Drilling> drilling,
        List<Combination> combinations,
        List<Improvement> improvements,
        List<Coverage> coverage,
        @Nullable String variant) {

    public static final String FORMAT = "1.0";

    /** A number alone. */
    public record Mean(double mean) {}

    /** What was asked for, and what the least certain service reached; both relative to the unavailability. */
    public record Precision(double wanted, double reached) {}

    /**
     * A number and how well it is known.
     *
     * @param level the share of cases in which the truth lies between low and high, parameters and luck together
     * @param simulationError half-width of what the number of histories alone leaves open, at the same level
     */
    public record Estimate(double mean, double low, double high, double level, double simulationError) {}

    /**
     * One service.
     *
     * @param place where it runs at first, in words
     * @param downtimeHoursPerYear over simulated years
     * @param yearQuantiles hours down in a year at 0 %, 1 %, ... 100 % of simulated years, for drawing the spread
     * @param probabilityOfOutage share of histories in which it was down at all
     * @param probabilityYearMeetsSlo share of simulated years that keep the goal
     * @param causes shares add up to 1
     * @param exact the exact unavailability until the horizon where it can be computed
     * @param failover how often it starts elsewhere and what that loses; null when nobody starts it elsewhere
     */
    public record Service(
            String name,
            String kind,
            String place,
            double slo,
            Estimate availability,
            Mean inUseHours,
            Mean unplannedOnly,
            Spread downtimeHoursPerYear,
            List<Double> yearQuantiles,
            Mean outagesPerYear,
            Quantiles outageMinutes,
            double probabilityOfOutage,
            Estimate probabilityYearMeetsSlo,
            List<Cause> causes,
            @Nullable Double exact,
            String whyNotExact,
            @Nullable Failover failover,
            List<Seen> audiences,
            List<YearOf> years,
            @Nullable Exact exactDetails) {}

    /**
     * What is computed without luck, beside what is simulated.
     *
     * @param method how, in words
     * @param states of a Markov chain, or nodes of a decision diagram
     * @param longRun unavailability in the long run; null where something is never repaired
     * @param outagesPerYear until the horizon; in the long run where nothing is known until then
     * @param probabilityOfOutage until the horizon; null where it is not computed
     * @param agreement with the simulation: agrees, disagrees or not compared
     * @param says the same in a sentence
     */
    public record Exact(
            String method,
            long states,
            @Nullable Double longRun,
            double outagesPerYear,
            @Nullable Double probabilityOfOutage,
            String agreement,
            String says) {}

    /** How available a service is to some of its people: home, wired or remote. */
    public record Seen(String audience, double availability) {}

    /**
     * One year of the horizon; parts age, so that years differ.
     *
     * @param year 1 is the next year
     * @param meetsSlo share of histories in which this year keeps the goal
     */
    public record YearOf(int year, double hoursDown, double low, double high, double meetsSlo) {}

    /**
     * Starting elsewhere after a failure; planned moves are not counted, since they lose nothing.
     *
     * @param lostWriteMinutes writes since the last sync, by failover
     */
    public record Failover(double perYear, Tail lostWriteMinutes) {}

    /** A mean and three quantiles. */
    public record Spread(double mean, double p50, double p95, double p99) {}

    /** Two quantiles. */
    public record Quantiles(double p50, double p95) {}

    /**
     * A part of a service's downtime, by the first cause that was enough.
     *
     * @param component the part to blame; for people and plans a word such as {@code patching}
     * @param kind failure, crash, outage, dip, update, patching, loss, ...
     * @param label what a person would call it
     * @param gainIfRemoved what never having this cause would give back, simulated again with the same luck; only for
     *     the ten largest
     */
    public record Cause(
            String component,
            String kind,
            String label,
            double hoursPerYear,
            double share,
            @Nullable Gain gainIfRemoved) {}

    /** Hours a year given back, with its own interval. */
    public record Gain(double hoursPerYear, double low, double high) {}

    /**
     * What the lab costs its owner.
     *
     * @param handsOnHoursPerYear repairs, changes, updates, drills and looking into false alarms
     * @param nightsWokenPerYear nights in which an alarm rang while the owner slept, where the lab lets it ring
     * @param falseAlarmsPerYear alarms about nothing
     */
    public record Toil(
            double interventionsPerWeek,
            double handsOnHoursPerYear,
            double nightsWokenPerYear,
            double falseAlarmsPerYear) {}

    /**
     * One dataset.
     *
     * @param rpoMinutes what would be lost if the primary died at a random moment
     * @param lossLeavesOut what kills data as well and is not in the chance, in words
     * @param copies the primary included
     * @param media different media, the primary's included
     * @param sites different sites, the primary's included
     * @param lossByYear the chance of losing it within year 1, 2, ... of the horizon, as its parts age
     * @param provenDaysAgo when a restore was last proven; null when nobody has said so
     * @param disksAlone how likely it is lost within a year because disks die and for no other reason; null when it does
     *     not lie on pools
     */
    public record Data(
            String name,
            double sizeBytes,
            String primary,
            Loss lossProbabilityPerYear,
            Loss lossProbabilityTenYears,
            Loss damagedBlocksPerYear,
            @Nullable Tail rpoMinutes,
            @Nullable Mid restoreHours,
            int copies,
            int media,
            int sites,
            Rule321 satisfies321,
            List<LossCause> lossCauses,
            List<String> lossLeavesOut,
            List<CopyPlace> places,
            List<Double> lossByYear,
            @Nullable Double provenDaysAgo,
            @Nullable DisksAlone disksAlone) {}

    /**
     * A loss by disks and nothing else, when every parameter is as is best guessed.
     *
     * @param perYear its chance within the next year
     * @param method exact, splitting, splitting with failure biasing, or chains
     * @param why it was found in this way, in words
     * @param relativeError its standard error by luck, as a share of it; 0 when exact; null for chains that are only nearly
     *     right, which nobody has measured here
     * @param effectiveSampleSize independent losses that would give the same error; null without one
     * @param levels what splitting saw on its way
     */
    public record DisksAlone(
            double perYear,
            String method,
            String why,
            @Nullable Double relativeError,
            @Nullable Double effectiveSampleSize,
            List<LevelHits> levels) {}

    /**
     * So many disks missing, or places without the data, and what came of it.
     *
     * @param missing failed disks of the worst group of each place, and one more than it tolerates for one that is lost
     * @param starts histories that set out from the level below
     * @param hits of these, how many got here
     */
    public record LevelHits(int missing, long starts, long hits) {}

    /** A median and a far quantile. */
    public record Tail(double p50, double p99) {}

    /** A median. */
    public record Mid(double p50) {}

    /**
     * The chance of losing every copy.
     *
     * @param disksOnly the part that disks and pools alone contribute
     * @param method how it was computed
     */
    public record Loss(double mean, double low, double high, double disksOnly, String method) {}

    /** How a dataset dies, as a share of its losses. */
    public record LossCause(String what, double share) {}

    /** Where a copy lies. */
    public record CopyPlace(String at, String site, String by, String media, double ageMinutes) {}

    /** Both readings of 3-2-1: three copies with one off site, and three copies on two media with one off site. */
    public record Rule321(boolean twoOnSiteOneOff, boolean twoMedia) {}

    /**
     * Electricity at home.
     *
     * @param outletAmps what the socket is rated for
     * @param upsMinutes what the first UPS carries its load, at the battery's age; null without a UPS
     */
    public record Power(
            double watts,
            double amps,
            double outletAmps,
            @Nullable Double upsMinutes,
            double kWhPerYear,
            CostPerYear costPerYear,
            List<UpsLoad> ups,
            List<Consumer> consumers) {}

    /** Money. */
    public record CostPerYear(double amount, String currency) {}

    /** One UPS at its ordinary load. */
    public record UpsLoad(String name, String site, double watts, double wattLimit, double minutes, double inputAmps) {}

    /** One thing that draws power. */
    public record Consumer(String name, String site, double watts) {}

    /** A site and what stands in it, for the picture of the rack. */
    public record Place(String site, String label, List<Item> items) {}

    /**
     * A thing in the rack.
     *
     * @param kind ups, router, switch, access-point, wan, node, mains
     * @param blameHoursPerYear hours of downtime that it caused, summed over services and divided by their number
     */
    public record Item(String name, String kind, String label, String detail, double blameHoursPerYear) {}

    /**
     * One simulated year, replayed.
     *
     * @param kind typical or bad (the worst of twenty)
     * @param services whose outages are drawn
     */
    public record FamilyYear(
            String kind, List<String> services, List<Outage> outages, int eveningsRuined, int nightsWoken) {}

    /**
     * An outage in a replayed year.
     *
     * @param startHour hours since the first of January
     */
    public record Outage(String service, double startHour, double hours, String cause, String letter) {}

    /**
     * A value that is not known well.
     *
     * @param matters the share of the scatter of the mean availability that it explains by itself (first order)
     * @param total the share that it explains by itself and together with others (total effect)
     */
    public record Assumption(
            String value, String inUse, String range, double matters, String source, boolean verified, double total) {}

    /**
     * How much of the time something that guards against harm would work.
     *
     * @param protection failover, ups, sync, alerts or restore
     * @param name what a person would call it
     */
    public record Coverage(String protection, String name, double works, double low, double high) {}

    /**
     * What rehearsing a protection is worth: hours are downtime a year, the mean over all services.
     *
     * @param protection failover, ups, sync, alerts or restore
     * @param label what a person would call it
     * @param everyMonths how often the lab drills it; null: never
     * @param points the same lab with other intervals, from never to monthly
     * @param worth hours a year that drilling as often as now gives back, against never; where it is never drilled,
     *     what every three months would give
     * @param perMonth hours a year that each month more between two drills costs, from now on
     * @param most the service that gains most
     * @param mostWorth what it gains
     * @param dataset whose loss {@code tenYearLoss} tells; empty when the protection guards no data
     */
    public record Drilling(
            String protection,
            String label,
            @Nullable Double everyMonths,
            List<DrillPoint> points,
            Gain worth,
            double perMonth,
            String most,
            Gain mostWorth,
            String dataset) {}

    /**
     * One interval between drills.
     *
     * @param everyMonths null: never
     * @param tenYearLoss the chance of losing the dataset within ten years
     */
    public record DrillPoint(
            @Nullable Double everyMonths, double hoursPerYear, double low, double high, double tenYearLoss) {}

    /**
     * Causes that were needed together.
     *
     * @param causes the labels, the one that is blamed first
     * @param hoursPerYear mean over all services
     * @param timesPerYear how often it happens
     * @param worstHours how long the worst hundredth of them lasts
     */
    public record Combination(List<String> causes, double hoursPerYear, double timesPerYear, double worstHours) {}

    /**
     * Something that can be bought, moved or changed, and what it gives back.
     *
     * @param what in words, such as: move DNS off the NUC
     * @param change what to write in the lab file
     * @param cost null when nobody knows
     * @param gain hours a year over all services, the mean of them, simulated again with the same luck
     * @param most the service that gains most; empty when none does
     * @param mostGain what it gains
     * @param note what else it does, such as: no uptime, but wrong data are noticed; may be empty
     */
    public record Improvement(
            String what, String change, @Nullable CostOnce cost, Gain gain, String most, Gain mostGain, String note) {}

    /** What something costs once. */
    public record CostOnce(double amount, double low, double high, String currency) {}
}
