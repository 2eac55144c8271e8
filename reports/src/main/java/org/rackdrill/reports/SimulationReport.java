package org.rackdrill.reports;

import org.rackdrill.reports.page.Page;
import org.rackdrill.reports.simulation.SimulationSections;
import org.rackdrill.simulator.study.Results;

/** The report about one lab. */
public final class SimulationReport {
    private SimulationReport() {}

    /** Returns the whole page as one self-contained HTML document. */
    public static String html(Results results, ReportContext context) {
        return html(results, context, ResultsJson.write(results));
    }

    /**
     * Returns the same of results that were written already; those of a large lab take seconds.
     *
     * @param json what {@link ResultsJson#write(Results)} made of them
     */
    public static String html(Results results, ReportContext context, byte[] json) {
        return Page.document(
                "Rackdrill: " + results.title(),
                SimulationSections.of(results, context.date(), context.command(), context.redraw(), json));
    }
}
