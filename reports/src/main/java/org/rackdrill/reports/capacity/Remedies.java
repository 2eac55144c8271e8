package org.rackdrill.reports.capacity;

import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** What was tried on a pool that is short. */
final class Remedies {
    private Remedies() {}

    static Element section(Capacity capacity) {
        if (capacity.remedies().isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("stack", "Changes that were tried, each by itself")
                .column("Change")
                .column("Pool")
                .numbers("Busy a quarter of the time")
                .numbers("95 of 100 requests")
                .numbers("The slowest page");
        for (StorageAnswer.Remedy remedy : capacity.remedies()) {
            table.row(
                    Element.name(remedy.change()),
                    Element.name(remedy.pool()),
                    cell(Figures.share(remedy.utilisationP75())),
                    cell(Millis.text(remedy.latencyP95Millis())),
                    cell(remedy.seconds().map(it -> Hours.text(it / 3600)).orElse("")));
        }
        return Section.of(
                        "remedies",
                        "What would help",
                        capacity.remedies().get(0).sentence())
                .add(table.element());
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
