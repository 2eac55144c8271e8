package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.Bytes;

/** How fast data grow, and when copies may run. */
class GrowthAndWindowTest {

    private static final LabReader READER = new LabReader(Catalogue.load());

    private static Reading read(String growth, String window) {
        return READER.read("lab.yaml", """
                        rackdrill: 1
                        name: Growing
                        nodes:
                          a: {model: generic-nas, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
                          b: {model: generic-nas, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
                        services: {photos: {on: a, data: {size: 1 TB%s}}}
                        copies: {photos: [{to: b/x, every: 1 d%s}]}
                        """.formatted(growth, window).getBytes(StandardCharsets.UTF_8));
    }

    private static Setting<Bytes> growth(String text) {
        return read(", growth: " + text, "")
                .lab()
                .flatMap(lab -> lab.service("photos"))
                .flatMap(Service::data)
                .orElseThrow()
                .growth();
    }

    @ParameterizedTest
    @CsvSource({
        "200 GB/y,200,0.5,2",
        "1 GB/d,365,0.5,2",
        "10 GB/month,120,0.5,2",
        "200 GB/y (100 GB/y - 300 GB/y),200,0.5,1.5",
        "200 GB/y (x0.8 - x1.25),200,0.8,1.25",
        "0 GB/y,0,1,1"
    })
    void aGrowthHasARangeEvenWhereNobodySaysOne(String text, double gigabytes, double low, double high) {
        Setting<Bytes> growth = growth(text);
        assertThat(growth.value().count() / 1e9).isCloseTo(gigabytes, within(1e-6));
        assertThat(growth.range().low()).isCloseTo(low, within(1e-9));
        assertThat(growth.range().high()).isCloseTo(high, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "200 GB,does not say in what time",
        "200 GB/y (300 GB/y - 400 GB/y),does not lie in its range",
        "fast/y,fast",
        "[1],here should stand a growth"
    })
    void aGrowthThatCannotBeIsRefusedWithItsPlace(String text, String words) {
        assertThat(read(", growth: " + text, "").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text()).contains(words);
            assertThat(problem.text()).contains("lab.yaml:6");
        });
    }

    @Test
    void whatSaysNothingDoesNotGrow() {
        assertThat(read("", "")
                        .lab()
                        .flatMap(lab -> lab.service("photos"))
                        .flatMap(Service::data)
                        .orElseThrow()
                        .growth())
                .satisfies(growth -> assertThat(growth.value().count()).isZero());
    }

    @Test
    void aWindowMayReachOverMidnight() {
        Service.Hours window = read("", ", window: 23:00-07:00")
                .lab()
                .orElseThrow()
                .copies()
                .get(0)
                .window()
                .orElseThrow();
        assertThat(window.length()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aWindowThatIsNoneIsRefusedWithItsPlace() {
        assertThat(read("", ", window: at night").problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.text()).contains("lab.yaml:7", "are not hours of the day", "22:00-07:00"));
    }

    @Test
    void aCopyThatRunsMoreOftenThanItsWindowIsAWarning() {
        Reading reading = READER.read("lab.yaml", """
                rackdrill: 1
                name: Growing
                nodes:
                  a: {model: generic-nas, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
                  b: {model: generic-nas, pools: {x: {layout: mirror, disks: 2 x 8 TB hdd}}}
                services: {photos: {on: a, data: {size: 1 TB}}}
                copies: {photos: [{to: b/x, every: 15 min, window: 23:00-07:00}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.lab()).isPresent();
        assertThat(reading.problems()).anyMatch(problem -> problem.text().contains("every 15 min"));
    }
}
