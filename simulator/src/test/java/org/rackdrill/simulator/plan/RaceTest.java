package org.rackdrill.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Races among combinations whose true downtime is known. */
class RaceTest {

    private static final int SERVICES = 3;

    /** Combinations of which some are better than all cheaper ones by more than the zone, and the others are not. */
    private record Runners(List<Entrant> entrants, double[] truth, Race.Track track) {

        static Runners of(int count, long seed) {
            Random random = new Random(seed);
            double[] truth = new double[count];
            List<Entrant> entrants = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                truth[i] = 1 + random.nextDouble();
                entrants.add(new Entrant(i, 10 * i, 100, 0.001, 0));
            }
            return new Runners(entrants, truth, (running, until) -> {
                for (Entrant entrant : running) {
                    entrant.ran(run(truth[entrant.choice()], entrant, until, seed));
                }
                return true;
            });
        }

        /** Outages that all share, and some of one's own; rare and long, as outages are. */
        private static double[][] run(double truth, Entrant entrant, int until, long seed) {
            double[][] more = new double[until - entrant.histories()][SERVICES];
            for (int h = 0; h < more.length; h++) {
                int number = entrant.histories() + h;
                Random common = new Random(seed * 1_000_003 + number);
                Random own = new Random(seed * 7_919 + number * 31L + entrant.choice());
                double luck = -Math.log(1 - common.nextDouble());
                for (int s = 0; s < SERVICES; s++) {
                    double lot = -Math.log(1 - own.nextDouble());
                    more[h][s] = truth * (0.7 * luck + 0.3 * lot) * (s == 0 ? 1 : 0.6);
                }
            }
            return more;
        }

        /** Whether nothing cheaper comes within the zone of it. */
        boolean mustStay(int entrant) {
            for (int cheaper = 0; cheaper < entrant; cheaper++) {
                if (truth[cheaper] <= truth[entrant] * (1 + Race.ZONE)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void whatIsTrulyBetterIsHardlyEverDropped() {
        int dropped = 0;
        int left = 0;
        int races = 300;
        for (long seed = 1; seed <= races; seed++) {
            Runners runners = Runners.of(30, seed);
            List<Integer> survivors = new Race(40, 320, runners.track())
                    .survivors(runners.entrants()).stream().map(Entrant::choice).toList();
            boolean lost = false;
            for (int i = 0; i < 30; i++) {
                lost |= runners.mustStay(i) && !survivors.contains(i);
            }
            dropped += lost ? 1 : 0;
            left += survivors.size();
        }
        // At most 5 % of races, and three standard deviations of such a count.
        assertThat(dropped).isLessThanOrEqualTo((int) (Race.ERROR * races + 3 * Math.sqrt(Race.ERROR * races)));
        assertThat((double) left / races)
                .as("of 30, most are not worth their money")
                .isLessThan(12);
    }

    @Test
    void whatDrawsLessLosesLessOrAnswersSoonerStaysHoweverItIsDown() {
        List<Entrant> entrants = List.of(
                new Entrant(0, 0, 100, 0.001, 0.5),
                new Entrant(1, 10, 50, 0.001, 0.5),
                new Entrant(2, 20, 100, 0.0001, 0.5),
                new Entrant(3, 30, 100, 0.001, 0.5),
                new Entrant(4, 40, 100, 0.001, 0.3));
        List<Entrant> survivors = new Race(40, 40, (running, until) -> {
                    for (Entrant entrant : running) {
                        double[][] more = new double[until][1];
                        for (int h = 0; h < until; h++) {
                            more[h][0] = (entrant.choice() == 0 ? 1 : 2) + 0.1 * (h % 7);
                        }
                        entrant.ran(more);
                    }
                    return true;
                })
                .survivors(entrants);

        assertThat(survivors).extracting(Entrant::choice).containsExactly(0, 1, 2, 4);
    }

    @Test
    void aTightestServiceThatChangesIsNotOverlooked() {
        Entrant cheap = new Entrant(0, 0, 100, 0, 0);
        Entrant dear = new Entrant(1, 10, 100, 0, 0);
        Random random = new Random(5);
        for (int h = 0; h < 200; h++) {
            double luck = random.nextDouble();
            // The dear one mends the tightest service; the cheap one is better only for the other.
            cheap.ran(new double[][] {{2 + luck, 0.5 + luck}});
            dear.ran(new double[][] {{1 + luck, 1.2 + luck}});
        }

        assertThat(Race.beats(cheap, dear, 0.01)).isFalse();
        assertThat(dear.tightest()).isEqualTo(1);
    }
}
