package org.rackdrill.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred years are a hundred squares, each on its side of the goal. */
class YearPileTest {
    private static final double WIDTH = 324;
    private static final double HEIGHT = 118;

    static List<List<Double>> spreads() {
        return List.of(
                years(i -> (double) i),
                years(i -> Math.exp(i / 12.0) / 10),
                years(i -> 0.0),
                years(i -> i < 60 ? 0.0 : i),
                years(i -> 8.76),
                years(i -> i < 99 ? 1e-4 : 8000),
                years(i -> 5000.0 + i));
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void everyYearIsOneSquareInsideThePicture(List<Double> quantiles) {
        YearPile pile = new YearPile(quantiles, 8.76, WIDTH, HEIGHT);

        assertThat(pile.squares()).hasSize(100).doesNotHaveDuplicates().allSatisfy(square -> {
            assertThat(square.x()).isBetween(0.0, WIDTH - pile.pitch());
            assertThat(square.y()).isBetween(0.0, HEIGHT - pile.pitch());
        });
    }

    @Test
    void yearsThatKeepTheGoalLieLeftOfIt() {
        YearPile pile = new YearPile(years(i -> i / 4.0), 8.76, WIDTH, HEIGHT);
        double goal = pile.allowed() / pile.longest() * WIDTH;

        assertThat(pile.squares()).allSatisfy(square -> {
            if (square.kept()) {
                assertThat(square.x() + pile.pitch()).isLessThanOrEqualTo(goal + 1e-6);
            } else {
                assertThat(square.x()).isGreaterThanOrEqualTo(goal - 1e-6);
            }
        });
        assertThat(pile.squares()).filteredOn(YearPile.Square::kept).hasSize(35);
    }

    @Test
    void aFewTerribleYearsDoNotFlattenThePicture() {
        YearPile pile = new YearPile(years(i -> i < 97 ? i / 10.0 : 3000), 8.76, WIDTH, HEIGHT);

        assertThat(pile.longest()).isLessThan(50);
        assertThat(pile.beyond()).isEqualTo(4);
    }

    @Test
    void noYearsAreNoSquares() {
        assertThat(new YearPile(List.of(), 8.76, WIDTH, HEIGHT).squares()).isEmpty();
    }

    @Test
    void thePictureHasThePagesColoursAndNoIds() {
        String svg = new YearSpread(years(i -> (double) i), 8.76)
                .picture("Hours down", "A year keeps the goal.", "99.9 % allows 8.8 h")
                .render();

        assertThat(svg)
                .contains("<title>Hours down</title>", "<desc>A year keeps the goal.</desc>", "role=\"img\"")
                .contains("fill:var(--c1)", "fill:var(--bad)", "stroke:var(--line)", "stroke:var(--ink)")
                .doesNotContain(" id=", "rgb(", "clip-path", "DOCTYPE", "xmlns", "Dialog");
        assertThat(svg.split("<rect ", -1)).hasSize(101);
    }

    private static List<Double> years(java.util.function.IntFunction<Double> hours) {
        return Collections.unmodifiableList(
                IntStream.rangeClosed(0, 100).mapToObj(hours).toList());
    }
}
