package org.rackdrill.simulator.ha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the regression cases of Proxmox do not know: partitions, votes, switches, boot times, replicas. */
class BeyondTheSuiteTest {
    private static final long FAULT = 300;

    private static MachineRoom run(int nodes, Physics physics, long until, Timed... faults) {
        Map<Integer, ServiceConfig> services = new TreeMap<>();
        for (int node = 0; node < nodes; node++) {
            services.put(node, ServiceConfig.of(node, Requested.STARTED, true));
        }
        MachineRoom room = new MachineRoom(HaSetup.of(nodes, services), physics);
        List<Timed> schedule = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            schedule.add(new Timed(0, new Injection.Power(node, true)));
        }
        schedule.addAll(List.of(faults));
        Leaps.run(room, schedule, until, false);
        return room;
    }

    private static Timed split(long at, int deviceSide, Integer... sides) {
        return new Timed(at, new Injection.Partition(List.of(sides), deviceSide));
    }

    private static Physics home(int nodes) {
        return Physics.real(nodes, 30, 15);
    }

    private static long resets(MachineRoom room) {
        return room.log().stream()
                .filter(entry -> entry.kind() == Kind.WATCHDOG_RESET)
                .count();
    }

    @Test
    void theSmallerSideResetsItselfBeforeTheLargerOneRecovers() {
        MachineRoom room = run(5, home(5), 900, split(FAULT, 0, 0, 0, 0, 1, 1));

        assertThat(resets(room)).isEqualTo(2);
        assertThat(room.hasPower(3)).isFalse();
        long reset = timeOf(room, Kind.WATCHDOG_RESET);
        long recovery = timeOf(room, Kind.RECOVERS);
        assertThat(recovery).isBetween(FAULT + 110, FAULT + 150).isGreaterThan(reset + 30);
        assertThat(room.runsOn(3)).isBetween(0, 2);
        assertThat(room.runsOn(4)).isBetween(0, 2);
    }

    /** The agent of the third node has its turn, and feeds its watchdog, five seconds into each round. */
    @Test
    void aCutRightAfterAnAgentsTurnResetsItsNodeARoundLater() {
        MachineRoom before = run(3, home(3), 900, split(FAULT + 5, 0, 0, 0, 1));
        MachineRoom after = run(3, home(3), 900, split(FAULT + 6, 0, 0, 0, 1));

        assertThat(timeOf(before, Kind.WATCHDOG_RESET)).isEqualTo(FAULT - 5 + 61);
        assertThat(timeOf(after, Kind.WATCHDOG_RESET)).isEqualTo(FAULT + 5 + 61);
    }

    @Test
    void anEvenSplitResetsEveryNodeAndRecoversNothing() {
        MachineRoom room = run(4, home(4), 900, split(FAULT, -1, 0, 0, 1, 1));

        assertThat(resets(room)).isEqualTo(4);
        assertThat(room.log()).noneMatch(entry -> entry.kind() == Kind.RECOVERS);
        for (int service = 0; service < 4; service++) {
            assertThat(room.runsOn(service)).isEqualTo(-1);
        }
    }

    @Test
    void aQuorumDeviceDecidesAnEvenSplit() {
        MachineRoom room = run(4, home(4).withDevice(1), 900, split(FAULT, 1, 0, 0, 1, 1));

        assertThat(resets(room)).isEqualTo(2);
        assertThat(room.hasQuorum(2)).isTrue();
        for (int service = 0; service < 4; service++) {
            assertThat(room.runsOn(service)).isBetween(2, 3);
        }
    }

    @Test
    void ofTwoNodesOneAloneRecoversOnlyWithADevice() {
        Timed dead = new Timed(FAULT, new Injection.Power(1, false));

        MachineRoom alone = run(2, home(2), 900, dead);
        assertThat(alone.runsOn(1)).isEqualTo(-1);
        assertThat(alone.hasPower(0)).as("it resets itself, too").isFalse();

        assertThat(run(2, home(2).withDevice(1), 900, dead).runsOn(1)).isZero();
    }

    @Test
    void aSwitchThatReturnsBeforeTheWatchdogsCostsNothing() {
        MachineRoom room = run(3, home(3), 900, split(FAULT, -1, 0, 1, 2), split(FAULT + 40, -1, 0, 0, 0));

        assertThat(resets(room)).isZero();
        for (int service = 0; service < 3; service++) {
            assertThat(room.runsOn(service)).isEqualTo(service);
            assertThat(room.upSince(service)).isLessThan(FAULT);
        }
    }

    @Test
    void aSwitchThatReturnsAfterThemCostsEverything() {
        MachineRoom room = run(3, home(3), 900, split(FAULT, -1, 0, 1, 2), split(FAULT + 90, -1, 0, 0, 0));

        assertThat(resets(room)).isEqualTo(3);
        for (int node = 0; node < 3; node++) {
            assertThat(room.hasPower(node)).isFalse();
            assertThat(room.runsOn(node)).isEqualTo(-1);
        }
    }

    @Test
    void aGuestIsOfUseOnlyOnceItHasBooted() {
        Timed dead = new Timed(FAULT, new Injection.Power(2, false));
        long quick = run(3, Physics.real(3, 20, 15), 1500, dead).upSince(2);
        long slow = run(3, Physics.real(3, 260, 15), 1500, dead).upSince(2);

        assertThat(slow - quick).isEqualTo(240);
        assertThat(quick).isBetween(FAULT + 130, FAULT + 180);
    }

    /** The manager knows nothing of replication: what was written since the last replica is lost. */
    @Test
    void aRecoveredGuestIsAsOldAsItsLastReplica() {
        long interval = 900;
        long loss = 5000;
        MachineRoom room = run(3, home(3), interval);
        long replica = 0;
        for (long at = interval; at <= 3 * loss; at += interval) {
            List<Timed> fault = at > loss && at - interval < loss
                    ? List.of(new Timed(loss, new Injection.Power(1, false)))
                    : List.of();
            Leaps.run(room, fault, at, false);
            // A job runs where its guest runs; after the recovery the other way round, too late for what is gone.
            replica = room.runsOn(1) == 1 ? at : replica;
        }
        assertThat(timeOf(room, Kind.RECOVERS)).isBetween(loss + 100, loss + 150);
        assertThat(room.runsOn(1)).isIn(0, 2);
        assertThat(loss - replica).as("seconds of data that are lost").isEqualTo(500);
    }

    @Test
    void aGuestThatWouldRunTwiceStopsTheRun() {
        Guests guests = new Guests(2, home(2), new Links(home(2)));
        guests.found(0, 7, 0);

        assertThatThrownBy(() -> guests.found(1, 7, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("service 7 would run on nodes 0 and 1 at once");
    }

    @Test
    void noGuestEverRunsTwiceWhateverHappens() {
        for (long seed = 10_000; seed < 10_200; seed++) {
            GeneratedCluster cluster = GeneratedCluster.of(seed);
            MachineRoom room = new MachineRoom(cluster.setup(), cluster.physics());
            // The room itself throws when a guest would.
            Leaps.run(room, cluster.schedule(), GeneratedCluster.UNTIL, false);
            assertThat(room.now()).as("seed %d", seed).isGreaterThanOrEqualTo(GeneratedCluster.UNTIL);
        }
    }

    private static long timeOf(MachineRoom room, Kind kind) {
        return room.log().stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(Entry::at)
                .findFirst()
                .orElseThrow();
    }
}
