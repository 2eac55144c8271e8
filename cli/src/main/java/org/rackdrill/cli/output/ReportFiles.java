package org.rackdrill.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.reports.CapacityJson;
import org.rackdrill.reports.CapacityReport;
import org.rackdrill.reports.ComparisonReport;
import org.rackdrill.reports.PlanReport;
import org.rackdrill.reports.ReportContext;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.reports.SimulationReport;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/**
 * A report and the data that it is drawn from, in one directory.
 *
 * @param folder the directory
 * @param command what was typed to get the data
 * @param date the day to print in the report
 */
public record ReportFiles(ResultFolder folder, String command, LocalDate date) {
    /** The page that a person opens. */
    public static final String PAGE = "report.html";

    private static final String RESULTS = "results.json";
    private static final String COMPARISON = "comparison.json";
    private static final String CAPACITY = "capacity.json";
    private static final String PLAN = "plan.json";
    private static final String TIMINGS = "timings.json";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Writes the results of one lab and their report. */
    public void write(Results results) {
        byte[] json = ResultsJson.write(results);
        folder.write(RESULTS, json);
        folder.write(PAGE, SimulationReport.html(results, context(folder.shown(RESULTS)), json));
    }

    /** Writes the results of several labs and their report. */
    public void write(Comparison comparison) {
        folder.write(COMPARISON, ResultsJson.write(comparison));
        draw(comparison, folder.shown(COMPARISON));
    }

    /** Writes what a lab can carry and the report about it. */
    public void write(Capacity capacity) {
        folder.write(CAPACITY, CapacityJson.write(capacity));
        draw(capacity, folder.shown(CAPACITY));
    }

    /** Writes what to buy and its report. */
    public void write(PlanResults results) {
        folder.write(PLAN, ResultsJson.write(results));
        draw(results, folder.shown(PLAN));
    }

    /** Writes how long it all took. */
    public void write(String timings) {
        folder.write(TIMINGS, timings);
    }

    /**
     * Writes only the report.
     *
     * @param data the file that the results are in, as it can be typed
     */
    public void draw(Results results, String data) {
        folder.write(PAGE, SimulationReport.html(results, context(data)));
    }

    /**
     * Writes only the report.
     *
     * @param data the file that the comparison is in, as it can be typed
     */
    public void draw(Comparison comparison, String data) {
        folder.write(PAGE, ComparisonReport.html(comparison, context(data)));
    }

    /**
     * Writes only the report.
     *
     * @param data the file that the capacity is in, as it can be typed
     */
    public void draw(Capacity capacity, String data) {
        folder.write(PAGE, CapacityReport.html(capacity, context(data)));
    }

    /**
     * Writes only the report.
     *
     * @param data the file that the results are in, as it can be typed
     */
    public void draw(PlanResults results, String data) {
        folder.write(PAGE, PlanReport.html(results, context(data)));
    }

    private ReportContext context(String data) {
        return new ReportContext(date.format(DAY), command, ShellWords.join(List.of("rackdrill", "report", data)));
    }
}
