package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.Behaviour;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;

/** Disks that share their luck, suffer from resilvers, and hide errors. */
class DiskLivesTest {

    private static String node(String name, String pool) {
        return """
                  %s:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    controller-fails: never
                    pools:
                      tank: %s
                """.formatted(name, pool);
    }

    private static String lab(String pools) {
        return "nodes:\n" + pools
                + "services: {app: {on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}}\n";
    }

    private static Story mirrorUnderResilver(String stress) {
        // The new disk is there at 149 h 10 min; 360 GB at 0.5 MB/s take 200 h.
        return Scenario.of(lab(node("box", """
                                {layout: mirror, used: 36%%, disks: [
                                      {model: generic-hdd, fails: 100 h, rebuild: 0.5 MB/s, <steady disk>},
                                      {model: generic-hdd, fails: weibull(shape 6, scale 320 h), rebuild-stress: %s, <steady disk>}]}""".formatted(stress)))).during(500);
    }

    @Test
    void aResilverUsesUpWhatIsLeftOfADiskFaster() {
        double begins = 149 + 10 / 60.0;
        double alone = mirrorUnderResilver("0%").of("app").get(0).from() / 60;
        double strained = mirrorUnderResilver("100%").of("app").get(0).from() / 60;

        // A cumulative hazard of (t / 320 h)^6: half of what was left.
        double half = (Math.pow(begins, 6) + Math.pow(alone, 6)) / 2;
        assertThat(alone).isBetween(begins + 10, begins + 200);
        assertThat(strained).isCloseTo(Math.pow(half, 1 / 6.0), within(0.001));
    }

    private static long bothDie(String purchases) {
        CompiledLab lab =
                Compiler.compile(Scenario.of(lab(node("box", disk(purchases.split(",")[0]))
                                + node("other", disk(purchases.split(",")[1]))))
                        .lab());
        History history = new History(lab, new Story(lab));
        long both = 0;
        for (int i = 0; i < 20_000; i++) {
            history.run(1, i, lab.parameters().bestGuess(), 1000, Stage.NOBODY);
            both += history.poolLosses(0) > 0 && history.poolLosses(1) > 0 ? 1 : 0;
        }
        return both;
    }

    private static String disk(String bought) {
        return "{layout: stripe, bought: %s, disks: {model: generic-hdd, fails: exp(20000 h), batch-spread: 90%%, <steady disk>}}"
                .formatted(bought);
    }

    @Test
    void disksBoughtTogetherDieTogetherMoreOften() {
        // One of 20 dies. Chance alone takes both 48 times of 20,000; the mean square of their common factor is 1.81.
        assertThat(bothDie("2021,2023")).isBetween(26L, 70L);
        assertThat(bothDie("2023,2023")).isBetween(71L, 115L);
    }

    private static double[] firstAndSecondLife(String spread) {
        String pool =
                "{layout: stripe, disks: {model: generic-hdd, fails: exp(60 h), batch-spread: %s, <steady disk>}}";
        Story story = Scenario.of(lab(node("box", pool.formatted(spread)))).during(1000);
        return new double[] {
            story.of("app").get(0).from(),
            story.of("app").get(1).from() - story.of("app").get(0).to()
        };
    }

    @Test
    void aReplacementIsOfNoBatch() {
        double[] together = firstAndSecondLife("90%");
        double[] alone = firstAndSecondLife("0%");

        assertThat(together[0]).isNotCloseTo(alone[0], within(1.0));
        assertThat(together[1]).isCloseTo(alone[1], within(0.01));
    }

    private static int damagedOf200(Set<Behaviour> without) {
        CompiledLab lab = Compiler.compile(Scenario.of(lab(node("box", """
                                {layout: raidz2, used: 36%, scrub: every 10 h, disks: [
                                      {model: generic-hdd, fails: 100 h, rebuild: 1 MB/s, latent-errors: exp(20 h), <steady disk>},
                                      {model: generic-hdd, fails: 245 h, latent-errors: exp(20 h), <steady disk>},
                                      {model: generic-hdd, latent-errors: exp(20 h), <steady disk>},
                                      {model: generic-hdd, latent-errors: exp(20 h), <steady disk>}]}"""))).lab(), without);
        History history = new History(lab, new Story(lab));
        int damaged = 0;
        for (int i = 0; i < 200; i++) {
            history.run(1, i, lab.parameters().bestGuess(), 246, Stage.NOBODY);
            damaged += history.damaged(0);
        }
        return damaged;
    }

    @Test
    void aScrubWaitsForTheEndOfAResilver() {
        // The resilver runs from 149 h 10 min for 100 h; when the second disk dies nothing was scrubbed for 95 h or
        // more.
        assertThat(damagedOf200(Set.of())).isGreaterThan(195);
        assertThat(damagedOf200(Set.of(Behaviour.SCRUB_PAUSES))).isBetween(50, 100);
    }

    private static int damagedAt(int hours) {
        return Scenario.of(lab(node("box", """
                                {layout: raidz1, errors-found-after: 10 h, disks: [
                                      {model: generic-hdd, fails: %d h, <steady disk>},
                                      {model: generic-hdd, latent-errors: fixed(50 h), <steady disk>},
                                      {model: generic-hdd, <steady disk>}]}""".formatted(hours))))
                .during(200)
                .history()
                .damaged(0);
    }

    @Test
    void anErrorStaysUnseenForAsLongAsTheLabSays() {
        // Unreadable from 50 h to 60 h and from 110 h to 120 h.
        assertThat(damagedAt(45)).isZero();
        assertThat(damagedAt(55)).isEqualTo(1);
        assertThat(damagedAt(65)).isZero();
        assertThat(damagedAt(115)).isEqualTo(1);
    }
}
