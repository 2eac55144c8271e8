package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Daily;
import org.rackdrill.model.lab.Demand;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bytes;

/** What {@code docs/storage.md} shows can be written, and arrives in the records. */
class StoragePageTest {

    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String NODE =
            "rackdrill: 1\nname: Box\nnodes:\n  nas: {model: generic-nas, pools: {vol1: {layout: shr-1, disks: 4 x 8 TB hdd}}}\n";

    private static Lab lab() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("../docs/storage.md")));
        assertThat(snippet.find()).isTrue();
        return Labs.lab(NODE + snippet.group(1));
    }

    @Test
    void profilesAreCountedInUnits() throws IOException {
        Demand demand = lab().service("photos").orElseThrow().demand();

        Demand.Workload load = demand.loads().get(0);
        assertThat(demand.loads()).hasSize(1);
        assertThat(load.scale()).isEqualTo(3);
        assertThat(load.profile().model()).isEqualTo("photo-library");
        assertThat(load.at()).isEqualTo(new PoolRef("nas", "vol1"));
        assertThat(load.assumed()).isFalse();
        assertThat(load.profile().traits().value(Trait.WHEN)).isEqualTo(Daily.WAKING);
    }

    @Test
    void goalsAndWaitsAreSaidInWords() throws IOException {
        Demand demand = lab().service("photos").orElseThrow().demand();

        assertThat(demand.latency()).contains(new Demand.LatencyGoal(0.95, Duration.ofMillis(200)));
        assertThat(demand.feels())
                .containsExactly(new Demand.Feel(
                        "the admin page",
                        1400,
                        new Bytes(16 * 1024),
                        Duration.ofMinutes(15),
                        new PoolRef("nas", "vol1")));
    }

    @Test
    void whatIsMeasuredIsTakenAsItIs() throws IOException {
        Demand demand = lab().service("files").orElseThrow().demand();

        assertThat(demand.loads()).hasSize(2);
        Demand.Workload measured = demand.loads().get(1);
        assertThat(measured.profile().traits().value(Trait.READS).perSecond()).isEqualTo(120);
        assertThat(measured.profile().traits().get(Trait.READS).range().certain())
                .isTrue();
        assertThat(measured.profile().traits().value(Trait.WRITES).perSecond()).isEqualTo(40);
        assertThat(measured.profile().traits().value(Trait.SIZE).count()).isEqualTo(16 * 1024);
    }

    @Test
    void aServiceThatSaysNothingAsksWhatIsUsualAndOneThatSaysNothingIsNothing() {
        Lab lab = Labs.lab(
                NODE + "services:\n  a: {on: nas, data: {size: 1 TB}}\n  b: {on: nas, data: {size: 1 TB}, load: []}\n");

        assertThat(lab.service("a").orElseThrow().demand().loads())
                .allMatch(Demand.Workload::assumed)
                .extracting(load -> load.profile().model())
                .containsExactly("app-system", "generic-workload");
        assertThat(lab.service("b").orElseThrow().demand().loads()).isEmpty();
    }
}
