package org.rackdrill.reports.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.reports.chart.NinesScale;
import org.rackdrill.reports.chart.RangeBar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Comparison.Difference;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;

/** One row per service, with a bar for each lab on one scale. */
final class Services {
    private final Comparison comparison;
    private final RangeBar bars;

    private Services(Comparison comparison) {
        this.comparison = comparison;
        List<Double> marks = new ArrayList<>();
        for (Results lab : comparison.labs()) {
            for (Service service : lab.services()) {
                marks.add(service.availability().low());
                marks.add(service.availability().high());
                marks.add(service.slo());
            }
        }
        this.bars = new RangeBar(NinesScale.over(marks));
    }

    static Element section(Comparison comparison) {
        Services services = new Services(comparison);
        Element section = Section.of(
                "services",
                "Service by service",
                "Each bar is a lab's range, the dot its best guess, the dashed mark the goal; further right is better. "
                        + "A difference has its own range, which is usually narrower than the two bars suggest: both labs had the "
                        + "same luck.");
        section.add(Element.of("div", "phone-axis").with("aria-hidden", "true").add(services.bars.axis()));
        return section.add(services.table());
    }

    private Element table() {
        Table table = new Table("compared", "Services in each lab")
                .column("Service")
                .column(bars.axis(), "Range in each lab", "wide")
                .column("In each lab", "labs")
                .column("Down a year against " + baseline(), "change");
        for (String name : names()) {
            table.row(Element.name(name), ranges(name), standings(name), changes(name));
        }
        return table.element();
    }

    private String baseline() {
        return comparison.labs().isEmpty()
                ? ""
                : Named.inSentence(comparison.labs().get(0).lab());
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        comparison.labs().forEach(lab -> lab.services().forEach(service -> names.add(service.name())));
        return names;
    }

    private Element ranges(String name) {
        Element ranges = Element.together();
        for (Results lab : comparison.labs()) {
            find(lab, name).ifPresent(service -> {
                var available = service.availability();
                ranges.add(bars.of(
                        available.mean(),
                        available.low(),
                        available.high(),
                        service.slo(),
                        Standing.of(service).cssClass(),
                        Named.inSentence(lab.lab()) + ": " + Uptime.range(available.low(), available.high())
                                + " %, goal " + Figures.goal(service.slo())));
            });
        }
        return ranges;
    }

    private Element standings(String name) {
        Element list = Element.of("ul", "lines");
        for (Results lab : comparison.labs()) {
            find(lab, name).ifPresent(service -> {
                Standing standing = Standing.of(service);
                var available = service.availability();
                list.add(Element.of("li")
                        .add(Element.of("span", standing.cssClass()).text(standing.mark()))
                        .text(" ")
                        .add(Element.name(lab.lab()))
                        .text(" " + Uptime.text(available.mean(), available.low(), available.high()) + ", "
                                + standing.word()));
            });
        }
        return list;
    }

    private Element changes(String name) {
        Element list = Element.of("ul", "lines");
        for (Difference difference : comparison.differences()) {
            if (difference.service().equals(name)) {
                Change change = Change.of(difference);
                Element line = Element.of("li");
                if (comparison.labs().size() > 2) {
                    line.add(Element.name(difference.lab())).text(" ");
                }
                list.add(line.add(Element.of("span", change.cssClass()).text(Change.text(difference))));
            }
        }
        return list.isEmpty() ? Element.of("span", "soft").text("not in both") : list;
    }

    private static Optional<Service> find(Results lab, String name) {
        return lab.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }
}
