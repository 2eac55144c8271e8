package org.rackdrill.reports.simulation;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.DisksAlone;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Failover;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.Service;

/** Every number with its interval and its simulation error, and each exact term once. */
final class Details {
    private static final int LONGEST_REASONS = 400;
    private static final int LONGEST_METHOD = 80;

    private Details() {}

    static Element section(Results results) {
        Element section = Section.of(
                "details", "Every number", "Nothing here is new; this is where the numbers above come from.");
        if (!results.services().isEmpty()) {
            section.add(heading("How available"), availability(results));
            section.add(Crowd.others(results.services(), "services, those in the worst standing"));
            List<Service> listed = Goals.listed(results);
            section.add(folded("A year of downtime", downtime(listed)));
            section.add(folded("Outages one by one", outages(listed)));
            section.add(failovers(listed));
        }
        section.add(losses(Fate.listed(results)), Crowd.others(results.data(), "datasets, those most at risk"));
        if (results.variant() == null) {
            section.add(heading("The whole lab"), lab(results));
        }
        return section.add(heading("What the words mean"), terms(results));
    }

    private static Element heading(String text) {
        return Element.of("h3").text(text);
    }

    private static Element availability(Results results) {
        Table table = new Table("wide-table", "Availability of each service")
                .column("Service")
                .numbers("Goal")
                .numbers("Available")
                .numbers(level(results) + " interval")
                .numbers("Simulation error")
                .numbers("Exact");
        for (Service service : Goals.listed(results)) {
            Estimate available = service.availability();
            Double exact = service.exact();
            table.row(
                    Goals.id(results, service),
                    Element.together(Element.name(service.name()), placeOf(service)),
                    cell(Figures.goal(service.slo())),
                    cell(Uptime.text(available.mean(), available.low(), available.high())),
                    cell(Uptime.range(available.low(), available.high()) + "\u00a0%"),
                    cell("± " + Figures.about(available.simulationError() * 100, 1) + "\u00a0%"),
                    cell(exact == null ? "none" : Uptime.text(1 - exact)));
        }
        return Element.together(table.element(), Exactness.methods(results), whyNotExact(results.services()));
    }

    private static Element whyNotExact(List<Service> services) {
        List<String> reasons = services.stream()
                .filter(service ->
                        service.exact() == null && !service.whyNotExact().isEmpty())
                .map(service -> Named.visible(service.whyNotExact()))
                .distinct()
                .toList();
        return reasons.isEmpty()
                ? Element.nothing()
                : Element.of("p", "soft")
                        .text("Where there is no exact answer: "
                                + Spoken.shortened(String.join("; ", reasons), LONGEST_REASONS) + ".");
    }

    private static Element placeOf(Service service) {
        return service.place().isEmpty()
                ? Element.nothing()
                : Element.of("span", "place").text(" " + service.place());
    }

    private static Element downtime(List<Service> services) {
        Table table = new Table("wide-table", "Hours down in a year")
                .column("Service")
                .numbers("Mean")
                .numbers("Median")
                .numbers("1 year in 20")
                .numbers("1 year in 100")
                .numbers("Years that keep the goal");
        for (Service service : services) {
            var down = service.downtimeHoursPerYear();
            Estimate kept = service.probabilityYearMeetsSlo();
            table.row(
                    service.name(),
                    Hours.text(down.mean()),
                    Hours.text(down.p50()),
                    Hours.text(down.p95()),
                    Hours.text(down.p99()),
                    Spread.kept(kept).replace("a year keeps the goal in ", ""));
        }
        return table.element();
    }

    private static Element outages(List<Service> services) {
        Table table = new Table("wide-table", "Outages of each service")
                .column("Service")
                .numbers("A year")
                .numbers("Usual length")
                .numbers("1 in 20 is longer than")
                .numbers("Available in hours of use")
                .numbers("Without planned work");
        for (Service service : services) {
            table.row(
                    service.name(),
                    Figures.about(service.outagesPerYear().mean(), 2),
                    Hours.text(service.outageMinutes().p50() / 60),
                    Hours.text(service.outageMinutes().p95() / 60),
                    Uptime.text(service.inUseHours().mean()),
                    Uptime.text(service.unplannedOnly().mean()));
        }
        return table.element();
    }

    private static Element failovers(List<Service> services) {
        Table table = new Table("wide-table", "Failovers of each service")
                .column("Service")
                .numbers("A year")
                .numbers("Usually lose the last")
                .numbers("1 in 100 loses more than");
        boolean any = false;
        for (Service service : services) {
            Failover failover = service.failover();
            if (failover != null) {
                any = true;
                table.row(
                        service.name(),
                        Figures.about(failover.perYear(), 2),
                        Hours.text(failover.lostWriteMinutes().p50() / 60),
                        Hours.text(failover.lostWriteMinutes().p99() / 60));
            }
        }
        return any ? folded("Starting elsewhere after a failure", table.element()) : Element.nothing();
    }

