package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.simulator.compiled.CopyPlan;

/** Syncs that follow each other: by their schedule, or as soon as the line is free. */
class PaceTest {

    private static final Offset<Double> EXACT = within(1e-6);

    /** A sync every hour that needs so many hours of the line for what changes in an hour. */
    private static final CopyPlan.Keeping NOTHING_OLD = new CopyPlan.Keeping(0, true, false, false, false);

    private static CopyPlan hourly(double transfer) {
        return new CopyPlan(
                0, 0, 0, 0, -1, false, 0, 0, 0, 1, transfer, 10, 10, 10, 0, NOTHING_OLD, CopyPlan.Unsure.NOTHING);
    }

    private static double newest(double transfer, double from, double known, double now) {
        return newest(transfer, 0, from, known, now);
    }

    private static double newest(double transfer, double phase, double from, double known, double now) {
        Pace pace = new Pace();
        pace.follow(hourly(transfer), phase, from, false, known, Pace.NONE, 0, now);
        return pace.newest;
    }

    @Test
    void aQuickLineKeepsToTheSchedule() {
        assertThat(newest(0.25, 0, -1, 7.2)).isCloseTo(6, EXACT);
        assertThat(newest(0.25, 0, -1, 7.3)).isCloseTo(7, EXACT);
    }

    @Test
    void nothingMovesBeforeTheFirstSyncIsThrough() {
        assertThat(newest(0.25, 5.5, 2, 5.9)).isEqualTo(2);
    }

    @Test
    void afterABreakTheFirstSyncCarriesWhatWasMissed() {
        // Nothing since 2; the first sync begins at 12 with ten hours of changes, so it is through at 14 h 30 min.
        assertThat(newest(0.25, 11.5, 2, 14.4)).isEqualTo(2);
        assertThat(newest(0.25, 11.5, 2, 14.6)).isCloseTo(12, EXACT);
        // The next begins at once, carries two and a half hours and is through at 15 h 7.5 min.
        assertThat(newest(0.25, 11.5, 2, 15.1)).isCloseTo(12, EXACT);
        assertThat(newest(0.25, 11.5, 2, 15.2)).isCloseTo(14.5, EXACT);
        // From 16 on the schedule holds again.
        assertThat(newest(0.25, 11.5, 2, 16.3)).isCloseTo(16, EXACT);
        assertThat(newest(0.25, 11.5, 2, 20.9)).isCloseTo(20, EXACT);
    }

    @Test
    void aLineThatNeedsTwoHoursForOneFallsBehindForEver() {
        // Begun at 0, 2, 6, 14 and 30, each carrying twice as much as the one before.
        assertThat(newest(2, 0, -1, 1.9)).isEqualTo(-1);
        assertThat(newest(2, 0, -1, 2.1)).isCloseTo(0, EXACT);
        assertThat(newest(2, 0, -1, 13.9)).isCloseTo(2, EXACT);
        assertThat(newest(2, 0, -1, 14.1)).isCloseTo(6, EXACT);
        assertThat(newest(2, 0, -1, 30.1)).isCloseTo(14, EXACT);
        assertThat(newest(2, 0, -1, 87_600)).isLessThan(50_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99, 1, 1.01, 3})
    void theDataOfACopyNeverGetOlderAndNeverComeFromTheFuture(double transfer) {
        double before = -1;
        for (double now = 0; now < 400; now += 0.37) {
            double newest = newest(transfer, 0.4, 3.3, -1, now);
            assertThat(newest).isBetween(before, Math.max(now, -1));
            before = newest;
        }
    }

    @Test
    void aCopyThatCouldAlwaysBeSentBeginsWithTheSchedule() {
        assertThat(newest(0.25, Double.NEGATIVE_INFINITY, -1, 0.5)).isCloseTo(0, EXACT);
    }

    @Test
    void aSyncThatWasCutOffGoesOnWhereItWas() {
        Pace pace = new Pace();
        // Begun at 5 with four hours to send, cut off at 7.5: two and a half are sent.
        pace.follow(hourly(1), 0, 5, false, 1, Pace.NONE, 0, 7.5);
        assertThat(pace.newest).isEqualTo(1);
        assertThat(pace.running).isCloseTo(5, EXACT);
        assertThat(pace.left).isCloseTo(1.5, EXACT);

        // The line is back at 9.2; the job goes on at 10, is through at 11.5, and the copy holds the data of 5.
        pace.follow(hourly(1), 0, 9.2, false, 1, 5, 1.5, 9.7);
        assertThat(pace.running).isEqualTo(5);
        assertThat(pace.left).isEqualTo(1.5);
        pace.follow(hourly(1), 0, 9.2, false, 1, 5, 1.5, 11.6);
        assertThat(pace.newest).isCloseTo(5, EXACT);
        assertThat(pace.running).isCloseTo(11.5, EXACT);
        assertThat(pace.left).isCloseTo(6.4, EXACT);
    }

    @Test
    void aMissedJobThatIsMadeUpForDoesNotWaitForTheSchedule() {
        Pace pace = new Pace();
        pace.follow(hourly(0.25), 0, 5.5, true, 3, Pace.NONE, 0, 6.2);

        assertThat(pace.newest).isEqualTo(5.5);
    }
}
