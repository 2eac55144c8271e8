package org.rackdrill.live.zfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rackdrill.live.recorded.Recorded;

class SnapshotTest {

    private final Properties said = Properties.read(Recorded.text("zfsfuse-get.txt"));

    @Test
    void isReadFromWhatEveryZfsPrintsExactly() {
        assertThat(Snapshot.of("tank/db", said))
                .extracting(Snapshot::name)
                .containsExactly("tank/db@autosnap_2026-11-26_10:00:00_hourly", "tank/db@s2");
    }

    @Test
    void theNewestCommonOneIsFoundByItsNumber() {
        assertThat(Snapshot.newestCommon(Snapshot.of("tank/db", said), Snapshot.of("bk/db", said)))
                .hasValueSatisfying(
                        newest -> assertThat(newest.guid()).isEqualTo(new BigInteger("10254488502224444852")));
    }

    @Test
    void aSnapshotThatOnlyTheCopyHasIsNoCopyOfAnything() {
        List<Snapshot> source = List.of(new Snapshot("a@1", BigInteger.ONE, 100));
        List<Snapshot> copy = List.of(
                new Snapshot("b@1", BigInteger.ONE, 100),
                new Snapshot("b@own", BigInteger.TEN, 900),
                new Snapshot("b@1-with-another-birth", BigInteger.ONE, 950));

        assertThat(Snapshot.newestCommon(source, copy)).map(Snapshot::created).hasValue(100L);
    }

    @Test
    void whatIsSaidTwiceAndDifferentlyIsNotSaid() {
        Properties twice = Properties.read("a\tused\t1\na\tused\t2\na\tavailable\t3\n");

        assertThat(twice.number("a", "used")).isEmpty();
        assertThat(twice.used("a")).isEmpty();
    }

    @Test
    void fullIsWhatAWriterWouldNotice() {
        Properties pool = Properties.read(Recorded.text("zfsfuse-get-pool.txt"));

        assertThat(pool.used("tank"))
                .hasValueSatisfying(used -> assertThat(used).isBetween(0.38, 0.39));
        assertThat(new Properties(Map.of()).used("tank")).isEmpty();
    }

    @Test
    void poolsAreListedInEveryFormThatZpoolListHas() {
        assertThat(PoolSize.read(Recorded.text("zfsfuse-list-columns.txt")))
                .containsExactly(
                        new PoolSize("bk", "123M", "82.3M", "40.7M", 66, Health.ONLINE),
                        new PoolSize("tank", "370M", "124M", "246M", 33, Health.ONLINE));
        assertThat(PoolSize.read(Recorded.text("shape-openzfs-2.1-list.txt")))
                .containsExactly(new PoolSize("tank", "872415232", "158530560", "713884672", 18, Health.ONLINE));
        assertThat(PoolSize.read(Recorded.text("zfsfuse-list.txt"))).isEmpty();
    }

    @Test
    void monitorsSpeakWithTheirExitCodeAndTheirWords() {
        Map<String, Monitor> monitors = Monitor.read("= health 1\n" + Recorded.text("sanoid-health-degraded.txt")
                + "= capacity 0\n" + Recorded.text("sanoid-capacity.txt")
                + "= snapshots 2\n" + Recorded.text("sanoid-snapshots.txt"));

        assertThat(monitors)
                .extractingByKey("health")
                .extracting(Monitor::level)
                .isEqualTo(Monitor.Level.WARNING);
        assertThat(monitors)
                .extractingByKey("capacity")
                .extracting(Monitor::level)
                .isEqualTo(Monitor.Level.OK);
        assertThat(monitors)
                .extractingByKey("snapshots")
                .isEqualTo(new Monitor(
                        Monitor.Level.CRITICAL,
                        "CRIT: tank/db has no daily snapshots at all!, CRIT: tank/db has no hourly snapshots at all!"));
        assertThat(Monitor.of("0", Recorded.text("sanoid-snapshots-before.txt")).level())
                .isEqualTo(Monitor.Level.UNKNOWN);
    }
}
