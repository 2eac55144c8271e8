package org.rackdrill.reports.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.simulation.Culprit;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;

/** The same questions to every lab, a column for each. */
final class SideBySide {
    private SideBySide() {}

    static Element section(Comparison comparison) {
        Element section = Section.of(
                "side-by-side",
                "Side by side",
                "The same questions to each lab. Every lab met the same outages of mains and internet, so the differences are "
                        + "the labs', not luck's.");
        Table table = new Table("wide-table versus", "The labs side by side").column("Question");
        comparison.labs().forEach(lab -> table.numbers(Named.inSentence(lab.lab())));
        row(table, comparison, "Services that keep their goal", SideBySide::goals);
        row(table, comparison, "Biggest cause of downtime", SideBySide::cause);
        row(
                table,
                comparison,
                "Everything down at once, a year",
                lab -> Hours.text(lab.everythingDownHoursPerYear().mean()));
        row(table, comparison, "Data most at risk, lost within ten years", SideBySide::loss);
        row(
                table,
                comparison,
                "Hands-on time a year",
                lab -> Hours.text(lab.toil().handsOnHoursPerYear()));
        row(
                table,
                comparison,
                "Nights woken a year",
                lab -> Figures.about(lab.toil().nightsWokenPerYear(), 2));
        row(
                table,
                comparison,
                "Interventions a week",
                lab -> Figures.about(lab.toil().interventionsPerWeek(), 2));
        row(table, comparison, "Power", lab -> Figures.about(lab.power().watts(), 3) + "\u00a0W");
        row(table, comparison, "UPS lasts", SideBySide::ups);
        row(
                table,
                comparison,
                "Power bill a year",
                lab -> Figures.whole(lab.power().costPerYear().amount()) + "\u00a0"
                        + Named.inSentence(lab.power().costPerYear().currency()));
        section.add(table.element());
        String left = Why.leftOut(comparison.labs());
        return left.isEmpty()
                ? section
                : section.add(Element.of("p", "soft").text("Chance of losing data" + left + "."));
    }

    private static void row(Table table, Comparison comparison, String question, Function<Results, String> answer) {
        table.row(question, comparison.labs().stream().map(answer).toArray(String[]::new));
    }

    static String goals(Results lab) {
        int all = lab.services().size();
        List<String> said = new ArrayList<>();
        said.add(keep(lab, Standing.WILL) + " of " + all);
        int open = keep(lab, Standing.PROBABLY) + keep(lab, Standing.MAY);
        if (open > 0) {
            said.add(open + " open");
        }
        return String.join(", ", said);
    }

    private static int keep(Results lab, Standing standing) {
        return (int) lab.services().stream()
                .filter(service -> Standing.of(service) == standing)
                .count();
    }

    private static String cause(Results lab) {
        return Culprit.of(lab).stream()
                .findFirst()
                .map(worst -> Named.inSentence(worst.label()) + ", " + Figures.share(worst.share()))
                .orElse("none");
    }

    static String loss(Results lab) {
        Optional<Data> worst = lab.data().stream()
                .max(Comparator.comparingDouble(d -> d.lossProbabilityTenYears().mean()));
        return worst.map(data -> {
                    var loss = data.lossProbabilityTenYears();
                    // Ordinary spaces, so that a narrow column breaks between words.
                    String chance =
                            Spoken.chance(loss.mean(), loss.low(), loss.high()).replace('\u00a0', ' ');
                    return Named.inSentence(data.name()) + ": " + chance;
                })
                .orElse("unknown");
    }

    private static String ups(Results lab) {
        Double minutes = lab.power().upsMinutes();
        return minutes == null ? "no UPS" : Hours.text(minutes / 60);
    }
}
