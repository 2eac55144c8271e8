package org.rackdrill.reports.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.LossCause;
import org.rackdrill.simulator.study.Results.Toil;

/** The question, the answer, the rule by which it was counted, and four facts. */
final class FirstScreen {
    private FirstScreen() {}

    static Element of(Results results, String date) {
        Element header = Element.of("header");
        Element kicker = Element.of("p", "kicker").add(Element.name(results.title()));
        kicker.text(" · predicted for the next " + Spoken.years(results.horizonYears()) + " · " + date);
        if (results.partial()) {
            kicker.text(" ").add(Element.of("span", "tag").text("interrupted: the ranges are wider than asked for"));
        }
        header.add(kicker, Element.of("h1").text(Headline.of(results)));
        header.add(Element.of("p", "rule").text(results.accounting() + " " + whatRangesSay(results)));
        header.add(Exactness.notice(results));
        return header.add(facts(results));
    }

    private static String whatRangesSay(Results results) {
        double level = results.services().isEmpty()
                ? 0.9
                : results.services().get(0).availability().level();
        return "Ranges say how well we know the answer (" + Figures.share(level) + "), not how long the computer ran.";
    }

    private static Element facts(Results results) {
        List<Culprit> culprits = Culprit.of(results);
        Element facts = Element.of("div", "facts").add(biggestCause(culprits), worry(results, culprits));
        // A variant has neither data nor people nor a power bill, of which nothing can be said.
        return results.variant() == null ? facts.add(loss(results), cost(results)) : facts;
    }

    private static Element biggestCause(List<Culprit> culprits) {
        if (culprits.isEmpty()) {
            return Section.fact("Biggest cause", "None", "nothing went down in any simulated year");
        }
        Culprit worst = culprits.get(0);
        return Section.fact(
                "Biggest cause",
                Spoken.capital(Named.inSentence(worst.label())),
                Figures.share(worst.share()) + " of all downtime, " + Hours.text(worst.hours())
                        + " a year for the average service");
    }

    private static Element worry(Results results, List<Culprit> culprits) {
        Optional<Offer> offer = Offer.first(results);
        if (offer.isPresent()) {
            return Section.fact(
                    "Cheapest worry to remove",
                    Spoken.capital(Named.inSentence(offer.get().improvement().what())),
                    offer.get().price() + ", gives back " + offer.get().back());
        }
        Optional<Worry> found = Worry.of(culprits);
        if (found.isEmpty()) {
            return Section.fact("Worry to remove first", "None", "no single fix gives time back");
        }
        Worry worry = found.get();
        return Section.fact(
                worry.free() ? "Cheapest worry to remove" : "Worry most worth removing",
                Spoken.capital(Named.inSentence(worry.culprit().label())),
                (worry.free() ? "nothing to buy; gives back " : "gives back ") + gain(worry) + " a year");
    }

    private static String gain(Worry worry) {
        return Hours.withRange(
                worry.gain().hoursPerYear(), worry.gain().low(), worry.gain().high());
    }

    private static Element loss(Results results) {
        List<Fate> fates = Fate.of(results);
        if (fates.isEmpty()) {
            return Section.fact("Data lost within ten years", "Unknown", "the lab file names no data");
        }
        Fate worst = fates.get(0);
        String by = worst.mostlyBy().isEmpty() ? "" : worst.mostlyBy() + "; ";
        String proven = worst.proven().replaceAll("\\.$", "");
        return Section.fact(
                Spoken.capital(Named.inSentence(worst.worst().name())) + " lost within ten years",
                Spoken.capital(worst.chance()),
                by + Character.toLowerCase(proven.charAt(0)) + proven.substring(1) + leftOut(worst.worst()));
    }

    /** Such as "; mistakes of people, ransomware and theft not counted". */
    static String leftOut(Data data) {
        return data.lossLeavesOut().isEmpty() ? "" : "; " + Named.list(data.lossLeavesOut(), 4) + " not counted";
    }

    /** Such as "people 71 %, fire 22 %, disks under 1 %". */
    static String causes(List<LossCause> causes) {
        List<String> largest = causes.stream()
                .sorted(Comparator.comparingDouble(LossCause::share).reversed())
                .limit(3)
                .map(cause -> Named.inSentence(cause.what()) + " " + Figures.share(cause.share()))
                .toList();
        return largest.isEmpty() ? "every copy at once" : String.join(", ", largest);
    }

    private static Element cost(Results results) {
        Toil toil = results.toil();
        return Section.fact("Costs its owner", time(toil), "a year, and " + money(results) + " of power");
    }

    /** Such as "14 h and 1.3 nights". */
    static String time(Toil toil) {
        String nights = Figures.about(toil.nightsWokenPerYear(), 2);
        return Figures.about(toil.handsOnHoursPerYear(), 2) + "\u00a0h and " + nights
                + (nights.equals("1") ? "\u00a0night" : "\u00a0nights");
    }

    static String money(Results results) {
        var cost = results.power().costPerYear();
        return Figures.whole(cost.amount()) + "\u00a0" + Named.inSentence(cost.currency());
    }
}
