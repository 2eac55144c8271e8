package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final int MOST_ROWS = 14;
    private static final String ALL_THE_TIME = "true all the time";

    private Promises() {}

    static Element section(Account account) {
        if (account.promises().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("promises", "Promised and seen", lead(account));
        List<Promise> promises = account.promises();
        if (promises.size() <= MOST_ROWS) {
            return section.add(table(account, promises, "What was promised and seen"));
        }
        List<Promise> worstFirst = promises.stream()
                .filter(promise -> promise.mark() != Mark.KEPT)
                .sorted(Comparator.comparing(promise -> promise.failed() ? 0 : 1))
                .toList();
        List<Promise> kept =
                promises.stream().filter(promise -> promise.mark() == Mark.KEPT).toList();
        if (!worstFirst.isEmpty()) {
            section.add(table(account, worstFirst, "Promises that were not seen to be kept"));
        }
        return kept.isEmpty()
                ? section
                : section.add(Element.of("details")
                        .add(
                                Element.of("summary")
                                        .text(Spoken.capital(Spoken.count(kept.size(), "promise was", "promises were"))
                                                + " kept"),
                                table(account, kept, "Promises that were kept")));
    }

    private static Element table(Account account, List<Promise> promises, String caption) {
        boolean asked = promises.stream().anyMatch(promise -> promise.foreseen().isPresent());
        Table table = new Table("promises", caption)
                .column("Promised")
                .column("Kept?", "mark")
                .column("Time", "wide")
                .column("Seen", "seen");
        if (asked) {
            table.column("Foretold by the simulator", "foreseen");
        }
        promises.forEach(promise -> table.row(Element.of("bdi").text(promise.words()), cells(account, promise, asked)));
        return table.element();
    }

    private static String lead(Account account) {
        String early = account.endedEarly() && account.promises().stream().anyMatch(it -> it.mark() == Mark.KEPT)
                ? "The run ended early, and what was kept was kept until then. "
                : "";
        return early + compared(account);
    }

    private static String compared(Account account) {
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
                + ". Bar: the middle 95\u00a0% of its times; dot: seen; dashed: promised at most.";
    }

    private static Element[] cells(Account account, Promise promise, boolean asked) {
        boolean soFar = account.endedEarly() && promise.mark() == Mark.KEPT;
        List<Element> cells = new ArrayList<>();
        cells.add(soFar ? Mark.KEPT.saying("kept so far") : promise.mark().element());
        cells.add(bar(promise));
        String seen = seen(promise);
        cells.add(Element.together().text(soFar ? seen.replace(ALL_THE_TIME, "true until then") : seen));
        if (asked) {
            cells.add(foreseen(promise));
        }
        return cells.toArray(Element[]::new);
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
            return took.isZero() ? ALL_THE_TIME : "not true for " + Elapsed.text(took);
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
