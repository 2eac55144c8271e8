package org.rackdrill.live.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.live.systemd.UnitPast;
import org.rackdrill.live.systemd.UnitStatus;

/** What a node remembers of a unit, and what that says of the last ten minutes. */
class RunsTest {
    private static final Duration AGO = Duration.ofMinutes(10);
    private static final int LONG = 100;

    @Test
    void whatBeganBeforeRanAllTheTime() {
        assertThat(spans(20, -1, LONG)).containsExactly(span(10, 0));
    }

    @Test
    void whatEndedBeforeDidNotRun() {
        assertThat(spans(30, 20, LONG)).isEmpty();
        assertThat(spans(-1, -1, LONG)).isEmpty();
    }

    @Test
    void whatEndedMeanwhileMayHaveRunUntilThen() {
        assertThat(spans(30, 4, LONG)).containsExactly(span(10, 4));
        // It may also have begun and ended before.
        assertThat(spans(5, 4, LONG)).containsExactly(span(10, 4));
    }

    @Test
    void whatBeganAgainRunsSinceThen() {
        assertThat(spans(3, 4, LONG)).containsExactly(span(3, 0), span(10, 4));
    }

    @Test
    void whatWasBeforeABootIsNotRemembered() {
        assertThat(spans(-1, -1, 2)).containsExactly(span(10, 2));
    }

    @Test
    void oneAfterTheOtherIsNotTwice() {
        Runs.Span first = span(10, 4);
        assertThat(first.meets(span(4, 0))).isFalse();
        assertThat(first.meets(span(5, 0))).isTrue();
        assertThat(first.meets(first)).isTrue();
    }

    @Test
    void aSlowAnswerStandsForAnyMomentMeanwhile() {
        assertThat(spans(3, 4, LONG, 1)).containsExactly(span(4, 0), span(10, 4));
        assertThat(spans(20, -1, 2, 1)).containsExactly(span(10, 0), span(10, 2));
    }

    @Test
    void anEndIsForgottenWhereNobodyWantsTheUnit() {
        assertThat(forgets(-1, -1)).isTrue();
        assertThat(forgets(3, -1)).as("it may have run before").isTrue();
        assertThat(forgets(10, -1)).as("it has run all the time").isFalse();
        assertThat(forgets(30, 4)).as("it is not forgotten yet").isFalse();
    }

    private static boolean forgets(int began, int ended) {
        return Runs.forgets(new UnitStatus.Ages(ago(began), ago(ended), minutes(LONG), false), AGO);
    }

    /** By a clock that is 0 now. */
    private static Runs.Span span(int from, int to) {
        return new Runs.Span(-minutes(from).toNanos(), -minutes(to).toNanos());
    }

    private static List<Runs.Span> spans(int began, int ended, int boot) {
        return spans(began, ended, boot, 0);
    }

    /** Told now, asked so many minutes before. */
    private static List<Runs.Span> spans(int began, int ended, int boot, int asked) {
        UnitStatus.Ages ages = new UnitStatus.Ages(ago(began), ago(ended), minutes(boot), true);
        return Runs.spans(new Runs.Told(ages, UnitPast.NONE, -minutes(asked).toNanos(), 0), -AGO.toNanos(), 0);
    }

    private static Optional<Duration> ago(int minutes) {
        return minutes < 0 ? Optional.empty() : Optional.of(minutes(minutes));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
