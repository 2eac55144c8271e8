package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.chart.Day;
import org.rackdrill.reports.chart.Trouble;
import org.rackdrill.reports.chart.YearCalendar;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.FamilyYear;
import org.rackdrill.simulator.study.Results.Outage;

/** The family's year: when it would hurt, in a typical and in a bad year. */
public final class FamilyCalendar {
    private static final int MOST_CAUSES = 2;
    private static final String DISASTER = "F";
    private static final Map<String, String> KINDS = Map.of(
            "P",
            "power, ",
            "N",
            "network, ",
            "H",
            "hardware, ",
            "S",
            "software, ",
            "D",
            "disks and data, ",
            "U",
            "updates, ",
            DISASTER,
            "disasters, ");

    private FamilyCalendar() {}

    static Element section(Results results) {
        List<FamilyYear> years = results.familyYears();
        Element section = Section.of("year", "Your family's year", lead(years));
        if (years.isEmpty()) {
            return section;
        }
        Map<String, String> colours = colours(years);
        Element pair = Element.of("div", "pair");
        years.forEach(year -> pair.add(figure(year, title(year), colours)));
        return section.add(pair, numbers(years));
    }

    /** Returns a lab's typical year under the lab's name. */
    public static Optional<Element> typical(Results results) {
        return results.familyYears().stream()
                .filter(year -> year.kind().equals("typical"))
                .findFirst()
                .map(year -> figure(year, Named.inSentence(results.lab()), colours(List.of(year))));
    }

    private static String lead(List<FamilyYear> years) {
        if (years.isEmpty()) {
            return "No simulated year was kept for drawing, so there is nothing to show here.";
        }
        List<String> services = years.get(0).services();
        return "Simulated years day by day: each column is a day, midnight at the top, the evening shaded. "
                + "A block is a time when " + (services.isEmpty() ? "a service" : Named.list(services, 4))
                + " could not be used; colour and letter say what failed.";
    }

    private static Element figure(FamilyYear year, String title, Map<String, String> colours) {
        List<Trouble> troubles = Trouble.of(year.outages());

        String counted = counted(year);
        Element figure = Element.of("figure");
        figure.add(Element.of("h3").text(title));
        figure.add(Section.paragraph(counted));
        figure.add(new YearCalendar(colours).picture(troubles, title + ": " + counted, worst(troubles)));
        return figure.add(legend(troubles, colours), Element.of("figcaption").text(worst(troubles)));
    }

    private static String title(FamilyYear year) {
        return switch (year.kind()) {
            case "typical" -> "A typical year";
            case "bad" -> "A bad year, the worst of twenty";
            default -> Spoken.capital(Named.inSentence(year.kind())) + " year";
        };
    }

    private static String counted(FamilyYear year) {
        String evenings = Spoken.count(year.eveningsRuined(), "evening", "evenings") + " ruined";
        return Spoken.capital(evenings) + ", " + Spoken.count(year.nightsWoken(), "night", "nights") + " woken.";
    }

    private static String worst(List<Trouble> troubles) {
        return troubles.stream()
                .max(Comparator.comparingDouble(Trouble::hours))
                .map(worst -> "The longest: " + Named.inSentence(worst.cause()) + " from "
                        + Day.of(worst.from()).text() + " for " + Hours.text(worst.hours()) + ".")
                .orElse("Nothing fails in this year.");
    }

    private static Element legend(List<Trouble> troubles, Map<String, String> colours) {
        Element list = Element.of("ul", "legend");
        byLetter(troubles)
                .forEach((letter, same) -> list.add(Element.of("li")
                        .add(YearCalendar.swatch(letter, colours.getOrDefault(letter, "k0")))
                        .text(" " + KINDS.getOrDefault(letter, "") + Spoken.times(same.size()) + ", "
                                + Hours.text(hours(same)) + ": " + Named.list(causes(same), MOST_CAUSES))));
        return list;
    }

    /** The letters of a year, that of the most hours first. */
    private static Map<String, List<Trouble>> byLetter(List<Trouble> troubles) {
        Map<String, List<Trouble>> unordered = new TreeMap<>();
        troubles.forEach(trouble -> unordered
                .computeIfAbsent(trouble.letter(), k -> new ArrayList<>())
                .add(trouble));
        Map<String, List<Trouble>> ordered = new LinkedHashMap<>();
        unordered.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -hours(entry.getValue())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static List<String> causes(List<Trouble> troubles) {
        Map<String, Double> hours = new TreeMap<>();
        troubles.forEach(trouble -> hours.merge(trouble.cause(), trouble.hours(), Double::sum));
        return hours.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double hours(List<Trouble> troubles) {
        return troubles.stream().mapToDouble(Trouble::hours).sum();
    }

    /** The same colour for a letter in every year: by hours over all of them. Red is kept for disasters. */
    private static Map<String, String> colours(List<FamilyYear> years) {
        List<Trouble> all = new ArrayList<>();
        years.forEach(year -> all.addAll(Trouble.of(year.outages())));
        Map<String, String> colours = new HashMap<>();
        int used = 0;
        for (String letter : byLetter(all).keySet()) {
            colours.put(letter, letter.equals(DISASTER) ? "harm" : Bar.colour(used++));
        }
        return colours;
    }

    private static Element numbers(List<FamilyYear> years) {
        List<List<String>> rows = new ArrayList<>();
        for (FamilyYear year : years) {
            for (Outage outage : year.outages()) {
                rows.add(List.of(
                        year.kind(),
                        outage.service(),
                        Figures.coordinate(outage.startHour()),
                        Figures.coordinate(outage.hours()),
                        outage.cause()));
            }
        }
        return Download.csv("family-year.csv", List.of("year", "service", "starts at hour", "hours", "cause"), rows);
    }
}
