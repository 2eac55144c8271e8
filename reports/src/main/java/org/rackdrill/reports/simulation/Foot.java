package org.rackdrill.reports.simulation;

import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** Where a report comes from and how to get it again. */
public final class Foot {
    private static final int LARGEST_EMBEDDED = 400_000;

    private Foot() {}

    static Element of(Results results, String command, String redraw, byte[] json) {
        Element origin = Element.of("dl", "origin");
        line(origin, "Rackdrill", results.rackdrill());
        lab(origin, results);
        line(origin, "Command", command);
        line(origin, "Draw this report again", redraw);
        return Element.of("footer").add(verification(), origin, data("results.json", json));
    }

    /** Returns the foot of a page about several labs. */
    public static Element of(Comparison comparison, String command, String redraw, byte[] json) {
        Element origin = Element.of("dl", "origin");
        line(origin, "Rackdrill", comparison.rackdrill());
        comparison.labs().forEach(lab -> lab(origin, lab));
        line(origin, "Command", command);
        line(origin, "Draw this report again", redraw);
        return Element.of("footer").add(verification(), origin, data("comparison.json", json));
    }

    /** Returns the foot of a page about the capacity of a lab. */
    public static Element of(Capacity capacity, String command, String redraw, byte[] json) {
        Element origin = Element.of("dl", "origin");
        line(origin, "Rackdrill", capacity.rackdrill());
        line(origin, "Lab", capacity.lab());
        line(origin, "Its file", capacity.labHash());
        line(origin, "Seed", String.valueOf(capacity.seed()));
        line(origin, "Counted from", capacity.asOf());
        line(origin, "Command", command);
        line(origin, "Draw this report again", redraw);
        return Element.of("footer").add(verification(), origin, data("capacity.json", json));
    }

    /** Returns the foot of a page about what to buy. */
    public static Element of(PlanResults results, String command, String redraw, byte[] json) {
        Element origin = Element.of("dl", "origin");
        line(origin, "Rackdrill", results.rackdrill());
        line(origin, "Lab", results.lab());
        line(origin, "Its file", results.labHash());
        boolean generic = results.options().name().isEmpty();
        line(
                origin,
                "Options",
                generic ? "proposed by Rackdrill" : results.options().name());
        if (!generic) {
            line(origin, "Their file", results.options().hash());
        }
        line(origin, "Seed", String.valueOf(results.seed()));
        line(origin, "Command", command);
        line(origin, "Draw this report again", redraw);
        return Element.of("footer").add(verification(), origin, data("plan.json", json));
    }

    /** No reader should take a tested program for a tested prediction. */
    private static Element verification() {
        return Section.paragraph(
                "How far to trust this: the program is verified, that is, it agrees with answers that are "
                        + "known without it (docs/validation.md has them, case by case). Whether its predictions come true has not "
                        + "been shown: labs validated in the field so far: 0.");
    }

    private static void lab(Element origin, Results results) {
        line(origin, "Lab", results.lab());
        line(origin, "Its file", results.labHash());
        line(origin, "Seed", String.valueOf(results.seed()));
    }

    private static Element data(String fileName, byte[] json) {
        if (json.length > LARGEST_EMBEDDED) {
            return Element.of("p").text("All of this as data: the file " + fileName + " beside this page.");
        }
        return Element.of("p")
                .text("All of this as data: ")
                .add(Download.json(fileName, json, fileName))
                .text(" (" + Sizes.text(json.length) + ", inside this page).");
    }

    private static void line(Element list, String what, String value) {
        list.add(
                Element.of("dt").text(what),
                Element.of("dd").add(Element.of("code").text(Named.visible(value))));
    }
}
