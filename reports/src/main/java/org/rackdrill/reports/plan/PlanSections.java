package org.rackdrill.reports.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.capacity.Millis;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.simulation.Foot;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Offered;
import org.rackdrill.simulator.plan.PlanResults.Point;
import org.rackdrill.simulator.plan.PlanResults.Searched;
import org.rackdrill.simulator.study.Results.Gain;

/** All sections of a report about what to buy, in the order in which they are read. */
public final class PlanSections {
    private final PlanResults results;
    private final Choice choice;
    private final Purse purse;

    private PlanSections(PlanResults results) {
        this.results = results;
        choice = new Choice(results);
        purse = Purse.of(results);
    }

    /** Returns the sections. */
    public static List<Element> of(PlanResults results, String date, String command, String redraw, byte[] json) {
        PlanSections page = new PlanSections(results);
        List<Element> sections = new ArrayList<>();
        sections.add(page.header(date));
        sections.add(page.shopping());
        sections.add(Fronts.section(results));
        sections.add(page.alone());
        sections.add(page.useless());
        sections.add(page.leansOn());
        sections.add(Section.list(
                "blanks",
                "What was not simulated",
                "Real life has these too, and the numbers above do not.",
                results.notSimulated()));
        sections.add(Foot.of(results, command, redraw, json));
        return sections;
    }

    private Element header(String date) {
        Element kicker = Element.of("p", "kicker").add(Element.name(results.title()));
        kicker.text(" · what to buy · " + date);
        Point best = choice.recommended();
        Element facts = Element.of("div", "facts")
                .add(
                        Section.fact("To pay once", purse.text(best.price().amount()), running(best)),
                        Section.fact(
                                "Tightest service",
                                Choice.available(best),
                                Named.inSentence(best.tightest()) + ", goal " + Figures.goal(best.goal())
                                        + "; all goals kept in " + Choice.chance(best.chance())),
                        Section.fact(
                                "Average service down a year",
                                Hours.text(
                                        best.hoursPerYear().amount(),
                                        best.hoursPerYear().low(),
                                        best.hoursPerYear().high()),
                                best.number() == results.now()
                                        ? "as today"
                                        : "less than today by " + Choice.gain(best.lessHours())),
                        data(best),
                        latency(best));
        return Element.of("header")
                .add(
                        kicker,
                        Element.of("h1").text(choice.headline()),
                        Element.of("p", "rule").text(rule()),
                        facts);
    }

    private Element data(Point best) {
        PlanResults.Loss loss = best.loss();
        return loss == null
                ? Section.fact("Data", "none", "the lab describes none")
                : Section.fact(
                        "Data most at risk",
                        Spoken.chance(loss.perYear(), loss.low(), loss.high()),
                        Named.inSentence(loss.dataset()) + " lost within a year");
    }

    private static Element latency(Point best) {
        PlanResults.Latency latency = best.latency();
        return latency == null
                ? Element.nothing()
                : Section.fact(
                        "Slowest for what it aims at",
                        Millis.text(latency.millis()),
                        Choice.latency(latency) + "; at the best guess");
    }

    private String running(Point best) {
        return "then " + purse.text(best.yearly().amount()) + " a year; "
                + purse.text(best.overHorizon().amount()) + " over " + Spoken.years(results.horizonYears());
    }

    private String rule() {
        Double budget = results.budget();
        return "Goal: " + choice.goals() + ". "
                + (budget == null ? "No budget was named. " : "Budget: up to " + purse.text(budget) + " once. ")
                + "A combination is judged by its tightest service, the one that uses its allowance of downtime most; the"
                + " cheapest over " + Spoken.years(results.horizonYears())
                + " that keeps all goals is recommended, or else"
                + " the one that comes closest.";
    }

    private Element shopping() {
        List<Offered> bought = choice.bought();
        if (bought.isEmpty()) {
            return Section.of(
                    "list",
                    "Shopping list",
                    "Nothing: "
                            + (results.meets()
                                    ? "the goals are kept as it is."
                                    : "no combination within the budget comes closer to the goals."));
        }
        Element section = Section.of(
                "list",
                "Shopping list",
                "What the recommended combination buys, and what the average service would be down more without each of"
                        + " them. Prices have the range that their source gives them.");
        Table table = new Table("stack bought", "What to buy")
                .column("What")
                .numbers("Once")
                .numbers("Each year")
                .column("Without it, down more")
                .column("Part of the best choice in")
                .column("Price from");
        for (Offered offer : bought) {
            Gain buys = offer.buys();
            table.row(
                    named(offer),
                    words(purse.withRange(offer.price())),
                    words(offer.yearly().amount() > 0 ? purse.withRange(offer.yearly()) : "–"),
                    words(buys == null ? "not measured" : Choice.gain(buys) + " a year"),
                    words(Choice.chance(offer.stays())),
                    words(source(offer)));
        }
        Point best = choice.recommended();
        return section.add(
                table.element(),
                Section.paragraph("In all " + purse.withRange(best.price()) + " once, and "
                        + purse.withRange(best.yearly()) + " a year, electricity included ("
                        + Figures.about(best.moreWatts(), 2) + "\u00a0W more)."));
    }

