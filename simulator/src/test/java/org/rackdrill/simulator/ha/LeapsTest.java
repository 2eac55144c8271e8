package org.rackdrill.simulator.ha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leaping over idle rounds changes nothing but the time that a run takes. */
class LeapsTest {
    private static final int SCHEDULES = 200;

    @Test
    void bothDriversAgreeOnEverySchedule() {
        long stepped = 0;
        long rounds = 0;
        for (long seed = 0; seed < SCHEDULES; seed++) {
            GeneratedCluster cluster = GeneratedCluster.of(seed);
            MachineRoom slow = new MachineRoom(cluster.setup(), cluster.physics());
            LockStep.run(slow, cluster.schedule(), GeneratedCluster.UNTIL);
            MachineRoom fast = new MachineRoom(cluster.setup(), cluster.physics());
            stepped += Leaps.run(fast, cluster.schedule(), GeneratedCluster.UNTIL, true);
            rounds += GeneratedCluster.UNTIL / cluster.physics().roundSeconds();

            assertThat(fast.log()).as("seed %d: %s", seed, cluster).isEqualTo(slow.log());
            assertThat(fast.shape()).as("seed %d", seed).isEqualTo(slow.shape());
            assertThat(fast.now()).as("seed %d", seed).isEqualTo(slow.now());
        }
        assertThat(stepped).as("most rounds are idle").isLessThan(rounds / 3);
    }

    @Test
    void aQuietYearTakesAHandfulOfRounds() {
        HaSetup setup = HaSetup.of(3, Map.of(0, ServiceConfig.of(0, Requested.STARTED, true)));
        MachineRoom room = new MachineRoom(setup, Physics.real(3, 30, 15));
        List<Timed> on = List.of(
                new Timed(0, new Injection.Power(0, true)),
                new Timed(0, new Injection.Power(1, true)),
                new Timed(0, new Injection.Power(2, true)));

        assertThat(Leaps.run(room, on, 365L * 86_400, false)).isLessThan(50);
        assertThat(room.runsOn(0)).isZero();
        assertThat(room.now()).isEqualTo(365L * 86_400);
    }
}
