package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.LabReader;

/** Operations with the real tools: ZFS, syncoid, restic and PostgreSQL, in a container of their own. */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealOperationsTest {
    private static final String LAB = """
            rackdrill: 1
            sites: {home: {}, friend: {}}
            nodes:
              node1:
                {site: home, ssh: root@node1, pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
              node2:
                site: friend
                ssh: root@node2
                pools:
                  safe: {layout: stripe, disks: 1 x 8 TB hdd}
                  vault: {layout: stripe, disks: 1 x 8 TB hdd}
            services:
              db:
                on: node1
                unit: rdo-db
                check: postgres://10.99.1.50/postgres
                dataset: tank/db
                data: {at: node1/tank, size: 1 GB}
              lost: {on: node1, dataset: tank/lost, data: {at: node1/tank, size: 1 GB}}
            copies:
              db:
                - {to: node2/safe, every: 15 min, dataset: safe/copies/db}
                - {to: node2/vault, by: restic, every: 1 d, media: ssd}
              lost:
                - {to: node2/safe, every: 15 min, dataset: safe/copies/lost}
            """;
    private static final Target.Copy COPY = new Target.Copy("db", new PoolRef("node2", "safe"));
    private static final Target.Copy VAULT = new Target.Copy("db", new PoolRef("node2", "vault"));
    private static final Operation.RestoreProof PROOF = new Operation.RestoreProof(Optional.empty());

    private Machine machine;
    private Lab lab;
    private Operations operations;
    private ManifestFolder manifests;
    private int keys;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws IOException {
        Optional<Path> tree = Machine.tree();
        assumeThat(tree)
                .as("run `rackdrill sandbox up` once: it builds the tree that this test needs")
                .isPresent();
        machine = Machine.start("rdo-test", tree.orElseThrow(), folder);
        machine.sh(Files.readString(Path.of("src/test/resources/operation/furnish")));
        lab = new LabReader(Catalogue.load())
                .read("lab.yaml", LAB.getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow();
        manifests = new ManifestFolder(folder.resolve("manifests"));
        operations = new Operations(lab, hosts(), manifests);
    }

    @AfterAll
    void stop() throws IOException {
        if (machine != null) {
            machine.close();
        }
    }

    /** Both nodes are one machine with the pools of both, which is enough for all but their being apart. */
    private Hosts hosts() {
        return name -> Optional.of((Host) machine);
    }

    private Told told(Operation<?> operation, Target target) {
        String key = "test-" + keys++;
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> operations.carryOut(key, operation, target), Told::over);
    }

    private void done(Operation<?> operation, Target target) {
        Told told = told(operation, target);
        assertThat(told.answer()).as(told.toString()).isEqualTo(Answer.DONE);
    }

    @Test
    void aScrubIsWaitedForAndAskedForOnlyOnceUnderAKey() {
        Target pool = new Target.Pool(new PoolRef("node1", "tank"));
        Told told = told(new Operation.Scrub(), pool);

        assertThat(told.answer()).isEqualTo(Answer.DONE);
        assertThat(told.facts()).containsEntry("scrub.errors", "0");
        Told again = operations.carryOut("test-" + (keys - 1), new Operation.Scrub(), pool);
        assertThat(again.facts()).isEqualTo(told.facts());
    }

    @Test
    void aSyncIsDoneWhenTheSnapshotHasArrived() throws IOException {
        Told told = told(new Operation.Sync(), COPY);

        assertThat(told.answer()).as(told.toString()).isEqualTo(Answer.DONE);
        assertThat(machine.sh("zfs get -Hp -r -o value guid safe/copies/db"))
                .contains(told.facts().get("arrived"));
    }

    @Test
    void syncoidThatEndsWellWithoutHavingSentAnythingIsNotBelieved() {
        Told told = told(new Operation.Sync(), new Target.Copy("lost", new PoolRef("node2", "safe")));

        assertThat(told.answer().kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(told.facts()).containsEntry("sync-run.exit", "0");
        assertThat(told.answer().why())
                .contains("did not arrive at lost at node2/safe, although the tool ended with 0")
                .contains("no longer exists");
    }

    @Test
    void aCopyIsProvenByItsRestoreAndAFlippedByteInItIsFound() throws IOException {
        done(new Operation.Sync(), COPY);
        Told told = told(PROOF, COPY);
        assertThat(told.answer()).as(told.toString()).isEqualTo(Answer.DONE);
        assertThat(told.facts())
                .containsEntry("differences", "0")
                .containsEntry("restore.databases", "2")
                .containsKeys("restore.seconds", "restore.recovered");

        machine.sh("bash /root/flip");

        Told flipped = told(PROOF, COPY);
        assertThat(flipped.answer().kind()).as(flipped.toString()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(flipped.answer().why()).contains("marker has another content");
        machine.sh("bash /root/unflip");
        assertThat(told(PROOF, COPY).answer()).isEqualTo(Answer.DONE);
        assertThat(machine.sh("zfs list -H -o name; ls /var/lib/rackdrill-scratch"))
                .doesNotContain("rackdrill-scratch", "rackdrill-look", "test-");
    }

    @Test
    void aBackupIsListedByItsRepositoryAndFoundWholeOrNot() throws IOException {
        done(new Operation.Backup(), VAULT);
        done(PROOF, VAULT);
        // In every pack: which of them the newest backup needs is for restic to know.
        machine.sh("cp -a /srv/restic/data /root/whole; rm -rf /root/.cache/restic;"
                + " find /srv/restic/data -type f -size +1k | while read -r pack; do"
                + " printf X | dd of=$pack bs=1 seek=100 conv=notrunc status=none; done");

        Told told = told(PROOF, VAULT);

        machine.sh("rm -rf /srv/restic/data; mv /root/whole /srv/restic/data");
        assertThat(told.answer().kind()).as(told.toString()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void theAuditCountsWhatIsThereAndNotWhatIsPlanned() throws IOException {
        done(new Operation.Sync(), COPY);
        done(PROOF, COPY);
        done(new Operation.Backup(), VAULT);
        long now = Long.parseLong(machine.sh("date +%s"));

        List<CopyAudit.Found> found = new CopyAudit(lab, hosts(), manifests, now).look();

        assertThat(found.get(0).rule()).isEqualTo(new Rule321(3, 2, 2, false, true));
        assertThat(found.get(0).holdings().get(1).provenSecondsAgo()).isPresent();
        assertThat(found.get(0).holdings().get(1).ageSeconds().orElseThrow()).isLessThan(60);
        assertThat(found.get(1).rule()).isEqualTo(new Rule321(1, 1, 1, false, false));
        assertThat(new HealthAudit(lab, hosts(), () -> now).look(found))
                .extracting(Finding::what)
                .contains("pool tank", "pool safe", "clock", "copy db at node2/safe");
    }

    @Test
    void aFailoverRefusesWhileThePrimaryLives() throws IOException {
        done(new Operation.Sync(), COPY);

        Told told = told(new Operation.Failover(Optional.empty()), new Target.Service("db"));

        assertThat(told.answer().kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(told.answer().why()).contains("rdo-db.service is active on this machine; nothing was done");
        assertThat(machine.sh("systemctl is-active rdo-db; zfs list -H -o name"))
                .startsWith("active")
                .doesNotContain("safe/db");
    }

    @Test
    void aDeadPrimaryIsReplacedByItsNewestCopy() throws IOException {
        done(new Operation.Sync(), COPY);
        machine.sh("systemctl stop rdo-db; zfs unmount tank/db");
        try {
            Told told = told(new Operation.Failover(Optional.of("node2")), new Target.Service("db"));

            assertThat(told.answer()).as(told.toString()).isEqualTo(Answer.DONE);
            assertThat(told.facts()).containsEntry("node", "node2").containsKeys("lost-seconds", "lost-after");
            assertThat(machine.sh("systemctl is-active rdo-db; bash /root/rows; ip -4 -o address show"))
                    .startsWith("active\n20000\n")
                    .contains("10.99.1.50/24");
        } finally {
            machine.sh(
                    "systemctl stop rdo-db; ip address del 10.99.1.50/24 dev rdo0 || true; zfs unmount safe/db || true;"
                            + " sleep 1; zfs promote safe/copies/db; sleep 1; zfs destroy -r safe/db; zfs mount tank/db; systemctl start rdo-db");
        }
    }

    @Test
    void aDiskIsReplacedByTheSpare() throws IOException {
        machine.sh("truncate -s 0 /disks/d1; echo x >/srv/db/new; sync; zpool scrub tank");

        Told told = told(new Operation.ReplaceDisk(), new Target.Disk(new PoolRef("node1", "tank"), 1));

        assertThat(told.answer()).as(told.toString()).isEqualTo(Answer.DONE);
        assertThat(told.facts()).containsEntry("replace.by", "/disks/spare");
        assertThat(machine.sh("zpool list -H -o health tank")).isEqualTo("ONLINE");
    }
}
