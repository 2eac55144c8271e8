package org.rackdrill.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the state machine of Proxmox VE makes of losses and returns, to the second of its rounds. */
class ProxmoxTimelineTest {

    private static final int ROUND = 10;

    /** Moments of one round, a tenth of a second apart. */
    private static final int MOMENTS = 100;

    private static final long ALL = 0b111;

    private final Timeline three = new ProxmoxTimeline(3);

    /** Returns how long it takes, for each moment of a round. */
    private static List<Double> waits(Timeline timeline, ToDoubleFunction<Double> seconds) {
        return IntStream.range(0, MOMENTS)
                .mapToObj(moment -> 1000.0 + moment * (double) ROUND / MOMENTS)
                .map(clock -> seconds.applyAsDouble(clock) - timeline.into(clock))
                .toList();
    }

    private List<Double> recovers(int member, int master, Loss how) {
        return waits(
                three,
                clock -> three.lost(member, master, ALL, ALL & ~(1L << member), how, clock)
                        .recovers());
    }

    private static double mean(List<Double> waits) {
        return waits.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void guestsOfALostMemberStartWhenItsLockHasLapsedAndTheMasterLooks() {
        List<Double> waits = recovers(1, 0, Loss.DEAD);

        // Renewed up to 10 s before the loss, good for 120 s, found out up to 10 s later.
        assertThat(waits).allSatisfy(seconds -> assertThat(seconds).isBetween(110.0, 131.0));
        assertThat(Collections.max(waits) - Collections.min(waits)).isGreaterThan(8);
        // By the regression logs of Proxmox VE, in rounds of 20 s, the median is 123 s.
        assertThat(mean(waits)).isCloseTo(123, within(5.0));
    }

    @Test
    void theLossOfTheMasterCostsAnotherMinute() {
        List<Double> waits = recovers(0, 0, Loss.DEAD);

        // By the same logs 163 to 183 s.
        assertThat(waits).allSatisfy(seconds -> assertThat(seconds).isBetween(170.0, 191.0));
        assertThat(mean(waits) - mean(recovers(1, 0, Loss.DEAD))).isCloseTo(60, within(10.0));
    }

    @Test
    void whoIsShutDownGivesItsLockBack() {
        // By the same logs 81 to 101 s.
        assertThat(recovers(1, 0, Loss.SHUT_DOWN))
                .allSatisfy(seconds -> assertThat(seconds).isBetween(75.0, 101.0));
    }

    @Test
    void whoIsCutOffResetsItselfAMinuteAfterItFedItsWatchdog() {
        List<Double> waits = waits(
                three, clock -> three.lost(1, 0, ALL, 0b101, Loss.CUT, clock).resets());

        assertThat(waits).allSatisfy(seconds -> assertThat(seconds).isBetween(50.0, 61.0));
        assertThat(Collections.max(waits) - Collections.min(waits)).isGreaterThan(9);
    }

    @Test
    void aDeadMemberResetsNothing() {
        assertThat(three.lost(1, 0, ALL, 0b101, Loss.DEAD, 1000).resets()).isEqualTo(Script.NEVER);
    }

    @Test
    void whereNobodyIsLeftEverybodyResetsItselfAndNothingIsRecovered() {
        for (int member = 0; member < 3; member++) {
            Script script = three.lost(member, 0, ALL, 0, Loss.CUT, 1000);
            assertThat(script.resets()).isBetween(50.0, 70.0);
            assertThat(script.recovers()).isEqualTo(Script.NEVER);
        }
    }

    /** Otherwise a guest would run on two nodes at once; the machine room itself throws in that case, too. */
    @Test
    void whoIsCutOffHasResetItselfLongBeforeItsGuestsStartElsewhere() {
        for (int members = 2; members <= 5; members++) {
            Timeline timeline = new ProxmoxTimeline(members);
            long all = (1L << members) - 1;
            for (int member = 0; member < members; member++) {
                for (int clock = 0; clock < ROUND; clock++) {
                    long others = all & ~(1L << member);
                    Script script = timeline.lost(member, clock % members, all, others, Loss.CUT, clock);
                    assertThat(script.recovers() - script.resets())
                            .as("member %d of %d at %d s", member, members, clock)
                            .isGreaterThan(40);
                }
            }
        }
    }

    @Test
    void whoIsLostLaterIsNotGivenUpEarlier() {
        for (int master = 0; master < 3; master++) {
            double last = 0;
            for (int moment = 0; moment < 3 * MOMENTS; moment++) {
                double clock = 1000 + moment * (double) ROUND / MOMENTS;
                Script script = three.lost(2, master, ALL, 0b011, Loss.DEAD, clock);
                double time = clock + script.recovers() - three.into(clock);
                assertThat(time).isGreaterThan(last - 1e-6);
                last = time;
            }
        }
    }

    @Test
    void aLostMasterHasAnHeirAndAnyOtherOneGoesOn() {
        for (int clock = 0; clock < ROUND; clock++) {
            assertThat(three.lost(0, 0, ALL, 0b110, Loss.DEAD, clock).master()).isIn(1, 2);
            assertThat(three.lost(2, 1, ALL, 0b011, Loss.DEAD, clock).master()).isEqualTo(1);
        }
    }

    @Test
    void whoIsBackWithinAMinuteStartsItsGuestsInItsNextTurn() {
        Script script = three.back(1, 0, 0b101, ALL, Loss.DEAD, 40, 1000);

        assertThat(script.resumes()).isBetween(0.0, 10.0);
        assertThat(script.recovers()).isEqualTo(Script.NEVER);
    }

    @Test
    void whoIsBackAfterAMinuteWasGivenUpAlreadyAndWaitsForItsOwnLock() {
        Script script = three.back(1, 0, 0b101, ALL, Loss.DEAD, 80, 1000);

        // Counted from the loss: proven dead with its lock after two minutes, which lapses after two more.
        assertThat(80 + script.recovers()).isBetween(110.0, 140.0);
        assertThat(80 + script.resumes()).isBetween(230.0, 260.0);
    }

    @Test
    void aMasterThatIsBackBeforeItsLockLapsesGoesOn() {
        Script script = three.back(0, 0, 0b110, ALL, Loss.DEAD, 80, 1000);

        assertThat(script.resumes()).isBetween(0.0, 10.0);
        assertThat(script.recovers()).isEqualTo(Script.NEVER);
        assertThat(script.master()).isZero();
    }

    @Test
    void whoIsBackAfterLongGetsItsGuestsInTheNextRounds() {
        Script script = three.back(1, 0, 0b101, ALL, Loss.DEAD, 5000, 1000);

        assertThat(script.resumes()).isBetween(0.0, 20.0);
        assertThat(script.returns()).isBetween(0.0, 20.0);
    }

    @Test
    void afterAnnouncedWorkNobodyWaitsForLocks() {
        for (int away : new int[] {60, 150, 5000}) {
            Script script = three.back(1, 0, 0b101, ALL, Loss.MAINTAINED, away, 1000);
            assertThat(script.resumes()).isBetween(0.0, 40.0);
            assertThat(script.recovers()).isEqualTo(Script.NEVER);
        }
    }

    @Test
    void aClusterThatStartsAnewGivesWhoIsMissingOneMinute() {
        Script missing = three.back(2, 0, 0, 0b011, Loss.DEAD, 5000, 1000);
        Script back = three.back(0, 0, 0, 0b011, Loss.DEAD, 5000, 1000);

        assertThat(missing.recovers()).isBetween(60.0, 80.0);
        assertThat(back.resumes()).isBetween(0.0, 20.0);
        assertThat(back.returns()).isBetween(0.0, 30.0);
    }

    @Test
    void whatFoundNoRoomStartsWhenSomebodyComesBack() {
        Timeline five = new ProxmoxTimeline(5);
        Script script = five.back(1, 0, 0b11001, 0b11101, Loss.DEAD, 5000, 1000);

        assertThat(script.recovers()).isBetween(0.0, 20.0);
    }

    @Test
    void whoeverIsBackStartsGuestsAtLastWhateverHasHappened() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int members = 1 + random.nextInt(9);
            Timeline timeline = new ProxmoxTimeline(members);
            int member = random.nextInt(members);
            long after = random.nextInt(1 << members) | 1L << member;
            long before = after & random.nextInt(1 << members) & ~(1L << member);
            Loss how = Loss.values()[random.nextInt(Loss.values().length)];
            int away = 1 + random.nextInt(400);
            int clock = random.nextInt(60);
            Script script = timeline.back(member, random.nextInt(members), before, after, how, away, clock);

            assertThat(script.resumes())
                    .as("%d of %d, %d to %d, %s for %d s at %d", member, members, before, after, how, away, clock)
                    .isLessThan(260);
            assertThat(script.returns()).isLessThan(260);
            if (members <= 5) {
                assertThat(after >>> script.master() & 1)
                        .as("the master is there")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aLargeClusterTakesNoLongerThanASmallOne() {
        Timeline large = new ProxmoxTimeline(40);
        Timeline small = new ProxmoxTimeline(5);
        long all = (1L << 40) - 1;
        List<Double> waits = waits(
                large,
                clock -> large.lost(30, 7, all, all & ~(1L << 30), Loss.DEAD, clock)
                        .recovers());

        // Of all members the first three, the master and the lost one play.
        assertThat(waits)
                .isEqualTo(waits(
                        small,
                        clock -> small.lost(4, 3, 0b11111, 0b01111, Loss.DEAD, clock)
                                .recovers()));
        Script waiting = large.back(30, 7, all & ~(3L << 30), all & ~(1L << 30), Loss.DEAD, 5000, 1000);
        assertThat(waiting.recovers()).isBetween(0.0, 20.0);
    }

    @Test
    void theOrderOfTheQuestionsDoesNotMatter() {
        List<Integer> clocks = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        List<Script> forth = clocks.stream()
                .map(clock -> new ProxmoxTimeline(3).lost(1, 0, ALL, 0b101, Loss.DEAD, clock))
                .toList();
        Collections.reverse(clocks);
        Timeline asked = new ProxmoxTimeline(3);
        List<Script> back = new ArrayList<>(clocks.stream()
                .map(clock -> asked.lost(1, 0, ALL, 0b101, Loss.DEAD, clock))
                .toList());
        Collections.reverse(back);

        assertThat(back).isEqualTo(forth);
    }

    @Test
    void aScriptIsWrittenOnce() {
        Script first = three.lost(1, 0, ALL, 0b101, Loss.DEAD, 1001.5);
        for (int other = 0; other < 200; other++) {
            three.back(1, other % 3, 0b101, ALL, Loss.DEAD, other * 2.0, other);
        }

        assertThat(three.lost(1, 0, ALL, 0b101, Loss.DEAD, 1001.5)).isSameAs(first);
        // Moments between the same two turns are one.
        assertThat(three.lost(1, 0, ALL, 0b101, Loss.DEAD, 2001.2)).isSameAs(first);
    }

    /** Asks about every member under every master, or under some, in every second of a round. */
    private interface Asked {
        double seconds(int member, int master, double clock);
    }

    private String range(Asked asked, boolean others, boolean itself) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int master = 0; master < 3; master++) {
            for (int member = 0; member < 3; member++) {
                for (int moment = 0; moment < MOMENTS; moment++) {
                    if (member == master ? itself : others) {
                        double clock = moment * (double) ROUND / MOMENTS;
                        double seconds = asked.seconds(member, master, clock) - three.into(clock);
                        least = Math.min(least, seconds);
                        most = Math.max(most, seconds);
                    }
                }
            }
        }
        return (int) Math.floor(least + 1e-9) + " to " + (int) Math.ceil(most - 1e-9);
    }

