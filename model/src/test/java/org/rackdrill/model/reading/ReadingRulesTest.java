package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bytes;

/** What is meant where a file does not say it outright. */
class ReadingRulesTest {

    @Test
    void anyValueCanStandBesideTheModel() {
        Part nuc = node("nuc: {model: intel-nuc-11, fails: about every 20 y (10 y - 40 y), boot: 30 s}")
                .hardware();
        Setting<Life> fails = nuc.traits().get(Trait.FAILS);

        assertThat(nuc.model()).isEqualTo("intel-nuc-11");
        assertThat(fails.value()).isEqualTo(new Life.Exponential(20 * 8760));
        assertThat(fails.range()).isEqualTo(new Setting.Range(0.5, 2));
        assertThat(fails.origin()).isEqualTo(Origin.file("lab.yaml", 3, 37));
    }

    @Test
    void valuesOfTheSystemStandBesideThoseOfTheHardware() {
        assertThat(node("nuc: {boot: 30 s}").os().traits().value(Trait.BOOT)).isEqualTo(new Life.Fixed(30.0 / 3600));
    }

    @Test
    void severalFeedsSayHowManyPowerSuppliesThereAre() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                ups: {ups1: {}}
                nodes:
                  box: {powered-by: [ups1, mains]}
                  server: {model: dell-poweredge-t630, powered-by: ups1}
                services:
                  web: {on: box}
                """);
        Node box = lab.node("box").orElseThrow();

        assertThat(box.poweredBy()).containsExactly("ups1", "home");
        assertThat(box.hardware().traits().value(Trait.PSUS)).isEqualTo(2);
        assertThat(lab.node("server").orElseThrow().poweredBy()).containsExactly("ups1", "ups1");
    }

    @Test
    void disksCanDifferAndCarryTheirOwnValues() {
        Node nas = node("""
                nas:
                    pools:
                      tank:
                        layout: raidz1
                        disks: [2 x wd-red-pro-8tb, 1 x 4 TB ssd, {model: exos-16tb, count: 2, fails: about every 30 y}]
                """);
        List<Part> disks = nas.pool("tank").orElseThrow().disks();

        assertThat(disks)
                .extracting(Part::model)
                .containsExactly("wd-red-pro-8tb", "wd-red-pro-8tb", "generic-ssd", "exos-16tb", "exos-16tb");
        assertThat(disks.get(2).traits().value(Trait.CAPACITY)).isEqualTo(new Bytes(4e12));
        assertThat(disks.get(4).traits().value(Trait.FAILS)).isEqualTo(new Life.Exponential(30 * 8760));
    }

    @Test
    void anUnknownDiskKeepsTheSizeThatItsNameSays() {
        Node nas = node("nas: {pools: {tank: {layout: mirror, disks: 2 x acme-ssd-3.84tb}}}");
        Part disk = nas.pool("tank").orElseThrow().disks().get(0);

        assertThat(disk.model()).isEqualTo("generic-ssd");
        assertThat(disk.traits().value(Trait.CAPACITY)).isEqualTo(new Bytes(3.84e12));
    }

    @Test
    void thingsStandWhereTheirNetworkOrPowerIs() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                sites: {home: {}, office: {}}
                ups: {ups2: {site: office}}
                network:
                  router: {}
                  far-router: {powered-by: ups2}
                  far-switch: {model: generic-switch-1g, uplink: far-router}
                  far-wan: {model: generic-wan, uplink-of: far-router}
                nodes:
                  near: {}
                  far: {network: far-switch}
                  farther: {powered-by: ups2}
                services:
                  web: {on: far}
                """);

        assertThat(lab.nodes()).extracting(Node::site).containsExactly("home", "office", "office");
        assertThat(lab.node("farther").orElseThrow().networks()).containsExactly("far-switch");
        assertThat(((Link.Wan) lab.network().get(3)).site()).isEqualTo("office");
        assertThat(lab.operations().operator().travel())
                .extracting(way -> way.site())
                .containsExactly("office");
    }

    @Test
    void everySiteWithoutADescribedNetworkGetsARouterOfItsOwn() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                sites: {home: {}, office: {}}
                nodes: {near: {}, far: {site: office}}
                services: {web: {on: far, needs: [office-router]}}
                """);

        assertThat(lab.network())
                .extracting(Link::name)
                .containsExactly("router", "wan", "office-router", "office-wan");
        assertThat(lab.node("far").orElseThrow().networks()).containsExactly("office-router");
    }

    @Test
    void aLabOfBareComponentsHasNoNetworkNoPatchingAndNoHazards() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                components: {a: {fails: exp(100 h), repairs: exp(1 h)}}
                services: {cool: {needs: [a]}}
                """);

        assertThat(lab.network()).isEmpty();
        assertThat(lab.hazards()).isEmpty();
        assertThat(lab.operations().patching()).isEmpty();
        assertThat(lab.operations().changes()).isEmpty();
    }

    @Test
    void networkPartsAreKnownByTheirModelTheirKeysOrTheirNames() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                network:
                  udm: {}
                  ap-upstairs: {}
                  sw1: {}
                  box: {model: generic-switch-10g}
                  thing: {kind: access-point, model: unheard-of}
                  nbn: {}
                services: {internet: {needs: [nbn]}}
                """);

        assertThat(lab.network())
                .extracting(link -> link.part().kind())
                .containsExactly(
                        PartKind.ROUTER,
                        PartKind.ACCESS_POINT,
                        PartKind.SWITCH,
                        PartKind.SWITCH,
                        PartKind.ACCESS_POINT,
                        PartKind.WAN);
        assertThat(((Link.Box) lab.network().get(2)).uplinks()).containsExactly("udm");
    }

    @Test
    void membersOfAProxmoxClusterRunProxmox() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                nodes: {one: {}, two: {}, three: {}}
                clusters: {pve: {members: [one, two, three]}}
                services: {web: {cluster: pve, on: one}}
                """);

        assertThat(lab.node("one").orElseThrow().os().model()).isEqualTo("proxmox-ve");
        assertThat(lab.service("web").orElseThrow().kind()).isEqualTo(Service.Kind.CONTAINER);
        assertThat(lab.service("web").orElseThrow().memory()).isEqualTo(new Bytes(2L << 30));
    }

    @Test
    void storageDecidesWhereAGuestCanStart() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                nodes:
                  one: {}
                  two: {}
                  three: {}
                  nas: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
                clusters: {pve: {members: [one, two, three], ceph: {}}}
                services:
                  a: {cluster: pve, on: one, storage: synced}
                  b: {cluster: pve, on: one, storage: {pvesr: every 5 min, to: three}}
                  c: {cluster: pve, on: one, storage: ceph}
                  d: {cluster: pve, on: one, storage: {shared: nas/tank}}
                  e: {cluster: pve, on: one, storage: local}
                """);

        assertThat(lab.services())
                .extracting(Service::storage)
                .containsExactly(
                        new Storage.Replicated(Duration.ofMinutes(15), List.of("two", "three")),
                        new Storage.Replicated(Duration.ofMinutes(5), List.of("three")),
                        new Storage.Shared(new PoolRef("pve", "ceph")),
                        new Storage.Shared(new PoolRef("nas", "tank")),
                        new Storage.Local());
    }

    @Test
    void dataLieInTheOnlyPoolOfTheirNode() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                nodes: {nas: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}}
                services: {photos: {on: nas, data: {size: 1 TB}}}
                """);

        assertThat(lab.service("photos").orElseThrow().data().orElseThrow().at())
                .isEqualTo(new PoolRef("nas", "tank"));
    }

    @Test
    void noneMeansNone() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                nodes: {nas: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd, scrub: never}}}}
                services: {photos: {on: nas}}
                operations: {operator: {asleep: never, away: never}, changes: none, patching: none, mistakes: {}}
                hazards: {}
                """);

        assertThat(lab.hazards()).isEmpty();
        assertThat(lab.operations().changes()).isEmpty();
        assertThat(lab.operations().patching()).isEmpty();
        assertThat(lab.operations().mistakes()).isEmpty();
        assertThat(lab.operations().operator().asleep()).isEmpty();
        assertThat(lab.operations().operator().awayPerYear()).isZero();
        assertThat(lab.node("nas").orElseThrow().pool("tank").orElseThrow().scrub())
                .isEmpty();
    }

    @Test
    void componentsCanBeTestedNowAndThen() {
        Lab lab = Labs.lab("""
                rackdrill: 1
                components: {a: {fails: exp(100 h), repairs: never, tested: every 730 h, ages-while: cool}}
                services: {cool: {needs: [a]}}
                """);

        assertThat(lab.components().get(0).tested()).contains(Duration.ofHours(730));
        assertThat(lab.components().get(0).agesWhile()).contains("cool");
        assertThat(lab.components().get(0).part().traits().value(Trait.REPAIR)).isEqualTo(new Life.Never());
    }

    @Test
    void theSameBytesGiveTheSameReading() {
        String yaml = Labs.resource("format/everything.yaml");

        assertThat(Labs.read(yaml)).isEqualTo(Labs.read(yaml));
    }

    private static Node node(String yaml) {
        String name = yaml.substring(0, yaml.indexOf(':'));
        return Labs.lab("rackdrill: 1\nnodes:\n  " + yaml + "\nservices:\n  web: {on: " + name + "}\n")
                .node(name)
                .orElseThrow();
    }
}
