package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results.DrillPoint;

/** Downtime, and the chance of losing data, from a protection that is never drilled to one that is drilled often. */
public final class DrillCurve {
    private static final double WIDTH = 340;
    private static final double MARGIN = 34;
    private static final double LANE = 96;
    private static final double LOSS_LANE = 44;
    private static final double HEAD = 34;
    private static final double FOOT = 24;

    /** Below this share of the highest value a scale starts at zero; a curve far above zero may leave it out. */
    private static final double NEAR_ZERO = 0.4;

    private static final double WHOLE = 0.05;
    private static final double DAYS = 365 / 12.0;
    private static final double NEARLY_A_MONTH = 0.9;
    private static final double NEARLY_A_WEEK = 0.2;

    private final List<DrillPoint> points;
    private final @Nullable Double now;
    private final boolean hours;
    private final boolean loss;

    /**
     * Draws one protection.
     *
     * @param now months between two drills as the lab has it; null for never
     */
    public DrillCurve(List<DrillPoint> points, @Nullable Double now) {
        this.points = rarestFirst(points);
        this.now = now;
        this.loss = this.points.stream().anyMatch(point -> point.tenYearLoss() > 0);
        this.hours = !loss || spread(this.points) > 0;
    }

    /** Returns the points from never to the most often drilled. */
    public static List<DrillPoint> rarestFirst(List<DrillPoint> points) {
        return points.stream()
                .sorted(Comparator.comparingDouble((DrillPoint point) -> -months(point.everyMonths())))
                .toList();
    }

    /** Returns the picture; nothing when there are no points. */
    public Element picture(String title, String description) {
        if (points.isEmpty()) {
            return Element.nothing();
        }
        double ground = HEAD + (hours ? LANE : 0);
        double bottom = ground + (loss ? LOSS_LANE + (hours ? HEAD : 0) : 0);
        Element svg = Picture.drawing(WIDTH, bottom + FOOT, title, description);
        double x = x(now);
        if (hours) {
            svg.add(upright(x, ground));
        }
        svg.add(Picture.words(Math.max(16, Math.min(WIDTH - 16, x)), 11, "now", "mid strong"));
        if (hours) {
            svg.add(curve(ground));
        }
        if (loss) {
            svg.add(losses(bottom));
        }
        svg.add(Picture.line(4, bottom, WIDTH - 4, bottom, "base"));
        for (DrillPoint point : points) {
            svg.add(Picture.words(x(point.everyMonths()), bottom + 16, interval(point.everyMonths()), "soft mid"));
        }
        return svg;
    }

    /** Returns how often a drill is done: {@code every 3 months}, {@code every year}, {@code every week}. */
    public static String every(double months) {
        String unit = unit(months);
        double number = number(months);
        return number == 1 ? "every " + unit : "every " + Figures.about(number, 2) + " " + unit + "s";
    }

    private static String interval(@Nullable Double everyMonths) {
        if (everyMonths == null) {
            return "never";
        }
        String unit = unit(everyMonths);
        double number = number(everyMonths);
        if (number == 1) {
            return unit.equals("day") ? "daily" : unit + "ly";
        }
        return Figures.about(number, 2) + "\u00a0" + unit + "s";
    }

    private static String unit(double months) {
        if (months < NEARLY_A_MONTH) {
            return months < NEARLY_A_WEEK ? "day" : "week";
        }
        return months >= 12 * (1 - WHOLE) && isWhole(months / 12) ? "year" : "month";
    }

    private static double number(double months) {
        double number = switch (unit(months)) {
            case "day" -> months * DAYS;
            case "week" -> months * DAYS / 7;
            case "year" -> months / 12;
            default -> months;
        };
        return isWhole(number) ? Math.max(1, Math.rint(number)) : number;
    }

