package org.rackdrill.reports.simulation;

import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Combination;

/** What is bad alone and worse together. */
final class Combinations {
    private static final int MOST = 10;

    private Combinations() {}

    static Element section(Results results) {
        List<Combination> worst = results.combinations().stream()
                .filter(combination -> combination.causes().size() > 1 && combination.hoursPerYear() > 0)
                .sorted(Comparator.comparingDouble(Combination::hoursPerYear).reversed())
                .toList();
        if (worst.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("together", "Worst together", lead(results, worst));
        Element list = Element.of("ol", "plain ranked");
        worst.stream().limit(MOST).forEach(combination -> list.add(item(combination)));
        section.add(list);
        if (worst.size() > MOST) {
            section.add(Section.paragraph("And " + Spoken.count(worst.size() - MOST) + " that cost less."));
        }
        return section;
    }

    private static String lead(Results results, List<Combination> worst) {
        double together = worst.stream().mapToDouble(Combination::hoursPerYear).sum();
        double all = results.services().stream()
                .mapToDouble(service -> Goals.downHours(service.availability().mean()))
                .average()
                .orElse(0);
        String share = all > 0 && together <= all ? ", " + Figures.share(together / all) + " of its downtime" : "";
        return "Found in the simulated years: one thing fails, and another makes it last. Together these cost the average "
                + "service " + Hours.text(together) + " a year" + share + ".";
    }

    private static Element item(Combination combination) {
        Element item = Element.of("li");
        Element causes = Element.of("b");
        for (int i = 0; i < combination.causes().size(); i++) {
            causes.text(i == 0 ? "" : i == 1 ? " while " : " and ");
            causes.text(clause(combination.causes().get(i), i));
        }
        String longest = combination.worstHours() > 0
                ? ", one in a hundred of them for more than " + Hours.text(combination.worstHours())
                : "";
        return item.add(causes)
                .text(": " + Hours.text(combination.hoursPerYear()) + " a year; it happens "
                        + Spoken.often(combination.timesPerYear()) + longest + ".");
    }

    /** The first is what failed; the others are what held, with or without the word "while". */
    private static String clause(String cause, int place) {
        String name = Named.inSentence(cause);
        if (place == 0) {
            return Spoken.capital(name);
        }
        return name.startsWith("while ") ? name.substring("while ".length()) : name;
    }
}
