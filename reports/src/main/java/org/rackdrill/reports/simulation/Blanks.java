package org.rackdrill.reports.simulation;

import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Assumption;

/** What the answer leans on, what was left out, and what the reader should know. */
final class Blanks {
    private static final int MOST = 15;

    private Blanks() {}

    static Element assumptions(Results results) {
        List<Assumption> ranked = results.assumptions().stream()
                .sorted(Comparator.comparingDouble(Assumption::matters).reversed())
                .toList();
        Element section = Section.of("assumptions", "What the answer leans on", lead(ranked));
        if (ranked.isEmpty()) {
            return section;
        }
        double most = ranked.stream().mapToDouble(Blanks::total).max().orElse(0);
        Table table = new Table("assumptions", "Assumptions, ranked by how much they matter")
                .column("Value")
                .column(key(), "How much it matters", "wide")
                .column("In use (plausible range)", "use")
                .column("From", "from")
                .column("Verified?", "mark");
        for (Assumption one : ranked.subList(0, Math.min(MOST, ranked.size()))) {
            table.row(
                    Element.name(one.value()),
                    Element.together(
                            Bar.within(
                                    one.matters() / Math.max(1e-9, most),
                                    total(one) / Math.max(1e-9, most),
                                    "k4",
                                    shares(one)),
                            Element.of("span", "soft").text(shares(one))),
                    Element.together().text(one.inUse() + (one.range().isEmpty() ? "" : " (" + one.range() + ")")),
                    Element.together().text(one.source()),
                    Element.of("span", one.verified() ? "ok" : "maybe")
                            .text(one.verified() ? "✓ yes" : "? unverified"));
        }
        section.add(table.element());
        if (ranked.size() > MOST) {
            section.add(Section.paragraph(
                    "And " + Spoken.count(ranked.size() - MOST) + " that matter less; results.json has them all."));
        }
        return section;
    }

    private static Element key() {
        return Element.together(
                Element.of("span", "key k4"), Element.of("span").text(" by itself "),
                Element.of("span", "key k4 pale"), Element.of("span").text(" together with others"));
    }

    /** A total effect that is below the effect alone is noise of its estimate. */
    private static double total(Assumption one) {
        return Math.max(one.matters(), one.total());
    }

    private static String shares(Assumption one) {
        String alone = Figures.share(one.matters());
        String total = Figures.share(total(one));
        return alone.equals(total) ? alone : alone + ", with others " + total;
    }

    private static String lead(List<Assumption> ranked) {
        if (ranked.isEmpty()) {
            return "Every value was given exactly, so the ranges show luck alone.";
        }
        Assumption first = ranked.get(0);
        return "The width of the ranges comes from values that nobody knows well. Measure first: "
                + Named.inSentence(first.value()) + ", which explains " + Figures.share(first.matters())
                + " of the uncertainty by itself" + (first.verified() ? "." : " and is not verified.")
                + " The dark part of a bar is what knowing this value exactly would take away from the uncertainty on "
                + "average (its first-order effect); the pale part is added when it acts together with others (its total "
                + "effect).";
    }

    static Element notSimulated(Results results) {
        if (results.notSimulated().isEmpty()) {
            return Section.of("blanks", "What was not simulated", "Nothing that the lab file describes was left out.");
        }
        return Section.list(
                "blanks",
                "What was not simulated",
                "Real life has these too, and the numbers above do not.",
                results.notSimulated());
    }

    static Element warnings(Results results) {
        return Section.list(
                "warnings",
                "Worth knowing",
                "Warnings from reading the lab and from the simulation.",
                results.warnings());
    }
}
