package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.NetworkAnswer.Job;

/** How long copies take over their lines, against sums done by hand. */
class NetworkStudyTest {

    private static final String AWAY = """
            rackdrill: 1
            name: Away
            sites: {home: {}, friend: {}}
            network:
              r1: {model: generic-router, site: home}
              w1: {model: generic-wan, uplink-of: r1, up: 20 Mbit/s, down: 100 Mbit/s}
              r2: {model: generic-router, site: friend}
              w2: {model: generic-wan, uplink-of: r2, up: %s, down: %s}
            nodes:
              a: {model: generic-nas, site: home, network: r1, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
              b: {model: generic-nas, site: home, network: r1, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
              c: {model: generic-nas, site: friend, network: r2, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
            services:
              photos: {on: a, data: {at: a/x, size: 3.65 TB, growth: 3.65 TB/y (x1 - x1)}}
              mail: {on: a, data: {at: a/x, size: 730 GB}}
            copies:
              photos: [{to: b/x, every: 1 h}, {to: c/x, every: 1 d%s}]
              mail: [{to: c/x, every: 1 d%s}]
            operations: {transfers: {rewritten: fixed(2 y), lan: 100 MB/s}}
            """;

    private static NetworkAnswer answer(String up, String down, String window) {
        return answer(LabText.lab(AWAY.formatted(up, down, window, window)), 0);
    }

    private static NetworkAnswer answer(Lab lab, int draws) {
        return new NetworkStudy(lab, LocalDate.of(2026, 11, 26), new Unknowns(draws, 1)).answer();
    }

    /** A day adds 10 GB of photos and changes a 730th: 5 GB of photos and 1 GB of mail. 20 Mbit/s carry 2.5 MB/s. */
    @Test
    void copiesThatGoTheSameWayAreOneJob() {
        NetworkAnswer answer = answer("50 Mbit/s", "50 Mbit/s", "");
        assertThat(answer.jobs()).hasSize(2);
        Job off = answer.jobs().get(1);
        assertThat(off.name()).isEqualTo("home to friend over the internet");
        assertThat(off.line()).isEqualTo("upload of w1");
        assertThat(off.bytes().best()).isCloseTo(16e9, within(1.0));
        assertThat(off.hours().best()).isCloseTo(16e9 / 2.5e6 / 3600, within(1e-9));
        assertThat(off.windowHours()).isEqualTo(24);
        assertThat(off.share().best()).isCloseTo(16e9 / 2.5e6 / 3600 / 24, within(1e-9));
        assertThat(off.firstBytes()).isCloseTo(4.38e12, within(1.0));
        assertThat(off.firstHours().best()).isCloseTo(4.38e12 / 2.5e6 / 3600, within(1e-6));
        assertThat(off.restoreHours().best()).isCloseTo(4.38e12 / 6.25e6 / 3600, within(1e-6));
        assertThat(off.copies()).extracting(NetworkAnswer.Part::data).containsExactly("photos", "mail");
    }

    @Test
    void theSlowerHalfOfTheInternetLimits() {
        Job off = answer("50 Mbit/s", "10 Mbit/s", "").jobs().get(1);
        assertThat(off.line()).isEqualTo("download of w2");
        assertThat(off.bytesPerSecond().best()).isCloseTo(1.25e6, within(1e-6));
    }

    @Test
    void aCableCarriesWhatStaysAtHome() {
        Job home = answer("50 Mbit/s", "50 Mbit/s", "").jobs().get(0);
        assertThat(home.name()).isEqualTo("a to b");
        assertThat(home.hours().best()).isCloseTo(15e9 / 24 / 100e6 / 3600, within(1e-9));
        assertThat(home.windowHours()).isEqualTo(1);
    }

    @Test
    void aWindowIsAllTheTimeThereIs() {
        Job off =
                answer("50 Mbit/s", "50 Mbit/s", ", window: 23:00-00:30").jobs().get(1);
        assertThat(off.window()).isEqualTo("23:00-00:30");
        assertThat(off.windowHours()).isEqualTo(1.5);
        assertThat(off.share().best())
                .isCloseTo(16e9 / 2.5e6 / 3600 / 1.5, within(1e-9))
                .isGreaterThan(1);
    }

    @Test
    void whatIsWrittenOutsideItsWindowIsCarriedInIt() {
        Lab lab = LabText.lab(AWAY.formatted("50 Mbit/s", "50 Mbit/s", ", window: 01:00-05:00", "")
                .replace("every: 1 d, w", "every: 1 h, w"));
        Job photos = answer(lab, 0).jobs().get(1);
        assertThat(photos.bytes().best()).isCloseTo(15e9, within(1.0));
        assertThat(photos.windowHours()).isEqualTo(4);
    }

    @Test
    void growthMakesEveryRunLonger() {
        Job off = answer("50 Mbit/s", "50 Mbit/s", "").jobs().get(1);
        // After a year the photos are twice as many, so twice as many of them change: 5 GB more.
        assertThat(off.byYear()).hasSize(5);
        assertThat(off.byYear().get(0).best()).isCloseTo(21e9 / 2.5e6 / 3600, within(1e-9));
        // Five gigabytes a year on top of 16, until 216 GB, which take a day, are reached.
        assertThat(off.outgrown().years()).isCloseTo(40, within(1e-6));
        assertThat(off.byYear().get(4).best()).isCloseTo(41e9 / 2.5e6 / 3600, within(1e-9));
    }

