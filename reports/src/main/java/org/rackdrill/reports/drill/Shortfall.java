package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Named;

/** A promise that was not kept, as somebody would tell it at the table. */
final class Shortfall {
    private Shortfall() {}

    /** Returns a clause without its end, such as "jellyfin came back, but only after 7 min". */
    static String of(Promise promise) {
        Expectation expectation = promise.expectation();
        if (expectation instanceof Expectation.Recovers it) {
            return back(it.of().text(), "came back", promise, it.within());
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            return back(it.of().text(), "got its redundancy back", promise, it.within());
        } else if (expectation instanceof Expectation.Down it) {
            String down = name(it.of().text()) + " was down"
                    + promise.took().map(time -> " for " + Elapsed.text(time)).orElse("");
            return it.atMost().isZero()
                    ? down + ", and should never have been"
                    : down + " instead of at most " + Elapsed.text(it.atMost());
        } else if (expectation instanceof Expectation.Always it) {
            return "it was not true all the time that " + Sight.of(it.probe()).sentence(Truth.TRUE);
        } else if (expectation instanceof Expectation.Eventually it) {
            return Elapsed.text(it.within()) + " were not enough until "
                    + Sight.of(it.probe()).sentence(Truth.TRUE);
        } else if (expectation instanceof Expectation.Alarm it) {
            return promise.took().isPresent()
                    ? "the alarm about " + name(it.about().text()) + " did not fall silent again"
                    : "nobody was told of " + name(it.about().text()) + " within " + Elapsed.text(it.within());
        }
        return ofData(promise, expectation);
    }

    private static String ofData(Promise promise, Expectation expectation) {
        if (expectation instanceof Expectation.Loses it) {
            return it.atMost().isZero()
                    ? name(it.of().text()) + " lost something"
                    : name(it.of().text()) + " lost more than the last " + Elapsed.text(it.atMost());
        } else if (expectation instanceof Expectation.Restores it) {
            return name(it.of().text()) + " could not be restored as promised";
        } else if (expectation instanceof Expectation.NothingElse) {
            return "more went down than should have";
        } else if (expectation instanceof Expectation.ShutsDown it) {
            return promise.judgement()
                    .map(Judgement::measured)
                    .filter(seen -> seen.startsWith("with "))
                    .map(seen -> name(it.of().text()) + " was shut down in order too late, " + Named.visible(seen))
                    .orElse(name(it.of().text()) + " was not shut down in order");
        } else if (expectation instanceof Expectation.Hands it) {
            return it.atMost() == 0 ? "somebody had to lend a hand" : "somebody had to lend a hand too often";
        }
        return Named.inSentence(promise.check());
    }

    private static String back(String of, String did, Promise promise, Duration within) {
        Optional<Duration> took = promise.took();
        return took.isPresent()
                ? name(of) + " " + did + ", but only after " + Elapsed.text(took.get()) + " instead of "
                        + Elapsed.text(within)
                : name(of) + " never " + did;
    }

    /** Returns why nobody can tell, as a clause. */
    static String unseen(Promise promise) {
        return promise.judgement()
                .map(Judgement::why)
                .filter(why -> !why.isEmpty())
                .map(Named::visible)
                .orElse("nobody saw it");
    }

    private static String name(String chosen) {
        return Named.inSentence(chosen);
    }
}
