package org.rackdrill.reports.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Comparison.Difference;

/**
 * A lab against the first of a comparison.
 *
 * @param differences one for each service that both have
 */
public record Duel(String baseline, String lab, List<Difference> differences) {

    /** Returns one for each lab but the first. */
    public static List<Duel> of(Comparison comparison) {
        if (comparison.labs().isEmpty()) {
            return List.of();
        }
        String baseline = comparison.labs().get(0).lab();
        List<Duel> duels = new ArrayList<>();
        for (var lab : comparison.labs().subList(1, comparison.labs().size())) {
            duels.add(new Duel(
                    baseline,
                    lab.lab(),
                    comparison.differences().stream()
                            .filter(difference -> difference.lab().equals(lab.lab()))
                            .toList()));
        }
        return duels;
    }

    /** Returns the answer as a friend would say it: about the only other lab, or about the one that gains most. */
    public static String headline(Comparison comparison) {
        List<Duel> duels = of(comparison);
        if (duels.isEmpty()) {
            return "There is only one lab, so there is nothing to compare.";
        }
        Duel best = duels.stream().min(Comparator.comparingDouble(Duel::hours)).orElseThrow();
        if (duels.size() == 1) {
            return best.sentence();
        }
        if (best.hours() >= 0) {
            return "Of " + Spoken.count(comparison.labs().size()) + " labs, none is down less than "
                    + Named.inSentence(best.baseline) + ".";
        }
        return "Of " + Spoken.count(comparison.labs().size()) + " labs, " + Named.inSentence(best.lab)
                + " is down least. " + best.sentence();
    }

    /** Returns how this lab does against the first, in one or two sentences. */
    public String sentence() {
        int all = differences.size();
        String lab = Named.inSentence(this.lab);
        if (all == 0) {
            return lab + " and " + Named.inSentence(baseline) + " have no service in common.";
        }
        if (count(Change.SAME) == all) {
            return lab + " is down exactly as much as " + Named.inSentence(baseline) + ".";
        }
        List<String> clauses = new ArrayList<>();
        add(clauses, count(Change.LESS), "will be down less than " + Named.inSentence(baseline) + " for ");
        add(clauses, count(Change.PROBABLY_LESS), "will probably be down less for ");
        add(clauses, count(Change.PROBABLY_MORE), "will probably be down more for ");
        add(clauses, count(Change.MORE), "will be down more for ");
        boolean named = count(Change.LESS) > 0;
        String tail = named ? "" : " than " + Named.inSentence(baseline);
        return lab + " " + Spoken.list(clauses) + tail + ".";
    }

    private void add(List<String> clauses, int n, String words) {
        if (n == 0) {
            return;
        }
        int all = differences.size();
        String services = all == 1 ? "the one service that they share" : services(n, all, clauses.isEmpty());
        clauses.add(words + services);
    }

    private static String services(int n, int all, boolean first) {
        if (n == all) {
            return (all == 2 ? "both" : "all " + Spoken.count(all)) + " services that they share";
        }
        return first ? Spoken.count(n) + " of " + Spoken.count(all) + " services that they share" : Spoken.count(n);
    }

    private int count(Change change) {
        return (int) differences.stream()
                .filter(difference -> Change.of(difference) == change)
                .count();
    }

    private double hours() {
        return differences.stream()
                .mapToDouble(difference -> difference.hoursPerYear().hoursPerYear())
                .sum();
    }
}
