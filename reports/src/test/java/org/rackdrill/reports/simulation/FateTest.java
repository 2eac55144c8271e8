package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rackdrill.reports.Samples;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.LossCause;
import org.rackdrill.simulator.study.Results.Rule321;

/** Which data share a dial, and what it says. */
class FateTest {

    @Test
    void dataThatLieTogetherAndDieTogetherShareADial() {
        assertThat(Fate.of(Samples.many(3)))
                .singleElement()
                .satisfies(fate -> assertThat(fate.data()).hasSize(30));
        assertThat(Fate.of(Samples.v1())).extracting(Fate::names).containsExactly("immich", "immich-db");
    }

    @Test
    void itSaysHowTheDataDie() {
        assertThat(fate(null, cause("fire", 1)).mostlyBy()).isEqualTo("by fire");
        assertThat(fate(null, cause("disks", 0.3), cause("theft", 0.7)).mostlyBy())
                .isEqualTo("mostly by theft");
        assertThat(fate(null, cause("disks", 0.2), cause("fire", 0.4), cause("theft", 0.4))
                        .mostlyBy())
                .isEqualTo("by fire, by theft and by disks");
        assertThat(fate(null, cause("deleted by mistake", 0.9), cause("fire", 0.1))
                        .mostlyBy())
                .isEqualTo("mostly deleted by mistake");
        assertThat(fate(null).mostlyBy()).isEmpty();
    }

    @Test
    void itSaysWhenARestoreWasProven() {
        assertThat(fate(null).proven()).isEqualTo("Nobody has proven a restore yet.");
        assertThat(fate(0.3).proven()).isEqualTo("Last restore proven today.");
        assertThat(fate(1.0).proven()).isEqualTo("Last restore proven one day ago.");
        assertThat(fate(41.2).proven()).isEqualTo("Last restore proven 41 days ago.");
    }

    @Test
    void aCauseHasOneColourInAllLabsOfAPage() {
        var colours = Fate.colours(List.of(Samples.v0(), Samples.v1()));

        assertThat(colours).containsEntry("people", "k1").containsEntry("fire", "k2");
        assertThat(colours.values()).doesNotHaveDuplicates();
    }

    private static LossCause cause(String what, double share) {
        return new LossCause(what, share);
    }

    private static Fate fate(@Nullable Double proven, LossCause... causes) {
        Loss loss = new Loss(0.01, 0.005, 0.02, 1e-6, "exact");
        return new Fate(List.of(new Data(
                "photos",
                1,
                "nas/vol1",
                loss,
                loss,
                loss,
                null,
                null,
                1,
                1,
                1,
                new Rule321(false, false),
                List.of(causes),
                List.of(),
                List.of(new Results.CopyPlace("nas/vol1", "home", "primary", "hdd", 0)),
                List.of(),
                proven,
                null)));
    }
}