    @Test
    void theDocumentationShowsTheseTimes() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("a member is lost: guests start elsewhere", range(lost(Loss.DEAD, Script::recovers), true, false));
        rows.put("the master is lost", range(lost(Loss.DEAD, Script::recovers), false, true));
        rows.put("a member is shut down in order", range(lost(Loss.SHUT_DOWN, Script::recovers), true, true));
        rows.put("a member without majority resets itself", range(lost(Loss.CUT, Script::resets), true, true));
        rows.put(
                "a member is back within a minute: guests start there",
                range(back(Loss.DEAD, 40, Script::resumes), true, true));
        rows.put(
                "a member is back after long: guests begin to move home",
                range(back(Loss.DEAD, 5000, Script::returns), true, true));
        rows.put(
                "a member is back from announced work: guests begin to move home",
                range(back(Loss.MAINTAINED, 600, Script::returns), true, true));
        rows.put("all start anew: guests start", range(anew(ALL, Script::resumes), true, true));

        String document = Files.readString(Path.of("../docs/ha.md"));
        rows.forEach((what, seconds) -> assertThat(document).contains("| " + what + " | " + seconds + " |"));
    }

    private Asked lost(Loss how, ToDoubleFunction<Script> of) {
        return (member, master, clock) ->
                of.applyAsDouble(three.lost(member, master, ALL, ALL & ~(1L << member), how, clock));
    }

    private Asked back(Loss how, double away, ToDoubleFunction<Script> of) {
        return (member, master, clock) ->
                of.applyAsDouble(three.back(member, master, ALL & ~(1L << member), ALL, how, away, clock));
    }

    private Asked anew(long after, ToDoubleFunction<Script> of) {
        return (member, master, clock) ->
                of.applyAsDouble(three.back(member, master, 0, after, Loss.DEAD, 5000, clock));
    }
}