    @Test
    void aLineThatCopiesShareIsBusyWithAllOfThem() {
        NetworkAnswer answer = answer("50 Mbit/s", "50 Mbit/s", "");
        NetworkAnswer.Use up = answer.lines().stream()
                .filter(line -> line.name().equals("upload of w1"))
                .findFirst()
                .orElseThrow();
        assertThat(up.busy().best()).isCloseTo(16e9 / 2.5e6 / 86_400, within(1e-9));
    }

    @Test
    void aFasterLineNeverTakesLonger() {
        double before = Double.POSITIVE_INFINITY;
        for (int megabits = 1; megabits <= 64; megabits *= 2) {
            double now = answer("50 Mbit/s", megabits + " Mbit/s", "")
                    .jobs()
                    .get(1)
                    .hours()
                    .best();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void whatIsNotKnownWidensTheInterval() {
        Job job = answer(LabText.shipped("v1"), 400).jobs().stream()
                .filter(it -> it.kind().equals("internet"))
                .findFirst()
                .orElseThrow();
        assertThat(job.hours().low()).isLessThan(job.hours().best());
        assertThat(job.hours().high()).isGreaterThan(job.hours().best());
    }

    @Test
    void withoutCopiesThereIsNothingToCarry() {
        assertThat(answer(LabText.shipped("v0"), 10).jobs()).isEmpty();
    }

    /** Between the sites there is no tunnel, so both accesses carry; a and b are one router apart. */
    @Test
    void copiesStopWithAnyPartOfTheirOnlyWay() {
        NetworkAnswer answer = answer("50 Mbit/s", "50 Mbit/s", "");
        String off = "home to friend over the internet";
        assertThat(answer.lost())
                .containsExactlyInAnyOrder(
                        new NetworkAnswer.Lost("r1", List.of("a to b", off)),
                        new NetworkAnswer.Lost("w1", List.of(off)),
                        new NetworkAnswer.Lost("r2", List.of(off)),
                        new NetworkAnswer.Lost("w2", List.of(off)));
    }

    @Test
    void aSecondAccessKeepsCopiesGoing() {
        String two = AWAY.replace("  r2:", "  w3: {model: generic-wan, uplink-of: r1}\n  r2:");
        assertThat(lost(two)).containsExactly("r1", "r2", "w2");
    }

    @Test
    void aTunnelIsTheOnlyWayWhereThereIsOne() {
        String tunnel = AWAY.replace("  r2:", "  v: {model: wireguard, between: [r1, r2]}\n  r2:");
        assertThat(lost(tunnel)).containsExactlyInAnyOrder("r1", "w1", "v", "r2", "w2");
    }

    @Test
    void aSecondPlugKeepsCopiesGoingWhenASwitchIsLost() {
        String switches = AWAY.replace(
                        "  r2:",
                        "  s1: {model: generic-switch-1g, uplink: r1}\n  s2: {model: generic-switch-1g, uplink: [r1, s1]}\n  r2:")
                .replace("a: {model: generic-nas, site: home, network: r1", "a: {model: generic-nas, network: [s1, s2]")
                .replace("b: {model: generic-nas, site: home, network: r1", "b: {model: generic-nas, network: s2");
        NetworkAnswer answer = answer(LabText.lab(switches.formatted("50 Mbit/s", "50 Mbit/s", "", "")), 0);
        assertThat(answer.lost())
                .filteredOn(lost -> lost.jobs().contains("a to b"))
                .extracting(NetworkAnswer.Lost::name)
                .containsExactly("s2");
        assertThat(answer.lost()).extracting(NetworkAnswer.Lost::name).doesNotContain("s1");
    }

    private static List<String> lost(String text) {
        return answer(LabText.lab(text.formatted("50 Mbit/s", "50 Mbit/s", "", "")), 0).lost().stream()
                .map(NetworkAnswer.Lost::name)
                .toList();
    }

    /** 16 GB of a day at 2.5 MB/s are 6,400 s of 86,400: a day of them is carried in 24 h x 0.074 / (1 - 0.074). */
    @Test
    void aLostDayIsCaughtUpWhileMoreIsWritten() {
        double share = 6400 / 86400.0;
        assertThat(catchUp("")).isCloseTo(24 * share / (1 - share), within(1e-9));
        double window = 4 / 24.0;
        assertThat(catchUp(", window: 01:00-05:00")).isCloseTo(24 * share / (window - share), within(1e-9));
        assertThat(catchUp(", window: 23:00-00:30")).isEqualTo(NetworkAnswer.NEVER_HOURS);
    }

    /** The same by playing hours: a backlog that grows by what is written and shrinks by what the line carries. */
    @Test
    void catchingUpIsWhatPlayingItHourByHourShows() {
        double perSecond = 16e9 / 86400;
        double backlog = 16e9;
        int minutes = 0;
        while (backlog > 0) {
            backlog += (perSecond - 2.5e6) * 60;
            minutes++;
        }
        assertThat(catchUp("")).isCloseTo(minutes / 60.0, within(1 / 60.0));
    }

    private static double catchUp(String window) {
        return answer("50 Mbit/s", "50 Mbit/s", window)
                .jobs()
                .get(1)
                .catchUpHours()
                .best();
    }
}
