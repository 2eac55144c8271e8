package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rackdrill ops}, as far as it comes without a host. */
class OpsTest {
    @TempDir
    Path directory;

    private Desk.Outcome run(String line) {
        return new Desk(directory).run(("ops " + line).strip().split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "sync",
                "sync db",
                "sync db tank",
                "sync db /tank",
                "sync db node2/",
                "replace-disk node1/tank none",
                "replace-disk node1/tank 0",
                "restore-proof db tank",
                "failover",
                "audit --on mars",
                "audit --on live",
                "helper",
                "helper install",
                "helper polish --lab v1"
            })
    void whatCannotBeMeantIsRefusedAsTyped(String line) {
        Desk.Outcome outcome = run(line);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(64);
        assertThat(outcome.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "scrub node1/tank",
                "sync db node2/tank",
                "restore-proof db node4/tank",
                "replace-disk node1/tank 2",
                "failover db --to node2",
                "failover db --planned --dry-run"
            })
    void aSandboxThatIsNotUpIsUnavailable(String line) {
        Desk.Outcome outcome = run(line + " --name nobody");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
        assertThat(outcome.err()).contains("the sandbox 'nobody' is not up");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failover db --to node2",
                "failover db --planned",
                "failback db",
                "maintenance node1 on",
                "replace-disk node1/tank 2",
                "restore-proof db node2/tank",
                "sync db node2/tank",
                "backup db node2/tank"
            })
    void whatChangesLiveMachinesWantsTheNameOfTheLab(String line) throws IOException {
        reachable();
        for (String confirmed : List.of("", " --confirm Other", " --confirm small.yaml")) {
            Desk.Outcome outcome = run(line + " --on live --lab small.yaml" + confirmed);
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(64);
            assertThat(outcome.err()).contains("this changes real machines").contains("--confirm Small");
        }
        for (String allowed : List.of(" --confirm Small", " --dry-run")) {
            assertThat(run(line + " --on live --lab small.yaml" + allowed).err())
                    .doesNotContain("this changes real machines");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "scrub node1/tank"})
    void whatChangesNothingNeedsNoName(String line) throws IOException {
        reachable();
        Desk.Outcome outcome = run(line + " --on live --lab small.yaml");
        assertThat(outcome.code()).as(outcome.err()).isNotEqualTo(64);
        assertThat(outcome.out()).contains("node1, connecting to root@127.0.0.1:1: ");
    }

    @Test
    void theHelperIsPrintedForOneLoginAndNobodyIsAskedForIt() throws IOException {
        reachable();
        Desk.Outcome outcome = run("helper print node1 --lab small.yaml");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("#!/bin/sh\n")
                .contains("for the login root")
                .contains("/usr/local/libexec/rackdrill-helper");

        Desk.Outcome many = run("helper print node1 node1 --lab small.yaml");
        assertThat(many.code()).as(many.err()).isEqualTo(64);
        assertThat(many.out()).isEmpty();
    }

    /** Writes a lab of which every machine is known where nobody listens. */
    private void reachable() throws IOException {
        Files.writeString(directory.resolve("small.yaml"), """
                rackdrill: 1
                name: Small
                nodes:
                  node1:
                    model: generic-nas
                    ssh: root@127.0.0.1:1
                    pools: {tank: {layout: mirror, disks: 2 x 512 GB hdd}}
                  node2:
                    model: generic-nas
                    ssh: root@127.0.0.1:1
                    pools: {tank: {layout: mirror, disks: 2 x 512 GB hdd}}
                services: {db: {on: node1, unit: db, dataset: tank/db, data: {at: node1/tank, size: 10 GB}}}
                copies: {db: [{to: node2/tank, every: 15 min, dataset: tank/copies/db}]}
                """);
    }

    @Test
    void aLabWhoseNodesNobodyReachesIsBadInput() {
        assertThat(run("audit --on live --lab v1").code()).isEqualTo(65);
        assertThat(run("audit --on live --lab banana").code()).isEqualTo(65);
    }
}
