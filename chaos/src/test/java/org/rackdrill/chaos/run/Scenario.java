package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.quantity.Share;

/** Drills on three nodes. */
final class Scenario {
    static final List<String> NODES = List.of("node1", "node2", "node3");

    private Scenario() {}

    /** Makes a drill of the parts that a test is about. */
    static Drill drill(
            List<Steady> steady,
            List<Step> timeline,
            List<Expectation> expectations,
            List<Guardrail> guardrails,
            BlastRadius radius,
            Set<Danger> accepts,
            Duration lasts) {
        return new Drill(
                "test",
                "lab",
                "the runner is right",
                Set.of(WorldKind.SANDBOX),
                Optional.of(7L),
                steady,
                timeline,
                expectations,
                guardrails,
                radius,
                accepts,
                Optional.empty(),
                List.of(),
                lasts);
    }

    /** Draws a drill. */
    static Drill drawn(RandomGenerator luck) {
        List<Step> timeline = new ArrayList<>();
        int steps = 1 + luck.nextInt(4);
        for (int i = 0; i < steps; i++) {
            When when = i > 0 && luck.nextDouble() < 0.3
                    ? new When.After("s" + (i - 1), Duration.ofSeconds(luck.nextInt(60)))
                    : new When.At(Duration.ofSeconds(luck.nextInt(900)));
            timeline.add(new Step("s" + i, when, act(luck), i + 1));
        }
        Optional<Integer> most = luck.nextBoolean() ? Optional.of(1 + luck.nextInt(2)) : Optional.empty();
        List<Guardrail> guardrails = luck.nextDouble() < 0.2
                ? List.of(new Guardrail(up("node2"), Duration.ofSeconds(luck.nextInt(300))))
                : List.of();
        List<Expectation> expectations = new ArrayList<>();
        if (luck.nextBoolean()) {
            expectations.add(new Expectation.Recovers(node("node1"), Duration.ofMinutes(28), Optional.empty()));
        }
        if (luck.nextDouble() < 0.3) {
            expectations.add(new Expectation.Always(up("node3"), Optional.empty()));
        }
        return drill(
                steady(),
                timeline,
                expectations,
                guardrails,
                new BlastRadius(List.of(), most),
                Set.of(),
                Duration.ofMinutes(30));
    }

    static List<Steady> steady() {
        return NODES.stream()
                .map(name -> new Steady(up(name), Optional.empty()))
                .toList();
    }

    static Probe up(String node) {
        return new Probe.Up(node(node));
    }

    static Target.Node node(String name) {
        return new Target.Node(name);
    }

    /** A fault at one node. */
    static Act.Break<Target.Node> breaks(Fault<Target.Node> fault, String node, Duration lasts) {
        return new Act.Break<>(fault, new Aim.Named<>(node(node)), Optional.of(lasts));
    }

    private static Act act(RandomGenerator luck) {
        double draw = luck.nextDouble();
        String node = NODES.get(luck.nextInt(3));
        if (draw < 0.1) {
            return new Act.Gate(up(node), Duration.ofSeconds(30 + luck.nextInt(300)));
        }
        if (draw < 0.2) {
            return new Act.Perform<>(
                    new Operation.MaintenanceOn(), new Aim.Named<>(node(node)), Optional.of(Duration.ofMinutes(2)));
        }
        Fault<Target.Node> fault = fault(luck.nextInt(5));
        Aim<Target.Node> aim = luck.nextDouble() < 0.2
                ? new Aim.Any<>(
                        "any",
                        1 + luck.nextInt(3),
                        NODES.stream().map(Scenario::node).toList())
                : new Aim.Named<>(node(node));
        boolean ends = fault instanceof Fault.NodeReboot || luck.nextDouble() < 0.2;
        return new Act.Break<>(
                fault, aim, ends ? Optional.empty() : Optional.of(Duration.ofSeconds(30 + luck.nextInt(600))));
    }

    private static Fault<Target.Node> fault(int which) {
        return switch (which) {
            case 0 -> new Fault.NodePowerLoss();
            case 1 -> new Fault.NodeHang();
            case 2 -> new Fault.NodeReboot();
            case 3 -> new Fault.MemoryPressure(new Share(0.9));
            default -> new Fault.ClockSkew(Duration.ofMinutes(-5));
        };
    }
}
