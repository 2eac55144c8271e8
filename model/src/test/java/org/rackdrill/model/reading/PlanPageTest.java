package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;

/** The example of the page about plans is an options file that can be used. */
class PlanPageTest {

    @Test
    void theExampleFitsItsLab() throws IOException {
        String page = Files.readString(Path.of("../docs/plan.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        byte[] options = example.substring(0, example.indexOf("```")).getBytes(StandardCharsets.UTF_8);
        byte[] lab = Files.readAllBytes(Path.of("../scenarios/labs/v1.yaml"));

        OptionsReading reading = new OptionsReader(new LabReader(Catalogue.load()))
                .read("plan.md", options, Optional.of(new OptionsReader.Ground("v1.yaml", lab, Optional.of("AUD"))));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.outfit()).hasValueSatisfying(outfit -> {
            assertThat(outfit.options().allows(0b110)).isTrue();
            assertThat(outfit.options().allows(0b100)).isFalse();
            assertThat(outfit.options().allows(0b011)).isFalse();
            assertThat(outfit.with(0b110)).isPresent();
        });
    }
}
