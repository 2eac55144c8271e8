package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.reports.chart.RackDrawing;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Item;
import org.rackdrill.simulator.study.Results.Place;

/** The rack by blame: what to touch. */
final class Rack {
    private static final int MOST_PLANS = 6;

    private Rack() {}

    static Element section(Results results) {
        List<Item> items = new ArrayList<>();
        results.rack().forEach(place -> items.addAll(place.items()));
        items.sort(Comparator.comparingDouble(Item::blameHoursPerYear).reversed());
        Element section = Section.of("rack", "The rack, by blame", lead(items));
        if (items.isEmpty()) {
            return section;
        }
        Place plans = plans(results);
        double most = Math.max(
                items.get(0).blameHoursPerYear(),
                plans.items().stream()
                        .mapToDouble(Item::blameHoursPerYear)
                        .max()
                        .orElse(0));
        RackDrawing drawing = new RackDrawing(most);
        Element grid = Element.of("div", "grid");
        for (Place place : results.rack()) {
            if (!place.items().isEmpty()) {
                Element figure = Element.of("figure");
                figure.add(Element.of("h3").add(Element.name(place.label())), drawing.picture(drawn(place)));
                grid.add(figure.add(Crowd.others(place.items(), "parts, the most to blame")));
            }
        }
        if (!plans.items().isEmpty()) {
            Element figure = Element.of("figure");
            figure.add(Element.of("h3").text("Not in any rack"), drawing.picture(plans));
            grid.add(figure);
        }
        return section.add(grid, scale(drawing, most));
    }

    /** Of a crowd of parts, those are drawn that are most to blame, the worst at the top. */
    private static Place drawn(Place place) {
        return Crowd.is(place.items().size())
                ? new Place(
                        place.site(),
                        place.label(),
                        Crowd.shown(place.items().stream()
                                .sorted(Comparator.comparingDouble(Item::blameHoursPerYear)
                                        .reversed())
                                .toList()))
                : place;
    }

    private static String lead(List<Item> items) {
        if (items.isEmpty()) {
            return "The results describe no parts to draw.";
        }
        Item worst = items.get(0);
        if (!(worst.blameHoursPerYear() > 0)) {
            return "No part has caused any downtime.";
        }
        String second = items.size() > 1 && items.get(1).blameHoursPerYear() > 0
                ? ", then " + Named.inSentence(items.get(1).label()) + " ("
                        + Hours.text(items.get(1).blameHoursPerYear()) + ")"
                : "";
        return "The stronger a part's colour, the more downtime it causes by itself: most of all "
                + Named.inSentence(worst.label()) + " (" + Hours.text(worst.blameHoursPerYear())
                + " a year for the average service)" + second
                + ". Beside the racks, in the same colours: what no part is to blame for.";
    }

    /** Causes that lie in no rack, such as plans, programs and disasters, drawn as if they were parts. */
    private static Place plans(Results results) {
        Set<String> drawn = new HashSet<>();
        results.rack().forEach(place -> place.items().forEach(item -> drawn.add(item.name())));
        List<Item> items = Culprit.of(results).stream()
                .filter(culprit -> culprit.hours() > 0 && !isDrawn(drawn, culprit.component()))
                .limit(MOST_PLANS)
                .map(culprit -> new Item(
                        culprit.component(),
                        "plan",
                        culprit.label(),
                        "hits " + Named.list(culprit.services(), 1),
                        culprit.hours()))
                .toList();
        return new Place("", "habits and plans", items);
    }

    /** A pool's disks are drawn as part of their node. */
    private static boolean isDrawn(Set<String> drawn, String component) {
        if (drawn.contains(component)) {
            return true;
        }
        for (int slash = component.indexOf('/'); slash >= 0; slash = component.indexOf('/', slash + 1)) {
            if (drawn.contains(component.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static Element scale(RackDrawing drawing, double most) {
        Element scale = Element.of("p", "scale").text("Hours of blame a year: ");
        if (!(most > 0)) {
            return Element.nothing();
        }
        for (double part : new double[] {0, 0.05, 0.25, 1}) {
            scale.add(Element.of("span", "shade")
                            .with("style", "--blamed:" + Figures.coordinate(100 * drawing.darkness(most * part)) + "%"))
                    .text(part == 0 ? " none " : " " + Hours.text(most * part) + " ");
        }
        return scale;
    }
}
