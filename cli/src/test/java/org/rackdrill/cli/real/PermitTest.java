package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;

class PermitTest {
    private static final String LAB = "My rack";
    private static final Plan PLAN = Plans.of(Plans.CPU, WorldKind.LIVE, "hash");

    @TempDir
    Path folder;

    private Passes passes() {
        return new Passes(folder.resolve("passes"));
    }

    private void hasPassed() {
        passes().add(Plans.of(Plans.CPU, WorldKind.SIM, "hash"), Instant.EPOCH);
        passes().add(Plans.of(Plans.CPU, WorldKind.SANDBOX, "hash"), Instant.EPOCH);
    }

    private void refused(Optional<String> confirmed, ExitCode code, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Permit(confirmed, Optional.empty()).of(PLAN, LAB, passes()))
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(code))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my rack", "My rack ", "yes"})
    void theNameOfTheLabHasToBeTypedAsItIs(String confirmed) {
        hasPassed();

        refused(Optional.of(confirmed), ExitCode.USAGE, "--confirm 'My rack'");
        refused(Optional.empty(), ExitCode.USAGE, "--confirm 'My rack'");
    }

    @Test
    void whatPassedElsewhereNeedsNoReason() {
        hasPassed();

        assertThat(new Permit(Optional.of(LAB), Optional.empty()).of(PLAN, LAB, passes()))
                .isEqualTo(PLAN);
    }

    @Test
    void whatNeverPassedIsRefusedWithWhatIsMissing() {
        refused(Optional.of(LAB), ExitCode.OPEN, "no drill with cpu-pressure has passed in a sandbox");
    }

    @Test
    void aReasonGoesIntoThePlanWithWhatIsMissing() {
        Plan plan = new Permit(Optional.of(LAB), Optional.of("the sandbox has no such disk")).of(PLAN, LAB, passes());

        assertThat(plan.forced().orElseThrow())
                .startsWith("the sandbox has no such disk (")
                .contains("it has not passed in sim");
    }

    @Test
    void aReasonIsNoConfirmation() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> new Permit(Optional.empty(), Optional.of("I know what I do")).of(PLAN, LAB, passes()));
    }
}
