package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rackdrill reconcile}, where there is nothing to reconcile. */
class ReconcileTest {
    @TempDir
    Path directory;

    private Desk.Outcome run(String... words) {
        return new Desk(directory).run(words);
    }

    @Test
    void aWorldHasToBeNamedAndASimulatorKeepsNothing() {
        assertThat(run("reconcile").code()).isEqualTo(64);
        Desk.Outcome simulator = run("reconcile", "--on", "sim");
        assertThat(simulator.code()).isEqualTo(64);
        assertThat(simulator.err()).contains("nothing is left in a simulator");
    }

    @Test
    void aSandboxThatIsNotUpIsUnavailable() {
        Desk.Outcome outcome = run("reconcile", "--on", "sandbox", "--name", "nobody");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("the sandbox 'nobody' is not up");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aLabWhoseNodesNobodyReachesIsBadInput() {
        Desk.Outcome outcome = run("reconcile", "v1", "--on", "live");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("does not say how to reach any node: write `ssh: user@address`");
        assertThat(run("reconcile", "banana", "--on", "live").code()).isEqualTo(65);
    }
}
