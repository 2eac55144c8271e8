package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;

/**
 * Whether what a probe saw over time is what was expected. False beats unknown, and unknown beats true: time that
 * nobody saw counts against the check, but only what was seen can fail it.
 */
final class Checks {
    private Checks() {}

    static Verdict verdict(Truth truth) {
        return switch (truth) {
            case TRUE -> Verdict.PASSED;
            case FALSE -> Verdict.FAILED;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }

    /** Judges an expectation that a probe shows, by what it saw since the expectation counts. */
    static Judgement of(Expectation expectation, Series series, Duration since) {
        String text = expectation.text();
        if (expectation instanceof Expectation.Recovers recovers) {
            return recovers(text, series, since, recovers.within());
        } else if (expectation instanceof Expectation.RedundancyBack back) {
            return recovers(text, series, since, back.within());
        } else if (expectation instanceof Expectation.Down down) {
            return notLonger(text, series, down.atMost());
        } else if (expectation instanceof Expectation.Always) {
            return notLonger(text, series, Duration.ZERO);
        } else if (expectation instanceof Expectation.Eventually eventually) {
            return seen(text, series, since, eventually.within(), Truth.TRUE);
        } else if (expectation instanceof Expectation.Alarm alarm) {
            return alarm(text, series, since, alarm);
        }
        throw new IllegalArgumentException("no probe shows " + text);
    }

    /** False for no longer than a time, all times together. */
    static Judgement notLonger(String check, Series series, Duration atMost) {
        Duration bad = series.total(Truth.FALSE);
        Duration unknown = series.total(Truth.UNKNOWN);
        String measured = "down for " + seconds(bad);
        boolean never = atMost.isZero();
        if (bad.compareTo(atMost) > 0 || (never && series.has(Truth.FALSE))) {
            return new Judgement(check, Verdict.FAILED, measured, Optional.of(bad), measured);
        }
        if (bad.plus(unknown).compareTo(atMost) > 0 || (never && series.has(Truth.UNKNOWN))) {
            return Judgement.timeless(check, Verdict.UNKNOWN, measured, "nobody saw " + seconds(unknown) + " of it");
        }
        return new Judgement(check, Verdict.PASSED, measured, Optional.of(bad), "");
    }

    /** True at the end of the time that it has, and at the very end; what comes in between is another check's matter. */
    private static Judgement recovers(String check, Series series, Duration since, Duration within) {
        if (series.last() != Truth.TRUE) {
            String because = series.last() == Truth.FALSE ? "it was down at the end" : "nobody saw it at the end";
            return Judgement.timeless(check, verdict(series.last()), "", because);
        }
        Duration limit = since.plus(within);
        Duration lastBad = lastEnd(series, Truth.FALSE, since, limit);
        Duration lastUnknown = lastEnd(series, Truth.UNKNOWN, since, limit);
        Duration took = lastBad.minus(since);
        String measured = took.isZero() ? "never down" : "after " + seconds(took);
        if (lastBad.compareTo(limit) > 0) {
            return new Judgement(check, Verdict.FAILED, measured, Optional.of(took), measured);
        }
        if (lastUnknown.compareTo(lastBad) > 0) {
            // It may have been down for as long as nobody saw it.
            took = lastUnknown.minus(since);
            measured = "after " + seconds(took) + " at most";
        }
        if (lastUnknown.compareTo(limit) > 0) {
            return Judgement.timeless(check, Verdict.UNKNOWN, measured, "nobody saw it all the time");
        }
        return new Judgement(check, Verdict.PASSED, measured, Optional.of(took), "");
    }

    /** Returns when the last time of an answer ended that began before a limit. */
    private static Duration lastEnd(Series series, Truth truth, Duration since, Duration limit) {
        Duration last = since;
        for (Piece piece : series.pieces()) {
            if (piece.truth() == truth && piece.from().compareTo(limit) <= 0) {
                last = piece.to();
            }
        }
        return last;
    }

    /** Seen at least once in time. */
    private static Judgement seen(String check, Series series, Duration since, Duration within, Truth what) {
        Duration limit = since.plus(within);
        Series inTime = series.until(limit);
        if (inTime.has(what)) {
            Duration took = inTime.first(what).orElse(since).minus(since);
            return new Judgement(check, Verdict.PASSED, "after " + seconds(took), Optional.of(took), "");
        }
        boolean sawAll = series.to().compareTo(limit) >= 0 && !inTime.has(Truth.UNKNOWN);
        return sawAll
                ? Judgement.timeless(check, Verdict.FAILED, "", "it was not seen in time")
                : Judgement.timeless(check, Verdict.UNKNOWN, "", "nobody saw all of the time");
    }

    private static Judgement alarm(String check, Series silent, Duration since, Expectation.Alarm alarm) {
        Judgement rang = seen(check, silent, since, alarm.within(), Truth.FALSE);
        if (rang.verdict() != Verdict.PASSED || !alarm.clears() || silent.last() == Truth.TRUE) {
            return rang;
        }
        String why = "it was not seen to be silent again";
        return new Judgement(check, verdict(silent.last()), rang.measured(), rang.took(), why);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
