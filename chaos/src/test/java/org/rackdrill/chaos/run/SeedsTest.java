package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Histories by the hundred, and planted bugs that they must find. More of them:
 * {@code mvn test -pl chaos -am -Dtest=SeedsTest -Drunner.seeds=20000 -Dsurefire.failIfNoSpecifiedTests=false}
 */
@Tag("simulates")
class SeedsTest {
    private static final int SEEDS = 500;

    @Test
    void noHistoryBreaksAnInvariant() {
        int seeds = Integer.getInteger("runner.seeds", SEEDS);
        List<String> broken = new ArrayList<>();
        Set<Status> ends = EnumSet.noneOf(Status.class);
        for (int seed = 1; seed <= seeds; seed++) {
            Trial.Result result = Trial.of(seed, PlantedBug.NONE);
            ends.addAll(result.ends());
            if (!result.violations().isEmpty()) {
                broken.add("seed " + seed + ": " + result.violations());
            }
        }
        assertThat(broken).isEmpty();
        // Histories that are all cut short the same way would prove little. The rest is in the nine cases.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(ends)))
                .as("ways to end that no history came to")
                .isSubsetOf(Status.TIMER_LEFT, Status.NOT_RECOVERED, Status.JOURNAL_FAILED, Status.JOURNAL_DAMAGED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedBugIsFound(PlantedBug bug) {
        int seed = 1;
        while (seed <= SEEDS && Trial.of(seed, bug).violations().isEmpty()) {
            seed++;
        }
        assertThat(seed).as("seeds until %s is found", bug).isLessThanOrEqualTo(SEEDS);
    }

    /** Looks that can see nothing new are left out, and not a byte of a journal is another one for that. */
    @Test
    void aQuietWorldIsNotAskedAgainAndTheJournalIsTheSame() {
        int all = 0;
        int asked = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Trial.Result every = Trial.of(seed, PlantedBug.NONE, SimulatedWorld.Looks.ARE_FREE);
            Trial.Result few = Trial.of(seed, PlantedBug.NONE, SimulatedWorld.Looks.ARE_FREE_AND_QUIET);
            assertThat(few.journals()).as("seed %d", seed).isEqualTo(every.journals());
            assertThat(few.ends()).as("seed %d", seed).isEqualTo(every.ends());
            assertThat(few.violations()).as("seed %d", seed).isEmpty();
            all += every.looks();
            asked += few.looks();
        }
        assertThat(asked).isLessThan(all / 4);
    }

    @Test
    void theSameSeedGivesTheSameJournals() {
        for (int seed = 1; seed <= 30; seed++) {
            assertThat(Trial.of(seed, PlantedBug.NONE).journals())
                    .as("seed %d", seed)
                    .isEqualTo(Trial.of(seed, PlantedBug.NONE).journals());
        }
    }
}
