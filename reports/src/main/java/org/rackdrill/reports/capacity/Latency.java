package org.rackdrill.reports.capacity;

import org.rackdrill.reports.chart.LatencyCurve;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Percentiles;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** How long requests wait, today and with more load. */
final class Latency {
    private Latency() {}

    static Element section(Capacity capacity) {
        if (capacity.pools().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of(
                "load",
                "More load",
                "How long a request to a pool takes as the load grows. The curve is flat for long and then steep: the"
                        + " dashed line is where no waiting helps any more.");
        Element grid = Element.of("div", "grid");
        for (Capacity.OfPool pool : capacity.pools()) {
            Element figure = Element.of("figure");
            figure.add(Element.of("h3").add(Element.name(pool.name())));
            figure.add(new LatencyCurve(pool.curve(), pool.saturatesAt().best())
                    .picture("Latency of " + Named.inSentence(pool.name()) + " by load"));
            grid.add(figure.add(Element.of("figcaption")
                    .text("Holds until "
                            + Known.text(pool.saturatesAt(), factor -> Figures.about(factor, 2))
                            + " times today's load.")));
        }
        return section.add(grid, LatencyCurve.key(), services(capacity));
    }

    private static Element services(Capacity capacity) {
        if (capacity.services().isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("wide-table", "What each service waits for its pool")
                .column("Service")
                .column("Pool")
                .numbers("Half of its requests")
                .numbers("95 of 100")
                .numbers("99 of 100")
                .numbers("95 of 100 with a disk lost")
                .numbers("95 of 100 while scrubbing")
                .numbers("Goal");
        for (StorageAnswer.OfService service : capacity.services()) {
            table.row(
                    Element.name(service.name()),
                    Element.name(service.pool()),
                    cell(Millis.text(service.latencyMillis().p50())),
                    cell(Millis.text(service.latencyMillis().p95())),
                    cell(Millis.text(service.latencyMillis().p99())),
                    cell(service.degradedMillis().map(Latency::p95).orElse("–")),
                    cell(service.scrubbingMillis().map(Latency::p95).orElse("–")),
                    cell(service.goal().map(Latency::goal).orElse("–")));
        }
        return table.element();
    }

    private static String p95(Percentiles millis) {
        return Millis.text(millis.p95().best());
    }

    private static String goal(StorageAnswer.Goal goal) {
        return Figures.share(goal.share()) + " in " + Millis.text(goal.millis()) + ": kept "
                + Figures.share(goal.met().best()) + " of the time";
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
