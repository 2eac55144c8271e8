package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.rackdrill.reports.chart.DotStrip;
import org.rackdrill.reports.chart.NinesScale;
import org.rackdrill.reports.chart.RangeBar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Seen;
import org.rackdrill.simulator.study.Results.Service;

/** The same simulated years, counted in other ways: by whom, when, and with what left out. */
final class Counting {
    private static final double YEAR_HOURS = 8760;
    private static final Map<String, String> AUDIENCES = Map.of(
            "home", "Only people at home count, with or without a cable.",
            "wired", "Only what has a cable counts: it needs no access point.",
            "remote", "Only people elsewhere count: they need the internet access as well.");

    private Counting() {}

    /**
     * A way of counting.
     *
     * @param services those that it knows
     * @param availabilities one for each of them
     */
    private record Way(String name, String meaning, List<Service> services, List<Double> availabilities) {
        double average() {
            return availabilities.stream().mapToDouble(a -> a).average().orElse(1);
        }

        int worst() {
            int worst = 0;
            for (int i = 1; i < availabilities.size(); i++) {
                worst = availabilities.get(i) < availabilities.get(worst) ? i : worst;
            }
            return worst;
        }

        /** No interval of its own is known; that of the services counted in the ordinary way says how many digits. */
        String averageText() {
            double low = services.stream()
                    .mapToDouble(service -> service.availability().low())
                    .average()
                    .orElse(0);
            double high = services.stream()
                    .mapToDouble(service -> service.availability().high())
                    .average()
                    .orElse(1);
            return Uptime.text(average(), low, high);
        }

        String worstText() {
            var usual = services.get(worst()).availability();
            return Named.inSentence(services.get(worst()).name()) + ", "
                    + Uptime.text(availabilities.get(worst()), usual.low(), usual.high());
        }
    }

    static Element section(Results results) {
        if (results.services().isEmpty()) {
            return Element.nothing();
        }
        List<Way> ways = ways(results);
        double all = results.everythingDownHoursPerYear().mean();
        List<Double> marks = new ArrayList<>(List.of(1 - all / YEAR_HOURS));
        ways.forEach(way -> marks.addAll(way.availabilities()));
        NinesScale scale = NinesScale.over(marks);
        DotStrip strips = new DotStrip(scale);
        Element axis = new RangeBar(scale).axis();
        Element section = Section.of(
                "counting",
                "Counted in other ways",
                "Who asks, and when, changes the answer. Each dot is a service, further right is better; the upright mark "
                        + "is their average.");
        section.add(Element.of("div", "phone-axis").with("aria-hidden", "true").add(axis));
        Table table = new Table("counted", "Ways of counting availability")
                .column("What counts", "way")
                .column(axis, "Each service", "wide")
                .column("On average", "n average-of")
                .column("Worst", "worst");
        ways.forEach(way -> addRow(table, way, strips));
        addEverything(table, all, strips);
        return section.add(table.element());
    }

    private static void addRow(Table table, Way way, DotStrip strips) {
        table.row(
                name(way.name(), way.meaning()),
                strips.of(way.availabilities(), way.average(), way.name() + ": " + way.averageText()),
                Element.together().text(way.averageText()),
                Element.together().text(way.worstText()));
    }

    private static Element name(String name, String meaning) {
        return Element.together(
                Element.of("b").text(name), Element.of("span", "meaning").text(" " + meaning));
    }

    private static void addEverything(Table table, double hours, DotStrip strips) {
        double availability = 1 - hours / YEAR_HOURS;
        table.row(
                name("Everything at once", "Only hours in which no service works at all count."),
                strips.of(List.of(availability), availability, "Everything at once: " + Hours.text(hours) + " a year"),
                Element.together().text(Hours.text(hours) + " a year"),
                Element.nothing());
    }

    private static List<Way> ways(Results results) {
        List<Way> ways = new ArrayList<>();
        ways.add(way(
                results,
                "As on this page",
                "Somebody who wants the service cannot use it; planned work counts.",
                service -> service.availability().mean()));
        audiences(results).forEach((audience, seen) -> ways.add(seen));
        ways.add(way(
                results,
                "In hours of use",
                "Hours in which nobody wants the service do not count.",
                service -> service.inUseHours().mean()));
        ways.add(way(
                results,
                "Without planned work",
                "Updates and patching do not count, only what nobody has planned.",
                service -> service.unplannedOnly().mean()));
        return ways;
    }

    private static Way way(Results results, String name, String meaning, ToDoubleFunction<Service> counted) {
        return new Way(
                name,
                meaning,
                results.services(),
                results.services().stream().map(counted::applyAsDouble).toList());
    }

    private static Map<String, Way> audiences(Results results) {
        Map<String, Way> ways = new LinkedHashMap<>();
        int all = results.services().size();
        for (Service service : results.services()) {
            for (Seen seen : service.audiences()) {
                Way way = ways.computeIfAbsent(
                        seen.audience(),
                        audience -> new Way(
                                title(audience),
                                AUDIENCES.getOrDefault(audience, "Only these people count."),
                                new ArrayList<>(),
                                new ArrayList<>()));
                way.services().add(service);
                way.availabilities().add(seen.availability());
            }
        }
        ways.replaceAll((audience, way) -> way.services().size() == all
                ? way
                : new Way(
                        way.name(),
                        way.meaning() + " For " + Spoken.count(way.services().size(), "service", "services") + ".",
                        way.services(),
                        way.availabilities()));
        return ways;
    }

    private static String title(String audience) {
        return switch (audience) {
            case "home" -> "At home";
            case "wired" -> "At home, by cable";
            case "remote" -> "From elsewhere";
            default -> Spoken.capital(Named.inSentence(audience));
        };
    }
}
