package org.rackdrill.reports.chart;

import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results.Item;
import org.rackdrill.simulator.study.Results.Place;

/** A site as a rack whose parts are the darker, the more downtime they cause. */
public final class RackDrawing {
    private static final double WIDTH = 344;
    private static final double RAIL = 14;
    private static final double GAP = 4;
    private static final double PLATE = WIDTH - 2 * RAIL - 8;
    private static final double TEXT = RAIL + 58;
    private static final double TITLE_WIDTH = 190;
    private static final double DETAIL_WIDTH = WIDTH - RAIL - 8 - TEXT;

    private final double mostBlame;

    /** Draws against the largest blame of the whole lab. */
    public RackDrawing(double mostBlame) {
        this.mostBlame = mostBlame;
    }

    /** Returns the picture of one site. */
    public Element picture(Place place) {
        double height = 2 * GAP + 6;
        for (Item item : place.items()) {
            height += height(item) + GAP;
        }
        Element svg = Picture.drawing(
                WIDTH,
                height,
                "The rack at " + Named.inSentence(place.label()),
                Spoken.count(place.items().size(), "part", "parts") + "; the list of causes says the same in words");
        svg.add(Picture.box(1, 1, WIDTH - 2, height - 2, "frame").with("rx", 5));
        double y = GAP + 3;
        for (Item item : place.items()) {
            svg.add(rails(y, height(item)), unit(item, y));
            y += height(item) + GAP;
        }
        return svg;
    }

    /** Returns how dark the colour of a blame is, from 0 to 1. */
    public double darkness(double blameHoursPerYear) {
        if (!(mostBlame > 0) || !(blameHoursPerYear > 0)) {
            return 0;
        }
        return 0.06 + 0.94 * Math.sqrt(Math.min(1, blameHoursPerYear / mostBlame));
    }

    private static double height(Item item) {
        return switch (item.kind()) {
            case "node", "ups" -> 46;
            default -> 38;
        };
    }

    private static Element rails(double y, double height) {
        Element rails = Element.of("g", "rail");
        for (double hole = y + 7; hole < y + height; hole += 12) {
            rails.add(Picture.disc(RAIL / 2 + 1, hole, 2, ""), Picture.disc(WIDTH - RAIL / 2 - 1, hole, 2, ""));
        }
        return rails;
    }

    private Element unit(Item item, double y) {
        double height = height(item);
        double middle = y + height / 2;
        String blame = Hours.text(item.blameHoursPerYear());
        String title = title(item);
        String detail = detail(item);
        Element unit = Element.of("g");
        unit.add(Element.of("title").text(title + (detail.isEmpty() ? "" : ", " + detail) + ": " + blame + " a year"));
        unit.add(Picture.box(RAIL + 4, y, PLATE, height, "plate").with("rx", 3));
        unit.add(Picture.box(RAIL + 4, y, PLATE, height, "blame")
                .with("rx", 3)
                .with("style", "fill-opacity:" + Figures.coordinate(darkness(item.blameHoursPerYear()))));
        unit.add(Faceplate.of(item.kind(), RAIL + 14, middle));
        double first = detail.isEmpty() ? middle + 4 : middle - 3;
        unit.add(Picture.words(TEXT, first, Lettering.fitted(title, 13, TITLE_WIDTH), "strong chosen"));
        if (!detail.isEmpty()) {
            unit.add(Picture.words(TEXT, middle + 13, Lettering.fitted(detail, 11, DETAIL_WIDTH), "chosen small"));
        }
        return unit.add(Picture.words(WIDTH - RAIL - 12, first, blame, "end strong"));
    }

    /** The name in the lab file, which its owner knows, before the model, which the picture has below it. */
    private static String title(Item item) {
        boolean plain = item.kind().equals("mains")
                || item.kind().equals("plan")
                || item.name().isEmpty();
        return Named.visible(plain ? item.label() : item.name());
    }

    private static String detail(Item item) {
        boolean modelIsTitle = title(item).equals(Named.visible(item.label()));
        String model = modelIsTitle ? "" : Named.visible(item.label());
        // The icon says what kind of thing it is.
        boolean saysKind = item.detail().replace(' ', '-').equalsIgnoreCase(item.kind());
        String detail = saysKind ? "" : Named.visible(item.detail());
        return model + (model.isEmpty() || detail.isEmpty() ? "" : ", ") + detail;
    }
}