    private static Element losses(List<Data> all) {
        if (all.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("wide-table", "Chance of losing each dataset")
                .column("Data")
                .numbers("Within a year")
                .numbers("Within ten years")
                .numbers("Interval")
                .numbers("Disks alone")
                .column("Computed as", "method");
        for (Data data : all) {
            Loss loss = data.lossProbabilityTenYears();
            table.row(
                    data.name(),
                    Spoken.chance(data.lossProbabilityPerYear().mean(), loss.low(), loss.high()),
                    Spoken.chance(loss.mean(), loss.low(), loss.high()),
                    Spoken.chance(loss.low(), 1) + " to " + Spoken.chance(loss.high(), 1),
                    Spoken.chance(loss.disksOnly(), 1),
                    Spoken.shortened(Named.visible(loss.method()), LONGEST_METHOD));
        }
        return folded("How the data fares", table.element()).add(disksAlone(all));
    }

    /** What disks alone would do, and how well that is known: no promise, since they are not what data die of. */
    private static Element disksAlone(List<Data> all) {
        Table table = new Table("wide-table", "Chance that disks alone lose each dataset within a year")
                .column("Data")
                .numbers("By disks alone")
                .numbers("By anything")
                .column("Found by")
                .numbers("Standard error")
                .numbers("As many as")
                .column("Because of");
        for (Data data : all) {
            DisksAlone disks = data.disksAlone();
            if (disks != null) {
                table.row(
                        data.name(),
                        Spoken.chance(disks.perYear(), 1),
                        Spoken.chance(data.lossProbabilityPerYear().mean(), 1),
                        Named.visible(disks.method()),
                        error(disks),
                        disks.effectiveSampleSize() == null
                                ? ""
                                : Figures.about(disks.effectiveSampleSize(), 2) + " losses",
                        Named.visible(disks.why()));
            }
        }
        return all.stream().allMatch(data -> data.disksAlone() == null) ? Element.nothing() : table.element();
    }

    private static String error(DisksAlone disks) {
        Double error = disks.relativeError();
        return error == null ? "not known" : error == 0 ? "none" : Figures.about(error * 100, 2) + " %";
    }

    /** The heading opens it; on paper it is open. */
    private static Element folded(String heading, Element table) {
        return Element.of("details", "fold").add(Element.of("summary").text(heading), table);
    }

    private static Element lab(Results results) {
        var toil = results.toil();
        return new Table("pairs", "Numbers of the whole lab")
                .column("What")
                .numbers("How much")
                .row(
                        "Everything down at once",
                        Hours.text(results.everythingDownHoursPerYear().mean()) + " a year")
                .row("Interventions", Figures.about(toil.interventionsPerWeek(), 2) + " a week")
                .row("Hands-on time", Hours.text(toil.handsOnHoursPerYear()) + " a year")
                .row("Nights woken", Figures.about(toil.nightsWokenPerYear(), 2) + " a year")
                .row("False alarms", Figures.about(toil.falseAlarmsPerYear(), 2) + " a year")
                .row("Simulated histories", Figures.whole(results.histories()))
                .row("Sets of parameters", Figures.whole(results.parameterDraws()))
                .row(
                        "Precision of the simulation, wanted and reached",
                        Figures.about(results.precision().wanted() * 100, 2) + " % and "
                                + Figures.about(results.precision().reached() * 100, 2) + " %")
                .element();
    }

    private static Element terms(Results results) {
        Element terms = Element.of("dl");
        term(
                terms,
                "Available",
                "the share of all hours in which a person who wants the service can use it; "
                        + "what is missing to 100 % is the unavailability. Rounded down, never up.");
        term(
                terms,
                level(results) + " interval",
                "in that share of cases like this one the true value lies inside. It holds both what is "
                        + "not known about the parts (" + Spoken.count(results.parameterDraws())
                        + " sets of plausible values) and luck.");
        term(terms, "Simulation error", "what more computing would remove; the interval has it in already.");
        term(terms, "Exact", "the availability by formula, where one exists; the simulation must agree with it.");
        term(terms, "Year", "8,760 hours.");
        term(terms, "Cause", "the first thing that was enough to bring the service down; all shares make 100 %.");
        return terms;
    }

    private static void term(Element terms, String word, String meaning) {
        terms.add(Element.of("dt").text(word), Element.of("dd").text(meaning));
    }

    private static String level(Results results) {
        return Figures.share(results.services().stream()
                .mapToDouble(service -> service.availability().level())
                .findFirst()
                .orElse(0.9));
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
