package org.rackdrill.reports.simulation;

import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;

/** Where a report comes from and how to get it again. */
final class Foot {
    private static final int LARGEST_EMBEDDED = 400_000;

    private Foot() {}

    static Element of(Results results, String command, String redraw, byte[] json) {
        Element foot = Element.of("footer");
        Element origin = Element.of("dl", "origin");
        line(origin, "Rackdrill", results.rackdrill());
        line(origin, "Lab", results.lab());
        line(origin, "Lab file", results.labHash());
        line(origin, "Seed", String.valueOf(results.seed()));
        line(origin, "Command", command);
        line(origin, "Draw this report again", redraw);
        foot.add(origin);
        if (json.length <= LARGEST_EMBEDDED) {
            return foot.add(Element.of("p")
                    .text("All of this as data: ")
                    .add(Download.json("results.json", json, "results.json"))
                    .text(" (" + Spoken.capital(Safety.bytes(json.length)) + ", inside this page)."));
        }
        return foot.add(Element.of("p").text("All of this as data: the file results.json beside this page."));
    }

    private static void line(Element list, String what, String value) {
        list.add(
                Element.of("dt").text(what),
                Element.of("dd").add(Element.of("code").text(value)));
    }
}
