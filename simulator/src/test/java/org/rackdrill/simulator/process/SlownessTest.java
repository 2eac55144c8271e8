package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rackdrill.simulator.process.Story.at;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Contention.State;
import org.rackdrill.simulator.process.Story.Outage;

/** Services that are slower than they aim at: in which hours, by whose fault, and until when. */
class SlownessTest {

    private static final List<Integer> ALWAYS = IntStream.range(0, 168).boxed().toList();

    /** Eight in the evening of every day of the week. */
    private static final List<Integer> AT_EIGHT =
            IntStream.range(0, 7).map(day -> 24 * day + 20).boxed().toList();

    /**
     * A disk dies after 100 h, is noticed after 10 min, and replaced 49 h later; filling the new one, 360 GB at 100 MB/s,
     * takes an hour.
     */
    private static Scenario lab(String scrub) {
        return lab(scrub, "100 h");
    }

    private static Scenario lab(String scrub, String fails) {
        return Scenario.of("""
                nodes:
                  box:
                    <steady node>
                    pools:
                      tank:
                        layout: mirror
                        used: 36%%
                        scrub: %s
                        disks:
                          - {model: generic-hdd, fails: %s, <steady disk>}
                          - {model: generic-hdd, <steady disk>}
                services:
                  photos: {on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}
                  frames: {on: box, audience: [wired], needs: [photos], <steady guest>}
                """.formatted(scrub, fails).replace("<steady node>", NODE));
    }

    private static final String NODE =
            "fails: never\n    crashes: never\n    psu-fails: never\n    boot-disk-fails: never\n    controller-fails: never";

    private static Contention slow(double resilverSpeed, Map<State, List<Integer>> hours) {
        return new Contention(Map.of(
                "box/tank",
                new Contention.OfPool(resilverSpeed, 1, List.of(new Contention.Aim("photos", 0.95, 200, 80, hours)))));
    }

    private static Story story(double resilverSpeed, Map<State, List<Integer>> hours) {
        return lab("never").during(160, slow(resilverSpeed, hours));
    }

    @Test
    void aServiceThatAnswersInTimeInEveryStateIsNeverTooSlow() {
        assertThat(story(1, Map.of()).of("photos")).isEmpty();
    }

    @Test
    void aPoolThatIsTooSlowWithADiskLostTakesItsServiceDownUntilTheNewDiskIsIn() {
        assertThat(story(1, Map.of(State.DISK_LOST, ALWAYS)).of("photos"))
                .containsExactly(new Outage(at(100, 0), at(149, 10), "box/tank too slow with a disk lost"));
    }

    @Test
    void whoIsTooSlowWhileTheNewDiskIsFilledIsBlamedOnThatFromThenOn() {
        assertThat(story(1, Map.of(State.DISK_LOST, ALWAYS, State.RESILVERING, ALWAYS))
                        .of("photos"))
                .containsExactly(new Outage(
                        at(100, 0),
                        at(150, 10),
                        "box/tank too slow with a disk lost, then box/tank too slow while a new disk is filled"));
    }

    @Test
    void aResilverBesideALoadTakesAsMuchLongerAsTheLoadLeavesLess() {
        assertThat(story(0.25, Map.of(State.RESILVERING, ALWAYS)).of("photos"))
                .containsExactly(new Outage(at(149, 10), at(153, 10), "box/tank too slow while a new disk is filled"));
    }

    @Test
    void onlyTheHoursCountInWhichItIsTooSlow() {
        // Day 4 is a Friday: the disk is missing on Friday, Saturday and, until 5:10, on Sunday.
        assertThat(story(1, Map.of(State.DISK_LOST, AT_EIGHT)).of("photos"))
                .containsExactly(
                        new Outage(at(116, 0), at(117, 0), "box/tank too slow with a disk lost"),
                        new Outage(at(140, 0), at(141, 0), "box/tank too slow with a disk lost"));
    }

    @Test
    void whoIsTooSlowEveryEveningIsDownEveryEveningOfEveryWeek() {
        Story story = lab("never", "never").during(3 * 168, slow(1, Map.of(State.WHOLE, AT_EIGHT)));

        assertThat(story.of("photos")).hasSize(21).allSatisfy(outage -> {
            assertThat(outage.minutes()).isEqualTo(60);
            assertThat(outage.cause()).isEqualTo("box/tank too slow as it is every week");
        });
    }

    @Test
    void aScrubThatIsTooSlowComesAsOftenAsItIsDoneAndTakesAsLongAsAResilver() {
        Story story = lab("every 10 d", "never").during(2400, slow(0.5, Map.of(State.SCRUBBING, ALWAYS)));

        List<Outage> scrubs = story.of("photos");
        assertThat(scrubs)
                .hasSize(10)
                .allSatisfy(outage -> assertThat(outage.minutes()).isEqualTo(120));
        for (int i = 1; i < scrubs.size(); i++) {
            assertThat(scrubs.get(i).from() - scrubs.get(i - 1).from()).isCloseTo(at(240, 0), within(0.01));
        }
    }

    @Test
    void whoNeedsASlowServiceGoesOn() {
        assertThat(story(1, Map.of(State.DISK_LOST, ALWAYS)).of("frames")).isEmpty();
    }

    @Test
    void withoutTheCauseNobodyIsTooSlow() {
        Lab lab = lab("never").lab();
        CompiledLab compiled = Compiler.compile(lab, Set.of(), slow(1, Map.of(State.DISK_LOST, ALWAYS)));
        int cause = IntStream.range(0, compiled.causes().count())
                .filter(it -> compiled.causes().get(it).label().equals("box/tank too slow with a disk lost"))
                .findFirst()
                .orElseThrow();
        Story story = new Story(compiled);
        story.history().run(1, 0, compiled.parameters().bestGuess(), 160, cause);

        assertThat(story.of("photos")).isEmpty();
        assertThat(story.history().struck(cause)).isTrue();
    }

    @Test
    void whoStartedElsewhereFromACopyLeavesTheSlowPoolAlone() {
        Scenario two = Scenario.of("""
                network:
                  router: {model: generic-router, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                nodes:
                  box:
                    fails: 50 h
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    controller-fails: never
                    repair: 9 d
                    pools: {tank: {layout: mirror, scrub: never, disks: [{model: generic-hdd, <steady disk>}, {model: generic-hdd, <steady disk>}]}}
                  spare:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    controller-fails: never
                    pools: {tank: {layout: mirror, scrub: never, disks: [{model: generic-hdd, <steady disk>}, {model: generic-hdd, <steady disk>}]}}
                clusters:
                  pve: {manager: none, members: [box, spare]}
                services:
                  photos: {kind: container, cluster: pve, failover: manual, on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}
                copies:
                  photos: [{to: spare/tank, every: 1 h}]
                """);

        Story story = two.during(120, slow(1, Map.of(State.WHOLE, AT_EIGHT)));

        // Two evenings at home, then the board dies; from the copy next door every evening is fast.
        assertThat(story.of("photos").stream().filter(outage -> outage.cause().contains("too slow")))
                .extracting(Outage::from)
                .containsExactly(at(20, 0), at(44, 0));
        assertThat(story.of("photos").get(2).to()).isLessThan(at(68, 0));
    }
}
