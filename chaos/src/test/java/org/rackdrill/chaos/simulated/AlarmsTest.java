package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.check.Truth.FALSE;
import static org.rackdrill.chaos.check.Truth.TRUE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rings in the simulated lab, how soon, and what nobody hears. */
final class AlarmsTest {

    private static final Duration CONFIRMED = Duration.ofMinutes(2);

    private final Scene v1 = Scene.in("v1");

    private void nothingRings(String about) {
        assertThat(v1.sees("no-alarm: " + about)).isEqualTo(TRUE);
    }

    private void rings(String about) {
        assertThat(v1.sees("no-alarm: " + about)).isEqualTo(FALSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    node-power-loss: node3                  > node3
                    node-power-loss: node3                  > immich at node3/tank
                    node-power-loss: node1                  > nas
                    switch-reboot: friend-router            > friend-router
                    wan-down: wan                           > wan
                    link-down: vpn                          > vpn
                    dns-down: dns                           > dns
                    disk-failure: node1/tank/3              > node1/tank/3
                    disk-failure: node1/tank/3              > node1/tank
                    pool-full: {of: node1/tank, to: 95%}    > node1/tank
                    files-encrypted: {of: immich, files: 8%} > immich
                    certificate-expired: proxy              > proxy
                    """)
    void whatIsSeenToBeDownRingsWhenASecondLookConfirmsIt(String fault, String about) {
        v1.breaks(fault.strip());
        nothingRings(about);
        v1.waits(CONFIRMED.minusSeconds(1));
        nothingRings(about);
        v1.waits(Duration.ofSeconds(1));
        rings(about);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    mains-outage: home           > ups1
                    mains-outage: home           > home
                    ups-communication-lost: ups1 > ups1
                    """)
    void aUpsSpeaksUpByItself(String fault, String about) {
        v1.breaks(fault.strip());
        nothingRings(about);
        v1.waits(Duration.ofSeconds(15));
        rings(about);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    slow-disk: {of: node1/tank/5, extra: 500 ms}            > node1/tank/5
                    clock-skew: {of: node1, by: 5 min}                      > node1
                    memory-pressure: {of: node2, to: 98%}                   > node2
                    encryption-key-missing: paperless at node3/tank         > paperless at node3/tank
                    silent-corruption: {of: node1/tank/3, amount: 10 MiB}   > node1/tank
                    pool-hung: node1/tank                                   > node1/tank
                    ups-battery-fault: {of: ups1, holds: 20%}               > ups1
                    """)
    void whatNobodyLooksAtRaisesNoAlarm(String fault, String about) {
        v1.breaks(fault.strip());
        nothingRings(about);
        v1.waits(Duration.ofHours(1));
        nothingRings(about);
    }

    @Test
    void aCopyIsLateWhenASecondSyncDidNotCome() {
        v1.breaks("sync-credentials-broken: immich at node2/tank");
        v1.waits(Duration.ofMinutes(14));
        nothingRings("immich at node2/tank");
        v1.waits(Duration.ofMinutes(20));
        rings("immich at node2/tank");
    }

    @Test
    void aWornBatteryRingsWhenItsSelfTestHasFoundIt() {
        v1.breaks("ups-battery-fault: {of: ups1, holds: 20%}");
        v1.waits(Duration.ofDays(14));
        nothingRings("ups1");
        v1.waits(Duration.ofSeconds(15));
        rings("ups1");
    }

    @Test
    void aWornBatteryThatIsWellAgainBeforeItsSelfTestIsNotReplaced() {
        String worn = v1.breaks("ups-battery-fault: {of: ups1, holds: 20%}");
        v1.undoes(worn);
        v1.waits(Duration.ofDays(15));
        assertThat(v1.looks("hands: 0", "node-reboot: node3", Duration.ZERO).truth())
                .isEqualTo(TRUE);
    }

    @Test
    void anAlarmFallsSilentWithItsReason() {
        String cut = v1.breaks("link-down: vpn");
        nothingRings("vpn");
        v1.waits(CONFIRMED);
        rings("vpn");
        v1.undoes(cut);
        nothingRings("vpn");
    }

    @Test
    void whileNobodyWatchesNothingRingsAndAfterwardsItIsSeenAnew() {
        String blind = v1.breaks("monitoring-down: uptime-kuma");
        v1.breaks("wan-down: wan");
        nothingRings("wan");
        v1.waits(Duration.ofHours(1));
        nothingRings("wan");
        v1.undoes(blind);
        v1.waits(Duration.ofMinutes(1));
        nothingRings("wan");
        v1.waits(CONFIRMED);
        rings("wan");
    }

    @Test
    void cephThatMissesCopiesRings() {
        Scene ceph = Scene.in("v1-ceph");
        ceph.breaks("disk-failure: node1/osd/1");
        assertThat(ceph.sees("no-alarm: pve/ceph")).isEqualTo(TRUE);
        ceph.waits(Duration.ofMinutes(4));
        ceph.sees("no-alarm: pve/ceph");
        ceph.waits(CONFIRMED);
        assertThat(ceph.sees("no-alarm: pve/ceph")).isEqualTo(FALSE);
    }
}
