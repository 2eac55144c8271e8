package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Drill;

/** A person says yes, no, or nothing. */
class ApprovalTest {
    private final Bench bench = new Bench();

    @Test
    void aDrillWaitsForItsYes() {
        Outcome outcome = run(Optional.empty(), now -> now.compareTo(minutes(20)) < 0 ? Truth.UNKNOWN : Truth.TRUE);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(bench.hosts.now()).isGreaterThan(minutes(25));
    }

    @Test
    void aNoRefusesTheDrill() {
        Outcome outcome = run(Optional.empty(), now -> Truth.FALSE);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.why()).contains("owner");
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aStepWaitsForItsYes() {
        // The second step is due after three minutes, and the drill ends after six.
        Outcome outcome = run(Optional.of("second"), now -> now.compareTo(minutes(4)) < 0 ? Truth.UNKNOWN : Truth.TRUE);
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Status.PASSED);
        assertThat(bench.sent()).containsExactly("r/first/1", "r/second/1");
    }

    @Test
    void aStepIsNotDoneWithoutAYes() {
        Outcome outcome = run(Optional.of("second"), now -> Truth.UNKNOWN);
        assertThat(outcome.status()).isEqualTo(Status.STEP_FAILED);
        assertThat(outcome.why()).contains("second", "never began");
        assertThat(bench.sent()).containsExactly("r/first/1");
    }

    @Test
    void aNoFailsTheStep() {
        Outcome outcome = run(Optional.of("second"), now -> Truth.FALSE);
        assertThat(outcome.status()).isEqualTo(Status.STEP_FAILED);
        assertThat(outcome.why()).contains("owner said no");
        assertThat(bench.sent()).containsExactly("r/first/1");
    }

    private Outcome run(Optional<String> before, Function<Duration, Truth> says) {
        Drill usual = Bench.drill();
        Drill drill = new Drill(
                usual.name(),
                usual.lab(),
                usual.why(),
                usual.worlds(),
                usual.seed(),
                usual.steady(),
                usual.timeline(),
                usual.expectations(),
                usual.guardrails(),
                usual.blastRadius(),
                usual.accepts(),
                usual.calendar(),
                List.of(new Approval("owner", before)),
                usual.lasts());
        return bench.run("r", drill, world -> new Relay(world) {
            @Override
            public Truth approval(Approval approval) {
                return says.apply(now());
            }
        });
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
