package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Entry.Phase;

/** What a journal tells whoever draws it. */
class ReplayTest {
    private final Bench bench = new Bench();

    @Test
    void aRunIsToldFromItsJournal() throws Unreadable {
        List<Expectation> expectations =
                List.of(new Expectation.Recovers(Scenario.node("node1"), Duration.ofMinutes(3), Optional.empty()));
        Drill drill = Bench.drill(Scenario.steady(), expectations, List.of(), Set.of(), Optional.empty());
        Outcome outcome = bench.run("r", drill, world -> world);
        Replay replay = replay("r");

        assertThat(replay.outcome()).isEqualTo(outcome);
        assertThat(replay.plan().map(Plan::drill)).contains(drill);
        assertThat(replay.parts())
                .extracting(Replay.Part::phase)
                .containsExactly(Phase.BEFORE, Phase.TIMELINE, Phase.UNDOING, Phase.AFTER);
        Duration zero = replay.part(Phase.TIMELINE).orElseThrow().from();
        assertThat(replay.steps()).extracting(Replay.Stage::name).containsExactly("first", "second");
        assertThat(replay.steps())
                .allSatisfy(step -> assertThat(step.ended().orElseThrow())
                        .isGreaterThanOrEqualTo(step.started().orElseThrow().plusSeconds(60)));
        assertThat(replay.hits()).allSatisfy(hit -> {
            assertThat(hit.state()).isEqualTo(FaultState.UNDONE_VERIFIED);
            assertThat(hit.taken()).isFalse();
            assertThat(hit.injected().orElseThrow())
                    .isBetween(zero, hit.undone().orElseThrow());
            assertThat(hit.undone().orElseThrow())
                    .isLessThanOrEqualTo(hit.proved().orElseThrow());
        });
        // Dark for its minute, seen every ten seconds.
        List<Piece> node1 = pieces(replay, "node1");
        assertThat(node1)
                .filteredOn(piece -> piece.truth() == Truth.FALSE)
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.from()).isBetween(zero.plusSeconds(60), zero.plusSeconds(75));
                    assertThat(piece.length()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(80));
                });
        // Nobody looks while everything is undone.
        Replay.Part undoing = replay.part(Phase.UNDOING).orElseThrow();
        assertThat(node1)
                .noneMatch(piece ->
                        piece.from().compareTo(undoing.to()) < 0 && piece.to().compareTo(undoing.from()) > 0);
        assertThat(outcome.judgements())
                .filteredOn(judgement -> judgement.check().startsWith("node1 recovers"))
                .singleElement()
                .satisfies(judgement -> assertThat(judgement.took().orElseThrow())
                        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90)));
    }

    @Test
    void whatAnEarlierRunLeftIsToldAsTaken() throws Unreadable {
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        bench.reconcile("next", world -> world);
        assertThat(replay("r").hits()).singleElement().returns(FaultState.ARMED, Replay.Harm::state);
        Replay next = replay("next");
        assertThat(next.plan()).isEmpty();
        assertThat(next.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.taken()).isTrue();
            assertThat(hit.injected()).isEmpty();
            assertThat(hit.state()).isEqualTo(FaultState.UNDONE_VERIFIED);
        });
    }

    @Test
    void aStepThatFailedSaysWhy() throws Unreadable {
        bench.run("r", Bench.drill(), world -> new Relay(world) {
            @Override
            public Answer inject(Hit hit) {
                return Answer.refused("no");
            }
        });
        assertThat(replay("r").steps()).singleElement().satisfies(step -> {
            assertThat(step.failed()).contains("no");
            assertThat(step.ended()).isEmpty();
            assertThat(step.targets()).containsExactly(Scenario.node("node1"));
        });
    }

    private static List<Piece> pieces(Replay replay, String node) {
        return replay.watched().stream()
                .filter(watched -> watched.probe().equals(Scenario.up(node)))
                .findFirst()
                .orElseThrow()
                .pieces();
    }

    private Replay replay(String run) throws Unreadable {
        return Replay.of(Recovered.of(bench.disk.bytes(run + LeftBehind.JOURNAL)));
    }
}
