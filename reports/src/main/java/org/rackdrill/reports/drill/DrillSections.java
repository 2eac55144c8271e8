package org.rackdrill.reports.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;

/** All sections of a report about one run, in the order in which they are read. */
public final class DrillSections {
    private DrillSections() {}

    /**
     * Returns the sections.
     *
     * @param date of the run, in words
     * @param journal the file that the run was read from
     * @param json the same run as data
     */
    public static List<Element> of(Replay run, String date, String rackdrill, String journal, byte[] json) {
        Account account = Account.of(run);
        Map<String, Element> linked = linked(account);
        List<Element> sections = new ArrayList<>();
        sections.add(FirstScreen.of(account, date));
        sections.add(Now.section(account));
        sections.add(Section.contents(linked));
        sections.addAll(linked.values());
        sections.add(Origin.of(account, rackdrill, journal, json));
        return sections;
    }

    private static Map<String, Element> linked(Account account) {
        Map<String, Element> sections = new LinkedHashMap<>();
        sections.put("Promised and seen", Promises.section(account));
        sections.put("What to fix next", Lessons.section(account));
        sections.put("What happened when", Timeline.section(account));
        sections.put("Healthy before and after", SteadyState.section(account));
        sections.put("What was broken", Breakages.section(account));
        sections.put("What kept the harm small", Breakages.guards(account));
        return sections;
    }
}
