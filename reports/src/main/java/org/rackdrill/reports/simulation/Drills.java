package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.chart.DrillCurve;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Coverage;
import org.rackdrill.simulator.study.Results.DrillPoint;
import org.rackdrill.simulator.study.Results.Drilling;

/** How often to rehearse what has to work when it is needed. */
final class Drills {
    private static final int MOST_ROWS = 8;

    private Drills() {}

    static Element section(Results results) {
        List<Drilling> all = DrillWords.worthMostFirst(results.drilling());
        if (all.isEmpty() && results.coverage().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("drills", "How often to drill", lead(all));
        Element grid = Element.of("div", "grid");
        Element list = Element.of("ul", "plain");
        for (Drilling drilling : all) {
            if (DrillWords.matters(drilling) && drilling.points().size() > 1) {
                grid.add(figure(drilling));
            } else {
                list.add(Element.of("li").text(DrillWords.sentence(drilling)));
            }
        }
        if (!grid.isEmpty()) {
            section.add(grid);
        }
        if (!list.isEmpty()) {
            section.add(list);
        }
        section.add(coverage(results.coverage()));
        return all.isEmpty() ? section : section.add(numbers(all));
    }

    /** The least covered first. */
    private static Element coverage(List<Coverage> coverage) {
        if (coverage.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("covered", "How much of the time each protection would work")
                .column("Would it work, if it were needed now?")
                .column("Share of the time", "wide")
                .numbers("Works");
        coverage.stream()
                .sorted(Comparator.comparingDouble(Coverage::works))
                .limit(MOST_ROWS)
                .forEach(one -> table.row(
                        Element.name(one.name()),
                        Bar.covered(one.works(), one.low(), one.high(), works(one)),
                        Element.together().text(works(one))));
        Element more = coverage.size() > MOST_ROWS
                ? Section.paragraph(
                        "And " + Spoken.count(coverage.size() - MOST_ROWS) + " more, which work more of the time.")
                : Element.nothing();
        return Element.together(table.element(), more);
    }

    private static String works(Coverage one) {
        return Uptime.text(one.works(), one.low(), one.high()) + " of the time";
    }

    private static String lead(List<Drilling> all) {
        String why =
                "A protection breaks unseen and stays broken until somebody tries it: in a drill, or when it is needed. ";
        return why
                + (all.stream().anyMatch(DrillWords::matters)
                        ? "Each curve is the time that the average service is down in a year, from never drilled to "
                                + "drilled every month; the ring is how often you drill now, and the band is how well the difference to now is known."
                        : "In this lab the simulation sees no difference to downtime that drills make.");
    }

    private static Element figure(Drilling drilling) {
        boolean losses = drilling.points().stream().anyMatch(point -> point.tenYearLoss() > 0);
        String says = DrillWords.all(drilling)
                + (losses
                        ? " Columns: the chance of losing " + Named.inSentence(drilling.dataset())
                                + " within ten years."
                        : "");
        Element figure = Element.of("figure");
        figure.add(Element.of("h3").text("Drilling ").add(Element.name(drilling.label())));
        figure.add(new DrillCurve(drilling.points(), drilling.everyMonths()).picture(drilling.label(), says));
        return figure.add(Element.of("figcaption").text(says));
    }

    private static Element numbers(List<Drilling> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Drilling drilling : all) {
            for (DrillPoint point : DrillCurve.rarestFirst(drilling.points())) {
                rows.add(List.of(
                        drilling.label(),
                        point.everyMonths() == null ? "never" : String.valueOf(point.everyMonths()),
                        String.valueOf(point.hoursPerYear()),
                        String.valueOf(point.low()),
                        String.valueOf(point.high()),
                        String.valueOf(point.tenYearLoss()),
                        drilling.dataset()));
            }
        }
        return Download.csv(
                "drills.csv",
                List.of(
                        "protection",
                        "every so many months",
                        "hours a year",
                        "low",
                        "high",
                        "lost in ten years",
                        "data"),
                rows);
    }
}
