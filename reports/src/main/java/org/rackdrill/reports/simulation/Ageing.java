package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.YearColumns;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;
import org.rackdrill.simulator.study.Results.YearOf;

/** The next year and those after it: what gets worse as parts age. */
public final class Ageing {
    private static final int MOST_PICTURES = 5;

    private static final int SURE = 2;

    private Ageing() {}

    static Element section(Results results) {
        List<Service> aged = results.services().stream()
                .filter(service -> service.years().size() > 1)
                .sorted(Comparator.comparingDouble((Service service) -> Math.abs(Math.log(growth(service))))
                        .reversed()
                        .thenComparing(Comparator.comparingDouble((Service service) ->
                                        Goals.downHours(service.availability().mean()))
                                .reversed()))
                .toList();
        if (aged.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("ageing", "This year and the years after", lead(aged));
        Element grid = Element.of("div", "grid");
        aged.stream().limit(MOST_PICTURES).forEach(service -> grid.add(figure(service)));
        section.add(grid);
        if (aged.size() > MOST_PICTURES) {
            section.add(Section.paragraph("Drawn are the " + Spoken.count(MOST_PICTURES)
                    + " services that change most; "
                    + (Crowd.is(aged.size()) ? "results.json has the others." : "the numbers have the others.")));
        }
        return section.add(numbers(Crowd.shown(aged)));
    }

    private static String lead(List<Service> aged) {
        int years = aged.get(0).years().size();
        long worse = aged.stream().filter(service -> trend(service.years()) > 0).count();
        long better =
                aged.stream().filter(service -> trend(service.years()) < 0).count();
        String seen;
        if (worse == 0 && better == 0) {
            seen = "Nothing that the simulation can see gets worse within " + Spoken.count(years, "year", "years")
                    + ".";
        } else if (worse == 0) {
            seen = "Nothing gets worse within " + Spoken.count(years, "year", "years") + ".";
        } else {
            seen = Spoken.capital(
                            worse == aged.size()
                                    ? (aged.size() == 1 ? "the one service" : "every service")
                                    : Spoken.count((int) worse) + " of " + Spoken.count(aged.size()) + " services")
                    + (worse == 1 || worse == aged.size() ? " is" : " are")
                    + " down more in the last year than in the first.";
        }
        return "Parts age: disks and batteries wear out, and what is replaced starts anew. " + seen;
    }

    private static Element figure(Service service) {
        double allowed = Goals.allowedHours(service);
        String says = sentence(service.years());
        Element figure = Element.of("figure");
        figure.add(Element.of("h3").add(Element.name(service.name())));
        figure.add(new YearColumns(service.years(), allowed)
                .picture(
                        "Hours down in each year: " + Named.inSentence(service.name()),
                        says,
                        Figures.goal(service.slo()) + " allows " + Hours.text(allowed)));
        return figure.add(Element.of("figcaption").text(says));
    }

    /** Returns what the years say; never more than their ranges allow. */
    public static String sentence(List<YearOf> years) {
        YearOf first = years.get(0);
        YearOf last = years.get(years.size() - 1);
        int trend = trend(years);
        if (trend == 0) {
            return "The years are alike as far as the simulation can see.";
        }
        String sure = Math.abs(trend) == SURE ? "Gets " : "Probably gets ";
        return sure + (trend > 0 ? "worse" : "better") + ": from "
                + Hours.text(first.hoursDown(), first.low(), first.high()) + " in the first year to "
                + Hours.text(last.hoursDown(), last.low(), last.high()) + " in year " + last.year() + ".";
    }

    /** Positive when it gets worse: 2 where the ranges do not touch, 1 where a best guess lies outside the other's range. */
    private static int trend(List<YearOf> years) {
        YearOf first = years.get(0);
        YearOf last = years.get(years.size() - 1);
        return isAbove(last, first) - isAbove(first, last);
    }

    private static int isAbove(YearOf one, YearOf other) {
        if (one.low() > other.high()) {
            return SURE;
        }
        return one.hoursDown() > other.high() || one.low() > other.hoursDown() ? 1 : 0;
    }

    private static double growth(Service service) {
        double first = service.years().get(0).hoursDown();
        double last = service.years().get(service.years().size() - 1).hoursDown();
        return first > 0 && last > 0 ? last / first : 1;
    }

    private static Element numbers(List<Service> services) {
        List<List<String>> rows = new ArrayList<>();
        for (Service service : services) {
            for (YearOf year : service.years()) {
                rows.add(List.of(
                        service.name(),
                        String.valueOf(year.year()),
                        Figures.coordinate(year.hoursDown()),
                        Figures.coordinate(year.low()),
                        Figures.coordinate(year.high()),
                        String.valueOf(year.meetsSlo())));
            }
        }
        return Download.csv(
                "years.csv",
                List.of("service", "year", "hours down", "low", "high", "share that keeps the goal"),
                rows);
    }
}
