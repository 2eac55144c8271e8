package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.model.lab.Lab;

/** What a lab is short of, in which order, for every shipped lab; its disks are another test's matter. */
class CapacityStudyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    static List<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../scenarios/labs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    private static StorageAnswer disks(List<StorageAnswer.OfPool> pools, List<StorageAnswer.Overload> overloads) {
        return new StorageAnswer(
                pools,
                List.of(),
                List.of(),
                List.of(),
                overloads,
                List.of(),
                List.of(),
                new StorageAnswer.Simulated(0, 0, 0));
    }

    private static StorageAnswer.OfPool pool(String name, double p75, double saturatesAt) {
        Percentiles use =
                new Percentiles(Likely.exactly(p75), Likely.exactly(p75), Likely.exactly(p75), Likely.exactly(p75));
        return new StorageAnswer.OfPool(
                name,
                new StorageAnswer.Use(use, Likely.exactly(0.5), use),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Likely.exactly(saturatesAt),
                List.of(),
                List.of(),
                "");
    }

    private static Capacity answer(Lab lab, StorageAnswer storage) {
        return CapacityStudy.around(storage, new CapacityStudy.Question(lab, "lab", "", TODAY, 1, 1, "test"));
    }

    private static List<String> kinds(Lab lab, StorageAnswer storage) {
        return answer(lab, storage).limits().stream().map(Limit::kind).toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedLabHasAnAnswer(String name) {
        Capacity capacity = answer(LabText.shipped(name), disks(List.of(), List.of()));
        assertThat(capacity.power().watts().best()).isNotNegative().isFinite();
        for (SpaceAnswer.OfPool pool : capacity.space().pools()) {
            assertThat(pool.usableBytes()).isPositive().isLessThanOrEqualTo(pool.rawBytes());
            assertThat(pool.usedShare().low())
                    .isLessThanOrEqualTo(pool.usedShare().best());
            assertThat(pool.usedShare().best())
                    .isLessThanOrEqualTo(pool.usedShare().high());
            assertThat(pool.byYear()).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(a.best(), b.best()));
        }
        for (NetworkAnswer.Job job : capacity.network().jobs()) {
            assertThat(job.hours().best()).isNotNegative().isFinite();
        }
        assertThat(answer(LabText.shipped(name), disks(List.of(), List.of()))).isEqualTo(capacity);
    }

    @Test
    void whatCannotKeepUpComesFirstAndWhatOnlyGrowsLast() {
        StorageAnswer storage = disks(
                List.of(pool("a/x", 0.9, 1.1), pool("b/x", 0.4, 2), pool("c/x", 0.1, 9)),
                List.of(new StorageAnswer.Overload("d/x", Likely.exactly(1.8), "never keeps up")));
        assertThat(kinds(LabText.shipped("v1"), storage)).containsExactly("overload", "busy", "space", "space", "load");
    }

    @Test
    void aLabThatIsShortOfNothingSaysSo() {
        assertThat(kinds(LabText.shipped("o8-one-of-two"), disks(List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void everyShortageIsFound() {
        Lab lab = LabText.lab("""
                rackdrill: 1
                name: Short
                sites: {home: {outlet: {amps: 2 A}, breaker: {amps: 6 A, curve: b, shared-with: {oven: 2 kW}}}, away: {}}
                ups:
                  a: {model: generic-ups, site: home, watt-limit: 300 W, shutdown-at: 20 min left, runtime: {100 W: 40 min, 900 W: 4 min}}
                network:
                  r1: {model: generic-router, site: home}
                  w1: {model: generic-wan, uplink-of: r1, up: 1 Mbit/s, down: 10 Mbit/s}
                  r2: {model: generic-router, site: away}
                  w2: {model: generic-wan, uplink-of: r2}
                nodes:
                  big: {model: generic-node, site: home, network: r1, memory: 16 GiB, watts: 400 W, max-watts: 500 W, inrush: 20 A, pools: {x: {layout: mirror, disks: 2 x 4 TB hdd}}}
                  two: {model: generic-node, site: home, network: r1, powered-by: a, memory: 8 GiB, watts: 250 W, max-watts: 320 W}
                  far: {model: generic-node, site: away, network: r2, memory: 8 GiB, pools: {x: {layout: mirror, disks: 2 x 4 TB hdd}}}
                clusters: {pve: {manager: proxmox-ha, members: [big, two]}}
                services:
                  vm: {kind: vm, cluster: pve, failover: automatic, on: big, memory: 12 GiB, storage: synced}
                  fat: {kind: vm, cluster: pve, on: two, memory: 9 GiB}
                  photos: {on: big, data: {at: big/x, size: 3.5 TB, growth: 200 GB/y}}
                copies: {photos: [{to: far/x, every: 1 d, window: 01:00-05:00}]}
                """);
        assertThat(kinds(lab, disks(List.of(), List.of())))
                .contains(
                        "memory", "outlet", "window", "breaker", "inrush", "battery", "space", "node-lost", "ups-busy")
                .doesNotContain("ups", "outlet-busy");
    }

    @Test
    void howFullAPoolIsTodayIsTheSameAsTheFirstPointOfItsCurve() {
        Capacity capacity = answer(LabText.shipped("v1"), disks(List.of(), List.of()));
        Reached rule = capacity.space().pools().get(0).rule();
        Limit first = capacity.limits().get(0);
        assertThat(first.when()).isEqualTo(rule);
        assertThat(capacity.asOf()).isEqualTo("2026-11-26");
    }
}
