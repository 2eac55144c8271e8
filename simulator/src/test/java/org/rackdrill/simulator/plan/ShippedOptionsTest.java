package org.rackdrill.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.ServicePlan;

/** The options that come with the program can be simulated, alone and together. */
class ShippedOptionsTest {

    private static final Path SCENARIOS = Path.of("../scenarios");

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1"})
    void everyOptionAndManyCombinationsCanBeSimulated(String name) throws IOException {
        Workshop workshop = Workshop.of(
                Files.readString(SCENARIOS.resolve("labs/" + name + ".yaml")),
                Files.readString(SCENARIOS.resolve("options/" + name + ".options.yaml")));
        int offers = workshop.shelf().offers().size();
        CompiledLab now = Compiler.compile(workshop.lab());
        List<String> services = services(now);
        Set<Integer> choices = new TreeSet<>();
        for (int i = 0; i < offers; i++) {
            choices.add(workshop.shelf().withNeeds(1 << i));
        }
        Random random = new Random(1);
        while (choices.size() < 2 * offers) {
            int choice = random.nextInt(1 << offers);
            if (workshop.shelf().allows(choice)) {
                choices.add(choice);
            }
        }

        for (int choice : choices) {
            CompiledLab lab = Compiler.compile(workshop.shelf().lab(choice).orElseThrow(), now, Contention.NONE);
            assertThat(services(lab)).as("choice %d", choice).containsAll(services);
        }
    }

    private static List<String> services(CompiledLab lab) {
        return Arrays.stream(lab.services()).map(ServicePlan::name).toList();
    }
}
