package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.simulator.study.Results;

/** All sections of a report about one lab, in the order in which they are read. */
public final class SimulationSections {
    private SimulationSections() {}

    /** Returns the sections. */
    public static List<Element> of(Results results, String date, String command, String redraw, byte[] json) {
        Map<String, Element> linked = linked(results);
        List<Element> sections = new ArrayList<>();
        sections.add(FirstScreen.of(results, date));
        sections.add(Goals.section(results));
        sections.add(Section.contents(linked));
        sections.addAll(linked.values());
        sections.add(Foot.of(results, command, redraw, json));
        return sections;
    }

    /** Sections by what the list of contents calls them; an empty one is left out of it. */
    private static Map<String, Element> linked(Results results) {
        Map<String, Element> sections = new LinkedHashMap<>();
        sections.put("What is missing", Gap.section(results));
        sections.put("What to do first", Prices.section(results));
        sections.put("The family's year", FamilyCalendar.section(results));
        sections.put("No average year", Spread.section(results));
        sections.put("Years ahead", Ageing.section(results));
        sections.put("Other ways to count", Counting.section(results));
        sections.put("What to blame", Causes.section(results));
        sections.put("Worst together", Combinations.section(results));
        sections.put("The rack", Rack.section(results));
        sections.put("Drills", Drills.section(results));
        if (results.variant() == null) {
            sections.put("The data", Safety.section(results));
            sections.put("Your time", Labour.section(results));
            sections.put("Power", Electricity.section(results));
        }
        sections.put("What it leans on", Blanks.assumptions(results));
        sections.put("What is left out", Blanks.notSimulated(results));
        sections.put("Worth knowing", Blanks.warnings(results));
        sections.put("Every number", Details.section(results));
        return sections;
    }
}
