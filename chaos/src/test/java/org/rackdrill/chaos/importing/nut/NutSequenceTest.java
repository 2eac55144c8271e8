package org.rackdrill.chaos.importing.nut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rackdrill.chaos.importing.draft.Imports.said;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.model.quantity.BadText;

/** What becomes of a sequence, for the only UPS of the lab {@code v1}. */
class NutSequenceTest {

    static List<Path> corpus() {
        return Imports.corpus("nut");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatIsWrittenReadsBackEqual(Path file) {
        Imported imported = imported(file.getFileName().toString());
        if (imported.drill().isPresent()) {
            Imports.readsBackEqual(imported, Imports.lab("v1"));
        }
        assertThat(imported.drill().isPresent()).isEqualTo(!file.endsWith("a-dump.dev"));
    }

    @Test
    void onBatteryMeansThatTheMainsAreOff() {
        Imported imported = imported("an-outage.seq");
        assertThat(imported.complete()).isTrue();
        assertThat(Imports.body(imported)).isEqualTo("""
                drill: 1
                name: "The UPS of an-outage.seq"
                lab: v1
                why: "What happens when ups1 does what an-outage.seq says"
                lasts: 16 min

                steady:
                  - {on-mains: ups1, tolerates: 11 min}

                timeline:
                  - {name: outage, at: 5 min, mains-outage: home, for: 10 min}

                expect:
                  - {eventually: {on-mains: ups1}, within: 11 min, since: outage}
                """);
        assertThat(said(imported, Kind.NOTED))
                .contains(
                        "1: the driver starts this file again and again, unless its name ends in .dev; the drill runs it"
                                + " once.",
                        "3: the lab describes the UPS, not the file: battery.runtime, device.mfr, driver.name, ups.load.");
    }

    @Test
    void aBatteryThatIsNotFullWhenItIsNeededHoldsLess() {
        Imported imported = imported("empty-battery.seq");
        assertThat(Imports.body(imported))
                .contains(
                        "- {name: battery, at: 1 min, ups-battery-fault: {of: ups1, holds: 34%}, for: 3.5 min}",
                        "- {name: outage, at: 1 min, mains-outage: home, for: 3.5 min}");
        assertThat(said(imported, Kind.LEFT_OUT))
                .extracting(it -> it.substring(0, 22))
                .containsExactly("5: battery.charge: its", "8: ups.status: LB, 2 t", "10: ups.status: FSD: t");
    }

    @Test
    void aStatusWithoutAWordIsSilence() {
        Imported imported = imported("silence.dev");
        assertThat(imported.complete()).isTrue();
        assertThat(Imports.body(imported))
                .contains(
                        "- {name: silent, at: 2 min, ups-communication-lost: ups1, for: 5 min}",
                        "- {name: silent-2, at: 8 min, ups-communication-lost: ups1}");
    }

    @Test
    void everyWordAndVariableThatNoDrillKnowsIsNamed() {
        List<String> left = said(imported("every-word.dev"), Kind.LEFT_OUT);
        for (StatusWord word : StatusWord.values()) {
            boolean said = word != StatusWord.LB && word != StatusWord.FSD;
            assertThat(left.contains("1: ups.status: " + word + ": " + word.why() + "."))
                    .isEqualTo(said);
        }
        assertThat(left)
                .contains(
                        "2: experimental.thing: no variable of NUT is called like this.",
                        "3: acme.colour: no variable of NUT is called like this.",
                        "6: ups.status: says both OL and OB, so the mains stay as they were.",
                        "8: input.voltage: it changes, 2 values: no step of a drill sets what a UPS measures or is set to.",
                        "9: ups.status: BOGUS: no status of NUT is called like this.")
                .hasSize(17);
    }

    @Test
    void theEndingDecidesWhetherTheLastOutageEnds() {
        String text = "ups.status: OL\nTIMER 60\nups.status: OB\nTIMER 90\n";
        assertThat(Imports.body(read("x.seq", text))).contains("mains-outage: home, for: 1.5 min}");
        assertThat(Imports.body(read("x.DEV", text)))
                .contains("mains-outage: home}", "tolerates: anything", "lasts: 2.5 min");
    }

    @Test
    void aLoopThatBeginsOnBatteryNeverEndsItsLastOutage() {
        assertThat(Imports.body(read("x.seq", "ups.status: OB\nTIMER 90\n"))).contains("at: 0 s, mains-outage: home}");
    }

    @Test
    void theWayAFileIsWrittenDoesNotMatter() {
        String plain = "ups.status: OL\nTIMER 60\nups.status: OB\nTIMER 90\n";
        String drill = Imports.body(read("x.seq", plain));
        assertThat(Imports.body(read("x.seq", plain.replace("\n", "\r\n")))).isEqualTo(drill);
        assertThat(Imports.body(read("x.seq", "\uFEFF" + plain))).isEqualTo(drill);
        assertThat(Imports.body(read("x.seq", plain.replace("status: ", "status \t"))))
                .isEqualTo(drill);
        assertThat(Imports.body(read("x.seq", plain.replace("OB", "\"O\"\\B # on battery"))))
                .isEqualTo(drill);
        assertThat(Imports.body(read("x.seq", "\n# hello\n" + plain))).isEqualTo(drill);
    }

    @Test
    void onlyWhatLastsIsAStep() {
        Imported imported = imported("flapping.seq");
        assertThat(imported.draft().timeline()).hasSize(2);
        assertThat(said(imported, Kind.LEFT_OUT))
                .containsExactly("9: ups.status: it lasts no time: the next one follows without a `TIMER`.");
    }

    @Test
    void theUpsIsTheOneThatWasMeant() {
        assertThatThrownBy(() -> NutSequence.read(
                        "x.seq",
                        "ups.status: OB\n".getBytes(StandardCharsets.UTF_8),
                        Imports.lab("v1"),
                        "v1",
                        Optional.of("ups9")))
                .isInstanceOf(BadText.class)
                .hasMessage("the lab has no UPS `ups9`");
        assertThatThrownBy(() -> NutSequence.read(
                        "x.seq", new byte[0], Imports.lab("o8-one-crew"), "o8-one-crew", Optional.empty()))
                .isInstanceOf(BadText.class)
                .hasMessage("the lab has no UPS");
        assertThatThrownBy(() ->
                        NutSequence.read("x.seq", new byte[0], Imports.lab("c2-two-feeds"), "x", Optional.empty()))
                .isInstanceOf(BadText.class)
                .hasMessage("the lab has several UPSs");
    }

    private static Imported read(String name, String text) {
        return NutSequence.read(
                name, text.getBytes(StandardCharsets.UTF_8), Imports.lab("v1"), "v1", Optional.of("ups1"));
    }

    private static Imported imported(String name) {
        byte[] bytes = Imports.bytes(Path.of("src/test/resources/importing/nut", name));
        return NutSequence.read(name, bytes, Imports.lab("v1"), "v1", Optional.empty());
    }
}
