package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Snapshots;

/** What lies on pools and when they are full, against sums done by hand. */
class SpaceStudyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final double TB = 1e12;

    private static final String LAB = """
            rackdrill: 1
            name: Space
            nodes:
              nas: {model: generic-nas, pools: {vol: {layout: shr-1, disks: 2 x 10 TB hdd%s}}}
              far: {model: generic-nas, pools: {box: {layout: shr-1, disks: 2 x 10 TB hdd}}}
            services:
              photos: {on: nas, data: {at: nas/vol, size: 4 TB%s}}
            copies: {photos: [{to: far/box, by: %s, every: 1 d%s}]}
            %s
            operations: {transfers: {rewritten: fixed(2 y)}}
            """;

    private static SpaceAnswer answer(String used, String growth, String tool, String keep, String snapshots) {
        return answer(LabText.lab(LAB.formatted(used, growth, tool, keep, snapshots)), 0);
    }

    private static SpaceAnswer answer(Lab lab, int draws) {
        return new SpaceStudy(lab, TODAY, new Unknowns(draws, 1)).answer();
    }

    @Test
    void dataThatGrowFillTheRuleAndThenThePool() {
        SpaceAnswer.OfPool pool =
                answer("", ", growth: 1 TB/y", "rsync", "", "").pools().get(0);
        assertThat(pool.usableBytes()).isCloseTo(10 * TB, within(1.0));
        assertThat(pool.usedShare().best()).isCloseTo(0.4, within(1e-9));
        assertThat(pool.rule().years()).isCloseTo(4, within(1e-9));
        assertThat(pool.rule().date()).isEqualTo("2030-11-25");
        assertThat(pool.full().years()).isCloseTo(6, within(1e-9));
        assertThat(pool.byYear().stream().mapToDouble(Likely::best).toArray())
                .containsExactly(new double[] {0.5, 0.6, 0.7, 0.8, 0.9}, within(1e-9));
    }

    @Test
    void aCopyTakesRoomWhereItLies() {
        SpaceAnswer answer = answer("", ", growth: 1 TB/y", "rsync", "", "");
        SpaceAnswer.OfPool far = answer.pools().get(1);
        assertThat(far.usedBytes().best()).isCloseTo(4 * TB, within(1.0));
        assertThat(far.items().get(0).kind()).isEqualTo("copy");
        assertThat(far.full()).isEqualTo(answer.pools().get(0).full());
    }

    @Test
    void whatDoesNotGrowIsNeverFull() {
        SpaceAnswer.OfPool pool = answer("", "", "rsync", "", "").pools().get(0);
        assertThat(pool.rule().years()).isNull();
        assertThat(pool.rule().date()).isNull();
    }

    @Test
    void whatIsTooFullAlreadyIsSoToday() {
        SpaceAnswer.OfPool pool =
                answer(", used: 85%", "", "rsync", "", "").pools().get(0);
        assertThat(pool.rule().years()).isZero();
        assertThat(pool.rule().date()).isEqualTo("2026-11-26");
        assertThat(pool.full().years()).isNull();
        assertThat(pool.items())
                .filteredOn(item -> item.kind().equals("other"))
                .singleElement()
                .satisfies(item -> assertThat(item.bytes().best()).isCloseTo(4.5 * TB, within(1.0)));
    }

    /** Thirty days of daily snapshots of data that are rewritten in two years: 30 times 1 - exp(-1/730) of them. */
    @Test
    void snapshotsHoldWhatWasOverwritten() {
        SpaceAnswer answer = answer("", "", "rsync", "", "snapshots: {default: {daily: 30}}");
        double share = 30 * -Math.expm1(-1.0 / 730);
        assertThat(answer.pools().get(0).usedBytes().best()).isCloseTo(4 * TB * (1 + share), within(1.0));
        assertThat(answer.pools().get(1).usedBytes().best()).isCloseTo(4 * TB, within(1.0));
    }

    @Test
    void whoSaysHowFullAPoolIsNeedsNoGuessAboutSnapshots() {
        SpaceAnswer.OfPool pool = answer(
                        ", used: 60%", ", growth: 1 TB/y", "rsync", "", "snapshots: {default: {daily: 30}}")
                .pools()
                .get(0);
        double share = 30 * -Math.expm1(-1.0 / 730);
        assertThat(pool.usedShare().best()).isCloseTo(0.6, within(1e-9));
        assertThat(pool.growthBytesPerYear().best()).isCloseTo(TB * (1 + share), within(1.0));
    }

    @Test
    void syncoidCarriesSnapshotsAndKeepsMoreWhereItIsTold() {
        SpaceAnswer answer = answer("", "", "syncoid", ", keep: 60 d", "snapshots: {default: {daily: 30}}");
        double share = 60 * -Math.expm1(-1.0 / 730);
        assertThat(answer.pools().get(1).usedBytes().best()).isCloseTo(4 * TB * (1 + share), within(1.0));
    }

    @Test
    void sparserSnapshotsHoldLess() {
        double month = 8760 / 12.0;
        double rewritten = 2 * 8760;
        assertThat(Kept.of(new Snapshots(0, 0, 0, 6, 0)).share(rewritten))
                .isCloseTo(6 * -Math.expm1(-month / rewritten), within(1e-12));
        double both = Kept.of(new Snapshots(48, 90, 0, 6, 0)).share(rewritten);
        double daily = 88 * -Math.expm1(-24 / rewritten) + 48 * -Math.expm1(-1 / rewritten);
        double months = (6 * month - 90 * 24) / month * -Math.expm1(-month / rewritten);
        assertThat(both).isCloseTo(daily + months, within(1e-12));
    }

    @Test
    void theIntervalOfTheDateComesFromTheGrowth() {
        Lab lab = LabText.lab(LAB.formatted("", ", growth: 1 TB/y (0.5 TB/y - 2 TB/y)", "rsync", "", ""));
        Reached rule = answer(lab, 1000).pools().get(0).rule();
        // Nine in ten times the growth lies in its range, so 4 TB of room last 2 to 8 years.
        assertThat(rule.years()).isCloseTo(4, within(1e-9));
        assertThat(rule.earliestYears()).isCloseTo(2, within(0.05));
        assertThat(rule.latestYears()).isCloseTo(8, within(0.2));
        assertThat(rule.earliest()).startsWith("2028");
        assertThat(rule.latest()).startsWith("2034");
    }

    @Test
    void growthWithoutARangeIsHalfToTwiceAsMuch() {
        Lab lab = LabText.lab(LAB.formatted("", ", growth: 1 TB/y", "rsync", "", ""));
        Reached rule = answer(lab, 1000).pools().get(0).rule();
        assertThat(rule.earliestYears()).isCloseTo(2, within(0.05));
        assertThat(rule.latestYears()).isCloseTo(8, within(0.2));
    }

    @Test
    void systemDisksLieInTheFirstPoolAndWhereTheyAreReplicated() {
        SpaceAnswer answer = answer(LabText.shipped("v1"), 0);
        assertThat(answer.pools())
                .extracting(SpaceAnswer.OfPool::name)
                .isEqualTo(List.of("node1/tank", "node2/tank", "node3/tank"));
        double gib = 1L << 30;
        // On node1: dns, proxy, pocket-id, vaultwarden, immich, immich-db, paperless, nas and win11; synced to it:
        // jellyfin, uptime-kuma, xyops and home-assistant.
        assertThat(answer.pools().get(0).items())
                .filteredOn(item -> item.kind().equals("systems"))
                .singleElement()
                .satisfies(item -> assertThat(item.bytes().best()).isEqualTo((8 * 8 + 32 + 3 * 8 + 32) * gib));
        assertThat(answer.pools().get(2).items()).noneMatch(item -> item.kind().equals("systems"));
    }

    @Test
    void aCephIsOnePool() {
        assertThat(answer(LabText.shipped("v1-ceph"), 0).pools())
                .extracting(SpaceAnswer.OfPool::name)
                .contains("pve/ceph")
                .doesNotContain("node1/osd");
    }

    @Test
    void aLabWithoutPoolsHasNone() {
        assertThat(answer(LabText.shipped("o8-one-of-two"), 10).pools()).isEmpty();
    }
}
