package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Share;

class WaysTest {
    private static final Hosts LIVE = name -> Optional.empty();
    private static final Hosts SANDBOX = name -> Optional.of(new Silent(name));

    private record Silent(String name) implements Host {
        @Override
        public Reply ask(Request request, Duration within) {
            return Reply.unknown(name + " is silent");
        }
    }

    /** Sees the web on the second node, and nothing else. */
    private static final Eyes WEB_ON_NODE2 = new Eyes() {
        @Override
        public Observation neverTwice(String service, Duration ago) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Observation see(Probe probe) {
            return new Observation(Truth.UNKNOWN, "", "nobody looks");
        }

        @Override
        public Optional<String> runs(String service) {
            return service.equals("web") ? Optional.of("node2") : Optional.empty();
        }

        @Override
        public Optional<String> master(String cluster) {
            return Optional.empty();
        }

        @Override
        public Truth tended(PoolRef pool) {
            return Truth.UNKNOWN;
        }

        @Override
        public Truth busy(Calendar.Busy what) {
            return Truth.UNKNOWN;
        }
    };

    private static Way way(Fault<?> fault, Target target, Hosts hosts) {
        return new Ways(Rooms.two(), hosts, WEB_ON_NODE2)
                .of(new Hit("run", "step", 1, fault, target), Optional.empty());
    }

    @Test
    void aNodeIsSwitchedOffByWhoeverSwitchesItsPower() {
        Way way = way(new Fault.NodePowerLoss(), new Target.Node("node1"), SANDBOX);

        assertThat(way.hosts()).containsExactly("rack");
        assertThat(way.words()).containsEntry("fault", "node-power-loss").containsEntry("node", "node1");
    }

    @Test
    void aNodeWhosePowerNobodySwitchesIsLeftAlone() {
        Way way = way(new Fault.NodePowerLoss(), new Target.Node("plain"), SANDBOX);

        assertThat(way.hosts()).isEmpty();
        assertThat(way.why())
                .isEqualTo("the lab does not say who switches the power of plain: write `power: through NODE`");
    }

    @Test
    void aNodeIsPressedOnTheSpot() {
        Way way = way(new Fault.CpuPressure(new Share(0.5)), new Target.Node("plain"), LIVE);

        assertThat(way.hosts()).containsExactly("plain");
        assertThat(way.words()).containsOnlyKeys("fault", "to").containsEntry("to", "50");
    }

    @Test
    void aServiceIsHitWhereItRunsNow() {
        Way way = way(new Fault.ServiceCrash(), new Target.Service("web"), LIVE);

        assertThat(way.hosts()).containsExactly("node2", "node1");
        assertThat(way.words()).containsEntry("resource", "web");
    }

    @Test
    void aServiceOfWhichNobodySaysWhatItIsIsLeftAlone() {
        assertThat(way(new Fault.ServiceCrash(), new Target.Service("bare"), LIVE)
                        .why())
                .isEqualTo("the lab does not say what bare is: write `unit:` or `resource:`");
    }

    @Test
    void dataAreHitInTheirDatasetAndCopiesInTheirs() {
        assertThat(way(new Fault.FilesEncrypted(new Share(0.3)), new Target.Dataset("db"), LIVE)
                        .words())
                .containsEntry("dataset", "tank/data/db")
                .containsEntry("files", "30");
        Target.Copy copy = new Target.Copy("db", new PoolRef("node2", "tank"));
        Way diverged = way(new Fault.ReplicaDiverged(), copy, LIVE);
        assertThat(diverged.hosts()).containsExactly("node2");
        assertThat(diverged.words()).containsEntry("dataset", "tank/copies/db");
    }

    @Test
    void theKeyOfAPoolIsThatOfTheDatasetAtItsRoot() {
        Target.Pool pool = new Target.Pool(new PoolRef("node1", "tank"));

        assertThat(way(new Fault.EncryptionKeyMissing(), pool, LIVE).words())
                .containsOnlyKeys("fault", "dataset")
                .containsEntry("dataset", "tank");
    }

    @Test
    void aPushIsHitAtTheHostThatLogsIn() {
        Target.Copy copy = new Target.Copy("db", new PoolRef("node2", "tank"));

        assertThat(way(new Fault.SyncCredentialsBroken(), copy, LIVE).hosts()).containsExactly("node1");
    }

    @Test
    void cablesAndMainsAreOnlyHitWhereTheyAreOurs() {
        Target.Cable cable = new Target.Cable("node1", "sw1");

        assertThat(way(new Fault.LinkBandwidth(new Bandwidth(125_000)), cable, SANDBOX)
                        .words())
                .containsEntry("port", "node1")
                .containsEntry("limit", "1000");
        assertThat(way(new Fault.LinkDown(), cable, LIVE).why())
                .isEqualTo("nothing that we may drive switches node1 - sw1 on these machines");
        assertThat(way(new Fault.Partition(), new Target.Border(List.of("node1"), List.of("node2", "plain")), SANDBOX)
                        .words())
                .containsEntry("these", "node1")
                .containsEntry("those", "node2,plain");
        assertThat(way(new Fault.MainsOutage(), new Target.Mains("home"), SANDBOX)
                        .words())
                .containsEntry("site", "home");
    }

    @Test
    void aPoolWhoseNameAShellCouldReadIsLeftAlone() {
        Target.Pool pool = new Target.Pool(new PoolRef("node1", "tank $(reboot)"));

        assertThat(way(new Fault.PoolHung(), pool, SANDBOX).why()).contains("letters that are not passed to a host");
    }
}
