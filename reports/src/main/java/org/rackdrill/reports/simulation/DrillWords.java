package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.reports.chart.DrillCurve;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results.DrillPoint;
import org.rackdrill.simulator.study.Results.Drilling;
import org.rackdrill.simulator.study.Results.Gain;

/** What rehearsing a protection is worth, in words that never claim more than the interval. */
public final class DrillWords {
    /** Chances of loss that differ by less than this factor are not worth a sentence: they carry no interval. */
    private static final double WORTH_TELLING = 1.5;

    private static final double ONE_MINUTE = 1 / 60.0;

    private DrillWords() {}

    /** Returns those worth most first. */
    public static List<Drilling> worthMostFirst(List<Drilling> drilling) {
        return drilling.stream()
                .sorted(Comparator.comparingDouble(DrillWords::atStake).reversed())
                .toList();
    }

    /** Returns one sentence on downtime. */
    public static String sentence(Drilling drilling) {
        return drilling.everyMonths() == null ? neverDrilled(drilling) : drilled(drilling);
    }

    /** Returns as much as fits on a line: {@code drilling failover every 3 months is worth 5.9 h a year}. */
    public static String brief(Drilling drilling) {
        String label = Named.inSentence(drilling.label());
        Gain worth = drilling.worth();
        if (worth.low() > 0) {
            String hours = Hours.text(worth.hoursPerYear(), worth.low(), worth.high()) + " a year";
            return drilling.everyMonths() == null
                    ? "nobody drills " + label + "; every 3 months would give back " + hours
                    : "drilling " + label + " " + how(drilling.everyMonths()) + " is worth " + hours;
        }
        if (worth.high() < 0) {
            return "drilling " + label + " "
                    + how(drilling.everyMonths() == null ? Double.valueOf(3) : drilling.everyMonths())
                    + (drilling.everyMonths() == null ? " would cost " : " costs ")
                    + Hours.text(-worth.hoursPerYear(), -worth.high(), -worth.low()) + " more a year";
        }
        return fates(drilling)
                .map(fates -> label + " never drilled: " + Named.inSentence(drilling.dataset()) + " lost "
                        + Spoken.chance(fates.never().tenYearLoss(), 1) + "; "
                        + how(fates.drilled().everyMonths()) + ": "
                        + Spoken.chance(fates.drilled().tenYearLoss(), 1))
                .orElse("make no difference to downtime that the simulation can see");
    }

    /** Returns all that there is to say: on downtime, on whom it helps, and on data. */
    public static String all(Drilling drilling) {
        List<String> said = new ArrayList<>();
        said.add(sentence(drilling));
        Gain most = drilling.mostWorth();
        if (most.low() > 0 && !drilling.most().isEmpty()) {
            said.add("Most of that is for " + Named.inSentence(drilling.most()) + ", "
                    + Hours.text(most.hoursPerYear(), most.low(), most.high()) + " a year.");
        }
        said.add(loss(drilling));
        return String.join(" ", said).strip();
    }

    /** Returns whether anything was seen that drilling changes. */
    public static boolean matters(Drilling drilling) {
        Gain worth = drilling.worth();
        return worth.low() > 0 || worth.high() < 0 || !loss(drilling).isEmpty();
    }

    /** Returns whether it changes enough to be told in a line: a hundredth of the downtime, or the fate of data. */
    public static boolean isWorthALine(Drilling drilling) {
        double most = drilling.points().stream()
                .mapToDouble(DrillPoint::hoursPerYear)
                .max()
                .orElse(0);
        return matters(drilling)
                && (Math.abs(drilling.worth().hoursPerYear()) >= 0.01 * most
                        || !loss(drilling).isEmpty());
    }

    private static String drilled(Drilling drilling) {
        Gain worth = drilling.worth();
        String subject = "Drilling " + Named.inSentence(drilling.label()) + " " + how(drilling.everyMonths());
        if (worth.low() > 0) {
            return subject + " is worth " + Hours.text(worth.hoursPerYear(), worth.low(), worth.high()) + " a year"
                    + everyMonthMore(drilling) + ".";
        }
        if (worth.high() < 0) {
            return subject + " costs " + Hours.text(-worth.hoursPerYear(), -worth.high(), -worth.low())
                    + " a year more than it gives back.";
        }
        return subject + " makes no difference to downtime that the simulation can see.";
    }

    /** One digit, since nobody has given its interval. */
    private static String everyMonthMore(Drilling drilling) {
        return drilling.perMonth() > ONE_MINUTE
                ? "; every month more between drills costs " + Hours.text(drilling.perMonth(), 1)
                : "";
    }

    /** For what nobody drills, the worth is what drills every three months would give. */
    private static String neverDrilled(Drilling drilling) {
        Gain worth = drilling.worth();
        String nobody = "Nobody drills " + Named.inSentence(drilling.label());
        if (worth.low() > 0) {
            return nobody + "; every 3 months would give back "
                    + Hours.text(worth.hoursPerYear(), worth.low(), worth.high()) + " a year.";
        }
        return worth.high() < 0
                ? nobody + "; every 3 months would cost "
                        + Hours.text(-worth.hoursPerYear(), -worth.high(), -worth.low())
                        + " a year more than it gives back."
                : nobody + ", and drills would make no difference to downtime that the simulation can see.";
    }

    /** The chance of losing data without drills, and with them. */
    private record Fates(DrillPoint never, DrillPoint drilled) {}

    /** What drills change about the chance of losing data; empty when that is nothing. */
    static String loss(Drilling drilling) {
        return fates(drilling)
                .map(fates -> "Never drilled, " + Named.inSentence(drilling.dataset())
                        + " is lost within ten years with a chance of "
                        + Spoken.chance(fates.never().tenYearLoss(), 1) + "; drilled "
                        + how(fates.drilled().everyMonths()) + ", "
                        + Spoken.chance(fates.drilled().tenYearLoss(), 1) + ".")
                .orElse("");
    }

    private static Optional<Fates> fates(Drilling drilling) {
        List<DrillPoint> points = DrillCurve.rarestFirst(drilling.points());
        if (drilling.dataset().isEmpty() || points.size() < 2) {
            return Optional.empty();
        }
        DrillPoint never = points.get(0);
        DrillPoint drilled = points.stream()
                .filter(point ->
                        drilling.everyMonths() != null && drilling.everyMonths().equals(point.everyMonths()))
                .findFirst()
                .orElse(often(drilling));
        return never.tenYearLoss() > WORTH_TELLING * drilled.tenYearLoss()
                ? Optional.of(new Fates(never, drilled))
                : Optional.empty();
    }

    private static DrillPoint often(Drilling drilling) {
        List<DrillPoint> points = DrillCurve.rarestFirst(drilling.points());
        return points.get(points.size() - 1);
    }

    /** Hours that are sure, then hours that may be. */
    private static double atStake(Drilling drilling) {
        Gain worth = drilling.worth();
        return worth.low() > 0 ? 1e6 + worth.hoursPerYear() : worth.hoursPerYear();
    }

    private static String how(@Nullable Double everyMonths) {
        return everyMonths == null ? "never" : DrillCurve.every(everyMonths);
    }
}
