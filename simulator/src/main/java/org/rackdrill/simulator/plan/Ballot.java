package org.rackdrill.simulator.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Every draw of what is not known votes for a combination: its cheapest that keeps all goals, or else the one that comes closest. */
final class Ballot {

    /** The 95 % point of the normal distribution. */
    private static final double Z = 1.6448536269514722;

    private final int draws;
    private final int[] elected;

    Ballot(Collection<Closeup> closeups, int draws) {
        this.draws = draws;
        elected = new int[draws];
        for (int draw = 0; draw < draws; draw++) {
            elected[draw] = best(List.copyOf(closeups), draw);
        }
    }

    private static int best(List<Closeup> closeups, int draw) {
        Comparator<Closeup> cheapest = Comparator.comparingDouble(
                        (Closeup it) -> it.basket().entrant().money())
                .thenComparing(it -> it.basket().choice());
        Optional<Closeup> keeps =
                closeups.stream().filter(it -> it.useIn(draw) <= 1).min(cheapest);
        double least = closeups.stream().mapToDouble(it -> it.useIn(draw)).min().orElse(0);
        return keeps.or(() -> closeups.stream()
                        .filter(it -> it.useIn(draw) <= least * (1 + Race.ZONE))
                        .min(cheapest))
                .map(it -> it.basket().choice())
                .orElse(0);
    }

    /** Returns in what share of the draws an offer is part of the best combination. */
    PlanResults.Chance stays(int offer) {
        return share(draw -> (elected[draw] >> offer & 1) == 1);
    }

    /** Returns how likely a combination keeps all goals. */
    PlanResults.Chance keeps(Closeup closeup) {
        return share(draw -> closeup.useIn(draw) <= 1);
    }

    /** With the interval of Wilson (Journal of the American Statistical Association 22, 1927). */
    private PlanResults.Chance share(IntPredicate yes) {
        int count = 0;
        for (int draw = 0; draw < draws; draw++) {
            count += yes.test(draw) ? 1 : 0;
        }
        double share = (double) count / draws;
        double square = Z * Z / draws;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / draws + square / (4 * draws));
        return new PlanResults.Chance(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