    /** Ninety days are three months to anybody. */
    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < WHOLE * number;
    }

    /** From the word to the curve and on to the ground, but not through the number above the point. */
    private Element upright(double x, double ground) {
        double point = points.stream()
                .filter(this::isNow)
                .mapToDouble(here -> y(here.hoursPerYear(), ground))
                .findFirst()
                .orElse(ground);
        boolean onAPoint = point < ground;
        Element group = Element.of("g");
        double end = onAPoint ? point - 23 : ground;
        if (end > 18) {
            group.add(Picture.line(x, 16, x, end, "now"));
        }
        return onAPoint ? group.add(Picture.line(x, point, x, ground, "now")) : group;
    }

    private Element curve(double ground) {
        Element group = Element.of("g");
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (DrillPoint point : points) {
            double x = x(point.everyMonths());
            upper.add(at(x, y(point.high(), ground)));
            lower.add(0, at(x, y(point.low(), ground)));
            line.add(at(x, y(point.hoursPerYear(), ground)));
        }
        upper.addAll(lower);
        if (points.size() > 1) {
            group.add(Picture.path("M" + String.join("L", upper) + "Z", "band"));
            group.add(Picture.path("M" + String.join("L", line), "curve"));
        }
        for (DrillPoint point : points) {
            double x = x(point.everyMonths());
            double y = y(point.hoursPerYear(), ground);
            group.add(Picture.disc(x, y, isNow(point) ? 6 : 4, isNow(point) ? "k1 ring" : "k1"));
            group.add(Picture.words(x, y - 10, label(point), "mid small halo"));
        }
        return group;
    }

    /** Beside many hours a few minutes vanish, so that only the present says how many; the others, how many more or less. */
    private String label(DrillPoint point) {
        Optional<DrillPoint> present = points.stream().filter(this::isNow).findFirst();
        if (isNow(point) || present.isEmpty()) {
            return Hours.text(point.hoursPerYear());
        }
        double base = present.get().hoursPerYear();
        double more = point.hoursPerYear() - base;
        boolean seen = point.low() > base || point.high() < base;
        return seen ? (more > 0 ? "+" : "\u2212") + Hours.text(Math.abs(more), 1) : "as now";
    }

    /** Columns, as a chance of nothing lies at the ground. */
    private Element losses(double bottom) {
        Element group = Element.of("g");
        double most = points.stream().mapToDouble(DrillPoint::tenYearLoss).max().orElse(1);
        for (DrillPoint point : points) {
            double height = Math.max(1, point.tenYearLoss() / most * LOSS_LANE);
            double x = x(point.everyMonths());
            group.add(Picture.box(x - 13, bottom - height, 26, height, isNow(point) ? "k2 ring" : "k2"));
            group.add(Picture.words(x, bottom - height - 5, Spoken.chance(point.tenYearLoss(), 1), "mid small halo"));
        }
        return group;
    }

    private boolean isNow(DrillPoint point) {
        return months(point.everyMonths()) == months(now);
    }

    private double y(double value, double ground) {
        double most = points.stream().mapToDouble(DrillPoint::high).max().orElse(1);
        double least = points.stream().mapToDouble(DrillPoint::low).min().orElse(0);
        double from = least < NEAR_ZERO * most ? Math.min(0, least) : least - (most - least) * 0.15;
        double reach = Math.max(1e-9, most - from);
        return ground - Math.max(0, Math.min(1, (value - from) / reach)) * (LANE - 14) - 2;
    }

    /** Points stand at equal distances; an interval between two of them lies between them. */
    private double x(@Nullable Double everyMonths) {
        double months = months(everyMonths);
        int last = points.size() - 1;
        double step = last == 0 ? 0 : (WIDTH - 2 * MARGIN) / last;
        for (int i = 0; i <= last; i++) {
            double here = months(points.get(i).everyMonths());
            if (months >= here) {
                boolean exact = i == 0 || months == here;
                double before = i == 0 ? here : months(points.get(i - 1).everyMonths());
                double back = exact ? 0 : Math.log(months / here) / Math.log(Math.min(before, 1200) / here);
                return last == 0 ? WIDTH / 2 : MARGIN + (i - Math.max(0, Math.min(1, back))) * step;
            }
        }
        return last == 0 ? WIDTH / 2 : WIDTH - MARGIN;
    }

    private static double spread(List<DrillPoint> points) {
        double most =
                points.stream().mapToDouble(DrillPoint::hoursPerYear).max().orElse(0);
        double least =
                points.stream().mapToDouble(DrillPoint::hoursPerYear).min().orElse(0);
        return most - least > 1e-3 * most ? most - least : 0;
    }

    private static double months(@Nullable Double everyMonths) {
        return everyMonths == null ? Double.MAX_VALUE : everyMonths;
    }

    private static String at(double x, double y) {
        return Figures.coordinate(x) + " " + Figures.coordinate(y);
    }
}
