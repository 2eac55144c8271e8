package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was seen to be best for each amount of money and of watts. */
final class Staircases {

    /** A gain that is smaller than this is not looked for. */
    private static final double LEAST_GAIN = Race.ZONE / 2;

    /** So many of the largest steps are looked at closely. */
    private static final int CONSIDERED = 400;

    private final List<Point> seen;

    /** A combination by its five measures, all better when smaller. */
    record Point(double money, double watts, double loss, double latency, double use) {

        static Point of(Basket basket) {
            Entrant it = basket.entrant();
            return new Point(it.money(), it.watts(), it.loss(), it.latency(), it.use());
        }
    }

    /** A combination that nobody has seen yet. */
    private record Step(int choice, Point guess) {}

    Staircases(Collection<Basket> seen) {
        this.seen = new ArrayList<>(seen.stream().map(Point::of).toList());
    }

    /**
     * Returns combinations that are guessed to be better than anything seen, the largest step first; each counts as seen for
     * the next ones.
     *
     * @param most how many
     */
    List<Integer> climbed(List<Integer> unseen, IntFunction<Point> guess, int most) {
        List<Step> steps = unseen.stream()
                .map(choice -> new Step(choice, guess.apply(choice)))
                .filter(step -> gain(step.guess()) > LEAST_GAIN)
                .sorted(Comparator.comparingDouble((Step step) -> -gain(step.guess())))
                .limit(CONSIDERED)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Integer> climbed = new ArrayList<>();
        while (climbed.size() < most && !steps.isEmpty()) {
            Step largest = steps.stream()
                    .max(Comparator.comparingDouble((Step step) -> gain(step.guess())))
                    .orElseThrow();
            climbed.add(largest.choice());
            seen.add(largest.guess());
            steps.removeIf(step -> gain(step.guess()) <= LEAST_GAIN);
        }
        return climbed;
    }

    /** How much better than anything that is no dearer a combination is, in some respect. */
    private double gain(Point guess) {
        return Math.max(
                gain(guess, Point::money, Point::use),
                Math.max(
                        gain(guess, Point::watts, Point::use),
                        Math.max(gain(guess, Point::money, Point::loss), gain(guess, Point::money, Point::latency))));
    }

    private double gain(Point guess, ToDoubleFunction<Point> pays, ToDoubleFunction<Point> gets) {
        double best = Double.POSITIVE_INFINITY;
        for (Point point : seen) {
            if (pays.applyAsDouble(point) <= pays.applyAsDouble(guess) + 1e-9) {
                best = Math.min(best, gets.applyAsDouble(point));
            }
        }
        if (best == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return best <= 0 ? 0 : Math.min(1, (best - gets.applyAsDouble(guess)) / best);
    }
}
