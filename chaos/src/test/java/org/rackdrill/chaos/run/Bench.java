package org.rackdrill.chaos.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.journal.SimulatedDisk;

/** Quiet hosts and a disk, for one run after the other with one thing changed. */
final class Bench {
    final SimulatedDisk disk = new SimulatedDisk();
    final Hosts hosts = new Hosts(Scenario.NODES, Adversity.NONE, new SplittableRandom(1));
    private final List<String> sent = new ArrayList<>();

    /** A world that does what it should. */
    World world() {
        return new Relay(new SimulatedWorld(
                hosts,
                SimulatedWorld.Looks.COST,
                Adversity.NONE,
                new SplittableRandom(2),
                Integer.MAX_VALUE,
                Set.of(),
                List::of,
                () -> false,
                () -> {})) {
            @Override
            public Answer arm(Hit hit, Undo undo, Duration lease) {
                return hosts.message(
                        hit.target().text(), () -> hosts.arm(hit.target().text(), hit, lease));
            }

            @Override
            public Answer inject(Hit hit) {
                sent.add(hit.key());
                return hosts.message(
                        hit.target().text(), () -> hosts.inject(hit.target().text(), hit));
            }

            @Override
            public Answer disarm(Hit hit) {
                return hosts.message(
                        hit.target().text(), () -> hosts.disarm(hit.target().text(), hit));
            }
        };
    }

    Outcome run(String run, Drill drill, UnaryOperator<World> change) {
        World world = change.apply(world());
        return new Runner(world, disk, Terms.USUAL).run(new Planner(world).plan(drill, run));
    }

    /** Runs until the process is killed, right after a hit was sent and done. */
    void killed(Drill drill, String hit, Terms terms, UnaryOperator<World> change) {
        World world = new Relay(change.apply(world())) {
            @Override
            public Answer inject(Hit sent) {
                Answer answer = world.inject(sent);
                if (sent.key().equals(hit)) {
                    throw new SimulatedWorld.Killed();
                }
                return answer;
            }
        };
        try {
            new Runner(world, disk, terms).run(new Planner(world).plan(drill, "r"));
        } catch (SimulatedWorld.Killed e) {
            disk.processEnds();
        }
    }

    /** Undoes what is left. */
    Outcome reconcile(String run, UnaryOperator<World> change) {
        return new Runner(change.apply(world()), disk, Terms.USUAL).reconcile(run);
    }

    /** Judges a run again, from its journal alone. */
    Outcome replay(String run) {
        try {
            return Judge.replay(Recovered.of(disk.bytes(run + LeftBehind.JOURNAL)));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    List<String> journals() {
        try {
            return disk.names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hits that were sent to a host. */
    List<String> sent() {
        return sent;
    }

    /** Breaks the nodes one after the other, so that all are broken after a minute. */
    static Drill overlapping() {
        List<Step> steps = new ArrayList<>();
        for (String node : Scenario.NODES) {
            Duration at = Duration.ofSeconds(10L * (steps.size() + 1));
            steps.add(new Step(
                    node,
                    new When.At(at),
                    Scenario.breaks(new Fault.ClockSkew(at), node, Duration.ofMinutes(5)),
                    steps.size() + 1));
        }
        return of(steps, List.of(), Set.of(Danger.LAST_REDUNDANCY));
    }

    static Drill of(List<Step> steps, List<Guardrail> guardrails, Set<Danger> accepts) {
        BlastRadius radius = new BlastRadius(List.of(), Optional.empty());
        return Scenario.drill(Scenario.steady(), steps, List.of(), guardrails, radius, accepts, Duration.ofMinutes(8));
    }

    /** Two faults of a minute each, one after the other. */
    static Drill drill() {
        return drill(Scenario.steady(), List.of(), List.of(), Set.of(), Optional.empty());
    }

    static Drill drill(
            List<Steady> steady,
            List<Expectation> expectations,
            List<Guardrail> guardrails,
            Set<Danger> accepts,
            Optional<Integer> atOnce) {
        Duration minute = Duration.ofMinutes(1);
        return Scenario.drill(
                steady,
                List.of(
                        new Step(
                                "first",
                                new When.At(minute),
                                Scenario.breaks(new Fault.NodePowerLoss(), "node1", minute),
                                1),
                        new Step(
                                "second",
                                new When.At(minute.multipliedBy(3)),
                                Scenario.breaks(new Fault.ClockSkew(minute), "node2", minute),
                                2)),
                expectations,
                guardrails,
                new BlastRadius(List.of(), atOnce),
                accepts,
                Duration.ofMinutes(6));
    }
}
