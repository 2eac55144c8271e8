package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rackdrill.reports.Samples;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;

/** What stands between a lab and its goals, in words. */
class GapTest {

    @Test
    void whoMissesIsToldByHowMuchAndWhatWouldCloseIt() {
        assertThat(sentence("internet"))
                .isEqualTo("down 25 h a year, 17 h more than its goal allows. It takes about three cures together: "
                        + "NBN access (13 h), the one switch (3.4 h) and mains outages (2.3 h).");
    }

    @Test
    void updatesAreNoIllness() {
        assertThat(sentence("internet")).doesNotContain("updates of the UDM SE");
    }

    @Test
    void oneCureMayBeEnough() {
        assertThat(sentence("immich-db"))
                .isEqualTo(
                        "down 11 h a year, 2.5 h more than its goal allows. Curing waiting for you to fail it over gives "
                                + "5.1 h (2.8 to 7.3) back, which is enough by itself.");
    }

    @Test
    void whoIsNearIsToldWhatWouldGiveRoom() {
        assertThat(sentence("home-assistant"))
                .isEqualTo(
                        "should keep 99.9 % with 3.5 h a year to spare, but the range reaches below it. Curing the one "
                                + "switch would give it 1.9 h more room.");
    }

    @Test
    void theLabIsToldWhatHelpsMost() {
        assertThat(Gap.summary(Samples.v1()))
                .isEqualTo(
                        "Four of nine services are not sure to keep their goals. Curing waiting for you to fail it over "
                                + "helps most: by itself it would be expected to bring one of them home.");
        assertThat(Gap.summary(Samples.v0()))
                .isEqualTo(
                        "All five services are not sure to keep their goals. Curing VMs that hang (fitted) gives back "
                                + "most, but by itself would probably bring none of them home.");
    }

    @Test
    void nothingStandsBetweenAGoodLabAndItsGoals() {
        assertThat(Gap.summary(Samples.one())).startsWith("Nothing: even the lower ends");
        assertThat(Gap.summary(Samples.empty())).isEqualTo("There is no goal.");
    }

    private static String sentence(String name) {
        Results lab = Samples.v1();
        Service found = lab.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Gap.sentence(found).replace('\u00a0', ' ');
    }
}
