package org.rackdrill.reports.capacity;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Limit;

/** Everything that is short or will be, the first first. */
final class Shortages {
    private static final int MOST = 12;

    private Shortages() {}

    static Element section(Capacity capacity) {
        List<Limit> limits = capacity.limits();
        if (limits.isEmpty()) {
            return Element.nothing();
        }
        Element list = Element.of("ol", "ranked");
        limits.stream().limit(MOST).forEach(limit -> list.add(item(limit)));
        Element section = Section.of(
                        "short",
                        "What is short, in this order",
                        "Marked with a cross: short today. The others wait for"
                                + " growth, for a failure, or for more load.")
                .add(list);
        int more = limits.size() - MOST;
        return more <= 0 ? section : section.add(Section.paragraph("And " + more + " more, in capacity.json."));
    }

    private static Element item(Limit limit) {
        boolean today = LimitWords.isToday(limit);
        return Element.of("li")
                .add(Element.of("span", today ? "no" : "maybe").text(today ? "✗ " : "? "))
                .text(LimitWords.sentence(limit));
    }
}
