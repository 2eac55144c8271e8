package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.NinesScale;
import org.rackdrill.reports.chart.RangeBar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Cause;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Service;

/** One row per service: who is safe, who is open, who misses. */
public final class Goals {
    private static final double YEAR_HOURS = 8760;
    private static final int MOST_ROWS = 15;

    private Goals() {}

    /** Returns the services, those in the worst standing first, within a standing the furthest from their goal. */
    public static List<Service> worstFirst(Results results) {
        return results.services().stream()
                .sorted(Comparator.comparing((Service service) -> Standing.of(service))
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(Goals::shareOfAllowance)
                                .reversed()))
                .toList();
    }

    /** Returns the services that the details list: all of them in the order of the lab, of a crowd those in the worst standing. */
    static List<Service> listed(Results results) {
        return Crowd.is(results.services().size()) ? Crowd.shown(worstFirst(results)) : results.services();
    }

    /** Returns the hours a year that a goal allows. */
    static double allowedHours(Service service) {
        return (1 - service.slo()) * YEAR_HOURS;
    }

    /** Returns the expected hours down a year: those that the availability means. */
    static double downHours(double availability) {
        return (1 - availability) * YEAR_HOURS;
    }

    /** Returns the id of a service's row in the details. */
    static String id(Results results, Service service) {
        return "service-" + results.services().indexOf(service);
    }

    static Element section(Results results) {
        List<Service> services = worstFirst(results);
        Element section = Element.of("section", "goals").with("id", "goals");
        section.add(Element.of("h2", "unseen").text("Each service and its goal"));
        if (services.isEmpty()) {
            return section;
        }
        List<Service> listed = Crowd.shown(services);
        RangeBar bars = new RangeBar(scale(listed));
        long open = services.stream()
                .filter(service -> Standing.of(service) != Standing.WILL)
                .count();
        int shown = Math.min(listed.size(), services.size() <= MOST_ROWS ? MOST_ROWS : (int) Math.max(MOST_ROWS, open));
        section.add(Element.of("div", "phone-axis").with("aria-hidden", "true").add(bars.axis()));
        section.add(table(results, services.subList(0, shown), bars, "Services and their goals"));
        if (shown < listed.size()) {
            section.add(Element.of("details")
                    .add(
                            Element.of("summary").text(more(listed.size() - shown, services)),
                            table(
                                    results,
                                    listed.subList(shown, listed.size()),
                                    bars,
                                    "Services that keep their goal")));
        }
        return section.add(others(services));
    }

    private static String more(int number, List<Service> services) {
        return Crowd.is(services.size())
                ? "The next " + Spoken.count(number) + " all keep their goal"
                : "And " + Spoken.count(number) + " more, all keep their goal";
    }

    /** Says of a crowd how those stand that are not shown. */
    private static Element others(List<Service> services) {
        int shown = Crowd.shown(services).size();
        if (shown == services.size()) {
            return Element.nothing();
        }
        boolean keep = Standing.of(services.get(shown)) == Standing.WILL;
        return Section.paragraph("And " + Spoken.count(services.size() - shown) + " more services, "
                + (keep ? "which all keep their goal" : "none in a worse standing")
                + ": results.json beside this page has them all.");
    }

    private static NinesScale scale(List<Service> services) {
        List<Double> marks = new ArrayList<>();
        for (Service service : services) {
            marks.add(service.availability().low());
            marks.add(service.availability().high());
            marks.add(service.slo());
        }
        return NinesScale.over(marks);
    }

    private static Element table(Results results, List<Service> services, RangeBar bars, String caption) {
        Table table = new Table("services", caption)
                .column("Service")
                .column("Goal kept?", "mark")
                .column(bars.axis(), "Range", "wide")
                .column("Available", "n available")
                .column("Down per year", "n down")
                .column("Mostly because of", "because");
        services.forEach(service -> addRow(table, results, service, bars));
        return table.element();
    }

    private static void addRow(Table table, Results results, Service service, RangeBar bars) {
        Standing standing = Standing.of(service);
        Estimate available = service.availability();
        Element name = Element.of("a").with("href", "#" + id(results, service)).add(Element.name(service.name()));
        Element mark = Element.of("span", standing.cssClass()).text(standing.mark() + " " + standing.word());
        table.row(
                name,
                mark,
                bars.of(
                        available.mean(),
                        available.low(),
                        available.high(),
                        service.slo(),
                        standing.cssClass(),
                        Uptime.range(available.low(), available.high()) + " %, goal " + Figures.goal(service.slo())),
                Element.together().text(Uptime.text(available.mean(), available.low(), available.high())),
                Element.together()
                        .text(Hours.text(
                                downHours(available.mean()), downHours(available.high()), downHours(available.low()))),
                Element.together().text(because(service)));
    }

    /** The largest cause and its share. */
    static String because(Service service) {
        return service.causes().stream()
                .filter(cause -> cause.hoursPerYear() > 0)
                .max(Comparator.comparingDouble(Cause::share))
                .map(cause -> Named.inSentence(cause.label()) + ", " + Figures.share(cause.share()))
                .orElse("never went down");
    }

    private static double shareOfAllowance(Service service) {
        return (1 - service.availability().mean()) / Math.max(1e-12, 1 - service.slo());
    }
}
