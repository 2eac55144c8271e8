package org.rackdrill.live.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.live.systemd.UnitStatus;

/** What a node remembers of a unit, and what that says of the last ten minutes. */
class RunsTest {
    private static final Duration AGO = Duration.ofMinutes(10);
    private static final Duration NOW = Duration.ZERO;
    private static final int LONG = 100;

    @Test
    void whatBeganBeforeRanAllTheTime() {
        assertThat(spans(20, -1, LONG)).containsExactly(new Runs.Span(AGO, NOW));
    }

    @Test
    void whatEndedBeforeDidNotRun() {
        assertThat(spans(30, 20, LONG)).isEmpty();
        assertThat(spans(-1, -1, LONG)).isEmpty();
    }

    @Test
    void whatEndedMeanwhileMayHaveRunUntilThen() {
        assertThat(spans(30, 4, LONG)).containsExactly(new Runs.Span(AGO, minutes(4)));
        // It may also have begun and ended before.
        assertThat(spans(5, 4, LONG)).containsExactly(new Runs.Span(AGO, minutes(4)));
    }

    @Test
    void whatBeganAgainRunsSinceThen() {
        assertThat(spans(3, 4, LONG)).containsExactly(new Runs.Span(minutes(3), NOW), new Runs.Span(AGO, minutes(4)));
    }

    @Test
    void whatWasBeforeABootIsNotRemembered() {
        assertThat(spans(-1, -1, 2)).containsExactly(new Runs.Span(AGO, minutes(2)));
    }

    @Test
    void oneAfterTheOtherIsNotTwice() {
        Runs.Span first = new Runs.Span(AGO, minutes(4));
        assertThat(first.meets(new Runs.Span(minutes(4), NOW), NOW)).isFalse();
        assertThat(first.meets(new Runs.Span(minutes(5), NOW), NOW)).isTrue();
        assertThat(first.meets(first, NOW)).isTrue();
    }

    @Test
    void whatIsToldOneAfterTheOtherMayHaveMet() {
        Runs.Span first = new Runs.Span(AGO, minutes(4));
        assertThat(first.meets(new Runs.Span(minutes(3), NOW), minutes(1))).isFalse();
        assertThat(first.meets(new Runs.Span(minutes(3), NOW), minutes(2))).isTrue();
        assertThat(new Runs.Span(minutes(3), NOW).meets(first, minutes(2))).isTrue();
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

    private static List<Runs.Span> spans(int began, int ended, int boot) {
        return Runs.spans(new UnitStatus.Ages(ago(began), ago(ended), minutes(boot), true), AGO);
    }

    private static Optional<Duration> ago(int minutes) {
        return minutes < 0 ? Optional.empty() : Optional.of(minutes(minutes));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
