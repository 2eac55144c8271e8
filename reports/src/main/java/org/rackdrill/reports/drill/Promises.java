package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.chaos.run.Prediction.Range;
import org.rackdrill.reports.chart.TimeBar;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;

/** What was promised, what was foretold, and what was seen. */
final class Promises {
    private Promises() {}

    static Element section(Account account) {
        if (account.promises().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("promises", "Promised, foretold, seen", lead(account));
        Table table = new Table("promises", "What was promised, foretold and seen")
                .column("Promised")
                .column("Kept?", "mark")
                .column("Time", "wide")
                .column("Seen", "seen")
                .column("Foretold by the simulator", "foreseen");
        account.promises().forEach(promise -> row(table, promise));
        return section.add(table.element());
    }

    private static String lead(Account account) {
        Optional<Prediction> prediction = account.run().plan().flatMap(Plan::prediction);
        if (prediction.isEmpty()) {
            return "Nobody asked the simulator before, so there is nothing to compare with. "
                    + "Dot: seen; dashed: promised at most.";
        }
        Prediction it = prediction.get();
        String counted = it.steady() == it.runs()
                ? ""
                : "; only those " + Figures.whole(it.steady()) + " count in which all was well before";
        return "The simulator did this drill " + Figures.whole(it.runs()) + " times before" + counted
                + ". Bar: the middle 90\u00a0% of its times; dot: seen; dashed: promised at most.";
    }

    private static void row(Table table, Promise promise) {
        table.row(
                Element.of("bdi").text(Spoken.capital(promise.words())),
                promise.mark().element(),
                bar(promise),
                Element.together().text(seen(promise)),
                foreseen(promise));
    }

    private static Element bar(Promise promise) {
        Optional<Range> range = promise.foreseen().flatMap(Foreseen::took);
        Optional<Duration> within =
                promise.within().filter(it -> !(promise.expectation() instanceof Expectation.Always));
        boolean nothing = promise.took().orElse(Duration.ZERO).isZero()
                && range.map(Range::high).orElse(Duration.ZERO).isZero();
        if (nothing) {
            return Element.nothing();
        }
        String says =
                within.map(it -> "promised at most " + Elapsed.text(it) + "; ").orElse("")
                        + promise.took().map(it -> "seen " + Elapsed.text(it)).orElse("no time seen")
                        + range.map(it -> "; foretold " + between(it)).orElse("");
        return TimeBar.of(
                range.map(Range::low),
                range.map(Range::high),
                promise.took(),
                within,
                promise.mark().cssClass(),
                says);
    }

    /** Returns what was seen, and for what was not kept what was wrong. */
    static String seen(Promise promise) {
        if (promise.judgement().isEmpty()) {
            return "the run ended before";
        }
        Judgement judgement = promise.judgement().get();
        Optional<String> timed = promise.took().map(took -> timed(promise.expectation(), took));
        String seen = timed.orElse(Named.visible(judgement.measured()));
        boolean saysMore = !judgement.why().isEmpty() && !judgement.why().equals(judgement.measured());
        if (!saysMore) {
            return seen.isEmpty() ? (promise.mark() == Mark.KEPT ? "as promised" : "") : seen;
        }
        return (seen.isEmpty() ? "" : seen + "; ") + Named.visible(judgement.why());
    }

    private static String timed(Expectation expectation, Duration took) {
        boolean outage = expectation instanceof Expectation.Down || expectation instanceof Expectation.Always;
        if (expectation instanceof Expectation.Always) {
            return took.isZero() ? "true all the time" : "not true for " + Elapsed.text(took);
        }
        if (took.isZero()) {
            return outage || expectation instanceof Expectation.Recovers ? "never down" : "at once";
        }
        return (outage ? "down for " : "after ") + Elapsed.text(took);
    }

    private static Element foreseen(Promise promise) {
        if (promise.foreseen().isEmpty()) {
            return Element.of("span", "soft").text("not asked");
        }
        Foreseen it = promise.foreseen().get();
        String chance = chance(it);
        String time = it.took()
                .filter(range -> !range.high().isZero())
                .map(range -> Elapsed.text(range.median()) + " (" + between(range) + ")")
                .orElse("");
        Element told = Element.of("span").text(chance);
        return time.isEmpty()
                ? told
                : Element.together(told, Element.of("span", "meaning").text(time));
    }

    /** Such as "kept in 97 of 100 (93 to 99)". */
    static String chance(Foreseen foreseen) {
        int runs = foreseen.passed() + foreseen.failed() + foreseen.unknown();
        if (runs == 0) {
            return "unknown: no simulated run came so far";
        }
        double share = foreseen.passed() / (double) runs;
        return "kept in " + percent(share) + " of 100 (" + percent(foreseen.low()) + " to " + percent(foreseen.high())
                + ")";
    }

    /** Never 0 or 100 unless it is. */
    private static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 1) {
            return "under 1";
        }
        if (percent > 99 && percent < 100) {
            return "over 99";
        }
        return Figures.whole(percent);
    }

    private static String between(Range range) {
        return Elapsed.text(range.low()) + " to " + Elapsed.text(range.high());
    }
}
