package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Examined;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.model.lab.Lab;

/** A calm lab at ten in the morning in which a test breaks, does and sees what it writes as a drill file would. */
final class Scene {

    private static final Duration LEASE = Duration.ofDays(300);
    private static final Duration LOOK = Duration.ofSeconds(10);

    final SimulatedWorld world;
    private final String lab;
    private final String node;
    private final Map<String, Hit> hits = new LinkedHashMap<>();
    private int operations;

    private Scene(String name) {
        lab = name;
        Lab of = Shipped.lab(name);
        node = of.nodes().get(0).name();
        world = Shipped.simulated(name)
                .calm(drill("up: " + node, "clock-skew: {of: " + node + ", by: 1 s}"), 1, () -> false);
    }

    static Scene in(String lab) {
        return new Scene(lab);
    }

    private Drill drill(String probe, String act) {
        return drill(probe, "{name: it, at: 1 min, %s}".formatted(act), "always: {up: " + node + "}");
    }

    private Drill drill(String probe, String step, String expectation) {
        DrillReading reading = Shipped.reading("""
                drill: 1
                name: A scene
                lab: %s
                why: something is true
                lasts: 60 d
                seed: 1
                steady:
                  - {%s, tolerates: anything}
                timeline:
                  - %s
                expect:
                  - {%s}
                """.formatted(lab, probe, step, expectation));
        return reading.drill().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    Probe probe(String text) {
        return drill(text, "clock-skew: {of: " + node + ", by: 1 s}")
                .steady()
                .get(0)
                .probe();
    }

    Observation observes(String probe) {
        return world.observe(probe(probe));
    }

    Truth sees(String probe) {
        return observes(probe).truth();
    }

    /** Breaks something until it is undone; says under which key it is known. */
    String breaks(String fault) {
        Hit hit = hit(fault);
        Examined examined = world.examine(hit);
        if (!examined.refusal().isEmpty()) {
            throw new AssertionError(fault + ": " + examined.refusal());
        }
        if (hit.needsArming()) {
            done(world.arm(hit, examined.undo(), LEASE));
        }
        done(world.inject(hit));
        return hit.step();
    }

    private static void done(Answer answer) {
        if (!answer.done()) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Returns a fault as a hit that is known from now on. */
    Hit hit(String fault) {
        Act.Break<?> act =
                (Act.Break<?>) drill("up: " + node, fault).timeline().get(0).act();
        Hit hit = new Hit("run", "step" + hits.size(), 1, act.fault(), named(act.aim()));
        hits.put(hit.step(), hit);
        return hit;
    }

    Examined examines(String fault) {
        return world.examine(hit(fault));
    }

    void undoes(String key) {
        Hit hit = Objects.requireNonNull(hits.get(key));
        done(world.undo(hit, world.examine(hit).undo()));
    }

    Observation proves(String key) {
        Hit hit = Objects.requireNonNull(hits.get(key));
        return world.prove(hit, world.examine(hit).undo());
    }

    Scene waits(Duration time) {
        world.waitUntil(world.now().plus(time));
        return this;
    }

    /** Begins an operation, and goes on until it is done, refused, or not done in time. */
    Answer does(String operation, Duration within) {
        Act.Perform<?> act = (Act.Perform<?>)
                drill("up: " + node, operation).timeline().get(0).act();
        String key = "operation" + operations++;
        Duration end = world.now().plus(within);
        Answer answer = world.perform(key, act.operation(), named(act.aim()));
        while (answer.kind() == Answer.Kind.RUNNING && world.now().compareTo(end) < 0) {
            waits(LOOK);
            answer = world.perform(key, act.operation(), named(act.aim()));
        }
        return answer;
    }

    /** Asks whether an expectation is met since a moment; it stands alone in a drill with one step. */
    Observation looks(String expectation, String step, Duration since) {
        Expectation read = drill("up: " + node, "{name: it, at: 1 min, " + step + "}", expectation)
                .expectations()
                .get(0);
        return world.look(read, since);
    }

    private static Target named(Aim<?> aim) {
        return ((Aim.Named<?>) aim).target();
    }
}
