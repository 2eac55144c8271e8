package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.simulator.study.Progress;

class HuntTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theAnswerIsTheSameOnAnyNumberOfThreads() {
        SimulatedLab lab = Labs.shipped("two-nodes");
        Goal goal = GoalText.read("paperless 99.5%", lab.lab());
        Quarry alone = new Hunt(lab, goal, Hunt.SEED, 2).run(1, Progress.SILENT);
        Quarry together = new Hunt(lab, goal, Hunt.SEED, 2).run(3, Progress.SILENT);
        assertThat(together).isEqualTo(alone);
        assertThat(alone.findings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v1, jellyfin 99.9%", "v1, no data lost", "v1-stretched, immich 99.5%", "two-nodes, paperless 99.5%"})
    void everyFindingBreaksItsGoalAndNoFaultOfItCanBeLeftOut(String name, String goal) {
        SimulatedLab lab = Labs.shipped(name);
        Quarry quarry = Labs.hunt(lab, goal, 2);
        Trial trial = new Trial(lab, quarry.goal(), quarry.seed());
        assertThat(quarry.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.plots()).allMatch(trial::breaks);
            assertSmallest(trial, finding.smallest());
        });
        assertThat(quarry.findings().stream()
                        .mapToInt(finding -> finding.plots().size())
                        .sum())
                .isEqualTo(quarry.sets());
    }

    private static void assertSmallest(Trial trial, Plot plot) {
        assertThat(trial.breaks(plot)).as(plot.text()).isTrue();
        assertThat(plot.allowed()).as(plot.text()).isTrue();
        assertThat(plot.strikes().get(0).at()).isEqualTo(MINUTE);
        for (int i = 0; i < plot.strikes().size() && plot.strikes().size() > 1; i++) {
            assertThat(trial.breaks(plot.without(i))).as(plot.text()).isFalse();
        }
    }

    @Test
    void aFaultIsShortenedToTheShortestRoundTimeThatIsEnough() {
        SimulatedLab lab = Labs.shipped("v0");
        Quarry quarry = Labs.hunt(lab, "jellyfin 99.9%", 1);
        assertThat(quarry.findings().stream().map(finding -> finding.smallest().text()))
                // 10 min 5 s are allowed, and 10 min are not enough.
                .contains("wan-down wan for 15 min at 1 min", "service-crash nas for 10 min at 1 min");
    }

    @Test
    void whatHasBurntCannotBeDeletedAnyMore() {
        SimulatedLab lab = Labs.shipped("v1");
        Trial trial = new Trial(lab, GoalText.read("no data lost", lab.lab()), Hunt.SEED);
        List<Candidate<?>> candidates = Candidates.of(lab);
        Strike fire = Strike.of(named(candidates, "site-lost home"), MINUTE);
        Strike deletion = Strike.of(named(candidates, "dataset-deleted immich"), Duration.ofHours(30));
        double burnt = trial.measure(new Plot(List.of(fire)));
        assertThat(burnt).isBetween(0.1, 48.0);
        assertThat(trial.measure(new Plot(List.of(fire, deletion)))).isEqualTo(burnt);
    }

    private static Candidate<?> named(List<Candidate<?>> candidates, String text) {
        return candidates.stream()
                .filter(candidate -> candidate.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHuntThatIsStoppedSaysThatItIsNotComplete() {
        SimulatedLab lab = Labs.shipped("two-nodes");
        Quarry quarry = new Hunt(lab, GoalText.read("no data lost", lab.lab()), Hunt.SEED, 2).run(1, new Progress() {
            @Override
            public void at(double share) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        });
        assertThat(quarry.complete()).isFalse();
        assertThat(quarry.tried()).isEqualTo(List.of(0L, 0L));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aHuntTakesOneToThreeFaults(int most) {
        SimulatedLab lab = Labs.shipped("two-nodes");
        Goal goal = GoalText.read("no data lost", lab.lab());
        assertThatIllegalArgumentException().isThrownBy(() -> new Hunt(lab, goal, Hunt.SEED, most));
    }
}
