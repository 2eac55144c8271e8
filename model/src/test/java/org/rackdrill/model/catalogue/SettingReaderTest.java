package org.rackdrill.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.RuntimeCurve;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** A value carries its range: factors on its best guess, in time for lives. */
class SettingReaderTest {

    private static final Origin ORIGIN = new Origin(Origin.Kind.CATALOGUE, "here", "", false);

    @ParameterizedTest
    @CsvSource({
        "about every 8 y (4 y - 16 y), 0.5, 2",
        "about every 8 y (x0.5 - x2), 0.5, 2",
        "about every 8 y (4 - 16 y), 0.5, 2",
        "'usually 40 min, sometimes 3 h (20 min - 80 min)', 0.5, 2",
        "'weibull(shape 2, scale 10 y) (5 y - 20 y)', 0.5, 2",
        "3 d (36 h - 6 d), 0.5, 2",
        "about every 8 y, 1, 1"
    })
    void rangesOfLivesAreFactorsOnTheTimeThatIsNamed(String text, double low, double high) {
        assertThat(read(Trait.FAILS, text).range()).isEqualTo(new Range(low, high));
    }

    @Test
    void aRangeOfFailureRatesIsTurnedRound() {
        Setting<Life> setting = read(Trait.FAILS, "afr 0.9% (0.6% - 1.4%)");

        assertThat(setting.range().low()).isCloseTo(0.9 / 1.4, within(1e-12));
        assertThat(setting.range().high()).isCloseTo(0.9 / 0.6, within(1e-12));
        assertThat(setting.text()).isEqualTo("afr 0.9%");
        assertThat(RangeText.of(setting)).isEqualTo("0.6% - 1.4%");
    }

    @ParameterizedTest
    @CsvSource({
        "about every 8 y (4 y - 16 y), 4 y - 16 y",
        "about every 8 y (x0.5 - x2), 4 y - 16 y",
        "about every 8 y, ''",
        "'usually 40 min, sometimes 3 h (x0.5 - x3)', 20 min - 2 h"
    })
    void rangesAreWrittenAsAmounts(String text, String range) {
        assertThat(RangeText.of(read(Trait.FAILS, text))).isEqualTo(range);
    }

    @Test
    void sharesAndWattsHaveRangesToo() {
        assertThat(read(Trait.HANGS, "25% (10% - 50%)").range()).isEqualTo(new Range(0.4, 2));
        assertThat(RangeText.of(read(Trait.WATTS, "8 W (6 W - 9 W)"))).isEqualTo("6 W - 9 W");
    }

    @Test
    void theLongFormSaysTheSourceAsWell() {
        Setting<Life> setting = SettingReader.read(
                Trait.FAILS,
                yaml("{is: about every 8 y, range: 4 y - 16 y, source: a paper}"),
                source -> new Origin(Origin.Kind.LAB_FILE, "", source.orElse(""), true));

        assertThat(setting.range()).isEqualTo(new Range(0.5, 2));
        assertThat(setting.origin().source()).isEqualTo("a paper");
    }

    @Test
    void aRuntimeCurveIsATableOfLoads() {
        Setting<RuntimeCurve> setting =
                SettingReader.read(Trait.RUNTIME, yaml("{is: {500 W: 17 min, 100 W: 1 h}, range: 80% - 120%}"), any());

        assertThat(setting.value().points())
                .containsExactly(new RuntimeCurve.Point(100, 60), new RuntimeCurve.Point(500, 17));
        assertThat(setting.range()).isEqualTo(new Range(0.8, 1.2));
        assertThat(setting.text()).isEqualTo("100 W: 1 h, 500 W: 17 min");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about every 8 y (15 y - 4 y)  | upside down
            about every 8 y (9 y - 12 y)  | does not lie in its range
            about every 8 y (9 y)         | has no two bounds
            about every 8 y (x0 - x2)     | starts at 0
            never (1 y - 2 y)             | cannot have a range
            fixed(0 h) (1 h - 2 h)        | cannot have a range
            about every 8 y (4 TB - 9 TB) | is not a unit
            """)
    void rangesThatCannotBeAreRefused(String text, String what) {
        assertThatThrownBy(() -> read(Trait.FAILS, text))
                .isInstanceOf(BadText.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {100 W: 10 min, 200 W: 20 min} | cannot run longer
            {100 W: 0 min}                 | lies at 0
            {100: 10 min}                  | has no unit
            {}                             | needs some points
            12 min                         | is a table
            """)
    void curvesThatCannotBeAreRefused(String text, String what) {
        assertThatThrownBy(() -> SettingReader.read(Trait.RUNTIME, yaml(text), any()))
                .isInstanceOf(BadText.class)
                .hasMessageContaining(what);
    }

    @Test
    void aShareCannotGoBeyondTheWhole() {
        assertThatThrownBy(() -> read(Trait.EFFICIENCY, "96% (x0.9 - x1.2)")).hasMessageContaining("beyond 100%");
    }

    private static <T> Setting<T> read(Trait<T> trait, String text) {
        return SettingReader.parse(ValueText.of(trait.type()).orElseThrow(), text, ORIGIN);
    }

    private static Tree yaml(String text) {
        return YamlFile.parse(text.getBytes(StandardCharsets.UTF_8)).tree().orElseThrow();
    }

    private static SettingReader.Origins any() {
        return (Optional<String> source) -> ORIGIN;
    }
}
