package org.rackdrill.reports.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.simulation.Foot;
import org.rackdrill.simulator.capacity.Capacity;

/** All sections of a page about the capacity of a lab, in the order in which they are read. */
public final class CapacitySections {
    private CapacitySections() {}

    /** Returns the sections. */
    public static List<Element> of(Capacity capacity, String date, String command, String redraw, byte[] json) {
        Map<String, Element> linked = linked(capacity);
        List<Element> sections = new ArrayList<>();
        sections.add(FirstScreen.of(capacity, date));
        sections.add(Section.contents(linked));
        sections.addAll(linked.values());
        sections.add(Foot.of(capacity, command, redraw, json));
        return sections;
    }

    /** Sections by what the list of contents calls them; an empty one is left out of it. */
    private static Map<String, Element> linked(Capacity capacity) {
        Map<String, Element> sections = new LinkedHashMap<>();
        sections.put("What is short", Shortages.section(capacity));
        sections.put("The week of the disks", DiskWeek.section(capacity));
        sections.put("More load", Latency.section(capacity));
        sections.put("What a person feels", Feels.section(capacity));
        sections.put("What would help", Remedies.section(capacity));
        sections.put("Space", Filling.section(capacity));
        sections.put("Memory", Guests.section(capacity));
        sections.put("Processors", Processors.section(capacity));
        sections.put("Copies", Copying.section(capacity));
        sections.put("Power", Electricity.section(capacity));
        sections.put(
                "What it takes as given",
                Section.list(
                        "assumed",
                        "What it takes as given",
                        "Nobody has said so in the lab file.",
                        capacity.assumed()));
        sections.put(
                "What is left out",
                Section.list(
                        "blanks",
                        "What was not judged",
                        "Real life has these too, and the numbers above do not.",
                        capacity.notJudged()));
        return sections;
    }
}
