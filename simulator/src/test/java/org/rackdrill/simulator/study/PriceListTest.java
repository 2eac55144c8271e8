package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.BadEdit;
import org.rackdrill.model.reading.Editing;
import org.rackdrill.model.reading.LabReader;

/** What is proposed for a lab, and what it is found to give back. */
class PriceListTest {

    private static final LabReader READER = new LabReader(Catalogue.load());

    /** One node that breaks often and one that hardly does; parts take ten days. */
    private static final String TWO = """
            rackdrill: 1
            name: Two
            nodes:
              weak: {model: generic-node, fails: exp(3000 h), repair: 10 d, memory: 8 GiB}
              strong: {model: generic-node, fails: never, memory: 8 GiB ecc}
            services:
              dns: {on: weak}
              wiki: {on: strong, needs: [dns]}
            """;

    private static List<Results.Improvement> improvements(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Lab lab = READER.read("lab.yaml", bytes).lab().orElseThrow();
        Editing editing = Editing.of(READER, "lab.yaml", bytes).orElseThrow();
        Question question = new Question(
                        lab,
                        "two",
                        "",
                        10,
                        1,
                        Optional.of(Duration.ofDays(365)),
                        1,
                        2,
                        "test",
                        Set.of(Extra.IMPROVEMENTS))
                .rewritable(edits -> {
                    try {
                        return Optional.of(editing.with(edits));
                    } catch (BadEdit bad) {
                        return Optional.empty();
                    }
                });
        return Simulation.run(question, Progress.SILENT).improvements();
    }

    private static Optional<Results.Improvement> of(List<Results.Improvement> all, String words) {
        return all.stream().filter(it -> it.what().contains(words)).findFirst();
    }

    @Test
    void whatCostsNothingAndGivesMuchComesFirst() {
        List<Results.Improvement> all = improvements(TWO);

        assertThat(Optional.ofNullable(all.get(0).cost()))
                .hasValueSatisfying(cost -> assertThat(cost.amount()).isZero());
        Results.Improvement move = of(all, "move dns from weak to strong").orElseThrow();
        assertThat(move.change()).isEqualTo("services.dns.on=strong");
        // It breaks 2.7 times a year for ten days, which is what leaving it gives back to both services.
        assertThat(move.gain().hoursPerYear()).isBetween(400.0, 800.0);
        assertThat(move.gain().low()).isPositive();
    }

    @Test
    void aSpareInTheDrawerSavesTheShipping() {
        Results.Improvement spare = of(improvements(TWO), "in the drawer").orElseThrow();

        assertThat(spare.change()).isEqualTo("operations.spares.generic-node=1");
        assertThat(spare.gain().hoursPerYear()).isBetween(350.0, 800.0);
        assertThat(spare.mostGain().hoursPerYear())
                .isGreaterThanOrEqualTo(spare.gain().hoursPerYear());
    }

    @Test
    void memoryWithEccGivesNoUptimeAndSaysWhatItIsGoodFor() {
        Results.Improvement ecc = of(improvements(TWO), "ECC").orElseThrow();

        assertThat(ecc.what()).contains("weak");
        assertThat(ecc.gain().hoursPerYear()).isZero();
        assertThat(ecc.note()).contains("wrong data");
    }

    @Test
    void whatTheLabHasIsNotProposed() {
        String has = TWO + "operations: {spares: {generic-node: 1}}\n";

        assertThat(of(improvements(has), "spare generic")).isEmpty();
        assertThat(improvements(has)).noneMatch(it -> it.change().contains("spares.generic-node"));
    }

    @Test
    void aSecondAccessPointIsProposedWhereTheOnlyOneIsToBlame() {
        List<Results.Improvement> all = improvements("""
                rackdrill: 1
                name: Air
                network:
                  router: {model: generic-router}
                  wan: {model: generic-wan, uplink-of: router}
                  ap: {model: generic-access-point, uplink: router, fails: exp(3000 h)}
                nodes: {box: {model: generic-node, network: router}}
                services: {app: {on: box}}
                """);

        assertThat(of(all, "a second access point beside ap")).isPresent();
    }
}
