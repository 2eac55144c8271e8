package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.BreakerPlan;

/** What happens in the first half wave when power returns, and in which order it is borne. */
final class Inrushes {

    private static final PowerAnswer.Inrush NOTHING =
            new PowerAnswer.Inrush(List.of(), Likely.exactly(0), null, List.of());

    private final Lab lab;
    private final List<Consumer> consumers;

    Inrushes(Lab lab, List<Consumer> consumers) {
        this.lab = lab;
        this.consumers = consumers;
    }

    PowerAnswer.Inrush at(Site site) {
        Map<Integer, List<Consumer>> bySteps = consumers.stream()
                .filter(it -> it.site().equals(site.name()))
                .filter(it -> it.inrushAmps().bestGuess() > 0)
                .filter(it -> it.sources().stream().anyMatch(this::direct))
                .collect(Collectors.groupingBy(Consumer::step, TreeMap::new, Collectors.toList()));
        if (bySteps.isEmpty()) {
            return NOTHING;
        }
        List<Consumer> worst = bySteps.values().stream()
                .max(Comparator.comparingDouble(Inrushes::amps))
                .orElseThrow();
        Drawn sum = worst.stream().map(Consumer::inrushAmps).reduce(Drawn::plus).orElseThrow();
        double bears = site.breaker()
                .map(it -> BreakerPlan.magnetLow(it.curve()) * it.amps().amperes())
                .orElse(Double.POSITIVE_INFINITY);
        return new PowerAnswer.Inrush(
                worst.stream().map(Consumer::name).toList(),
                sum.likely(),
                site.breaker().isPresent() ? bears : null,
                sum.high() > bears ? steps(bySteps.values(), bears) : List.of());
    }

    /** Fills one step after the other, the earlier in the boot order first; nothing when one node alone is too much. */
    private static List<PowerAnswer.Step> steps(Iterable<List<Consumer>> groups, double bears) {
        List<PowerAnswer.Step> steps = new ArrayList<>();
        for (List<Consumer> group : groups) {
            List<String> together = new ArrayList<>();
            double amps = 0;
            for (Consumer node : group) {
                double more = node.inrushAmps().high();
                if (more > bears) {
                    return List.of();
                }
                if (amps + more > bears) {
                    steps.add(new PowerAnswer.Step(List.copyOf(together), amps));
                    together.clear();
                    amps = 0;
                }
                together.add(node.name());
                amps += more;
            }
            steps.add(new PowerAnswer.Step(List.copyOf(together), amps));
        }
        return steps;
    }

    private static double amps(List<Consumer> nodes) {
        return nodes.stream().mapToDouble(it -> it.inrushAmps().bestGuess()).sum();
    }

    /** An inverter of its own stands before what hangs on it. */
    private boolean direct(String source) {
        return lab.ups().stream()
                .filter(it -> it.name().equals(source))
                .noneMatch(it -> it.part().traits().value(Trait.TOPOLOGY) == Topology.DOUBLE_CONVERSION);
    }
}
