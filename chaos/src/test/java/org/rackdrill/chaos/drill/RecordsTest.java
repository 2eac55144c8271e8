package org.rackdrill.chaos.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.quantity.Share;
import tools.jackson.databind.json.JsonMapper;

/** A drill can be written into a journal and read back as it was. */
class RecordsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aStepReadsBackAsItWas() {
        Step step = new Step(
                "lossy",
                new When.During("dead", Duration.ofMinutes(2)),
                new Act.Break<>(
                        new Fault.LinkLoss(new Share(0.2)),
                        new Aim.Any<>("any cable of sw1", 1, List.of(new Target.Cable("node1", "sw1"))),
                        Optional.of(Duration.ofSeconds(90))),
                7);

        String written = JSON.writeValueAsString(step);

        assertThat(JSON.readValue(written, Step.class)).isEqualTo(step);
        assertThat(written).contains("\"is\":\"LinkLoss\"");
    }
}
