package org.rackdrill.reports.capacity;

import java.util.Optional;
import org.rackdrill.reports.chart.WeekMap;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** How busy the disks are over a usual week, and what a lost disk makes of it. */
final class DiskWeek {
    private DiskWeek() {}

    static Element section(Capacity capacity) {
        Element section = Section.of("disks", "The week of the disks", lead(capacity));
        if (capacity.pools().isEmpty() && capacity.overloads().isEmpty()) {
            return section;
        }
        capacity.overloads()
                .forEach(pool -> section.add(Element.of("p")
                        .add(Element.of("span", "no").text("✗ "))
                        .add(Element.name(pool.pool()))
                        .text(": " + pool.sentence())));
        Element grid = Element.of("div", "grid");
        for (Capacity.OfPool pool : capacity.pools()) {
            Element figure = Element.of("figure");
            figure.add(Element.of("h3").add(Element.name(pool.name())));
            figure.add(new WeekMap(pool.week()).picture("Utilisation of " + Named.inSentence(pool.name())));
            grid.add(figure.add(Element.of("figcaption").text(pool.bottleneck())));
        }
        if (!capacity.pools().isEmpty()) {
            section.add(grid, WeekMap.scale(), table(capacity));
        }
        return section;
    }

    private static String lead(Capacity capacity) {
        return capacity.pools().isEmpty() && capacity.overloads().isEmpty()
                ? "Nothing in the lab file says what is asked of the disks, so nothing can be said about them."
                : "Each square is an hour of a usual week: the stronger its colour, the busier the busiest disk. Above 80"
                        + " % requests queue up and people wait.";
    }

    private static Element table(Capacity capacity) {
        Table table = new Table("wide-table of-pools", "How busy the busiest disk of each pool is")
                .column("Pool")
                .numbers("Half the time at most")
                .numbers("A quarter of the time above")
                .numbers("1 hour in 20 above")
                .numbers("With a disk lost")
                .numbers("While resilvering")
                .numbers("Scrubbing")
                .numbers("Answered by cache");
        for (Capacity.OfPool pool : capacity.pools()) {
            table.row(
                    pool.name(),
                    Figures.share(pool.utilisation().p50().best()),
                    Known.share(pool.utilisation().p75()),
                    Figures.share(pool.utilisation().p95().best()),
                    quarter(pool.degraded()),
                    quarter(pool.resilvering()),
                    quarter(pool.scrubbing()),
                    Known.share(pool.hitRatio()));
        }
        return table.element();
    }

    private static String quarter(Optional<StorageAnswer.Use> use) {
        return use.map(it -> Figures.share(it.utilisation().p75().best())).orElse("–");
    }
}
