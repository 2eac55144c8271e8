package org.rackdrill.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.study.ManyMachines.LabText;
import org.rackdrill.simulator.study.NoMachines;
import org.rackdrill.simulator.study.Premises;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Row;
import org.rackdrill.simulator.study.Simulation;

/** A study on Spark, here inside one process: it says what the study on this machine says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkRowsTest {

    private static final int HISTORIES = 1_500;

    private final LabText text = text("my-rack");
    private final Lab lab = lab(text);
    private final JavaSparkContext context = new JavaSparkContext(conf("local[2]"));

    /** The same study on the threads of this machine. */
    private final Results alone = Simulation.run(question(), Progress.SILENT);

    private static SparkConf conf(String master) {
        return new SparkConf()
                .setMaster(master)
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    private static LabText text(String name) {
        try {
            return new LabText(name, Files.readAllBytes(Path.of("../scenarios/labs", name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lab lab(LabText text) {
        return new LabReader(Catalogue.load())
                .read(text.name(), text.text())
                .lab()
                .orElseThrow();
    }

    private Question question() {
        return new Question(lab, text.name(), "", 1, 50, Optional.of(Duration.ofDays(365)), 3, 2, "test", Set.of())
                .fromAtLeast(HISTORIES);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 7, 2", "3, 100, 4", "1000, 1000, 1"})
    void theAnswerDoesNotDependOnHowRowsAreShared(int rowsPerTask, int rowsPerJob, int jobs) {
        SparkMachines machines = new SparkMachines(context, text, new Sharing(rowsPerTask, rowsPerJob, jobs));

        Results results = Simulation.run(question(), machines, Progress.SILENT);

        assertThat(results.histories()).isGreaterThanOrEqualTo(HISTORIES);
        assertThat(results).isEqualTo(alone);
    }

    @Test
    void whoStopsItGetsTheFirstRows() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            private boolean shared;

            @Override
            public void at(double share) {
                shared = true;
            }

            @Override
            public boolean cancelled() {
                return shared && asked.incrementAndGet() > 4;
            }
        };

        Results results = Simulation.run(question(), new SparkMachines(context, text, new Sharing(1, 5, 1)), impatient);

        assertThat(results.partial()).isTrue();
        assertThat(results.histories()).isPositive().isLessThan(alone.histories());
    }

    @Test
    void aWorkerWithAnotherVersionIsRefused() {
        Premises premises = premises();
        Order order = new Order("0.0.1", text, premises, Controls.none(premises.lab()));

        assertThatExceptionOfType(NoMachines.class)
                .isThrownBy(() -> order.run(new Row(0, 10)))
                .withMessageContaining("a worker has its own rackdrill")
                .withMessageContaining("0.0.1");
    }

    @Test
    void aWorkerThatComputesOtherNumbersIsRefusedByTheStudyInOneSentence() {
        LabText different = text("two-nodes");

        assertThatExceptionOfType(NoMachines.class)
                .isThrownBy(() -> Simulation.run(
                        question(), new SparkMachines(context, different, new Sharing(2, 50, 2)), Progress.SILENT))
                .withMessageStartingWith("a worker ");
    }

    private Premises premises() {
        CompiledLab compiled = Compiler.compile(lab);
        return Premises.of(compiled, Contention.NONE, 10, 3, Hours.PER_YEAR);
    }

    @BeforeAll
    void somethingHappens() {
        assertThat(alone.services()).isNotEmpty();
        assertThat(alone.partial()).isFalse();
    }
}
