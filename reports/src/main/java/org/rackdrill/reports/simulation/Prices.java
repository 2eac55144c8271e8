package org.rackdrill.reports.simulation;

import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Improvement;

/** The price list: what could be bought, moved or changed, and what it gives back. */
final class Prices {
    private static final int MOST = 15;

    private Prices() {}

    static Element section(Results results) {
        List<Offer> offers = Offer.of(results);
        if (offers.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("prices", "What helps, and what it costs", lead(offers));
        List<Offer> shown = offers.subList(0, Math.min(MOST, offers.size()));
        double longest = shown.stream()
                .mapToDouble(offer -> offer.improvement().gain().high())
                .max()
                .orElse(1);
        Table table = new Table("prices", "Improvements, the cheapest worry first")
                .column("What")
                .column("Costs once", "n cost")
                .column("Hours given back a year", "wide")
                .column("Gives back", "n back")
                .column("What else", "hits");
        shown.forEach(offer -> addRow(table, offer, Math.max(1e-9, longest)));
        section.add(table.element());
        if (offers.size() > MOST) {
            section.add(Section.paragraph("And " + Spoken.count(offers.size() - MOST)
                    + " more that cost more an hour; results.json has them."));
        }
        return section;
    }

    private static String lead(List<Offer> offers) {
        Offer first = offers.get(0);
        String start = first.helps()
                ? "Cheapest worry to remove: " + first.sentence() + ". "
                : "Nothing that was tried gives back hours that the simulation can see. ";
        return start + "Each line was simulated again with the same luck; hours are those of the average service, and "
                + "lines do not add up. Prices are once, and rough.";
    }

    private static void addRow(Table table, Offer offer, double longest) {
        Improvement improvement = offer.improvement();
        Gain gain = improvement.gain();
        Element what = Element.together(Element.name(Spoken.capital(Named.visible(improvement.what()))));
        if (!improvement.change().isEmpty()) {
            what.add(Element.of("code", "change").add(Element.name(improvement.change())));
        }
        table.row(
                what,
                Element.together().text(offer.price()),
                Bar.withRange(
                        gain.hoursPerYear() / longest,
                        gain.low() / longest,
                        gain.high() / longest,
                        offer.helps() ? "given" : "k0",
                        offer.back()),
                Element.together().text(offer.back()),
                Element.together().text(note(improvement)));
    }

    private static String note(Improvement improvement) {
        Gain most = improvement.mostGain();
        String who = most.low() > 0 && !improvement.most().isEmpty()
                ? "most for " + Named.inSentence(improvement.most()) + ", "
                        + Hours.text(most.hoursPerYear(), most.low(), most.high())
                : "";
        String note = Named.inSentence(improvement.note());
        if (improvement.note().isEmpty()) {
            return who;
        }
        return who.isEmpty() ? note : who + "; " + note;
    }
}
