package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.journal.SimulatedDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.World;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.reading.Problem;

class HuntedDrillTest {

    /** A week is long, and what is judged here lasts for hours. */
    private static final Terms UNHURRIED = new Terms(
            Duration.ofMinutes(30),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15));

    private static Drill read(SimulatedLab lab, Goal goal, Plot plot) {
        Finding finding = new Finding(List.of(plot), plot, 1);
        String text = new HuntedDrill(lab.lab(), "the-lab", goal, finding).text();
        DrillReading reading = new DrillReader(name -> lab.lab()).read("hunted", text.getBytes(StandardCharsets.UTF_8));
        boolean forGood = text.contains("site-lost") || text.contains("dataset-deleted");
        assertThat(reading.problems())
                .as(text)
                .hasSize(forGood ? 1 : 0)
                .allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
        return reading.drill().orElseThrow();
    }

    private static Outcome run(SimulatedLab lab, Drill drill, Terms terms) {
        World world = lab.calm(drill, Hunt.SEED, () -> false);
        return new Runner(world, new SimulatedDisk(), terms).run(new Planner(world).plan(drill, "hunted"));
    }

    /** The runner knows nothing of hunts: what it sees in the drill is what the hunt has seen. */
    @ParameterizedTest
    @CsvSource({"raw-copy, no data lost", "one-nas, no data lost", "two-nodes, paperless 99.5%"})
    void theDrillOfAFindingFailsAndPassesWithoutAnyOfItsFaults(String name, String goal) {
        // Every third is enough to see whether both mean the same, and a run takes a while.
        agree(name, goal, 3, UNHURRIED);
    }

    @Tag("validation")
    @ParameterizedTest
    @CsvSource({"v0, jellyfin 99.9%", "v1, jellyfin 99.9%", "v1, no data lost", "v1-ceph, immich 99.9%"})
    void theSameHoldsForWholeRacksAndForMinutes(String name, String goal) {
        agree(name, goal, 1, Terms.USUAL);
    }

    private static void agree(String name, String goal, int step, Terms terms) {
        SimulatedLab lab = Labs.shipped(name);
        Quarry quarry = Labs.hunt(lab, goal, 2);
        assertThat(quarry.findings()).isNotEmpty();
        for (int number = 0; number < quarry.findings().size(); number += step) {
            Plot plot = quarry.findings().get(number).smallest();
            Outcome outcome = run(lab, read(lab, quarry.goal(), plot), terms);
            assertThat(outcome.verdict()).as(plot.text() + outcome).isEqualTo(Verdict.FAILED);
            for (int i = 0; i < plot.strikes().size() && plot.strikes().size() > 1; i++) {
                Outcome without = run(lab, read(lab, quarry.goal(), plot.without(i)), terms);
                assertThat(without.verdict())
                        .as(plot.without(i).text() + without)
                        .isEqualTo(Verdict.PASSED);
            }
        }
    }

    static Stream<String> labs() throws java.io.IOException {
        try (Stream<Path> files = Files.list(Path.of("../scenarios/labs"))) {
            List<String> names = files.map(
                            file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everythingOnTheListOfAnyLabIsAFaultOfADrill(String name) {
        SimulatedLab lab = Labs.shipped(name);
        Goal goal = new Goal.Kept("no data lost", Starts.FIRST);
        boolean data =
                lab.lab().services().stream().anyMatch(service -> service.data().isPresent());
        List<Candidate<?>> candidates = Candidates.of(lab);
        assertThat(candidates).doesNotHaveDuplicates();
        for (Candidate<?> candidate : data ? candidates : List.<Candidate<?>>of()) {
            Drill drill = read(lab, goal, new Plot(List.of(Strike.of(candidate, Starts.FIRST))));
            assertThat(drill.timeline().get(0).act()).isEqualTo(candidate.act(candidate.lasts()));
        }
        assertThat(new Trial(lab, goal, 1).possible(candidates)).hasSize(3 * candidates.size());
    }

    @Test
    void aDrillSaysWhatItTeachesAndReadsLikeARunbook() {
        SimulatedLab lab = Labs.shipped("one-nas");
        Quarry quarry = Labs.hunt(lab, "no data lost", 2);
        Finding disks = quarry.findings().stream()
                .filter(finding -> finding.smallest().text().startsWith("disk-failure"))
                .findFirst()
                .orElseThrow();
        assertThat(new HuntedDrill(lab.lab(), "one-nas", quarry.goal(), disks).text())
                .contains("# What it teaches: ", " are one too many", "until the end of", "the resilver")
                .contains("lab: one-nas\n", "lasts: 1 week\n", "disk-failure: ", "loses: ");
    }
}
