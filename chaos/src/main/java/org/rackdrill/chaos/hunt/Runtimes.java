package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.process.Twin;

/**
 * How long the batteries of a site last, found by a mains outage without an end.
 *
 * @param nearlyAll an outage that they survive once; none where no battery holds any node
 * @param inTheMiddle an outage that ends between the first shutdown of a node and its end; none where nodes are not shut
 *     down in order
 * @param longer an outage that no battery survives
 */
record Runtimes(Optional<Duration> nearlyAll, Optional<Duration> inTheMiddle, Duration longer) {

    /** A second outage of this length before the battery is full again is too much. */
    private static final double NEARLY = 0.9;

    private static final double SECONDS = 3600;

    /** A gap that power supplies bridge, or nobody does. */
    private static final double AT_ONCE_HOURS = 0.01;

    private static final double LONGEST_HOURS = 24;

    static Runtimes of(SimulatedLab simulated, String site) {
        Lab lab = simulated.lab();
        List<String> batteries = lab.ups().stream()
                .filter(ups -> ups.site().equals(site))
                .map(Ups::name)
                .toList();
        List<String> nodes = lab.nodes().stream()
                .filter(node -> node.poweredBy().stream().anyMatch(batteries::contains))
                .map(Node::name)
                .toList();
        if (nodes.isEmpty()) {
            return new Runtimes(Optional.empty(), Optional.empty(), Usual.MAINS_LONG);
        }
        Twin twin = simulated.twin();
        double start = SimulatedLab.opening();
        twin.begin(Hunt.SEED, 0, simulated.bestGuess(), true, start, LONGEST_HOURS);
        twin.harm().mains(twin.names().site(site), false);
        return new Outage(twin, nodes, start).runtimes();
    }

    private record Outage(Twin twin, List<String> nodes, double start) {

        Runtimes runtimes() {
            double first = firstDown();
            if (first - start < AT_ONCE_HOURS || Double.isInfinite(first)) {
                return new Runtimes(Optional.empty(), Optional.empty(), Usual.MAINS_LONG);
            }
            Duration nearly = seconds((first - start) * NEARLY);
            double through = firstThrough();
            Optional<Duration> middle =
                    Double.isInfinite(through) ? Optional.empty() : Optional.of(seconds((first + through) / 2 - start));
            Duration longer = Duration.ofHours((long) Math.ceil(first - start) + 1);
            return new Runtimes(
                    Optional.of(nearly), middle, longer.compareTo(Usual.MAINS_LONG) > 0 ? longer : Usual.MAINS_LONG);
        }

        private double firstDown() {
            while (twin.next() < start + LONGEST_HOURS) {
                twin.until(twin.next());
                if (nodes.stream()
                        .anyMatch(node -> !twin.eyes().nodeUp(twin.names().node(node)))) {
                    return twin.now();
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        private double firstThrough() {
            while (twin.diary().stops().isEmpty() && twin.next() < start + LONGEST_HOURS) {
                twin.until(twin.next());
            }
            return twin.diary().stops().stream()
                    .mapToDouble(stop -> stop.time())
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        private static Duration seconds(double hours) {
            return Duration.ofSeconds(Math.max(1, (long) (hours * SECONDS)));
        }
    }
}
