package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

    @Test
    void aLabWhoseNodesNobodyReachesIsBadInput() {
        assertThat(run("audit --on live --lab v1").code()).isEqualTo(65);
        assertThat(run("audit --on live --lab banana").code()).isEqualTo(65);
    }
}
