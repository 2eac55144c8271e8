package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;

class RackWitnessTest {
    private static final Target NODE = new Target.Node("node1");
    private static final Target WAN = new Target.Wan("wan");

    private static Truth sees(Target target, Reply reply) {
        return new RackWitness(new Scripted("rack", any -> reply), Duration.ofSeconds(1)).works(target);
    }

    @Test
    void whatCouldBeBrokenIsWell() {
        assertThat(sees(NODE, Reply.done("power=on\n"))).isEqualTo(Truth.TRUE);
        assertThat(sees(WAN, Reply.done("rack=well\n"))).isEqualTo(Truth.TRUE);
    }

    @Test
    void whatIsBrokenAlreadyIsDown() {
        assertThat(sees(NODE, Reply.refused("node1 is off already"))).isEqualTo(Truth.FALSE);
        assertThat(sees(NODE, Reply.refused("node1 is frozen already"))).isEqualTo(Truth.FALSE);
        assertThat(sees(WAN, Reply.refused("the rack says 'cable.wan pulled'"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void aRefusalForAnotherReasonSaysNothing() {
        assertThat(sees(NODE, Reply.refused("this needs the rack of a sandbox; there is none here")))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void noAnswerOrOneThatSaysNothingIsUnknown() {
        assertThat(sees(NODE, Reply.unknown("node1 is off already, or so it seems")))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(sees(NODE, Reply.done(""))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void onlyWhatHangsAtTheRackIsAskedOfIt() {
        Scripted rack = new Scripted("rack", any -> Reply.done("power=on"));

        assertThat(new RackWitness(rack, Duration.ofSeconds(1)).works(new Target.Service("db")))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(rack.asked()).isEmpty();
    }
}
