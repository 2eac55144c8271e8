package org.rackdrill.reports;

import org.rackdrill.reports.capacity.CapacitySections;
import org.rackdrill.reports.page.Page;
import org.rackdrill.simulator.capacity.Capacity;

/** The report about the capacity of one lab. */
public final class CapacityReport {
    private CapacityReport() {}

    /** Returns the whole page as one self-contained HTML document. */
    public static String html(Capacity capacity, ReportContext context) {
        return Page.document(
                "Rackdrill: the capacity of " + capacity.title(),
                CapacitySections.of(
                        capacity, context.date(), context.command(), context.redraw(), CapacityJson.write(capacity)));
    }
}
