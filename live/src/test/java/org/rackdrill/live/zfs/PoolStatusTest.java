package org.rackdrill.live.zfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.recorded.Recorded;

class PoolStatusTest {

    @ParameterizedTest
    @CsvSource({
        "zfsfuse-online.txt,               TRUE,  TRUE,  TRUE",
        "zfsfuse-cleared.txt,              TRUE,  TRUE,  TRUE",
        "zfsfuse-scrubbing.txt,            TRUE,  TRUE,  TRUE",
        "zfsfuse-scrubbed.txt,             TRUE,  TRUE,  TRUE",
        "zfsfuse-repaired.txt,             TRUE,  TRUE,  TRUE",
        "zfsfuse-degraded-offline.txt,     TRUE,  FALSE, TRUE",
        "zfsfuse-degraded-unavail.txt,     TRUE,  FALSE, TRUE",
        "zfsfuse-resilvering.txt,          TRUE,  FALSE, TRUE",
        "zfsfuse-resilvered.txt,           TRUE,  TRUE,  TRUE",
        "zfsfuse-permanent-errors.txt,     TRUE,  FALSE, FALSE",
        "zfsfuse-permanent-errors-v.txt,   TRUE,  FALSE, FALSE",
        "zfsfuse-nosuch.txt,               UNKNOWN, UNKNOWN, UNKNOWN",
        "shape-openzfs-2.1-scrubbed.txt,   TRUE,  TRUE,  TRUE",
        "shape-openzfs-2.1-degraded.txt,   TRUE,  FALSE, TRUE",
        "shape-openzfs-2.1-resilvering.txt, TRUE, FALSE, TRUE",
        "shape-openzfs-2.1-suspended.txt,  FALSE, FALSE, FALSE",
        "shape-openzfs-2.3-online.json,    TRUE,  TRUE,  TRUE",
        "shape-openzfs-2.3-degraded.json,  TRUE, FALSE, TRUE",
        "shape-openzfs-2.3-resilvering.json, TRUE, FALSE, TRUE",
        "shape-openzfs-2.3-suspended.json, FALSE, FALSE, FALSE"
    })
    void saysWhatAPoolIsWorth(String file, Truth works, Truth redundant, Truth intact) {
        PoolStatus pool = PoolStatus.read(Recorded.text(file), "tank");

        assertThat(pool.works()).as("works").isEqualTo(works);
        assertThat(pool.redundant()).as("redundant").isEqualTo(redundant);
        assertThat(pool.intact()).as("intact").isEqualTo(intact);
    }

    @Test
    void knowsThatAPoolHangsWhichFuseCallsOnline() {
        PoolStatus pool = PoolStatus.read(Recorded.text("zfsfuse-suspended.txt"), "m");

        assertThat(pool.health()).isEqualTo(Health.ONLINE);
        assertThat(pool.works()).isEqualTo(Truth.FALSE);
        assertThat(pool.words()).isEqualTo("SUSPENDED, data errors");
    }

    @Test
    void readsThePartsInTheirOrder() {
        PoolStatus pool = PoolStatus.read(Recorded.text("zfsfuse-permanent-errors.txt"), "tank");

        assertThat(pool.vdevs())
                .extracting(Vdev::name, Vdev::depth, Vdev::health, Vdev::checksum, Vdev::note)
                .containsExactly(
                        tuple("tank", 0, Health.DEGRADED, 850L, ""),
                        tuple("raidz1-0", 1, Health.DEGRADED, 1760L, ""),
                        tuple("/root/d/d1", 2, Health.UNAVAIL, 0L, "corrupted data"),
                        tuple("/root/d/d6", 2, Health.ONLINE, 0L, "24K repaired"),
                        tuple("/root/d/d3", 2, Health.ONLINE, 92L, "740K repaired"));
        assertThat(pool.scan().errors()).hasValue(850);
    }

    @Test
    void readsJsonAsItReadsText() {
        PoolStatus pool = PoolStatus.read(Recorded.text("shape-openzfs-2.3-online.json"), "tank");

        assertThat(pool.vdevs())
                .extracting(Vdev::name, Vdev::depth, Vdev::checksum)
                .contains(tuple("tank", 0, 0L), tuple("raidz1-0", 1, 0L), tuple("sdb", 2, 2L));
        assertThat(pool.scan().kind()).isEqualTo(Scan.Kind.SCRUB);
        assertThat(pool.scan().stage()).isEqualTo(Scan.Stage.FINISHED);
    }

    @Test
    void sparesAndCachesAreNoRedundancy() {
        PoolStatus pool = PoolStatus.read(Recorded.text("shape-openzfs-2.1-scrubbed.txt"), "tank");

        assertThat(pool.vdevs())
                .extracting(Vdev::section, Vdev::name, Vdev::health)
                .contains(
                        tuple("logs", "/dev/lab/l1", Health.ONLINE),
                        tuple("cache", "/dev/lab/c1", Health.FAULTED),
                        tuple("spares", "/dev/lab/s1", Health.AVAIL));
    }

    @Test
    void tellsTwoPoolsApart() {
        assertThat(PoolStatus.read(Recorded.text("zfsfuse-two-pools.txt")))
                .containsOnlyKeys("bk", "tank")
                .hasEntrySatisfying("bk", pool -> assertThat(pool.redundant()).isEqualTo(Truth.TRUE))
                .hasEntrySatisfying("tank", pool -> assertThat(pool.redundant()).isEqualTo(Truth.FALSE));
    }

    @ParameterizedTest
    @CsvSource({
        "zfsfuse-scrubbing.txt, SCRUB, RUNNING, 0.0008",
        "zfsfuse-resilvering.txt, RESILVER, RUNNING, 0.0384",
        "shape-openzfs-2.1-resilvering.txt, RESILVER, RUNNING, 0.2935"
    })
    void saysHowFarAScanIs(String file, Scan.Kind kind, Scan.Stage stage, double done) {
        Scan scan = PoolStatus.read(Recorded.text(file), "tank").scan();

        assertThat(scan.kind()).isEqualTo(kind);
        assertThat(scan.stage()).isEqualTo(stage);
        assertThat(scan.done()).hasValue(done);
    }

    @Test
    void anUnknownComplaintIsNotTakenForHarmless() {
        String text =
                Recorded.text("zfsfuse-online.txt").replace(" scrub:", "status: Something new is wrong.\n scrub:");

        assertThat(PoolStatus.read(text, "tank").redundant()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whatIsShownCannotCommandATerminal() {
        String text = Recorded.text("zfsfuse-degraded-offline.txt").replace("/root/d/d2", "\u001b[2Jd2");

        assertThat(PoolStatus.read(text, "tank").words())
                .doesNotContain("\u001b")
                .contains("d2 OFFLINE");
    }
}
