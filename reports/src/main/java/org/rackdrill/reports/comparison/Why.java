package org.rackdrill.reports.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.simulation.Culprit;
import org.rackdrill.simulator.compiled.CauseKind;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;

/** What makes one lab better than another, by kind of trouble and in words. */
public final class Why {
    private static final int MOST_NAMED = 3;

    private Why() {}

    static Element section(Comparison comparison) {
        if (comparison.labs().size() < 2) {
            return Element.nothing();
        }
        Results baseline = comparison.labs().get(0);
        Element section = Section.of("why", "What makes the difference", "");
        for (Results lab : comparison.labs().subList(1, comparison.labs().size())) {
            section.add(Section.paragraph(sentence(baseline, lab)));
        }
        return section.add(table(comparison.labs()));
    }

    /** Returns a few sentences on what a lab does better and worse than another. */
    public static String sentence(Results baseline, Results lab) {
        Map<String, Double> before = byKind(baseline);
        Map<String, Double> after = byKind(lab);
        List<String> kinds = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(kind -> !before.containsKey(kind)).forEach(kinds::add);
        List<String> saved = largest(kinds, before, after);
        List<String> lost = largest(kinds, after, before);
        String name = Named.inSentence(lab.lab());
        List<String> said = new ArrayList<>();
        if (!saved.isEmpty()) {
            said.add(name + " loses less to " + Spoken.list(said(saved, before, after)) + ".");
        }
        if (!lost.isEmpty()) {
            said.add(
                    (saved.isEmpty() ? name : "It") + " loses more to " + Spoken.list(said(lost, before, after)) + ".");
        }
        said.add((said.isEmpty() ? name : "It") + " asks for "
                + Hours.text(lab.toil().handsOnHoursPerYear())
                + " of its owner's time a year instead of "
                + Hours.text(baseline.toil().handsOnHoursPerYear()) + ", and for "
                + (bill(lab).equals(bill(baseline))
                        ? "as much power."
                        : bill(lab) + " of power instead of " + bill(baseline) + "."));
        said.add(data(baseline, lab));
        return String.join(" ", said).strip();
    }

    private static List<String> largest(List<String> kinds, Map<String, Double> more, Map<String, Double> less) {
        double all = kinds.stream()
                .mapToDouble(kind -> Math.max(0, gap(kind, more, less)))
                .sum();
        // What makes up less than a twentieth of the change explains nothing.
        return kinds.stream()
                .filter(kind -> gap(kind, more, less) > 0.05 * all)
                .sorted(Comparator.comparingDouble((String kind) -> gap(kind, more, less))
                        .reversed())
                .limit(MOST_NAMED)
                .toList();
    }

    private static double gap(String kind, Map<String, Double> more, Map<String, Double> less) {
        return more.getOrDefault(kind, 0.0) - less.getOrDefault(kind, 0.0);
    }

    private static List<String> said(List<String> kinds, Map<String, Double> before, Map<String, Double> after) {
        return kinds.stream()
                .map(kind -> kind + " (" + hours(kind, after) + " a year instead of " + hours(kind, before) + ")")
                .toList();
    }

    private static String hours(String kind, Map<String, Double> lab) {
        double hours = lab.getOrDefault(kind, 0.0);
        return hours > 0 ? Hours.text(hours) : "nothing";
    }

    private static String bill(Results lab) {
        return Figures.whole(lab.power().costPerYear().amount()) + "\u00a0"
                + Named.inSentence(lab.power().costPerYear().currency());
    }

    private static String data(Results baseline, Results lab) {
        if (baseline.data().isEmpty() || lab.data().isEmpty()) {
            return "";
        }
        return "The data most at risk is lost within ten years with a chance of " + chance(lab) + " instead of "
                + chance(baseline) + leftOut(List.of(baseline, lab)) + ".";
    }

    /** Such as ", theft not counted"; empty when the chance of loss leaves nothing out. */
    public static String leftOut(List<Results> labs) {
        List<String> left = labs.stream()
                .flatMap(lab -> lab.data().stream())
                .flatMap(data -> data.lossLeavesOut().stream())
                .distinct()
                .toList();
        return left.isEmpty() ? "" : ", " + Named.list(left, 4) + " not counted";
    }

    private static String chance(Results lab) {
        return lab.data().stream()
                .map(Data::lossProbabilityTenYears)
                .max(Comparator.comparingDouble(Results.Loss::mean))
                .map(loss -> Spoken.chance(loss.mean(), loss.low(), loss.high()))
                .orElse("unknown");
    }

    private static Map<String, Double> byKind(Results lab) {
        Map<String, Double> hours = new LinkedHashMap<>();
        for (Culprit culprit : Culprit.of(lab)) {
            String kind = CauseKind.of(culprit.kind()).map(CauseKind::trouble).orElse(Named.inSentence(culprit.kind()));
            hours.merge(kind, culprit.hours(), Double::sum);
        }
        return hours;
    }

    private static Element table(List<Results> labs) {
        Map<String, Double> all = new LinkedHashMap<>();
        labs.forEach(lab -> byKind(lab).forEach((kind, hours) -> all.merge(kind, hours, Double::sum)));
        Table table = new Table("wide-table versus", "Hours a year that each kind of trouble costs").column("Trouble");
        labs.forEach(lab -> table.numbers(Named.inSentence(lab.lab())));
        all.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                .forEach(entry -> table.row(
                        entry.getKey(),
                        labs.stream()
                                .map(lab -> Hours.text(byKind(lab).getOrDefault(entry.getKey(), 0.0)))
                                .toArray(String[]::new)));
        return Element.together(
                Element.of("p", "lead").text("Hours a year of the average service, by kind of trouble:"),
                table.element());
    }
}
