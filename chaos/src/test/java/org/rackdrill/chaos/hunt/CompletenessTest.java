package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.simulator.study.Progress;

/** Whatever is passed over, a hunt finds what trying everything finds. */
class CompletenessTest {

    private static final int THREADS = 2;

    @ParameterizedTest
    @CsvSource({
        "raw-copy, photos 99.9%",
        "raw-copy, no data lost",
        "one-nas, no data lost",
        "small-ups, files 99.9%",
        "two-nodes, vaultwarden 99.5%"
    })
    void aHuntFindsEverySmallestSetThatTryingEverythingFinds(String lab, String goal) {
        SimulatedLab simulated = Labs.shipped(lab);
        compare(simulated, goal, Candidates.of(simulated));
    }

    @Tag("validation")
    @ParameterizedTest
    @CsvSource({
        "v0, jellyfin 99.9%",
        "v0, no data lost",
        "v1, jellyfin 99.9%",
        "v1, no data lost",
        "v1-stretched, jellyfin 99.9%",
        "v1-stretched, no data lost",
        "v1-ceph, jellyfin 99.9%",
        "v1-ceph, no data lost",
    })
    void theSameHoldsForWholeRacks(String lab, String goal) {
        SimulatedLab simulated = Labs.shipped(lab);
        compare(simulated, goal, Candidates.of(simulated));
    }

    private static void compare(SimulatedLab lab, String goal, List<Candidate<?>> candidates) {
        Ground ground = Ground.of(lab, GoalText.read(goal, lab.lab()), Hunt.SEED, candidates, Hunt.MOST_FAULTS);
        Search search = new Search(ground, THREADS, Progress.SILENT);
        search.run(Hunt.MOST_FAULTS);
        Set<List<Integer>> found = new HashSet<>();
        search.found().forEach(set -> found.add(Arrays.stream(set).boxed().toList()));
        assertThat(Exhaustive.sorted(found)).isEqualTo(Exhaustive.sets(ground, THREADS));
        assertThat(found).hasSameSizeAs(search.found()).isNotEmpty();
    }
}
