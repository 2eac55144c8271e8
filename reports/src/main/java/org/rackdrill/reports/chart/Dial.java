package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;

/** The anxiety dial: a chance from certain to one in a hundred million, with a needle and the width of what is not known. */
public final class Dial {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 184;
    private static final double MIDDLE = WIDTH / 2;
    private static final double GROUND = 156;
    private static final double RADIUS = 112;
    private static final int DECADES = 8;

    private Dial() {}

    /**
     * One way to lose the data.
     *
     * @param chance what it would come to by itself
     * @param colour the class of its dot
     */
    public record Way(double chance, String colour, String what) {}

    /** Returns the dial for a chance and its interval, with a dot for each way to lose it, where it would be alone. */
    public static Element of(double mean, double low, double high, List<Way> ways, String title, String description) {
        Element svg = Picture.drawing(WIDTH, HEIGHT, title, description);
        svg.add(Picture.path(arc(0, 1, RADIUS), "dial-track"));
        double from = turn(high);
        double to = Math.max(from + 0.004, turn(low));
        svg.add(Picture.path(arc(from, Math.min(1, to), RADIUS), "dial-range"));
        for (int decade = 0; decade <= DECADES; decade++) {
            svg.add(tick(decade));
        }
        double turn = turn(mean);
        for (int i = ways.size() - 1; i >= 0; i--) {
            if (ways.get(i).chance() > 0) {
                svg.add(dot(ways.get(i)));
            }
        }
        svg.add(Picture.line(MIDDLE, GROUND, x(turn, RADIUS - 34), y(turn, RADIUS - 34), "needle"));
        svg.add(Picture.disc(MIDDLE, GROUND, 6, "hub"));
        return svg;
    }

    private static Element tick(int decade) {
        double turn = decade / (double) DECADES;
        String label = label(decade);
        Element group = Element.of("g");
        group.add(Picture.line(
                x(turn, RADIUS - 9), y(turn, RADIUS - 9), x(turn, RADIUS + 9), y(turn, RADIUS + 9), "dial-tick"));
        if (label.isEmpty()) {
            return group;
        }
        double x = x(turn, RADIUS + 13);
        double y = y(turn, RADIUS + 13);
        if (decade == 0 || decade == DECADES) {
            return group.add(
                    Picture.words(decade == 0 ? 46 : WIDTH - 8, GROUND + 22, label, decade == 0 ? "soft" : "soft end"));
        }
        String anchor = decade * 2 < DECADES ? "soft end" : decade * 2 > DECADES ? "soft" : "soft mid";
        return group.add(Picture.words(x, y, label, anchor));
    }

    /** Every other mark is labelled. */
    private static String label(int decade) {
        return switch (decade) {
            case 0 -> "certain";
            case 2, 4 -> Spoken.chance(Math.pow(10, -decade));
            case 6 -> "1 in a million";
            case DECADES -> "1 in 100 million";
            default -> "";
        };
    }

    /** Inside the arc, so that it hides none of the range. */
    private static Element dot(Way way) {
        double turn = turn(way.chance());
        Element dot = Element.of("g", "way " + way.colour());
        dot.add(Element.of("title")
                .text(Named.inSentence(way.what()) + ", by itself " + Spoken.chance(way.chance(), 1)));
        return dot.add(Picture.disc(x(turn, RADIUS - 20), y(turn, RADIUS - 20), 6, ""));
    }

    /** From 0 (certain, left) to 1 (one in a hundred million or less, right). */
    private static double turn(double probability) {
        if (!(probability > 0)) {
            return 1;
        }
        return Math.max(0, Math.min(1, -Math.log10(Math.min(1, probability)) / DECADES));
    }

    private static String arc(double from, double to, double radius) {
        String r = Figures.coordinate(radius);
        return "M" + Figures.coordinate(x(from, radius)) + " " + Figures.coordinate(y(from, radius)) + "A" + r + " " + r
                + " 0 0 1 " + Figures.coordinate(x(to, radius)) + " " + Figures.coordinate(y(to, radius));
    }

    private static double x(double turn, double radius) {
        return MIDDLE - radius * Math.cos(Math.PI * turn);
    }

    private static double y(double turn, double radius) {
        return GROUND - radius * Math.sin(Math.PI * turn);
    }
}
