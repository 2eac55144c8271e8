package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    @Test
    void whatIsBoughtCostsWhatTheLabSaysWithItsRange() {
        String own = TWO.replace("repair: 10 d,", "repair: 10 d, price: 500 AUD (400 AUD - 750 AUD),");
        Results.Improvement spare = of(improvements(own), "in the drawer").orElseThrow();

        assertThat(Optional.ofNullable(spare.cost())).hasValueSatisfying(cost -> {
            assertThat(cost.amount()).isEqualTo(500);
            assertThat(cost.low()).isEqualTo(400, within(1e-9));
            assertThat(cost.high()).isEqualTo(750, within(1e-9));
            assertThat(cost.currency()).isEqualTo("AUD");
        });
    }

    @Test
    void aLabInOtherMoneyKnowsOnlyThePricesThatItSays() {
        String euros = TWO + "sites: {home: {electricity: 0.28 EUR/kWh}}\n";
        List<Results.Improvement> all = improvements(euros);

        assertThat(of(all, "in the drawer").orElseThrow().cost()).isNull();
        assertThat(Optional.ofNullable(of(all, "move dns").orElseThrow().cost()))
                .hasValueSatisfying(cost -> assertThat(cost.currency()).isEqualTo("EUR"));

        String said = euros.replace("repair: 10 d,", "repair: 10 d, price: 450 EUR,");
        assertThat(Optional.ofNullable(
                        of(improvements(said), "in the drawer").orElseThrow().cost()))
                .hasValueSatisfying(cost -> assertThat(cost.amount()).isEqualTo(450));
    }

    @Test
    void whereTheMainsTakeANodeAUpsIsProposed() {
        Results.Improvement ups = of(improvements("""
                        rackdrill: 1
                        name: Dark
                        sites: {home: {mains: {fails: about every 20 d, lasts: 5 min}}}
                        nodes: {box: {model: generic-node, fails: never}}
                        services: {app: {on: box}}
                        """), "a UPS for box").orElseThrow();

        assertThat(ups.change()).contains("nodes.box.powered-by=[ups]").contains("shutdown-at: 3 min left");
        assertThat(ups.gain().low()).isPositive();
        assertThat(Optional.ofNullable(ups.cost()))
                .hasValueSatisfying(cost -> assertThat(cost.low()).isLessThan(cost.amount()));
    }

    @Test
    void whatWaitsForAPersonCouldBeStartedByTheCluster() {
        List<Results.Improvement> all = improvements("""
                rackdrill: 1
                name: Pair
                nodes:
                  weak: {model: generic-node, fails: exp(1000 h), repair: 10 d}
                  strong: {model: generic-node, fails: never}
                  third: {model: generic-node, fails: never}
                clusters: {pve: {manager: proxmox-ha, members: [weak, strong, third]}}
                services:
                  wiki: {on: weak, cluster: pve, failover: manual}
                operations: {operator: {notices-without: 1 d}}
                """);

        Results.Improvement alone = of(all, "failover of wiki").orElseThrow();
        assertThat(alone.change()).contains("services.wiki.failover=automatic", "services.wiki.storage=synced");
        assertThat(alone.gain().low()).isPositive();
    }

    /** Two sites; what the copies are like is to be filled in. */
    private static String photos(String copies) {
        return """
                rackdrill: 1
                name: Photos
                sites: {home: {}, friend: {}}
                nodes:
                  box: {model: generic-node, site: home, pools: {tank: {layout: stripe, disks: 1 x generic-hdd}}}
                  far: {model: generic-node, site: friend, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
                services:
                  photos: {on: box, data: {at: box/tank, size: 1 TB}}
                snapshots: {default: {daily: 60}}
                hazards:
                  ransomware: {every: about every 10 y, reaches: [online-copies]}
                  fire: {every: about every 30 y, hits: [home], destroys: true}
                """ + copies;
    }

    @Test
    void dataWithoutACopyElsewhereAreToldWhatOneIsWorth() {
        Results.Improvement copy =
                of(improvements(photos("")), "a copy of photos at friend").orElseThrow();

        assertThat(copy.change()).startsWith("copies.photos=[{to: far/tank");
        assertThat(copy.gain().hoursPerYear()).isZero();
        assertThat(copy.note())
                .matches("the chance of losing photos within ten years falls from \\d+ % to [\\d.]+ %; .*");
    }

    @Test
    void aCopyThatIsPushedCouldBeFetched() {
        String pushed = photos("copies: {photos: [{to: far/tank, every: 1 d}]}\n");

        assertThat(of(improvements(pushed), "fetch its copies").orElseThrow().change())
                .isEqualTo("copies.photos[0].direction=pull");
        assertThat(of(improvements(pushed.replace("1 d}", "1 d, direction: pull}")), "fetch its copies"))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNowhereElseCouldBeEscrowed() {
        String key =
                photos("copies: {photos: {to: far/tank, every: 1 d, direction: pull, raw: true, key: nowhere-else}}\n");

        Results.Improvement safe = of(improvements(key), "key of the encrypted").orElseThrow();
        assertThat(safe.change()).isEqualTo("copies.photos[0].key=escrowed");
        assertThat(safe.note()).contains("the chance of losing photos");
    }

    @Test
    void theListStaysShort() throws java.io.IOException {
        for (String lab : List.of("v0", "v1")) {
            String text = java.nio.file.Files.readString(java.nio.file.Path.of("../scenarios/labs/" + lab + ".yaml"));
            assertThat(improvements(text)).as(lab).hasSizeBetween(3, 14);
        }
    }
}
