package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.study.Progress;

/** Whole answers about small labs. */
class StorageStudyTest {

    private static Lab lab(String pool, String services) {
        String yaml = "rackdrill: 1\nname: Box\nnodes:\n  box: {memory: 16 GiB, pools: {tank: " + pool
                + "}}\nservices:\n" + services;
        var reading = new LabReader(Catalogue.load()).read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.lab()).as(reading.problems().toString()).isPresent();
        return reading.lab().orElseThrow();
    }

    private static StorageAnswer answer(Lab lab, int threads) {
        return StorageStudy.run(lab, 7, threads, Progress.SILENT);
    }

    private static final String PAIR = "{layout: mirror, disks: 2 x 8 TB hdd}";
    private static final String PHOTOS =
            "  photos: {on: box, data: {size: 1 TB}, load: 2 x photo-library, latency: p95 below 100 ms,\n"
                    + "           feels: {the album: 200 dependent reads}}\n";

    @Test
    void theSameSeedGivesTheSameAnswerOnOneThreadOrTwo() {
        Lab lab = lab(PAIR, PHOTOS);

        assertThat(answer(lab, 2)).isEqualTo(answer(lab, 1));
    }

    @Test
    void everythingIsAnsweredWithItsInterval() {
        StorageAnswer answer = answer(lab(PAIR, PHOTOS), 2);

        StorageAnswer.OfPool pool = answer.pools().get(0);
        assertThat(pool.name()).isEqualTo("box/tank");
        assertThat(pool.week()).hasSize(168).allSatisfy(hour -> assertThat(hour).isBetween(0.0, 1.0));
        assertThat(pool.degraded()).isPresent();
        assertThat(pool.resilvering()).isPresent();
        assertThat(pool.scrubbing()).isPresent();
        assertThat(pool.saturatesAt().best()).isGreaterThan(1);
        assertThat(pool.curve()).extracting(StorageAnswer.CurvePoint::factor).contains(1.0);
        for (Likely likely : new Likely[] {
            pool.today().utilisation().p75(),
            pool.today().hitRatio(),
            pool.today().latencyMillis().p99(),
            pool.saturatesAt(),
            answer.services().get(0).latencyMillis().p95(),
            answer.feels().get(0).seconds()
        }) {
            assertThat(likely.low()).isLessThanOrEqualTo(likely.best());
            assertThat(likely.high()).isGreaterThanOrEqualTo(likely.best());
            assertThat(likely.low()).isLessThan(likely.high());
        }
        assertThat(answer.services().get(0).goal().orElseThrow().met().best()).isEqualTo(1);
        assertThat(answer.overloads()).isEmpty();
        assertThat(answer.remedies()).isEmpty();
    }

    @Test
    void whatNeverKeepsUpIsSaidAtOnceAndByHowMuch() {
        String hopeless =
                "  db: {on: box, data: {size: 8 TB}, load: {reads: 400/s, working-set: 8 TB, hottest-tenth: 10%, size: 16 KiB}}\n";

        StorageAnswer answer = answer(lab("{layout: stripe, disks: 1 x 8 TB hdd}", hopeless), 2);

        assertThat(answer.pools()).isEmpty();
        assertThat(answer.overloads()).singleElement().satisfies(overload -> {
            assertThat(overload.times().best()).isBetween(2.0, 6.0);
            assertThat(overload.sentence()).matches("never keeps up: \\d\\.\\d times what the disks can do");
        });
    }

    /** The law of utilisation: a single disk of 76 a second, first come first served at light loads. */
    @Test
    void aLightLoadSaysWhereAPoolWouldSaturateWithoutAQueue() {
        String some =
                "  db: {on: box, data: {size: 8 TB}, load: {reads: 19/s, working-set: 8 TB, hottest-tenth: 10%, size: 4 KiB, in-sequence: 0%}}\n";
        Lab lab = lab("{layout: stripe, disks: 1 x 8 TB hdd, recordsize: 4 KiB}", some);
        PoolModel pool = new PoolModels(lab, new Draw(1, 0))
                .of(PoolModels.refs(lab).get(0), Change.NOTHING)
                .orElseThrow();
        Run run = new Run(lab, 1);

        Saturation saturation = Saturation.of(run, pool);

        assertThat(saturation.atLight() * Week.factors(org.rackdrill.model.lab.Daily.WAKING)[saturation.hour()])
                .isCloseTo(76.0 / 19, withinPercentage(6));
        // Among 32 that wait, the nearest one takes about half the time.
        assertThat(saturation.times() / saturation.atLight()).isBetween(1.3, 2.8);
    }

    @Test
    @Tag("validation")
    void aMinuteOfEachHourSaysWhatEverySecondDoes() {
        Lab lab = lab(PAIR, PHOTOS);

        StorageStudy.WeekAlone minutes = StorageStudy.week(lab, 1, 2, 60_000);
        StorageStudy.WeekAlone seconds = StorageStudy.week(lab, 1, 2, 3_600_000);

        assertThat(minutes.utilisationP75().get(0))
                .isCloseTo(seconds.utilisationP75().get(0), withinPercentage(8));
        assertThat(seconds.requests()).isGreaterThan(50 * minutes.requests());
    }

    @Test
    void whatLiesBesideCephOnItsDisksIsNamed() {
        String yaml = """
                rackdrill: 1
                name: Three
                nodes:
                  a: {pools: {osd: {layout: stripe, disks: 2 x 4 TB hdd}}}
                  b: {pools: {osd: {layout: stripe, disks: 2 x 4 TB hdd}}}
                  c: {pools: {osd: {layout: stripe, disks: 2 x 4 TB hdd}}}
                clusters:
                  pve: {manager: proxmox-ha, members: [a, b, c], ceph: {size: 3, min-size: 2, pool: osd, network: 10 Gbit/s}}
                services:
                  db: {kind: vm, cluster: pve, on: a, storage: ceph, load: 2 x database}
                  dns: {kind: container, cluster: pve, on: a}
                """;
        var reading = new LabReader(Catalogue.load()).read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8));

        StorageAnswer answer = answer(reading.lab().orElseThrow(), 2);

        assertThat(answer.pools()).extracting(StorageAnswer.OfPool::name).containsExactly("pve/ceph");
        assertThat(answer.services()).extracting(StorageAnswer.OfService::name).containsExactly("db");
        assertThat(answer.notSimulated())
                .contains("What `dns` asks beside Ceph of the disks that Ceph has is not simulated.");
        assertThat(answer.assumed()).isEmpty();
    }

    @Test
    void aStripeHasNothingToSayAboutALostDisk() {
        StorageAnswer answer = answer(lab("{layout: stripe, disks: 2 x 8 TB hdd}", PHOTOS), 2);

        assertThat(answer.pools().get(0).degraded()).isEmpty();
        assertThat(answer.pools().get(0).resilvering()).isEmpty();
        assertThat(answer.feels().get(0).degradedSeconds()).isEmpty();
    }

    @Test
    void whatWasAssumedIsSaid() {
        StorageAnswer answer = answer(lab(PAIR, "  files: {on: box, data: {size: 1 TB}}\n"), 2);

        assertThat(answer.assumed())
                .containsExactly(
                        "`files` says no `load`; assumed is `app-system` on box/tank.",
                        "`files` says no `load`; assumed is `generic-workload` on box/tank.");
    }
}
