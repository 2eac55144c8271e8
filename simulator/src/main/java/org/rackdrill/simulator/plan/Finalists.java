package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Which of the survivors of a race get a close-up: as few as show what money buys. */
final class Finalists {

    /** A person reads no more. */
    private static final int MOST = 10;

    /** Candidates for the recommendation, the cheapest ones that kept all goals in the race. */
    private static final int CANDIDATES = 3;

    private Finalists() {}

    /** Returns them, the cheapest first. */
    static List<Basket> of(List<Basket> survivors) {
        List<Basket> front = front(survivors);
        TreeSet<Basket> chosen = new TreeSet<>(ORDER);
        least(front, entrant -> entrant.money(), chosen);
        least(front, entrant -> entrant.use(), chosen);
        least(front, entrant -> entrant.loss(), chosen);
        least(front, entrant -> entrant.latency(), chosen);
        survivors.stream()
                .filter(basket -> basket.entrant().use() <= 1)
                .sorted(ORDER)
                .limit(CANDIDATES)
                .forEach(chosen::add);
        while (chosen.size() < MOST) {
            Basket next = farthest(front, chosen);
            if (next == null) {
                break;
            }
            chosen.add(next);
        }
        return List.copyOf(chosen);
    }

    private static final Comparator<Basket> ORDER = Comparator.comparingDouble(
                    (Basket basket) -> basket.entrant().money())
            .thenComparingDouble(basket -> basket.entrant().use())
            .thenComparing(Basket::choice);

    private static void least(List<Basket> front, ToDoubleFunction<Entrant> measure, TreeSet<Basket> chosen) {
        front.stream()
                .min(Comparator.comparingDouble((Basket basket) -> measure.applyAsDouble(basket.entrant()))
                        .thenComparing(ORDER))
                .ifPresent(chosen::add);
    }

    /** Those that nothing cheaper equals: differences that nobody would choose by do not count. */
    static List<Basket> front(List<Basket> baskets) {
        List<Basket> front = new ArrayList<>();
        baskets.stream().sorted(ORDER).forEach(basket -> {
            Entrant it = basket.entrant();
            boolean equalled = front.stream()
                    .map(Basket::entrant)
                    .anyMatch(cheaper -> cheaper.noWorseThan(it) && cheaper.use() <= it.use() * (1 + Race.ZONE));
            if (!equalled) {
                front.add(basket);
            }
        });
        return front;
    }

    /** The one whose downtime differs most, relatively, from all that were chosen. */
    private static @Nullable Basket farthest(List<Basket> front, TreeSet<Basket> chosen) {
        Basket farthest = null;
        double distance = 0;
        for (Basket basket : front) {
            double near = chosen.stream()
                    .mapToDouble(other ->
                            Math.abs(Math.log(Math.max(1e-9, basket.entrant().use())
                                    / Math.max(1e-9, other.entrant().use()))))
                    .min()
                    .orElse(1);
            if (!chosen.contains(basket) && near > distance) {
                farthest = basket;
                distance = near;
            }
        }
        return farthest;
    }
}
