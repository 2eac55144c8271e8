package org.rackdrill.reports.drill;

import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Spoken;

/** What to do about one promise, by what was seen of it and what the simulator had thought. */
final class Advice {
    /** A promise that is kept at least so often, even at the low end of the interval, is one to rely on. */
    private static final double LIKELY = 0.8;

    private static final double EVEN = 0.5;

    private Advice() {}

    static String broken(Promise promise) {
        String fact = Spoken.capital(Shortfall.of(promise));
        Optional<Foreseen> foreseen = promise.foreseen();
        if (foreseen.isEmpty()) {
            return fact + ": " + remedy(promise) + ".";
        }
        String chance = Promises.chance(foreseen.get());
        if (foreseen.get().low() > LIKELY) {
            return fact + ". The simulator thought otherwise, " + chance
                    + ", so either something is broken unseen or the lab file is wrong: find out which, first.";
        }
        if (foreseen.get().high() < EVEN) {
            return fact + ". The simulator foretold it, " + chance + ": change the lab, or promise less.";
        }
        return fact + ": " + remedy(promise) + ". The simulator could not tell before: " + chance + ".";
    }

    private static String remedy(Promise promise) {
        Expectation expectation = promise.expectation();
        if (expectation instanceof Expectation.Alarm) {
            return "look at the monitoring before the next real failure";
        } else if (expectation instanceof Expectation.Restores) {
            return "a copy that cannot be restored is no copy, so mend this first";
        } else if (expectation instanceof Expectation.Loses) {
            return "copy more often, or promise less";
        } else if (expectation instanceof Expectation.NothingElse) {
            return "find out what else depends on what was broken";
        } else if (expectation instanceof Expectation.Hands) {
            return "let a machine do what a person had to do";
        } else if (expectation instanceof Expectation.ShutsDown) {
            return "look at what tells the node that the power is gone";
        } else if (!promise.hasDeadline()) {
            return "make that shorter, or promise less";
        }
        return promise.took().isPresent() ? "make it faster, or promise less" : "find out what it was waiting for";
    }

    static String unseen(Promise promise) {
        return "Nobody can say whether \u201c" + promise.words() + "\u201d was kept ("
                + Headline.reason(Shortfall.unseen(promise))
                + "): mend what should have seen it, and run the drill again.";
    }

    /** Returns whether it was kept although the simulator does not expect that every time. */
    static boolean isLuck(Promise promise) {
        return promise.mark() == Mark.KEPT
                && promise.foreseen().filter(it -> it.high() < LIKELY).isPresent();
    }

    static String luck(Promise promise) {
        String chance = promise.foreseen().map(Promises::chance).orElse("");
        return "\u201c" + promise.words() + "\u201d was kept this time"
                + promise.took().map(took -> " (" + Elapsed.text(took) + ")").orElse("")
                + ", but the simulator does not expect it every time, " + chance + ": do not rely on it yet.";
    }
}
