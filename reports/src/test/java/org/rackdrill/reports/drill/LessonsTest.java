package org.rackdrill.reports.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.chaos.run.Replay;

/** What a run tells its owner to do next. */
class LessonsTest {
    private static final String RECOVERS = "proxy recovers within 1 min";
    private static final String DRILL = """
            drill: 1
            name: My first drill
            lab: v1
            why: The reverse proxy comes back by itself
            worlds: [sim, live]
            lasts: 10 min
            steady:
              - {up: proxy, tolerates: anything}
            timeline:
              - {at: 1 min, process-kill: proxy, for: 1 min}
            expect:
              - {recovers: proxy, within: 1 min}
            """;

    @Test
    void nothingIsWrongWithWhatWentWell() {
        assertThat(lessons(10, foreseen(98, 2))).isEmpty();
    }

    @Test
    void whatTheSimulatorThoughtCertainPointsToWhatNobodyKnows() {
        assertThat(lessons(200, foreseen(99, 1)))
                .singleElement()
                .asString()
                .startsWith("Proxy came back, but only after 3 min")
                .contains("instead of 60 s. The simulator thought otherwise, kept in 99 of 100 (95 to over 99), "
                        + "so either something is broken unseen or the lab file is wrong: find out which, first.");
    }

    @Test
    void whatTheSimulatorForetoldPointsToTheDesign() {
        assertThat(lessons(200, foreseen(3, 97)))
                .singleElement()
                .asString()
                .contains("The simulator foretold it, kept in 3 of 100 (1 to 8): change the lab, or promise less.");
    }

    @Test
    void whatNobodyCouldTellIsMadeFaster() {
        assertThat(lessons(200, foreseen(50, 50)))
                .singleElement()
                .asString()
                .contains("make it faster, or promise less. The simulator could not tell before: kept in 50 of 100");
    }

    @Test
    void withoutAPredictionThereIsNothingToCompareWith() {
        assertThat(lessons(200, List.of()))
                .singleElement()
                .asString()
                .endsWith(": make it faster, or promise less.")
                .doesNotContain("simulator");
    }

    @Test
    void luckIsCalledLuck() {
        assertThat(lessons(10, foreseen(40, 60)))
                .singleElement()
                .asString()
                .startsWith("“proxy recovers within 1 min” was kept this time")
                .contains("but the simulator does not expect it every time, kept in 40 of 100 (31 to 50): "
                        + "do not rely on it yet.");
    }

    @Test
    void whatNobodySawIsToBeSeenNextTime() {
        Replay run = run(new ScriptedWorld(WorldKind.LIVE).sees("up: proxy", Truth.UNKNOWN, 0, 200), List.of());

        assertThat(Lessons.of(Account.of(run)))
                .singleElement()
                .asString()
                .startsWith("Nobody can say whether “proxy recovers within 1 min” was kept")
                .endsWith("mend what should have seen it, and run the drill again.");
    }

    @Test
    void whatNeverCameBackWasWaitingForSomething() {
        Replay run = run(new ScriptedWorld(WorldKind.LIVE).sees("up: proxy", Truth.FALSE, 0, 600), List.of());

        assertThat(Lessons.of(Account.of(run))).contains("Proxy never came back: find out what it was waiting for.");
    }

    @Test
    void aRunThatEndedEarlyIsToBeRunAgain() {
        assertThat(Lessons.of(Account.of(Runs.interrupted())))
                .containsExactly("Run the drill again to its end: three promises could not be judged in this run.");
    }

    @Test
    void whatADamagedRecordHidesIsNotBlamedOnTheProbes() {
        assertThat(Lessons.of(Account.of(Runs.damaged())))
                .containsExactly("Run the drill again to its end: three promises could not be judged in this run.");
    }

    @Test
    void aDrillThatStoppedItselfAsksWhy() {
        assertThat(Lessons.of(Account.of(Runs.guardrail())).get(0).replace('\u00a0', ' '))
                .isEqualTo(
                        "Find out why the drill had to stop itself (home-assistant was down for more than 15 min): the "
                                + "harm was larger, or longer, than whoever wrote the drill thought.");
    }

    @Test
    void whatWasBrokenBeforeComesFirst() {
        assertThat(Lessons.of(Account.of(Runs.notSteady())))
                .containsExactly("Repair first what was broken before: pve had lost its majority.");
    }

    @Test
    void aStepThatFailedIsNamedWithItsReason() {
        assertThat(Lessons.of(Account.of(Runs.stepFailed())))
                .first()
                .asString()
                .startsWith("Make step power-loss work (")
                .contains("the outlet does not switch");
    }

    private static List<String> lessons(long down, List<Foreseen> foreseen) {
        Replay run = run(new ScriptedWorld(WorldKind.LIVE).sees("up: proxy", Truth.FALSE, 0, down), foreseen);
        return Lessons.of(Account.of(run)).stream()
                .map(lesson -> lesson.replace('\u00a0', ' '))
                .toList();
    }

    private static List<Foreseen> foreseen(int passed, int failed) {
        return List.of(Foreseen.of(RECOVERS, passed, failed, 0, List.of()));
    }

    private static Replay run(ScriptedWorld world, List<Foreseen> foreseen) {
        return Rehearsals.run(
                world,
                Rehearsals.drill(DRILL),
                plan -> foreseen.isEmpty()
                        ? plan
                        : plan.with(new Prediction("sha256:5f2c0e9a71", 1, 100, 100, foreseen)));
    }
}
