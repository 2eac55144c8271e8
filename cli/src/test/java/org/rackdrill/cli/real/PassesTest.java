package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.run.Plan;

class PassesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String NOT_IN_SIM = "it has not passed in sim";
    private static final Plan LIVE = Plans.of(Plans.CPU, WorldKind.LIVE, "hash");

    @TempDir
    Path folder;

    private Passes passes() {
        return new Passes(folder.resolve("state/passes"));
    }

    private void passed(FaultKind fault, WorldKind world, String lab) {
        passes().add(Plans.of(fault, world, lab), NOW);
    }

    @Test
    void withoutAListEverythingIsMissing() {
        assertThat(passes().missing(LIVE))
                .containsExactly(NOT_IN_SIM, "no drill with cpu-pressure has passed in a sandbox");
    }

    @Test
    void whatPassedInBothMayRun() {
        passed(Plans.CPU, WorldKind.SIM, "hash");
        passed(Plans.CPU, WorldKind.SANDBOX, "another");

        assertThat(passes().missing(LIVE)).isEmpty();
    }

    @Test
    void theSimulatorHasToHavePassedThisVeryDrillInThisVeryLab() {
        passed(Plans.CPU, WorldKind.SANDBOX, "another");
        passed(Plans.CPU, WorldKind.SIM, "of-yesterday");
        passed(Plans.POWER, WorldKind.SIM, "hash");

        assertThat(passes().missing(LIVE)).containsExactly(NOT_IN_SIM);
    }

    @Test
    void anotherFaultInASandboxIsNoProofOfThisOne() {
        passed(Plans.CPU, WorldKind.SIM, "hash");
        passed(Plans.POWER, WorldKind.SANDBOX, "another");

        assertThat(passes().missing(LIVE)).containsExactly("no drill with cpu-pressure has passed in a sandbox");
    }

    @Test
    void aPassOnLiveMachinesStandsForNoOther() {
        passed(Plans.CPU, WorldKind.LIVE, "hash");

        assertThat(passes().missing(LIVE)).hasSize(2);
    }

    @Test
    void aLineThatNobodyCanReadCountsForNothing() throws IOException {
        passed(Plans.CPU, WorldKind.SIM, "hash");
        passed(Plans.CPU, WorldKind.SANDBOX, "hash");
        String all = Files.readString(passes().file());
        Files.writeString(passes().file(), "\n \nx y z\n" + all.substring(0, all.indexOf('\n') / 2) + "\n");
        assertThat(passes().missing(LIVE)).hasSize(2);

        Files.write(passes().file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(passes().missing(LIVE)).hasSize(2);
    }
}
