package org.rackdrill.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The managers whose times can be read off their documentation. */
class ShortTimelinesTest {

    private static final long BOTH = 0b11;

    /** What the model assumes where a lab says nothing: token and consensus, twice SBD's timeout, and the plan. */
    private static PacemakerTimeline pacemaker(int members) {
        double noticed = (3 + 0.65 * (members - 2)) * 2.2;
        return new PacemakerTimeline(new PacemakerTimeline.Seconds(false, noticed, 0, 10, 2, 20, false));
    }

    private static PacemakerTimeline withDevice(boolean stays) {
        return new PacemakerTimeline(new PacemakerTimeline.Seconds(true, 4, 1, 3, 2, 20, stays));
    }

    @Test
    void aDeviceFencesAsSoonAsALossIsNoticed() {
        Script lost = withDevice(true).lost(0, 1, 0b111, 0b110, Loss.CUT, 0);

        assertThat(lost.resets()).isEqualTo(7);
        assertThat(lost.recovers()).isEqualTo(9);
    }

    @Test
    void withoutAMajorityNobodyFencesAndEverybodyStops() {
        Script alone = withDevice(true).lost(0, 1, 0b111, 0, Loss.CUT, 0);

        assertThat(alone.resets()).isEqualTo(Script.NEVER);
        assertThat(withDevice(true).stopsWithoutMajority()).isEqualTo(6);
        assertThat(pacemaker(3).lost(0, 1, 0b111, 0, Loss.CUT, 0).resets()).isLessThan(Script.NEVER);
        assertThat(pacemaker(3).stopsWithoutMajority()).isEqualTo(Script.NEVER);
    }

    @Test
    void membersThatWereOnlyCutOffMeetAgainWithoutWaitingForOthers() {
        assertThat(withDevice(true).back(0, 1, 0, 0b111, Loss.CUT, 30, 0).resumes())
                .isEqualTo(3);
        assertThat(withDevice(true).back(0, 1, 0, 0b111, Loss.DEAD, 30, 0).resumes())
                .isEqualTo(23);
    }

    @Test
    void guestsThatStayDoNotComeHome() {
        assertThat(withDevice(true).back(0, 1, 0b110, 0b111, Loss.DEAD, 30, 0).returns())
                .isEqualTo(Script.NEVER);
        assertThat(withDevice(false).back(0, 1, 0b110, 0b111, Loss.DEAD, 30, 0).returns())
                .isEqualTo(5);
    }

    @Test
    void pacemakerStartsGuestsElsewhereOnceTheWatchdogMustHaveFired() {
        // Token 3 s, consensus 1.2 tokens: 6.6 s. SBD fires after 5 s, is believed after 10 s; the plan takes 2 s.
        Script two = pacemaker(2).lost(0, 1, BOTH, 0b10, Loss.CUT, 0);

        assertThat(two.resets()).isCloseTo(11.6, within(1e-9));
        assertThat(two.recovers()).isCloseTo(18.6, within(1e-9));
    }

    @Test
    void corosyncNoticesLaterInALargerCluster() {
        // Three members: (3 + 0.65) x 2.2 = 8.03 s.
        Script three = pacemaker(3).lost(0, 1, 0b111, 0b110, Loss.DEAD, 0);

        assertThat(three.recovers()).isCloseTo(8.03 + 12, within(1e-9));
    }

    @Test
    void pacemakerIsNotSurprisedByAShutdown() {
        for (int members = 2; members < 8; members++) {
            PacemakerTimeline timeline = pacemaker(members);
            Script lost = timeline.lost(0, 1, BOTH, 0b10, Loss.DEAD, 0);
            Script shutDown = timeline.lost(0, 1, BOTH, 0b10, Loss.SHUT_DOWN, 0);

            assertThat(shutDown.recovers()).isLessThan(lost.recovers());
            assertThat(shutDown.resets()).isEqualTo(Script.NEVER);
            assertThat(lost.resets()).isLessThan(lost.recovers());
        }
    }

    @Test
    void aPacemakerThatStartsAloneLooksForOthersFirst() {
        PacemakerTimeline timeline = pacemaker(2);

        assertThat(timeline.back(0, 1, 0b10, BOTH, Loss.DEAD, 600, 0).resumes()).isEqualTo(2);
        assertThat(timeline.back(0, 1, 0, 0b01, Loss.DEAD, 600, 0).resumes()).isEqualTo(22);
        // Who is not there has to be fenced before anybody starts its guests.
        assertThat(timeline.back(1, 1, 0, 0b01, Loss.DEAD, 600, 0).recovers()).isEqualTo(32);
    }

    @Test
    void keepalivedWaitsForThreeAdvertisementsAndItsSkew() {
        KeepalivedTimeline timeline = new KeepalivedTimeline();
        double skew = 156.0 / 256;

        assertThat(timeline.lost(0, 0, BOTH, 0b10, Loss.DEAD, 0).recovers()).isEqualTo(3 + skew);
        assertThat(timeline.lost(0, 0, BOTH, 0b10, Loss.SHUT_DOWN, 0).recovers())
                .isEqualTo(skew);
        assertThat(timeline.lost(0, 0, BOTH, 0b10, Loss.CUT, 0).resets()).isEqualTo(Script.NEVER);
        assertThat(timeline.back(0, 0, 0b10, BOTH, Loss.DEAD, 600, 0).returns()).isEqualTo(3 + skew);
    }

    @Test
    void whereNobodyManagesNothingStartsElsewhereAndNothingWaits() {
        NoTimeline timeline = new NoTimeline();

        assertThat(timeline.lost(0, 0, BOTH, 0b10, Loss.DEAD, 0).recovers()).isEqualTo(Script.NEVER);
        assertThat(timeline.back(0, 0, 0, BOTH, Loss.DEAD, 600, 0).resumes()).isZero();
        assertThat(timeline.back(0, 0, 0, BOTH, Loss.DEAD, 600, 0).returns()).isEqualTo(Script.NEVER);
    }
}
