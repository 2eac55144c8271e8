package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Named;

/**
 * One thing that the drill was to prove: what was promised, what was foreseen and what was seen.
 *
 * @param check it as one line, about the real thing where the drill says "the target of a step"
 * @param judgement none: the run ended before anybody could judge
 * @param foreseen none: nobody asked the simulator
 */
record Promise(Expectation expectation, String check, Optional<Judgement> judgement, Optional<Foreseen> foreseen) {

    private static final int LONGEST = 160;

    /** Returns it in words that people use, fit to stand in a sentence. */
    String words() {
        if (expectation instanceof Expectation.Always it) {
            return Sight.of(it.probe()).sentence(Truth.TRUE) + " all the time";
        } else if (expectation instanceof Expectation.Eventually it) {
            return Sight.of(it.probe()).sentence(Truth.TRUE) + " within " + Elapsed.text(it.within());
        }
        return Named.inSentence(check, LONGEST);
    }

    Mark mark() {
        return Mark.of(judgement);
    }

    boolean failed() {
        return mark() == Mark.BROKEN;
    }

    /** Returns the longest time that was promised; none when it is about no time. */
    Optional<Duration> within() {
        if (expectation instanceof Expectation.Recovers it) {
            return Optional.of(it.within());
        } else if (expectation instanceof Expectation.Down it) {
            return Optional.of(it.atMost());
        } else if (expectation instanceof Expectation.Alarm it) {
            return Optional.of(it.within());
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            return Optional.of(it.within());
        } else if (expectation instanceof Expectation.Eventually it) {
            return Optional.of(it.within());
        } else if (expectation instanceof Expectation.Restores it) {
            return Optional.of(it.within());
        } else if (expectation instanceof Expectation.Always) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.empty();
    }

    /** Returns the time that was seen. */
    Optional<Duration> took() {
        return judgement.flatMap(Judgement::took);
    }

    /** Returns the probe that shows it; none: only the world can tell. */
    Optional<Probe> probe() {
        if (expectation instanceof Expectation.Recovers it) {
            return Optional.of(new Probe.Up(it.of()));
        } else if (expectation instanceof Expectation.Down it) {
            return Optional.of(new Probe.Up(it.of()));
        } else if (expectation instanceof Expectation.Alarm it) {
            return Optional.of(new Probe.NoAlarm(it.about()));
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            return Optional.of(new Probe.Redundant(it.of()));
        } else if (expectation instanceof Expectation.Always it) {
            return Optional.of(it.probe());
        } else if (expectation instanceof Expectation.Eventually it) {
            return Optional.of(it.probe());
        }
        return Optional.empty();
    }

    /** Returns whether it says by when something happens, and not for how long it may be so. */
    boolean hasDeadline() {
        return !(expectation instanceof Expectation.Down || expectation instanceof Expectation.Always);
    }

    /** Returns whether the simulator thought that it would end otherwise, even at the near end of its interval. */
    boolean surprises() {
        Optional<Verdict> seen = judgement.map(Judgement::verdict);
        return foreseen.isPresent()
                && ((seen.equals(Optional.of(Verdict.PASSED)) && foreseen.get().high() < 0.5)
                        || (seen.equals(Optional.of(Verdict.FAILED))
                                && foreseen.get().low() > 0.5));
    }
}
