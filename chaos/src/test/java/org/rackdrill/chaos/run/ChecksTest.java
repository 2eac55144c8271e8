package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.fault.Target;

/** Each letter is what a probe saw for ten seconds: t, f or u. */
class ChecksTest {
    private static final Target.Node NODE = new Target.Node("node1");

    @Test
    void recoversMeansUpInTimeAndAtTheEnd() {
        assertThat(recovers("ttffftttt", 60)).isEqualTo(Verdict.PASSED);
        assertThat(recovers("ttffftttt", 40)).isEqualTo(Verdict.FAILED);
        assertThat(recovers("tttt", 0)).isEqualTo(Verdict.PASSED);
        assertThat(recovers("tfttttff", 60)).isEqualTo(Verdict.FAILED);
        assertThat(recovers("tfttttuu", 60)).isEqualTo(Verdict.UNKNOWN);
        assertThat(recovers("tfuuuuut", 30)).isEqualTo(Verdict.UNKNOWN);
        // What takes it down after the limit, such as the way back to its first node, is for `down` to judge.
        assertThat(recovers("tftttttttftt", 40)).isEqualTo(Verdict.PASSED);
        assertThat(recovers("tfttftttt", 45)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatNobodySawMayHaveBeenDown() {
        Expectation recovers = new Expectation.Recovers(NODE, Duration.ofSeconds(60), Optional.empty());
        Judgement judgement = Checks.of(recovers, series("tuutttt"), Duration.ZERO);
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.measured()).isEqualTo("after 30 s at most");
        assertThat(judgement.took()).contains(Duration.ofSeconds(30));
        assertThat(Checks.of(recovers, series("tufttt"), Duration.ZERO).measured())
                .isEqualTo("after 30 s");
    }

    @Test
    void downCountsAllTimesTogether() {
        assertThat(down("tfttft", 20)).isEqualTo(Verdict.PASSED);
        assertThat(down("tfttft", 19)).isEqualTo(Verdict.FAILED);
        assertThat(down("tfttut", 15)).isEqualTo(Verdict.UNKNOWN);
        assertThat(down("tttttt", 0)).isEqualTo(Verdict.PASSED);
        assertThat(down("ttttut", 0)).isEqualTo(Verdict.UNKNOWN);
        assertThat(down("uuuuuf", 0)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void eventuallyNeedsToBeSeenInTime() {
        assertThat(eventually("fftff", 30)).isEqualTo(Verdict.PASSED);
        assertThat(eventually("ffftt", 20)).isEqualTo(Verdict.FAILED);
        assertThat(eventually("fuftt", 20)).isEqualTo(Verdict.UNKNOWN);
        // The run ended before the time was over.
        assertThat(eventually("fff", 600)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anAlarmRingsAndIsSilentAgain() {
        assertThat(alarm("ttfftt", true)).isEqualTo(Verdict.PASSED);
        assertThat(alarm("ttffff", true)).isEqualTo(Verdict.FAILED);
        assertThat(alarm("ttffuu", true)).isEqualTo(Verdict.UNKNOWN);
        assertThat(alarm("ttffff", false)).isEqualTo(Verdict.PASSED);
        assertThat(alarm("tttttttf", true)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void beforeTheFirstLookNothingIsKnown() {
        Series series = Series.of(List.of(seen(30, Truth.TRUE)), Duration.ZERO, Duration.ofSeconds(60));
        assertThat(series.total(Truth.UNKNOWN)).isEqualTo(Duration.ofSeconds(30));
        assertThat(series.total(Truth.TRUE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(series.since(Duration.ofSeconds(40)).total(Truth.TRUE)).isEqualTo(Duration.ofSeconds(20));
        assertThat(series.until(Duration.ofSeconds(20)).has(Truth.TRUE)).isFalse();
        assertThat(Series.of(List.of(), Duration.ZERO, Duration.ZERO).last()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aBlinkIsNoBlindness() {
        assertThat(blinking("tutut", 10)).isEqualTo("ttttt");
        assertThat(blinking("fuffu", 10)).isEqualTo("ffffu");
        assertThat(blinking("utuuttu", 10)).isEqualTo("utuuttu");
        assertThat(blinking("utuuttu", 20)).isEqualTo("utttttu");
        // Whether it was already down, or still up, is not known.
        assertThat(blinking("tufut", 10)).isEqualTo("tufut");
        assertThat(blinking("tutut", 9)).isEqualTo("tutut");
    }

    /** What is left of letters when short times of which nothing is known are taken away. */
    private static String blinking(String letters, long seconds) {
        StringBuilder left = new StringBuilder();
        for (Piece piece : series(letters).without(Duration.ofSeconds(seconds)).pieces()) {
            String letter = piece.truth().name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
            left.append(letter.repeat((int) piece.length().toSeconds() / 10));
        }
        return left.toString();
    }

    private static Verdict recovers(String seen, long within) {
        return verdict(new Expectation.Recovers(NODE, Duration.ofSeconds(within), Optional.empty()), seen);
    }

    private static Verdict down(String seen, long atMost) {
        return verdict(new Expectation.Down(NODE, Duration.ofSeconds(atMost), Optional.empty()), seen);
    }

    private static Verdict eventually(String seen, long within) {
        return verdict(
                new Expectation.Eventually(Scenario.up("node1"), Duration.ofSeconds(within), Optional.empty()), seen);
    }

    private static Verdict alarm(String silent, boolean clears) {
        return verdict(new Expectation.Alarm(NODE, Duration.ofSeconds(40), clears, Optional.empty()), silent);
    }

    private static Verdict verdict(Expectation expectation, String letters) {
        return Checks.of(expectation, series(letters), Duration.ZERO).verdict();
    }

    private static Series series(String letters) {
        List<Entry.Seen> looks = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            looks.add(seen(
                    i * 10,
                    switch (letters.charAt(i)) {
                        case 't' -> Truth.TRUE;
                        case 'f' -> Truth.FALSE;
                        default -> Truth.UNKNOWN;
                    }));
        }
        return Series.of(looks, Duration.ZERO, Duration.ofSeconds(letters.length() * 10L));
    }

    private static Entry.Seen seen(long second, Truth truth) {
        return new Entry.Seen(Duration.ofSeconds(second), Scenario.up("node1"), new Observation(truth, "", ""));
    }
}
