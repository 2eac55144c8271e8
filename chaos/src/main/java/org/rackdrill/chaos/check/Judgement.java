package org.rackdrill.chaos.check;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one check.
 *
 * @param check what was asked for, as one line
 * @param measured what was seen, for people; empty when nothing was
 * @param took the time that it is about, such as how long it took to recover, how long it was down, or how soon an alarm
 *     came; none when nobody could tell, or it is about no time
 * @param why for all but {@link Verdict#PASSED}, what was missing or wrong; otherwise empty
 */
public record Judgement(String check, Verdict verdict, String measured, Optional<Duration> took, String why) {

    /** Returns a judgement of something that takes no time, or whose time nobody knows. */
    public static Judgement timeless(String check, Verdict verdict, String measured, String why) {
        return new Judgement(check, verdict, measured, Optional.empty(), why);
    }
}
