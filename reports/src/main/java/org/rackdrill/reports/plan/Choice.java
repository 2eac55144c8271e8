package org.rackdrill.reports.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.capacity.Millis;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Chance;
import org.rackdrill.simulator.plan.PlanResults.Goal;
import org.rackdrill.simulator.plan.PlanResults.Offered;
import org.rackdrill.simulator.plan.PlanResults.Point;
import org.rackdrill.simulator.study.Results.Gain;

/** What a plan recommends, in sentences that claim no more than the intervals. */
public final class Choice {

    /** Draws of a hundred in which something is so, so that one says it will be. */
    private static final double NEARLY_ALWAYS = 0.95;

    private static final double YEAR = 8760;

    /** How a small chance begins. */
    private static final String ONE_IN = "1\u00a0in\u00a0";

    private final PlanResults results;
    private final Purse purse;

    /** Looks at a plan that has at least one point. */
    public Choice(PlanResults results) {
        this.results = results;
        purse = Purse.of(results);
    }

    /** Returns the point that is recommended. */
    public Point recommended() {
        return results.points().get(Math.max(0, results.recommended()));
    }

    /** Returns the lab as it is. */
    public Point now() {
        return results.points().get(Math.max(0, results.now()));
    }

    /** Returns the verdict as a friend would say it. */
    public String headline() {
        Point best = recommended();
        if (results.meets()) {
            String verb = standing(best) == Standing.WILL ? "will" : "will probably";
            return best.options().isEmpty()
                    ? "Buy nothing: " + everyService() + " " + verb + " keep " + its() + " goal as it is."
                    : paid(best) + " " + verb + " bring " + everyService() + " to " + its() + " goal.";
        }
        String within =
                results.budget() == null ? "Nothing on the list" : "Nothing for up to " + purse.text(results.budget());
        String closest = best.options().isEmpty()
                ? " brings the goals any closer: "
                : " is expected to bring " + everyService() + " to " + its() + " goal. " + paid(best)
                        + " comes closest: ";
        return within + closest + Named.inSentence(best.tightest()) + " at " + available(best) + ", goal "
                + Figures.goal(best.goal()) + ".";
    }

    private String paid(Point best) {
        return best.price().amount() > 0 ? purse.text(best.price().amount()) + " once" : "What costs nothing";
    }

    private String everyService() {
        int count = results.goals().size();
        return count == 1
                ? Named.inSentence(results.goals().get(0).service())
                : count == 2 ? "both services" : "all " + Spoken.count(count) + " services";
    }

    private String its() {
        return results.goals().size() == 1 ? "its" : "their";
    }

    /** Returns how sure it is that a point keeps all goals. */
    public static Standing standing(Point point) {
        if (point.meets()) {
            return point.chance().low() >= NEARLY_ALWAYS ? Standing.WILL : Standing.PROBABLY;
        }
        return point.chance().high() <= 1 - NEARLY_ALWAYS ? Standing.WILL_NOT : Standing.MAY;
    }

    /** Returns the goal or goals, such as {@code 99.5 % for each of 14 services}. */
    public String goals() {
        List<Double> all = results.goals().stream()
                .map(Goal::availability)
                .distinct()
                .sorted()
                .toList();
        String range = all.size() == 1
                ? Figures.goal(all.get(0))
                : Figures.goal(all.get(0)) + " to " + Figures.goal(all.get(all.size() - 1));
        return range
                + (results.goals().size() == 1
                        ? ""
                        : " for each of " + Spoken.count(results.goals().size()) + " services");
    }

    /** Returns the availability of the tightest service, such as {@code 99.56 %}. */
    public static String available(Point point) {
        var it = point.availability();
        return Uptime.text(it.mean(), it.low(), it.high());
    }

    /** Returns the same with its range. */
    public static String availableWithRange(Point point) {
        var it = point.availability();
        return available(point) + " (" + Uptime.range(it.low(), it.high()) + ")";
    }

    /** Returns such as {@code 79 in 100 (71 to 85)}. */
    public static String chance(Chance chance) {
        return Math.round(100 * chance.share()) + "\u00a0in\u00a0100 (" + Math.round(100 * chance.low()) + " to "
                + Math.round(100 * chance.high()) + ")";
    }

    /** Returns downtime that is given back, such as {@code 13 h (7.4 to 20)}; more downtime with its sign. */
    public static String gain(Gain gain) {
        if (gain.hoursPerYear() >= 0) {
            return Hours.withRange(gain.hoursPerYear(), gain.low(), gain.high());
        }
        return "\u2212" + Hours.withRange(-gain.hoursPerYear(), -gain.high(), -gain.low());
    }

