package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final List<Snapshot> SOURCE =
            Snapshot.list("tank/db@a\t11\t100\ntank/db@b\t12\t200\ntank/db@c\t13\t200\n");

    @Test
    void theNewestCommonOneIsToldByItsGuidAndNotByItsName() {
        List<Snapshot> target = Snapshot.list("x/db@a\t11\t100\nx/db@c\t99\t200\nx/db@renamed\t12\t200\n");

        assertThat(Snapshot.newestCommon(SOURCE, target)).contains(new Snapshot("x/db@renamed", "12", 200));
    }

    @Test
    void aTargetThatWasReplacedHasNothingInCommon() {
        assertThat(Snapshot.newestCommon(SOURCE, Snapshot.list("x/db@a\t1\t100\n")))
                .isEmpty();
    }

    @Test
    void garbageIsNoSnapshot() {
        assertThat(Snapshot.list("cannot open 'tank': no such pool\n\ttank\t\nx@y\t1\tnever\n"))
                .isEmpty();
    }

    @Test
    void aBackupNamesItsSnapshotByGuidOrByName() {
        String json = """
                [{"time":"2026-11-26T15:43:54.77Z","id":"b6046c53","tags":["rackdrill","guid=12"]},
                 {"time":"2026-11-26T15:40:00+00:00","id":"b6046c54","tags":["db","a"]},
                 {"time":"2026-11-26T15:45:00Z","id":"b6046c55","tags":["something"]},
                 {"time":"2026-11-26T15:45:00Z","id":"$(id)","tags":["guid=1"]},
                 {"time":"soon","id":"b6046c56","tags":["guid=1"]}]
                """;

        assertThat(Backup.list(json, SOURCE))
                .extracting(Backup::id, Backup::guid)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b6046c54", "11"),
                        org.assertj.core.groups.Tuple.tuple("b6046c53", "12"));
        assertThat(Backup.list("Fatal: unable to open config file", SOURCE)).isEmpty();
    }
}
