package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Study;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bytes;

/** A lab of eight lines is complete: the rest is assumed, and every assumption is listed. */
class EightLineLabTest {

    private final Reading reading = Labs.read(Labs.resource("format/ten-minutes.yaml"));
    private final Lab lab = reading.lab().orElseThrow();

    @Test
    void nothingIsWrongWithIt() {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.hash()).startsWith("sha256:").hasSize(71);
    }

    @Test
    void itHasOneSiteARouterAndAnInternetAccess() {
        assertThat(lab.sites()).singleElement().satisfies(site -> {
            assertThat(site.name()).isEqualTo("home");
            assertThat(site.mains().model()).isEqualTo("generic-mains");
        });
        assertThat(lab.network()).extracting(Link::name).containsExactly("router", "wan");
        assertThat(((Link.Wan) lab.network().get(1)).uplinkOf()).isEqualTo("router");
    }

    @Test
    void nodesHangOnTheMainsAndTheRouter() {
        Node nas = lab.node("nas").orElseThrow();
        assertThat(nas.poweredBy()).containsExactly("home");
        assertThat(nas.networks()).containsExactly("router");
        assertThat(nas.os().model()).isEqualTo("dsm");
    }

    @Test
    void disksAreDescribedBySizeAndSort() {
        Pool pool = lab.node("nas").orElseThrow().pool("vol1").orElseThrow();
        assertThat(pool.disks()).hasSize(4).extracting(Part::model).containsOnly("generic-hdd");
        assertThat(pool.disks().get(0).traits().value(Trait.CAPACITY)).isEqualTo(new Bytes(8e12));
        assertThat(pool.age()).isEqualTo(Duration.ofHours(5 * 8760));
        assertThat(pool.scrub()).contains(Duration.ofHours(730));
    }

    @Test
    void servicesOnANodeWithoutAClusterArePrograms() {
        Service photos = lab.service("photos").orElseThrow();
        assertThat(photos.kind()).isEqualTo(Service.Kind.APP);
        assertThat(photos.required()).isEqualTo(1);
        assertThat(photos.failover()).isEqualTo(Service.Failover.NONE);
        assertThat(photos.audience()).isEqualTo(Set.of(Service.Audience.HOME));
        assertThat(photos.data().orElseThrow().at()).isEqualTo(new PoolRef("nas", "vol1"));
        assertThat(photos.slo().value().fraction()).isEqualTo(0.999);
    }

    @Test
    void aServiceThatRunsNowhereIsAGate() {
        Service internet = lab.service("internet").orElseThrow();
        assertThat(internet.kind()).isEqualTo(Service.Kind.NONE);
        assertThat(internet.guest()).isEmpty();
        assertThat(internet.required()).isZero();
        assertThat(internet.needs()).containsExactly("router", "wan");
    }

    @Test
    void anOperatorWhoSleepsLooksAfterIt() {
        Operations operations = lab.operations();
        assertThat(operations.operator().asleep()).isPresent();
        assertThat(operations.operator().noticesBy()).isEmpty();
        assertThat(operations.patching()).isPresent();
        assertThat(lab.hazards()).extracting(Hazard::name).contains("fire");
        assertThat(lab.study()).isEqualTo(new Study(Duration.ofHours(5 * 8760), Study.Initial.AS_DESCRIBED));
    }

    @Test
    void everyTraitOfEveryPartIsListedWithItsOrigin() {
        List<String> paths = reading.explained().stream().map(Explained::path).toList();
        for (Node node : lab.nodes()) {
            for (Trait<?> trait : node.hardware().traits().settings().keySet()) {
                assertThat(paths).contains("nodes." + node.name() + "." + trait.key());
            }
        }
        assertThat(paths).doesNotHaveDuplicates().contains("sites.home.mains.fails", "services.photos.crashes");
    }

    @Test
    void whatTheFileSaysAndWhatIsAssumedCanBeToldApart() {
        assertThat(explained("nodes.nas.model").origin().where()).isEqualTo("lab.yaml:4:9");
        assertThat(explained("nodes.nas.fails").origin().kind()).isEqualTo(Origin.Kind.CATALOGUE);
        assertThat(explained("nodes.nas.powered-by").origin().kind()).isEqualTo(Origin.Kind.DEFAULT);
        assertThat(explained("nodes.nas.pools.vol1.disks.capacity").origin().kind())
                .isEqualTo(Origin.Kind.LAB_FILE);
    }

    private Explained explained(String path) {
        return reading.explained().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
