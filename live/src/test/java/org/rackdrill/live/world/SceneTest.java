package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.PoolRef;

class SceneTest {
    private static final PoolRef TANK = new PoolRef("node1", "tank");
    private static final Target POOL = new Target.Pool(TANK);
    private static final Target NODE = new Target.Node("node1");
    private static final Target UPS = new Target.Ups("ups1");

    private final Look look = new Look();
    private final Scene scene = new Scene(Rooms.two(), look);

    @Test
    void whereAllIsWellTheMomentAddsNoDanger() {
        for (Target target : List.of(POOL, new Target.Disk(TANK, 1), NODE, UPS, new Target.Service("db"))) {
            assertThat(scene.dangers(target)).as(target.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Truth.class,
            names = {"TRUE", "UNKNOWN"})
    void aScrubThatRunsOrMayRunIsADangerForItsOwnDisks(Truth running) {
        look.tended().put("node1/tank", running);

        assertThat(scene.dangers(new Target.Disk(TANK, 1))).containsExactly(Danger.SCRUB_RUNNING);
        assertThat(scene.dangers(NODE)).isEmpty();
        assertThat(scene.dangers(new Target.Pool(new PoolRef("node2", "tank")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Truth.class,
            names = {"FALSE", "UNKNOWN"})
    void aPoolThatLacksADiskOrMayLackOneHasNoneToSpare(Truth whole) {
        look.things().put("node1/tank", whole);

        assertThat(scene.dangers(POOL)).containsExactly(Danger.LAST_REDUNDANCY);
        assertThat(scene.dangers(new Target.Pool(new PoolRef("node2", "tank")))).isEmpty();
    }

    @Test
    void aClusterThatLacksAMemberMayLoseItsMajorityWithTheNextOne() {
        look.things().put("c", Truth.FALSE);

        assertThat(scene.dangers(NODE)).containsExactlyInAnyOrder(Danger.LAST_REDUNDANCY, Danger.QUORUM_LOSS);
        assertThat(scene.dangers(new Target.Service("web"))).isEmpty();
    }

    @Test
    void aBatteryThatIsNotFullIsADangerForItselfAndForItsMains() {
        look.things().put("ups1", Truth.UNKNOWN);
        String site = Rooms.two().ups().get(0).site();

        assertThat(scene.dangers(UPS)).containsExactly(Danger.UPS_NOT_FULL);
        assertThat(scene.dangers(new Target.Mains(site))).containsExactly(Danger.UPS_NOT_FULL);
        assertThat(scene.dangers(new Target.Mains("elsewhere"))).isEmpty();
    }
}
