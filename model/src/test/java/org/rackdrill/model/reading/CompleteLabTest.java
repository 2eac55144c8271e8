package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.lab.Snapshots;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;

/** Everything that can be said in a lab file arrives in the records. */
class CompleteLabTest {

    private static final double GIB = 1L << 30;

    private final Lab lab = Labs.lab(Labs.resource("format/everything.yaml"));

    @Test
    void labelsStandForSeveralThings() {
        assertThat(lab.labels())
                .containsOnlyKeys("with-guests", "spinning")
                .containsEntry("with-guests", List.of("node1", "node2"));
    }

    @Test
    void sitesHaveARegionTheirMainsAndASocket() {
        assertThat(lab.sites().get(0).region()).contains("vic");
        assertThat(lab.sites().get(0).mains().model()).isEqualTo("au-vic-urban");
        assertThat(lab.sites().get(0).breaker().orElseThrow().sharedWatts()).isEqualTo(900);
        assertThat(lab.sites().get(0).electricity().value().currency()).isEqualTo("AUD");
    }

    @Test
    void theUpsShutsItsNodesDown() {
        Ups ups = lab.ups().get(0);
        assertThat(ups.shutdownAt()).contains(Duration.ofMinutes(3));
        assertThat(ups.batteryAge()).isEqualTo(Duration.ofHours(2 * 8760));
        assertThat(ups.selfTest()).contains(Duration.ofDays(14));
    }

    @Test
    void networkPartsStandWhereTheirPowerOrUplinkIs() {
        assertThat(lab.network())
                .extracting(Link::name)
                .containsExactly("udm", "sw1", "ap1", "wan", "vpn", "friend-router", "friend-wan");
        Link.Box ap = (Link.Box) lab.network().get(2);
        assertThat(ap.poweredBy()).containsExactly("sw1");
        assertThat(ap.uplinks()).containsExactly("sw1");
        Link.Wan far = (Link.Wan) lab.network().get(6);
        assertThat(far.site()).isEqualTo("friend");
        assertThat(far.part().traits().value(Trait.UP)).isEqualTo(new Bandwidth(2.5e6));
    }

    @Test
    void nodesHaveAFeedForEachPowerSupply() {
        Node node1 = lab.node("node1").orElseThrow();
        assertThat(node1.poweredBy()).containsExactly("ups1", "ups1");
        assertThat(node1.memory()).isEqualTo(new Bytes(96 * GIB));
        assertThat(node1.ecc()).isTrue();
        assertThat(node1.unlock()).isEqualTo(Node.Unlock.PROMPT);
        Pool tank = node1.pool("tank").orElseThrow();
        assertThat(tank.disks()).hasSize(8);
        assertThat(tank.spares()).isEqualTo(1);
        assertThat(tank.encrypted()).isTrue();
        assertThat(lab.node("node3").orElseThrow().poweredBy()).containsOnly("friend");
    }

    @Test
    void theClusterHasATieBreaker() {
        Cluster pve = lab.cluster("pve").orElseThrow();
        assertThat(pve.manager()).isEqualTo(Cluster.Manager.PROXMOX_HA);
        assertThat(pve.members()).containsExactly("node1", "node2");
        assertThat(pve.tieBreaker()).contains("node3");
    }

    @Test
    void redundantServicesRunOnEveryNode() {
        Service dns = lab.service("dns").orElseThrow();
        assertThat(dns.on()).containsExactly("node1", "node2");
        assertThat(dns.required()).isEqualTo(1);
    }

    @Test
    void syncedStorageIsReplicatedToAllOtherMembers() {
        Service jellyfin = lab.service("jellyfin").orElseThrow();
        assertThat(jellyfin.storage()).isEqualTo(new Storage.Replicated(Duration.ofMinutes(15), List.of("node1")));
        assertThat(jellyfin.audience()).isEqualTo(Set.of(Service.Audience.HOME, Service.Audience.REMOTE));
        assertThat(jellyfin.used()).contains(new Service.Hours(LocalTime.of(17, 0), LocalTime.of(23, 0)));
        assertThat(jellyfin.wants()).containsExactly("pocket-id");
        assertThat(lab.service("win11").orElseThrow().storage())
                .isEqualTo(new Storage.Replicated(Duration.ofMinutes(15), List.of("node2")));
    }

