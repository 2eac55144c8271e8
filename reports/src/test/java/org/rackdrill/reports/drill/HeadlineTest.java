package org.rackdrill.reports.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;

/** The verdict in one sentence: of the samples, one for each way in which a run can end. */
class HeadlineTest {
    private static final Map<String, Replay> RUNS = Runs.all();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drill-passed | PASSED | It worked: all six promises were kept.",
                "drill-sim | PASSED | In the simulator, it worked: all six promises were kept.",
                "drill-reconciled | PASSED | What earlier drills had left broken is put right.",
                "drill-timer-left | TIMER_LEFT | Everything is put right, but a timer stayed behind at node1.",
                "drill-failed | DEVIATED | Home-assistant came back, but only after 7 min 20 s instead of 5 min.",
                "drill-many | DEVIATED | Service-3 was down for 3 min instead of at most 2 min.",
                "drill-guardrail | GUARDRAIL | Home-assistant was down for more than 15 min, so the drill stopped itself.",
                "drill-interrupted | INTERRUPTED | Somebody ended the drill early, so nothing is proven.",
                "drill-not-seen | NOT_SEEN | Nobody can say whether it works: nobody could see all of "
                        + "“pve has its majority all the time”.",
                "drill-not-steady | NOT_STEADY | Nothing was tried, for before it began pve had lost its majority.",
                "drill-not-seen-before | NOT_SEEN_STEADY | Nothing was tried, since nobody could tell whether pve has its "
                        + "majority.",
                "drill-not-recovered | NOT_RECOVERED | Not everything came back: afterwards ups1 was charged less than 90 %.",
                "drill-step-failed | STEP_FAILED | The drill could not be done to its end: step power-loss failed.",
                "drill-refused | REFUSED | Nothing was touched: the drill was refused.",
                "drill-journal-failed | JOURNAL_FAILED | The drill ended early, since its record could not be written.",
                "drill-killed | KILLED | The drill was cut off in the middle, so nothing is proven.",
                "drill-unverified | UNDO_UNVERIFIED | Node1 may still be broken, and somebody has to look.",
                "drill-undo-failed | UNDO_FAILED | In the simulator, node1 may still be broken, and somebody has to look.",
                "drill-left-open | LEFT_OPEN | Node1 may still be broken, and somebody has to look.",
                "drill-damaged | JOURNAL_DAMAGED | The record of the drill is damaged, so something may still be broken.",
            })
    void itSaysWhatWasSeenAndNoMore(String run, Status status, String says) {
        Replay replay = Optional.ofNullable(RUNS.get(run)).orElseThrow();

        assertThat(replay.outcome().status()).isEqualTo(status);
        assertThat(Headline.of(Account.of(replay)).replace('\u00a0', ' ')).isEqualTo(says);
    }

    @Test
    void noWayToEndIsLeftOut() {
        assertThat(RUNS.values().stream().map(run -> run.outcome().status()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void onlyARunThatPassedSaysThatItWorked() {
        RUNS.forEach((name, run) -> {
            if (run.outcome().status() != Status.PASSED) {
                assertThat(Headline.of(Account.of(run))).as(name).doesNotContain("it worked", "It worked");
            }
        });
    }
}