    /** Returns by how many hours a year the tightest service misses its goal; 0 when it does not. */
    public static double missedHours(Point point) {
        return Math.max(0, (point.allowance().amount() - 1) * (1 - point.goal()) * YEAR);
    }

    /** Returns the loss of the dataset most at risk in a year, such as {@code nas, 1 in 2,000 a year}. */
    public static String loss(Point point) {
        PlanResults.Loss loss = point.loss();
        return loss == null
                ? "no data described"
                : Named.inSentence(loss.dataset()) + " lost in a year: " + chanceOf(loss);
    }

    /** Returns the chance alone, with its range. */
    public static String chanceOf(PlanResults.Loss loss) {
        String often = Spoken.chance(loss.high(), 1);
        String seldom = Spoken.chance(loss.low(), 1);
        boolean alike = often.startsWith(ONE_IN) && seldom.startsWith(ONE_IN);
        String range = alike
                ? often.substring(ONE_IN.length()) + " to " + seldom.substring(ONE_IN.length())
                : often + " to " + seldom;
        return Spoken.chance(loss.perYear(), loss.low(), loss.high()) + " (" + range + ")";
    }

    /** Returns the options that the recommended point buys. */
    public List<Offered> bought() {
        return results.offers().stream().filter(Offered::recommended).toList();
    }

    /** Returns the options that do not surely help by themselves, what does harm first. */
    public List<Offered> useless() {
        return results.offers().stream()
                .filter(offer ->
                        List.of("nothing", "too little", "harm").contains(offer.effect()) && !offer.recommended())
                .sorted(Comparator.comparing((Offered offer) -> !offer.effect().equals("harm")))
                .toList();
    }

    /** Returns the option of the next best single purchase. */
    public Optional<Offered> nextSingle() {
        Integer number = results.nextSingle();
        return results.offers().stream()
                .filter(offer -> number != null
                        && number.equals(offer.alone())
                        && Integer.valueOf(results.now()).equals(offer.without()))
                .max(Comparator.comparingDouble(Choice::hours));
    }

    private static double hours(Offered offer) {
        Gain less = offer.lessHours();
        return less == null ? 0 : less.hoursPerYear();
    }

    /** Returns what an option does by itself, in a sentence without its full stop. */
    public static String effect(Offered offer) {
        Gain less = offer.lessHours();
        String hours = less == null ? "" : gain(less) + " a year";
        return switch (offer.effect()) {
            case "uptime" -> "gives back " + hours;
            case "data" -> "loses data " + times(offer) + " as often";
            case "both" -> "gives back " + hours + ", and loses data " + times(offer) + " as often";
            case "speed" -> "answers in " + latency(offer) + " times the time";
            case "power" -> "draws " + Figures.about(-offer.moreWatts(), 2) + "\u00a0W less";
            case "too little" -> "gives back " + hours + ": too little to matter";
            case "harm" ->
                less != null && less.high() < 0
                        ? "costs " + gain(new Gain(-less.hoursPerYear(), -less.high(), -less.low())) + " a year"
                        : "loses data " + times(offer) + " as often";
            case "nothing" ->
                less != null && less.high() - less.low() > 0.01
                        ? "nothing that is surely more than 0: " + hours
                        : "nothing that the simulation sees";
            default -> "not tried: beyond the budget, or no lab by itself";
        };
    }

    private static String latency(Offered offer) {
        Double factor = offer.latencyFactor();
        return factor == null ? "" : Figures.about(factor, 2);
    }

    /** Returns how long the slowest service takes, such as {@code immich answers 95 of 100 within 45 ms, 200 ms wanted}. */
    public static String latency(PlanResults.Latency latency) {
        return Named.inSentence(latency.service()) + " answers " + Figures.about(100 * latency.share(), 2)
                + "\u00a0of\u00a0100 within " + Millis.text(latency.millis()) + ", "
                + Millis.text(latency.limitMillis()) + " wanted";
    }

    private static String times(Offered offer) {
        Double factor = offer.lossFactor();
        return factor == null ? "" : Figures.about(factor, 2) + " times";
    }

    /** Returns the points where more money buys more availability, the cheapest first. */
    public List<Point> stairs() {
        List<Point> stairs = new java.util.ArrayList<>();
        for (Point point : results.points()) {
            boolean better = stairs.isEmpty()
                    || point.allowance().amount()
                            < stairs.get(stairs.size() - 1).allowance().amount() * 0.98;
            if (better) {
                stairs.add(point);
            }
        }
        return stairs;
    }
}
