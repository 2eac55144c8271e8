package org.rackdrill.reports.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.simulation.Fate;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Loss;

/** How the data dies in each lab: a dial beside a dial. */
final class Dials {
    private static final int MOST_ROWS = 12;

    private Dials() {}

    static Element section(Comparison comparison) {
        List<Results> labs =
                comparison.labs().stream().filter(lab -> !lab.data().isEmpty()).toList();
        if (labs.isEmpty()) {
            return Element.nothing();
        }
        Map<String, String> colours = Fate.colours(labs);
        Element section = Section.of(
                "data",
                "Is the data safe?",
                "The dial of the data most at risk in each lab, from certain on the left to hardly ever on the right, ten "
                        + "times less likely at each mark. The arc is what is not known; the dots are the ways to lose it, "
                        + "each where it would be alone"
                        + Why.leftOut(labs) + ".");
        Element grid = Element.of("div", labs.size() == 2 ? "pair" : "grid");
        labs.forEach(lab -> grid.add(figure(lab, colours)));
        return section.add(grid, table(labs));
    }

    private static Element figure(Results lab, Map<String, String> colours) {
        Fate fate = Fate.of(lab).get(0);
        Element figure = Element.of("figure")
                .add(Element.of("h3").add(Element.name(lab.lab())).text(": ").add(Element.name(fate.names())));
        figure.add(fate.dial(colours), fate.legend(colours));
        return figure.add(Element.of("figcaption").text(fate.proven()));
    }

    /** Data that at least two labs have, by name. */
    private static Element table(List<Results> labs) {
        Set<String> names = new LinkedHashSet<>();
        labs.forEach(lab -> lab.data().forEach(data -> names.add(data.name())));
        List<String> shared = names.stream()
                .filter(name -> labs.stream().filter(lab -> has(lab, name)).count() > 1)
                .limit(MOST_ROWS)
                .toList();
        if (shared.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("wide-table versus", "Chance of losing each dataset within ten years")
                .column("Lost within ten years");
        labs.forEach(lab -> table.numbers(Named.inSentence(lab.lab())));
        for (String name : shared) {
            table.row(name, labs.stream().map(lab -> chance(lab, name)).toArray(String[]::new));
        }
        return table.element();
    }

    private static boolean has(Results lab, String name) {
        return lab.data().stream().anyMatch(data -> data.name().equals(name));
    }

    private static String chance(Results lab, String name) {
        return lab.data().stream()
                .filter(data -> data.name().equals(name))
                .findFirst()
                .map(data -> {
                    Loss loss = data.lossProbabilityTenYears();
                    return Spoken.chance(loss.mean(), loss.low(), loss.high());
                })
                .orElse("not there");
    }
}
