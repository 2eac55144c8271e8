package org.rackdrill.reports;

import org.rackdrill.reports.comparison.ComparisonSections;
import org.rackdrill.reports.page.Page;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** The report about several labs under the same luck. */
public final class ComparisonReport {
    private ComparisonReport() {}

    /** Returns the whole page as one self-contained HTML document. */
    public static String html(Comparison comparison, ReportContext context) {
        String labs =
                String.join(", ", comparison.labs().stream().map(Results::lab).toList());
        return Page.document(
                "Rackdrill: " + labs,
                ComparisonSections.of(
                        comparison,
                        context.date(),
                        context.command(),
                        context.redraw(),
                        ResultsJson.write(comparison)));
    }
}