    private static String source(Offered offer) {
        if (offer.price().amount() <= 0) {
            return "costs nothing";
        }
        String source = offer.source().isEmpty() ? "" : Named.inSentence(offer.source());
        return offer.guess()
                ? (source.isEmpty() ? "a guess" : source + ", a guess")
                : source.isEmpty() ? "the options file" : source;
    }

    private static Element named(Offered offer) {
        Element name = Element.together(Element.name(offer.name()));
        return offer.note().isEmpty()
                ? name
                : name.add(Element.of("span", "meaning").text(Named.visible(offer.note())));
    }

    private static Element words(String text) {
        return Element.together().text(text);
    }

    private Element alone() {
        List<Offered> offers = results.offers().stream()
                .filter(offer -> offer.lessHours() != null)
                .sorted(Comparator.comparingDouble(offer -> -hours(offer)))
                .toList();
        if (offers.isEmpty()) {
            return Element.nothing();
        }
        String next = choice.nextSingle()
                .map(offer -> "The next best single purchase is " + Named.inSentence(offer.name()) + " for "
                        + purse.text(offer.price().amount()) + ": it " + Choice.effect(offer) + ". ")
                .orElse("Nothing surely helps by itself. ");
        Element section = Section.of(
                "alone",
                "Each option by itself",
                next + "Hours are those of the average service that counts; an option that needs others is weighed with"
                        + " these already there.");
        double longest = offers.stream().mapToDouble(offer -> high(offer)).max().orElse(1);
        Table table = new Table("prices", "What each option does by itself")
                .column("What")
                .column("Costs once", "n cost")
                .column("Hours given back a year", "wide")
                .column("Does", "back")
                .column("Part of the best choice in", "hits");
        for (Offered offer : offers) {
            table.row(
                    named(offer),
                    words(purse.text(offer.price().amount())),
                    bar(offer, Math.max(1e-9, longest)),
                    words(Choice.effect(offer)),
                    words(Choice.chance(offer.stays())));
        }
        return section.add(table.element());
    }

    private static Element bar(Offered offer, double longest) {
        Gain less = offer.lessHours();
        if (less == null || less.high() <= 0) {
            return Element.of("span", "soft").text("none");
        }
        return Bar.withRange(
                Math.max(0, less.hoursPerYear()) / longest,
                Math.max(0, less.low()) / longest,
                Math.max(0, less.high()) / longest,
                "given",
                Choice.gain(less) + " a year");
    }

    private static double hours(Offered offer) {
        Gain less = offer.lessHours();
        return less == null ? 0 : less.hoursPerYear();
    }

    private static double high(Offered offer) {
        Gain less = offer.lessHours();
        return less == null ? 0 : less.high();
    }

    private Element useless() {
        List<Offered> useless = choice.useless();
        if (useless.isEmpty()) {
            return Section.of("useless", "What does not help", "Every option that was tried gives something back.");
        }
        Element list = Element.of("ul");
        useless.forEach(offer -> list.add(Element.of("li")
                .add(Element.name(offer.name()))
                .text(", " + purse.text(offer.price().amount()) + ": " + Choice.effect(offer) + ".")));
        return Section.of(
                        "useless",
                        "What does not help",
                        "By itself, for uptime or for data, as far as the simulation sees; it may be worth its money for"
                                + " something else.")
                .add(list);
    }

    private Element leansOn() {
        Element list = Element.of("ul");
        results.assumptions().forEach(line -> list.add(Element.of("li").text(line)));
        list.add(Element.of("li").text(searched(results.search())));
        list.add(
                Element.of("li")
                        .text(
                                "Printed numbers come from "
                                        + Figures.whole(results.search().histories()) + " histories of "
                                        + Spoken.years(results.horizonYears()) + " for each combination, over "
                                        + results.search().parameterDraws()
                                        + " draws of what is not known; none of them had a part in"
                                        + " choosing the combinations, so that nobody looks good by luck. Ranges hold nine in ten cases."));
        for (String impossible : results.search().impossible()) {
            list.add(Element.of("li").text("Not possible together: ").add(Element.name(impossible)));
        }
        return Section.of("leans", "What the answer leans on", "").add(list);
    }

    private static String searched(Searched search) {
        String all = "Of " + Figures.whole(search.combinations()) + " combinations " + Figures.whole(search.allowed())
                + " can be had within the budget. ";
        if (search.exhaustive()) {
            return all + "All of them were simulated.";
        }
        Double error = search.guessError();
        return all + Figures.whole(search.simulated())
                + " were simulated; the others were guessed from these, and left out where the guess found nothing better"
                + (error == null
                        ? ""
                        : " (guesses that were checked were off by " + Figures.about(100 * error, 1)
                                + "\u00a0% in the mean)")
                + ". A combination that surely gains less than " + Figures.about(100 * search.zone(), 1)
                + "\u00a0% on a cheaper one was dropped early; that this drops a better one happens in at most "
                + Figures.about(100 * search.raceError(), 1) + "\u00a0% of such races.";
    }
}
