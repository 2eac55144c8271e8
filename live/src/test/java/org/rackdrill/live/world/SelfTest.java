package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;

class SelfTest {
    private static final String OURS = "0123456789abcdef0123456789abcdef";

    /** Only the first node is this machine; the third one does not answer. */
    private static final Hosts HOSTS = name -> Optional.<Host>of(new Scripted(
                    name,
                    any -> name.equals("plain")
                            ? Reply.unknown("no answer")
                            : Reply.done("machine-id=" + (name.equals("node1") ? OURS : "another") + "\n")))
            .filter(host -> !name.equals("rack"));

    private static String refuses(Optional<String> machine, Fault<?> fault, Target target, String... places) {
        return new Self(Rooms.two(), HOSTS, machine).refuses(new Hit("run", "step", 1, fault, target), List.of(places));
    }

    private static String refuses(Fault<?> fault, Target target, String... places) {
        return refuses(Optional.of(OURS), fault, target, places);
    }

    @Test
    void theMachineThatADrillIsRunFromKeepsItsPower() {
        assertThat(refuses(new Fault.NodePowerLoss(), new Target.Node("node1"), "rack"))
                .isEqualTo("the drill is run from node1 itself: run it from another machine");
        assertThat(refuses(new Fault.NodePowerLoss(), new Target.Node("node2"), "rack"))
                .isEmpty();
    }

    @Test
    void aSiteWithoutMainsTakesItsMachinesWithIt() {
        String site = Rooms.two().nodes().get(0).site();

        assertThat(refuses(new Fault.MainsOutage(), new Target.Mains(site), "rack"))
                .contains("run from node1");
        assertThat(refuses(new Fault.MainsOutage(), new Target.Mains("elsewhere"), "rack"))
                .isEmpty();
    }

    @Test
    void aServiceIsNotHitOnThisMachine() {
        Target db = new Target.Service("db");

        assertThat(refuses(new Fault.ServiceCrash(), db, "node2", "node1")).contains("run from node1");
        assertThat(refuses(new Fault.ServiceCrash(), db, "node2")).isEmpty();
    }

    @Test
    void whoHasNoNumberOrGetsNoAnswerIsTakenForAnotherMachine() {
        assertThat(refuses(new Fault.NodePowerLoss(), new Target.Node("plain"), "rack"))
                .isEmpty();
        assertThat(refuses(Optional.empty(), new Fault.NodePowerLoss(), new Target.Node("node1"), "rack"))
                .isEmpty();
    }
}
