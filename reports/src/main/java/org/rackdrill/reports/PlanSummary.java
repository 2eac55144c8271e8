package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.plan.Choice;
import org.rackdrill.reports.plan.Purse;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Offered;
import org.rackdrill.simulator.plan.PlanResults.Point;

/** What to buy in a terminal: at most 24 lines of at most 80 columns, the verdict first, the next command last. */
public final class PlanSummary {
    private static final int WIDTH = 80;
    private static final int MOST_HEADLINES = 3;
    private static final int MOST_BOUGHT = 4;
    private static final int MOST_STAIRS = 5;
    private static final int MOST_USELESS = 4;
    private static final int ROOM = 29;

    private final PlanResults results;
    private final Choice choice;
    private final Purse purse;
    private final Sheet sheet;

    private PlanSummary(PlanResults results, boolean colour) {
        this.results = results;
        choice = new Choice(results);
        purse = Purse.of(results);
        sheet = new Sheet(WIDTH, colour);
    }

    /**
     * Returns the summary of a plan with at least one point.
     *
     * @param next what to type next
     */
    public static String text(PlanResults results, String next, boolean colour) {
        return new PlanSummary(results, colour).text(next);
    }

    private String text(String next) {
        sheet.wrapped(choice.headline(), MOST_HEADLINES, Sheet.BOLD);
        if (results.partial()) {
            sheet.line("Interrupted: not everything was tried.", Sheet.PLAIN);
        }
        sheet.blank();
        bought();
        facts(choice.recommended());
        sheet.blank();
        stairs();
        sheet.blank();
        choice.nextSingle()
                .ifPresent(offer -> sheet.fact(
                        "Next single",
                        offer.name(),
                        ", " + purse.text(offer.price().amount()) + ": " + gives(offer)));
        useless();
        sheet.blank();
        sheet.command("Next", next);
        return sheet.text();
    }

    private static String gives(Offered offer) {
        var less = offer.lessHours();
        return less == null ? "" : "less by " + Choice.gain(less) + " a year";
    }

    private void bought() {
        List<Offered> all = choice.bought();
        if (all.isEmpty()) {
            sheet.fact("Buy", "nothing");
        }
        int shown = all.size() <= MOST_BOUGHT ? all.size() : MOST_BOUGHT - 1;
        for (int i = 0; i < shown; i++) {
            Offered offer = all.get(i);
            sheet.fact(i == 0 ? "Buy" : "", offer.name(), ", " + purse.withRange(offer.price()));
        }
        if (shown < all.size()) {
            sheet.fact("", Spoken.count(all.size() - shown) + " more, in the report");
        }
    }

    private void facts(Point best) {
        sheet.fact(
                "Tightest",
                best.tightest(),
                " " + Choice.availableWithRange(best) + ", goal " + Figures.goal(best.goal()));
        sheet.fact(
                results.goals().size() == 1 ? "Goal kept" : "All kept",
                Choice.chance(best.chance())
                        + (best.meets() ? " draws of what is not known" : " draws")
                        + (best.meets() ? "" : "; misses by " + Hours.text(Choice.missedHours(best)) + " a year"));
        var less = best.lessHours();
        sheet.fact(
                "Down",
                Hours.withRange(
                                best.hoursPerYear().amount(),
                                best.hoursPerYear().low(),
                                best.hoursPerYear().high())
                        + " a year on average"
                        + (best.number() == results.now() ? "" : ", less by " + Choice.gain(less)));
        sheet.fact("Data", Choice.loss(best));
        PlanResults.Latency latency = best.latency();
        if (latency != null) {
            sheet.fact("Latency", Choice.latency(latency) + " (best guess)");
        }
        sheet.fact(
                "Running",
                signed(best.moreWatts()) + "\u00a0W, " + purse.withRange(best.yearly()) + " a year; "
                        + Spoken.years(results.horizonYears()) + ": "
                        + purse.text(best.overHorizon().amount()));
    }

    private static String signed(double watts) {
        return (watts < -0.5 ? "\u2212" : "+") + Figures.about(Math.abs(watts), 2);
    }

    private void stairs() {
        List<Point> shown = shown();
        sheet.line(
                "  " + Columns.fitted("once", 12) + Columns.fitted("in all", 9) + Columns.fitted("tightest service", 28)
                        + "what",
                Sheet.PLAIN);
        for (Point point : shown) {
            Standing standing = Choice.standing(point);
            String mark = point.number() == results.recommended() ? "> " : "  ";
            String tightest = standing.mark() + " " + Choice.availableWithRange(point);
            sheet.line(
                    mark
                            + Columns.fitted(purse.text(point.price().amount()), 12)
                            + Columns.fitted(Figures.whole(point.overHorizon().amount()), 9)
                            + Columns.fitted(tightest, 28)
                            + what(point),
                    colour(standing));
        }
    }

    /** The dearest option, and how many more there are. */
    private String what(Point point) {
        if (point.options().isEmpty()) {
            return "as it is";
        }
        String dearest = results.offers().stream()
                .filter(offer -> point.options().contains(offer.name()))
                .max(Comparator.comparingDouble(offer -> offer.price().amount()))
                .map(Offered::name)
                .orElse(point.options().get(0));
        int more = point.options().size() - 1;
        String end = more == 0 ? "" : " +" + more;
        return Columns.cut(Columns.plain(Named.visible(dearest)), ROOM - end.length()) + end;
    }

    private static String colour(Standing standing) {
        return switch (standing) {
            case WILL -> Sheet.GREEN;
            case WILL_NOT -> Sheet.RED;
            default -> Sheet.YELLOW;
        };
    }

    /** Now, the recommended one, and the others spread evenly. */
    private List<Point> shown() {
        List<Point> stairs = new ArrayList<>(choice.stairs());
        Point best = choice.recommended();
        if (stairs.stream().noneMatch(point -> point.number() == best.number())) {
            stairs.add(best);
            stairs.sort(Comparator.comparingInt(Point::number));
        }
        while (stairs.size() > MOST_STAIRS) {
            int drop = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1; i < stairs.size() - 1; i++) {
                double gap = stairs.get(i - 1).allowance().amount()
                        - stairs.get(i + 1).allowance().amount();
                if (gap < least && stairs.get(i).number() != best.number()) {
                    least = gap;
                    drop = i;
                }
            }
            stairs.remove(drop);
        }
        return stairs;
    }

    private void useless() {
        List<String> names = choice.useless().stream()
                .map(offer -> Columns.plain(Named.inSentence(offer.name()))
                        + (offer.effect().equals("harm") ? " (harms)" : ""))
                .toList();
        if (!names.isEmpty()) {
            sheet.fact(
                    "No help",
                    names.size() <= MOST_USELESS
                            ? String.join(", ", names)
                            : String.join(", ", names.subList(0, MOST_USELESS - 1)) + " and "
                                    + Spoken.count(names.size() - MOST_USELESS + 1) + " more");
        }
    }
}
