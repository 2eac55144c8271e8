package org.rackdrill.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;
import org.rackdrill.simulator.study.Variant;

/** Every shipped lab has a variant that is Markov part by part, and so an exact answer. */
@Tag("long")
class ExponentialisedTest {

    private static final LabReader READER = new LabReader(Catalogue.load());
    private static final Path LABS = Path.of("../scenarios/labs");

    static Stream<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(LABS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Lab read(String name) {
        try {
            Reading reading = READER.read(name, Files.readAllBytes(LABS.resolve(name)));
            return reading.lab().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lab lab(String text) {
        Reading reading = READER.read("lab.yaml", ("rackdrill: 1\n" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.lab()).as("%s", reading.problems()).isPresent();
        return reading.lab().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyServiceOfEveryShippedLabHasAnExactAnswer(String name) {
        Lab lab = read(name);
        CompiledLab variant = Compiler.compile(Exponentialised.of(lab));
        double hours = Hours.of(lab.study().horizon());
        for (int s = 0; s < variant.services().length; s++) {
            ExactService answer =
                    ExactService.of(variant, s, variant.parameters().bestGuess(), hours);
            assertThat(answer.horizon().orElseThrow())
                    .as(variant.services()[s].name())
                    .isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.yaml", "c1-three-nodes.yaml", "two-nodes.yaml"})
    void theSimulationAgreesWithIt(String name) {
        Lab lab = read(name);
        Question question = new Question(
                        lab,
                        name,
                        "",
                        0.05,
                        1,
                        Optional.empty(),
                        Question.DEFAULT_SEED,
                        Runtime.getRuntime().availableProcessors(),
                        "test",
                        Set.of())
                .about(Exponentialised.of(lab), new Variant(Exponentialised.SENTENCE, Exponentialised.leavesOut(lab)));
        Results results = Simulation.run(question, Progress.SILENT);
        assertThat(results.variant()).isEqualTo(Exponentialised.SENTENCE);
        assertThat(results.services()).isNotEmpty();
        for (Results.Service service : results.services()) {
            Results.Exact exact = service.exactDetails();
            assertThat(exact == null ? service.whyNotExact() : exact.agreement() + ": " + exact.says())
                    .as(service.name())
                    .startsWith("agrees");
        }
    }

    @Test
    void aPartKeepsItsMeansAndLosesItsMemory() {
        CompiledLab variant = Compiler.compile(Exponentialised.of(lab("""
                components:
                  a: {fails: "weibull(shape 2, scale 1000 h)", repairs: "lognormal(median 10 h, sigma 1)"}
                services: {cool: {needs: [a]}}
                """)));
        double life = 1000 * Math.sqrt(Math.PI) / 2;
        double repair = 10 * Math.exp(0.5);
        ExactService answer = ExactService.of(variant, 0, variant.parameters().bestGuess(), 87_600);
        assertThat(answer.longRun().orElseThrow()).isCloseTo(repair / (life + repair), withinPercentage(1e-6));
        assertThat(answer.horizon()).isPresent();
    }

    @Test
    void aFailureThatATestRevealsWaitsHalfTheTimeBetweenTwoTests() {
        CompiledLab variant = Compiler.compile(Exponentialised.of(read("o16-hidden-failure.yaml")));
        ExactService answer = ExactService.of(variant, 0, variant.parameters().bestGuess(), 87_600);
        assertThat(answer.longRun().orElseThrow()).isCloseTo(365 / 50_365.0, withinPercentage(1e-6));
    }

    @Test
    void theThreeNodesOfTheCompositeAreDownAsAHandCanDerive() {
        // Power cuts every 1000 h, with exp(90 min) beyond an hour of battery; a switch that hangs 10 min every 1000 h;
        // two of three nodes that are away 10 h and 3 min every 1000 h.
        CompiledLab variant = Compiler.compile(Exponentialised.of(read("c1-three-nodes.yaml")));
        double cuts = share(1000 / Math.exp(-1 / 1.5), 1.5);
        double box = share(1000, 10.0 / 60);
        double node = share(1000, 10.05);
        double majority = Math.pow(1 - node, 3) + 3 * node * Math.pow(1 - node, 2);
        ExactService answer = ExactService.of(variant, 0, variant.parameters().bestGuess(), 87_600);
        assertThat(1 - answer.longRun().orElseThrow())
                .isCloseTo((1 - cuts) * (1 - box) * majority, withinPercentage(1e-4));
    }

    private static double share(double life, double repair) {
        return repair / (life + repair);
    }
}