    @Test
    void dataGrowAndAreCopied() {
        Service.Data data = lab.service("immich").orElseThrow().data().orElseThrow();
        assertThat(data.size()).isEqualTo(new Bytes(2048 * GIB));
        assertThat(data.growthPerYear()).isEqualTo(new Bytes(200 * GIB));
        assertThat(data.with()).containsExactly("immich-db");
        assertThat(lab.copies()).hasSize(2);
        assertThat(lab.copies().get(1))
                .isEqualTo(new Copy(
                        "immich",
                        new PoolRef("node3", "tank"),
                        "syncoid",
                        Duration.ofDays(1),
                        Optional.empty(),
                        "hdd",
                        Copy.Direction.PUSH,
                        true,
                        Optional.of(Copy.Key.ESCROWED),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(lab.snapshots()).isEqualTo(new Snapshots(48, 90, 0, 6, 0));
    }

    @Test
    void operationsSayWhoRepairsWhat() {
        Operations operations = lab.operations();
        assertThat(operations.operator().awayPerYear()).isEqualTo(Duration.ofDays(28));
        assertThat(operations.operator().handsOn().value()).isInstanceOf(Life.Lognormal.class);
        assertThat(operations.operator().travel()).singleElement().satisfies(way -> {
            assertThat(way.site()).isEqualTo("friend");
            assertThat(way.takes().value()).isEqualTo(new Life.Fixed(1));
        });
        assertThat(operations.patching()).contains(new Operations.Patching(Duration.ofHours(730), true));
        assertThat(operations.drills().keySet())
                .containsExactly(Protection.FAILOVER, Protection.UPS, Protection.RESTORE);
        assertThat(operations.spares()).containsEntry("toshiba-sas-7k2-4tb", 1);
    }

    @Test
    void hazardsComeFromOutside() {
        assertThat(lab.hazards()).extracting(Hazard::name).containsExactly("surge", "fire", "ransomware");
        assertThat(lab.hazards().get(0).kills().value().fraction()).isEqualTo(0.05);
        assertThat(lab.hazards().get(0).stoppedBy()).containsExactly("double-conversion");
        assertThat(lab.hazards().get(1).hits()).containsExactly("home");
    }

    @Test
    void structureCanBeWrittenInWords() {
        Lab words = Labs.lab(Labs.resource("format/in-words.yaml"));
        Component aircon = words.components().get(0);
        assertThat(aircon.part().traits().value(Trait.FAILS)).isEqualTo(new Life.Weibull(1.5, 5 * 8760, 0));
        assertThat(aircon.part().traits().value(Trait.REPAIR)).isEqualTo(new Life.Lognormal(72, 0.8));
        assertThat(aircon.crew()).contains("hvac");
        assertThat(words.components().get(2).standby()).contains(new Component.Standby("pump0", 0.3));
        assertThat(words.commonCauses().get(0).beta()).isEqualTo(0.2);
        assertThat(words.groups())
                .containsExactly(
                        new Group("dns", 1, List.of("pihole1", "pihole2")),
                        new Group("quorum", 2, List.of("node1", "node2", "node3")));
    }

    @Test
    void eachKeyWithoutPhysicsIsMentionedOnce() {
        Reading reading = Labs.read(Labs.resource("format/everything.yaml"));

        List<String> unused = reading.problems().stream()
                .map(Problem::what)
                .filter(what -> what.contains("read but not simulated yet"))
                .toList();
        assertThat(unused).doesNotHaveDuplicates();
        assertThat(reading.problems())
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING));
    }
}
