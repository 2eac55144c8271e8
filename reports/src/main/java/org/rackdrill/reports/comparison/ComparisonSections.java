package org.rackdrill.reports.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.simulation.Culprit;
import org.rackdrill.reports.simulation.FamilyCalendar;
import org.rackdrill.reports.simulation.Foot;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** All sections of a report about several labs, in the order in which they are read. */
public final class ComparisonSections {
    private static final int MOST_CAUSES = 6;

    private ComparisonSections() {}

    /** Returns the sections. */
    public static List<Element> of(Comparison comparison, String date, String command, String redraw, byte[] json) {
        List<Element> sections = new ArrayList<>();
        sections.add(header(comparison, date));
        sections.add(SideBySide.section(comparison));
        sections.add(Services.section(comparison));
        sections.add(Why.section(comparison));
        sections.add(Dials.section(comparison));
        sections.add(causes(comparison));
        sections.add(years(comparison));
        sections.add(notSimulated(comparison));
        sections.add(Foot.of(comparison, command, redraw, json));
        return sections;
    }

    private static Element header(Comparison comparison, String date) {
        Element kicker = Element.of("p", "kicker");
        for (int i = 0; i < comparison.labs().size(); i++) {
            kicker.text(i == 0 ? "" : ", ")
                    .add(Element.name(comparison.labs().get(i).title()));
        }
        kicker.text(" · compared under the same luck · " + date);
        Element header = Element.of("header").add(kicker, Element.of("h1").text(Duel.headline(comparison)));
        List<Duel> duels = Duel.of(comparison);
        if (duels.size() > 1) {
            Element list = Element.of("ul", "plain");
            duels.forEach(duel -> list.add(Element.of("li").text(duel.sentence())));
            header.add(list);
        }
        if (!comparison.labs().isEmpty()) {
            header.add(Element.of("p", "rule").text(comparison.labs().get(0).accounting()));
        }
        return header;
    }

    private static Element causes(Comparison comparison) {
        Element section = Section.of(
                "causes",
                "What to blame in each",
                "The largest causes of downtime, in hours a year of the average service, on one scale for all labs.");
        double longest = comparison.labs().stream()
                .flatMap(lab -> Culprit.of(lab).stream())
                .mapToDouble(Culprit::hours)
                .max()
                .orElse(0);
        if (!(longest > 0)) {
            return section.add(Section.paragraph("Nothing went down in any simulated year."));
        }
        Element grid = Element.of("div", comparison.labs().size() == 2 ? "pair" : "grid");
        comparison.labs().forEach(lab -> grid.add(causes(lab, longest)));
        return section.add(grid);
    }

    private static Element causes(Results lab, double longest) {
        Element figure = Element.of("figure").add(Element.of("h3").add(Element.name(lab.lab())));
        Element list = Element.of("ul", "plain bars");
        Culprit.of(lab).stream()
                .limit(MOST_CAUSES)
                .forEach(culprit -> list.add(Element.of("li")
                        .add(Element.name(culprit.label()))
                        .text(", " + Hours.text(culprit.hours()) + " (" + Figures.share(culprit.share()) + ")")
                        .add(Bar.of(culprit.hours() / longest, "blamed", Hours.text(culprit.hours()) + " a year"))));
        return figure.add(list);
    }

    private static Element years(Comparison comparison) {
        Element section = Section.of(
                "year",
                "A typical year in each",
                "Each column is a day, midnight at the top, the evening shaded; a block is a time when something could not be "
                        + "used. Colour and letter say what failed.");
        Element pair = Element.of("div", "pair");
        for (Results lab : comparison.labs()) {
            FamilyCalendar.typical(lab).ifPresent(pair::add);
        }
        return pair.isEmpty() ? Element.nothing() : section.add(pair);
    }

    private static Element notSimulated(Comparison comparison) {
        Set<String> blanks = new LinkedHashSet<>();
        comparison.labs().forEach(lab -> blanks.addAll(lab.notSimulated()));
        return Section.list(
                "blanks",
                "What was not simulated",
                "Real life has these too, and the numbers above do not.",
                List.copyOf(blanks));
    }
}
