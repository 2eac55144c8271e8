package org.rackdrill.reports;

import org.rackdrill.reports.page.Page;
import org.rackdrill.reports.plan.PlanSections;
import org.rackdrill.simulator.plan.PlanResults;

/** The report about what to buy. */
public final class PlanReport {
    private PlanReport() {}

    /** Returns the whole page as one self-contained HTML document, of a plan with at least one point. */
    public static String html(PlanResults results, ReportContext context) {
        return Page.document(
                "Rackdrill: what to buy for " + results.lab(),
                PlanSections.of(
                        results, context.date(), context.command(), context.redraw(), ResultsJson.write(results)));
    }
}
