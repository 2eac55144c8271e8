package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.study.Question;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackdrill simulate --what-if}, with an engine that answers at once. */
class WhatIfTest {

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine().answering(service("dns", 0.9992, 0.9995, 0.9997));

    private Desk.Outcome run(String... args) {
        return new Desk(directory).with(engine).run(args);
    }

    @Test
    void theLabIsComparedWithItselfChangedAndNothingIsWritten() {
        Desk.Outcome outcome = run("simulate", "v1", "--what-if", "node2.repair=1d");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSizeBetween(1, 24).allMatch(line -> line.length() <= 80);
        assertThat(outcome.out()).contains("v1 changed", "dns");
        assertThat(engine.asked())
                .hasSize(2)
                .allMatch(question -> question.extras().isEmpty());
        Question changed = engine.asked().get(1);
        assertThat(changed.lab().node("node2").orElseThrow().hardware().traits().value(Trait.REPAIR))
                .isNotEqualTo(engine.asked()
                        .get(0)
                        .lab()
                        .node("node2")
                        .orElseThrow()
                        .hardware()
                        .traits()
                        .value(Trait.REPAIR));
        assertThat(directory.resolve("rackdrill-out")).doesNotExist();
    }

    @Test
    void aProgramReadsTheComparison() {
        Desk.Outcome outcome =
                run("simulate", "v1", "--what-if", "node2.repair=1d", "--what-if", "lab.slo=99%", "--json", "-");

        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .at("/differences/0/hoursPerYear/low")
                        .isNumber())
                .isTrue();
    }

    @Test
    void anUnknownPathIsOneSentenceWithTheLikelyOne() {
        Desk.Outcome outcome = run("simulate", "v1", "--what-if", "nod2.repair=1d");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err())
                .contains(
                        "rackdrill: --what-if nod2.repair=1d: there is no such value in this lab. Did you mean node2.repair");
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void aBadValueIsOneSentence() {
        Desk.Outcome outcome = run("simulate", "v1", "--what-if", "node2.repair=soon");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("rackdrill: --what-if node2.repair=soon:")))
                .hasSize(1);
    }

    @Test
    void whatIsNoChangeIsRefused() {
        assertThat(run("simulate", "v1", "--what-if", "node2.repair").err()).contains("write node2.repair=1d");
    }
}
