package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;

/**
 * What is paid against what is got for it: each combination a dot, those that nothing cheaper equals on a staircase. To the
 * right is dearer, up is better, and each halving takes the same room.
 */
public final class FrontChart {
    private static final double WIDTH = 340;
    private static final double HEIGHT = 250;
    private static final double LEFT = 52;
    private static final double RIGHT = 14;
    private static final double TOP = 16;
    private static final double BOTTOM = 40;
    private static final double CLOSE = 15;
    private static final double LEAST_SPAN = Math.log(2);
    private static final int MOST_TICKS = 6;

    private final List<Dot> dots;
    private final Axis pays;
    private final Axis gets;
    private final double most;
    private final double best;
    private final double worst;

    /**
     * One combination.
     *
     * @param name what is written beside it; empty: nothing
     * @param pays what is paid, from 0 up
     * @param gets what is got for it, above 0 and better when smaller
     * @param low end of its range
     * @param high end of its range
     * @param says for a pointer that rests on it
     */
    public record Dot(String name, double pays, double gets, double low, double high, boolean chosen, String says) {}

    /**
     * What an axis shows.
     *
     * @param title what it is, with its unit
     * @param label how a value on it is written
     * @param goal where a dashed line lies; 0: nowhere
     */
    public record Axis(String title, java.util.function.DoubleFunction<String> label, double goal) {}

    /** Draws some combinations; those without a positive value are left out. */
    public FrontChart(List<Dot> dots, Axis pays, Axis gets) {
        this.dots = dots.stream()
                .filter(dot -> dot.gets() > 0)
                .sorted(Comparator.comparingDouble(Dot::pays).thenComparingDouble(Dot::gets))
                .toList();
        this.pays = pays;
        this.gets = gets;
        most = Math.max(1, this.dots.stream().mapToDouble(Dot::pays).max().orElse(1) * 1.06);
        double least = this.dots.stream().mapToDouble(Dot::gets).min().orElse(1);
        double largest = this.dots.stream().mapToDouble(Dot::gets).max().orElse(1);
        double reach = Math.max(LEAST_SPAN, Math.log(largest / least));
        double goal = gets.goal() > 0 ? gets.goal() : least;
        best = Math.min(goal, Math.exp((Math.log(least) + Math.log(largest) - reach) / 2)) / 1.35;
        worst = Math.max(goal, Math.exp((Math.log(least) + Math.log(largest) + reach) / 2)) * 1.35;
    }

    /** Returns the picture; nothing when there is nothing to draw. */
    public Element picture(String title, String description) {
        if (dots.isEmpty()) {
            return Element.nothing();
        }
        Element svg = Picture.drawing(WIDTH, HEIGHT, title, description);
        svg.add(paying(), getting());
        if (gets.goal() > 0) {
            double y = y(gets.goal());
            svg.add(Picture.line(LEFT, y, WIDTH - RIGHT, y, "goal"));
            svg.add(Picture.words(WIDTH - RIGHT, y - 5, "goal", "end small halo"));
        }
        return svg.add(stairs(), all());
    }

    private Element paying() {
        Element group = Element.of("g");
        double ground = HEIGHT - BOTTOM;
        group.add(Picture.line(LEFT, ground, WIDTH - RIGHT, ground, "base"));
        double step = step(most);
        for (double at = 0; at <= most; at += step) {
            group.add(Picture.words(x(at), ground + 15, pays.label().apply(at), "soft mid small"));
        }
        return group.add(Picture.words((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, pays.title(), "soft mid small"));
    }

    private Element getting() {
        Element group = Element.of("g", "ticks");
        for (double at : ticks()) {
            group.add(Picture.line(LEFT, y(at), WIDTH - RIGHT, y(at), "rail-line"));
            group.add(Picture.words(LEFT - 5, y(at) + 4, gets.label().apply(at), "soft end small"));
        }
        return group.add(Picture.words(4, 10, gets.title(), "soft small"));
    }

    /** Half halvings, or halvings, or tenths: as fine as there is room. */
    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double base : new double[] {Math.sqrt(2), 2, 10}) {
            ticks.clear();
            double anchor = gets.goal() > 0 ? gets.goal() : 1;
            int from = (int) Math.ceil(Math.log(best / anchor) / Math.log(base));
            int to = (int) Math.floor(Math.log(worst / anchor) / Math.log(base));
            for (int power = from; power <= to; power++) {
                ticks.add(anchor * Math.pow(base, power));
            }
            if (ticks.size() <= MOST_TICKS) {
                break;
            }
        }
        return ticks;
    }

    /** From one combination that nothing cheaper equals to the next. */
    private Element stairs() {
        StringBuilder path = new StringBuilder();
        double least = Double.POSITIVE_INFINITY;
        double before = 0;
        for (Dot dot : dots) {
            if (dot.gets() < least) {
                String x = Figures.coordinate(x(dot.pays()));
                String y = Figures.coordinate(y(dot.gets()));
                path.append(
                        path.isEmpty()
                                ? "M" + x + " " + y
                                : "L" + x + " " + Figures.coordinate(before) + "L" + x + " " + y);
                least = dot.gets();
                before = y(least);
            }
        }
        path.append("L" + Figures.coordinate(WIDTH - RIGHT) + " " + Figures.coordinate(before));
        return Picture.path(path.toString(), "curve");
    }

    private Element all() {
        Element group = Element.of("g");
        List<double[]> written = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Dot dot : dots) {
            boolean front = dot.gets() < least;
            least = Math.min(least, dot.gets());
            double x = x(dot.pays());
            double y = y(dot.gets());
            if (dot.chosen()) {
                group.add(Picture.line(x, y(dot.low()), x, y(dot.high()), "whisker"));
            }
            String colour = dot.chosen() ? "k2 ring" : front ? "k1" : "k0 pale";
            Element disc = Picture.disc(x, y, dot.chosen() ? 6.5 : front ? 4.5 : 3.5, colour);
            group.add(disc.add(Element.of("title").text(dot.says())));
            if (!dot.name().isEmpty() && (front || dot.chosen())) {
                group.add(name(dot, x, y, written));
            }
        }
        return group;
    }

    /** Above the dot, or below it where another name is close. */
    private static Element name(Dot dot, double x, double y, List<double[]> written) {
        double[] place = {x, y - 9};
        if (written.stream().anyMatch(other -> close(other, place))) {
            place[1] = y + 17;
        }
        if (written.stream().anyMatch(other -> close(other, place))) {
            return Element.nothing();
        }
        written.add(place);
        double from = Math.min(place[0], WIDTH - RIGHT);
        return Picture.words(from, place[1], dot.name(), "mid small halo" + (dot.chosen() ? " strong" : ""));
    }

    private static boolean close(double[] one, double[] other) {
        return Math.abs(one[0] - other[0]) < CLOSE && Math.abs(one[1] - other[1]) < CLOSE - 2;
    }

    private double x(double value) {
        return LEFT + value / most * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double clipped = Math.max(best, Math.min(worst, value));
        return TOP + Math.log(clipped / best) / Math.log(worst / best) * (HEIGHT - TOP - BOTTOM);
    }

    private static double step(double most) {
        double rough = most / 5;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double candidate : new double[] {1, 2, 5, 10}) {
            if (candidate * ten >= rough) {
                return candidate * ten;
            }
        }
        return 10 * ten;
    }
}
