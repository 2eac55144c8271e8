package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Contention.State;
import org.rackdrill.simulator.process.Scenario;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/** From requests to availability: what the load on a pool does to resilvers, starts and services. */
class ContentionStudyTest {

    private static final double HOURS_PER_YEAR = 8760;

    /** A mirror; each disk dies every three years or so, and two days and an hour and ten minutes later a new one is in. */
    private static Lab lab(String load, String when) {
        return Scenario.of("""
                nodes:
                  box:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    controller-fails: never
                    memory: 4 GiB
                    pools:
                      tank:
                        layout: mirror
                        used: 36%%
                        scrub: never
                        disks:
                          - {model: generic-hdd, fails: about every 3 y, wears-out: never, iops: 75/s, sequential: 180 MB/s, <steady disk>}
                          - {model: generic-hdd, fails: about every 3 y, wears-out: never, iops: 75/s, sequential: 180 MB/s, <steady disk>}
                services:
                  photos:
                    on: box
                    audience: [wired]
                    data: {at: box/tank, size: 1 TB}
                    load: {reads: %s, working-set: 1 TB, hottest-tenth: 10%%, size: 4 KiB, in-sequence: 0%%, when: %s}
                    latency: p95 below 150 ms
                    crashes: never
                    hangs: 0%%
                    boot: 30 s
                    boot-iops: 1/s
                """.formatted(load, when)).lab();
    }

    private static Contention.OfPool of(Lab lab) {
        return new ContentionStudy(1, 2).of(lab).of("box/tank");
    }

    @Test
    void aPoolThatIsHardlyAskedForAnythingLosesNothing() {
        Contention.OfPool pool = of(lab("0.1/s", "evenly"));

        assertThat(pool.resilverSpeed()).isCloseTo(1, within(0.02));
        assertThat(pool.startSpeed()).isCloseTo(1, within(0.02));
        assertThat(pool.slow()).isEmpty();
    }

    @Test
    void theMoreIsAskedTheLongerAResilverTakes() {
        double light = of(lab("20/s", "evenly")).resilverSpeed();
        double ordinary = of(lab("60/s", "evenly")).resilverSpeed();
        double heavy = of(lab("120/s", "evenly")).resilverSpeed();

        assertThat(light).isBetween(0.6, 0.97);
        assertThat(ordinary).isLessThan(light - 0.1);
        assertThat(heavy).isLessThan(ordinary - 0.1);
        double idle = Compiler.compile(lab("60/s", "evenly")).pools()[0].resilverHours();
        double beside = Compiler.compile(
                        lab("60/s", "evenly"), Set.of(), new ContentionStudy(1, 2).of(lab("60/s", "evenly")))
                .pools()[0]
                .resilverHours();
        assertThat(idle).isCloseTo(1, within(1e-9));
        assertThat(beside).isCloseTo(1 / ordinary, within(1e-9));
    }

    @Test
    void twoDisksKeepWhatOneOfThemCannot() {
        Contention.OfPool pool = of(lab("160/s", "evenly"));

        assertThat(pool.aims()).singleElement().satisfies(aim -> {
            assertThat(aim.in(State.WHOLE)).isEmpty();
            assertThat(aim.in(State.DISK_LOST)).hasSize(168);
            assertThat(aim.in(State.RESILVERING)).hasSize(168);
            assertThat(aim.millis()).isBetween(20.0, 150.0);
        });
    }

    @Test
    void onlyTheEveningsAreTooSlowWhenPeopleComeInTheEvening() {
        // 50 a second in the mean are 157 from five to eleven, 110 on afternoons of weekends and 8 at other times.
        Contention.OfPool pool = of(lab("50/s", "evening"));

        assertThat(pool.aims()).singleElement().satisfies(aim -> {
            assertThat(aim.in(State.WHOLE)).isEmpty();
            assertThat(aim.in(State.DISK_LOST))
                    .isNotEmpty()
                    .allSatisfy(hour -> assertThat(hour % 24).isBetween(17, 22));
            assertThat(aim.in(State.DISK_LOST)).contains(4 * 24 + 20).doesNotContain(4 * 24 + 10);
        });
    }

    @Test
    void aLabThatSaysNothingOfItsLoadIsNotLookedAt() {
        Lab lab = LabText.lab("""
                rackdrill: 1
                nodes:
                  box: {pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
                services:
                  photos: {on: box, data: {size: 1 TB}}
                """);

        assertThat(new ContentionStudy(1, 1).of(lab)).isEqualTo(Contention.NONE);
        assertThat(simulated(lab, true)).isEqualTo(simulated(lab, false));
    }

    @Test
    void theSameSeedGivesTheSameAnswerOnOneThreadOrTwo() {
        Lab lab = lab("100/s", "waking");

        assertThat(new ContentionStudy(3, 2).of(lab)).isEqualTo(new ContentionStudy(3, 1).of(lab));
    }

    /**
     * The pool lacks a disk, or fills a new one, for a known share of the time, and is too slow all that while. A disk is
     * away for 49 h 10 min and the resilver, and dies as often as once in three years and that: for two disks of which
     * hardly ever both are away, the share is twice that of one.
     */
    @Test
    @Tag("simulates")
    void whatItCostsIsTheChanceThatADiskIsMissing() {
        Lab lab = lab("160/s", "evenly");
        double resilver = 1 / of(lab).resilverSpeed();
        double away = 49 + 1.0 / 6 + resilver;
        double share = 2 * away / (3 * HOURS_PER_YEAR + away);

        Results with = simulated(lab, true);
        Results without = simulated(lab, false);

        double more = hours(with) - hours(without);
        assertThat(more).isCloseTo(share * HOURS_PER_YEAR, withinPercentage(6));
        assertThat(with.services().get(0).causes().stream()
                        .filter(cause -> cause.kind().equals("too slow"))
                        .mapToDouble(Results.Cause::hoursPerYear)
                        .sum())
                .isCloseTo(share * HOURS_PER_YEAR, withinPercentage(6));
        assertThat(with.warnings())
                .anyMatch(warning -> warning.startsWith("photos is slower than its `latency`")
                        && warning.contains("168 with a disk lost"));
    }

    private static double hours(Results results) {
        return results.services().get(0).downtimeHoursPerYear().mean();
    }

    private static Results simulated(Lab lab, boolean contending) {
        Question question = new Question(
                        lab, "lab", "", 0.03, 1, Optional.of(Duration.ofDays(1825)), 1, 2, "test", Set.of())
                .fromAtLeast(2000);
        return Simulation.run(contending ? question.contending(new ContentionStudy(1, 2)) : question, Progress.SILENT);
    }
}
