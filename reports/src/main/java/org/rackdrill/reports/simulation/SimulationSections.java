package org.rackdrill.reports.simulation;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.simulator.study.Results;

/** All sections of a report about one lab, in the order in which they are read. */
public final class SimulationSections {
    private SimulationSections() {}

    /** Returns the sections. */
    public static List<Element> of(Results results, String date, String command, String redraw, byte[] json) {
        return List.of(
                FirstScreen.of(results, date),
                Goals.section(results),
                contents(),
                Gap.section(results),
                FamilyCalendar.section(results),
                Spread.section(results),
                Causes.section(results),
                Rack.section(results),
                Safety.section(results),
                Electricity.section(results),
                Blanks.assumptions(results),
                Blanks.notSimulated(results),
                Blanks.warnings(results),
                Details.section(results),
                Foot.of(results, command, redraw, json));
    }

    private static Element contents() {
        Element nav = Element.of("nav").with("aria-label", "Sections");
        String[][] links = {
            {"gap", "What is missing"},
            {"year", "The family's year"},
            {"causes", "What to blame"},
            {"rack", "The rack"},
            {"data", "The data"},
            {"power", "Power"},
            {"assumptions", "What it leans on"},
            {"details", "Every number"}
        };
        for (String[] link : links) {
            nav.add(Element.of("a").with("href", "#" + link[0]).text(link[1]));
        }
        return nav;
    }
}
