package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --engine} and {@code --master}, in a build that carries no Spark, as every ordinary one. */
class EngineTest {

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine().answering(service("dns", 0.9992, 0.9995, 0.9997));

    private Desk.Outcome run(String... args) {
        return new Desk(directory).with(engine).run(args);
    }

    @Test
    void withoutSparkOneSentenceSaysHowToGetIt() {
        Desk.Outcome outcome = run("simulate", "v1", "--engine", "spark", "--master", "spark://127.0.0.1:7077");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("needs Apache Spark", "mvn -Pspark -DskipTests package", "docs/cluster.md");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("rackdrill: ")))
                .hasSize(1);
        assertThat(engine.asked()).isEmpty();
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--engine=spark,                                  needs --master",
        "--master=spark://127.0.0.1:7077,                 is for --engine spark",
        "--engine=local --master=spark://127.0.0.1:7077,  is for --engine spark",
        "--engine=spark --master=spark://a:1 --what-if=node2.repair=1d, leave out --engine",
    })
    void optionsThatDoNotGoTogetherAreWrongUsage(String options, String said) {
        String[] args = ("simulate v1 " + options).split(" ");

        Desk.Outcome outcome = run(args);

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains(said);
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void soManyHistoriesAreSimulatedAtLeast() {
        run("simulate", "v1", "--histories", "200000");

        assertThat(engine.asked().get(0).fewestHistories()).isEqualTo(200_000);
    }
}
