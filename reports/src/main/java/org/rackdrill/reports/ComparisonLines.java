package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.reports.comparison.Change;
import org.rackdrill.reports.comparison.Duel;
import org.rackdrill.reports.comparison.Why;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Comparison.Difference;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Service;

/** A comparison in a terminal: a column for each lab, and for two labs what the second changes. */
final class ComparisonLines {
    private static final int WIDTH = 80;
    private static final int NAME = 15;
    private static final int CELL = 15;
    private static final int MOST_LABS = 4;
    private static final int MOST_SERVICES = 9;
    private static final int MOST_HEADLINES = 3;

    private final Comparison comparison;
    private final List<Results> labs;
    private final Sheet sheet;

    ComparisonLines(Comparison comparison, boolean colour) {
        this.comparison = comparison;
        this.labs = comparison
                .labs()
                .subList(0, Math.min(MOST_LABS, comparison.labs().size()));
        this.sheet = new Sheet(WIDTH, colour);
    }

    String text(String next) {
        sheet.wrapped(Duel.headline(comparison), MOST_HEADLINES, Sheet.BOLD);
        sheet.blank();
        row("", lab -> Columns.plain(lab.lab()), comparison.labs().size() == 2 ? "down a year" : "", Sheet.BOLD);
        services();
        sheet.blank();
        row("keep their goal", ComparisonLines::kept, "", Sheet.PLAIN);
        row(
                "all down a year",
                lab -> Hours.text(lab.everythingDownHoursPerYear().mean()),
                "",
                Sheet.PLAIN);
        row(
                "data lost, 10 y",
                ComparisonLines::loss,
                Why.leftOut(comparison.labs()).isEmpty() ? "" : "not all counted",
                Sheet.PLAIN);
        row("by hand, a year", lab -> Hours.text(lab.toil().handsOnHoursPerYear()), "", Sheet.PLAIN);
        row("power, a year", ComparisonLines::bill, "", Sheet.PLAIN);
        if (labs.size() < comparison.labs().size()) {
            sheet.line(
                    Spoken.count(comparison.labs().size() - labs.size(), "more lab", "more labs") + " in the report",
                    Sheet.PLAIN);
        }
        sheet.blank();
        sheet.command("Next", next);
        return sheet.text();
    }

    /** Those that change most come first. */
    private void services() {
        List<String> names = new ArrayList<>();
        labs.forEach(lab -> lab.services().stream()
                .map(Service::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add));
        names.sort(Comparator.comparingDouble(this::largestChange).reversed());
        int shown = names.size() <= MOST_SERVICES ? names.size() : MOST_SERVICES - 1;
        for (String name : names.subList(0, shown)) {
            row(name, lab -> availability(lab, name), change(name), Sheet.PLAIN);
        }
        if (shown < names.size()) {
            sheet.line("and " + Spoken.count(names.size() - shown) + " more services that change less", Sheet.PLAIN);
        }
    }

    private void row(String name, Function<Results, String> cell, String end, String style) {
        StringBuilder line = new StringBuilder(Columns.fitted(Columns.plain(name), NAME));
        for (Results lab : labs) {
            line.append(' ').append(Columns.fitted(cell.apply(lab).replace('\u00a0', ' '), CELL));
        }
        sheet.line((line + " " + end).stripTrailing(), style);
    }

    private double largestChange(String service) {
        return comparison.differences().stream()
                .filter(difference -> difference.service().equals(service))
                .mapToDouble(difference -> Math.abs(difference.hoursPerYear().hoursPerYear()))
                .max()
                .orElse(0);
    }

    private String change(String service) {
        if (comparison.labs().size() != 2) {
            return "";
        }
        Optional<Difference> found = comparison.differences().stream()
                .filter(difference -> difference.service().equals(service))
                .findFirst();
        return found.map(ComparisonLines::change).orElse("not in both");
    }

    /** With its range where there is room for it. */
    private static String change(Difference difference) {
        String text = Change.text(difference);
        boolean fits = Columns.width(text) <= WIDTH - NAME - 2 * (CELL + 1) - 1;
        return fits ? text : Change.words(difference);
    }

    private static String availability(Results lab, String name) {
        return lab.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .map(service -> Standing.of(service).mark() + " "
                        + Uptime.text(
                                service.availability().mean(),
                                service.availability().low(),
                                service.availability().high()))
                .orElse("-");
    }

    private static String kept(Results lab) {
        long kept = lab.services().stream()
                .filter(service -> Standing.of(service) == Standing.WILL)
                .count();
        return kept + " of " + lab.services().size();
    }

    private static String loss(Results lab) {
        return lab.data().stream()
                .map(Data::lossProbabilityTenYears)
                .max(Comparator.comparingDouble(Results.Loss::mean))
                .map(loss -> Spoken.chance(loss.mean(), loss.low(), loss.high()))
                .orElse("unknown");
    }

    private static String bill(Results lab) {
        return Figures.whole(lab.power().costPerYear().amount()) + " "
                + Columns.plain(lab.power().costPerYear().currency());
    }
}
