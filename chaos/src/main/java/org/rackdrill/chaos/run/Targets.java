package org.rackdrill.chaos.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.simulator.kernel.Luck;

/** What the steps of one run aim at: found by the world, drawn from the drill's seed, or what another step had. */
final class Targets {
    private final Drill drill;
    private final World world;
    private final Map<String, List<Target>> found = new HashMap<>();

    Targets(Drill drill, World world) {
        this.drill = drill;
        this.world = world;
    }

    /** Returns what a step aims at now, and keeps it for the steps that refer to it. */
    Found of(Step step) {
        Found now;
        if (step.act() instanceof Act.Break<?> act) {
            now = find(step.name(), act.aim());
        } else if (step.act() instanceof Act.Perform<?> act) {
            now = find(step.name(), act.aim());
        } else {
            return Found.none("it has no target");
        }
        found.put(step.name(), now.targets());
        return now;
    }

    /** Returns the hits of a step on what it aims at. */
    static List<Hit> hits(String run, String step, Fault<?> fault, List<Target> targets) {
        List<Hit> hits = new ArrayList<>();
        for (Target target : targets) {
            hits.add(new Hit(run, step, hits.size() + 1, fault, target));
        }
        return hits;
    }

    private Found find(String step, Aim<?> aim) {
        if (aim instanceof Aim.Named<?> named) {
            return Found.of(List.of(named.target()));
        }
        if (aim instanceof Aim.Every<?> every) {
            return Found.of(every.targets());
        }
        if (aim instanceof Aim.Any<?> any) {
            return drawn(step, any.count(), new ArrayList<>(any.among()));
        }
        if (aim instanceof Aim.OfStep<?> other) {
            List<Target> targets = found.getOrDefault(other.step(), List.of());
            return targets.isEmpty() ? Found.none("step " + other.step() + " had no target") : Found.of(targets);
        }
        return world.find(aim);
    }

    /** The draw belongs to the step's name, so that a step that is added changes no other one's luck. */
    private Found drawn(String step, int count, List<Target> among) {
        Luck luck = new Luck(new long[] {Luck.nameOf(step)});
        luck.begin(drill.seed().orElse(1L), 0);
        List<Target> drawn = new ArrayList<>();
        while (drawn.size() < count && !among.isEmpty()) {
            drawn.add(among.remove(luck.of(0).nextInt(among.size())));
        }
        return Found.of(drawn);
    }
}
