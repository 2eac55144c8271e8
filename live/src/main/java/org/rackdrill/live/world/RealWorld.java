package org.rackdrill.live.world;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Examined;
import org.rackdrill.chaos.run.Found;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.World;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;

/**
 * Machines that are really there. What is done to them goes through the helper on a host; what a fault takes along is
 * foreseen by the same lab in the simulator, which is told of every fault and whose clock stands still; what only the
 * moment can tell is looked at.
 */
public final class RealWorld implements World {
    /** To examine and to arm takes about a second, of which most is the start of the helper; more on a busy host. */
    private static final Duration HEAD_START = Duration.ofSeconds(3);

    private final Setting setting;
    private final Parts parts;
    /** The way back of each hit of this run, by its key: a host may have to know it for every message. */
    private final Map<String, Undo> undos = new HashMap<>();

    /**
     * Where and when.
     *
     * @param kind {@link WorldKind#SANDBOX} or {@link WorldKind#LIVE}
     */
    public record Setting(WorldKind kind, Lab lab, String labHash, Time time, Consent consent) {}

    /**
     * Whoever does the work.
     *
     * @param model the same lab in the simulator
     */
    public record Parts(Eyes eyes, Crew crew, Faults faults, Scene scene, World model, Hindsight hindsight) {}

    /** Begins a run. */
    public RealWorld(Setting setting, Parts parts) {
        this.setting = setting;
        this.parts = parts;
    }

    @Override
    public WorldKind kind() {
        return setting.kind();
    }

    @Override
    public String labHash() {
        return setting.labHash();
    }

    @Override
    public LocalDateTime date() {
        return setting.time().date();
    }

    @Override
    public Truth busy(Calendar.Busy what) {
        return parts.eyes().busy(what);
    }

    @Override
    public Duration now() {
        return setting.time().now();
    }

    @Override
    public Duration headStart() {
        return HEAD_START;
    }

    @Override
    public void waitUntil(Duration time) {
        setting.time().waitUntil(time);
    }

    @Override
    public boolean stopAsked() {
        return setting.time().stop().getAsBoolean();
    }

    @Override
    public Truth approval(Approval approval) {
        return setting.consent().to(approval);
    }

    @Override
    public Found find(Aim<?> aim) {
        if (aim instanceof Aim.Running running) {
            return node(parts.eyes().runs(running.service()), running.service() + " runs on no node that we can see");
        } else if (aim instanceof Aim.Master master) {
            return node(parts.eyes().master(master.cluster()), "nobody can tell who leads " + master.cluster());
        } else if (aim instanceof Aim.Holding holding) {
            return holding(holding.service());
        }
        return Found.none("nobody knows how to find " + aim.text());
    }

    private static Found node(Optional<String> name, String why) {
        return name.map(it -> Found.of(List.of(new Target.Node(it)))).orElseGet(() -> Found.none(why));
    }

    /** The pool of that name on the node that runs it, or the one of the lab file. */
    private Found holding(String service) {
        Optional<PoolRef> described =
                setting.lab().service(service).flatMap(Service::data).map(Service.Data::at);
        Optional<String> runs = parts.eyes().runs(service);
        return described
                .map(at -> runs.map(node -> new PoolRef(node, at.pool())).orElse(at))
                .filter(at -> setting.lab()
                        .node(at.node())
                        .flatMap(node -> node.pool(at.pool()))
                        .isPresent())
                .map(at -> Found.of(List.of(new Target.Pool(at))))
                .orElseGet(() -> Found.none(service + " works on no pool that we know"));
    }

    @Override
    public Examined examine(Hit hit) {
        Faults.Before before = parts.faults().examine(hit);
        Undo undo = new Undo(hit.fault().undo(), hit.target(), before.before());
        if (!before.refusal().isEmpty()) {
            return new Examined(before.refusal(), Set.of(), List.of(), undo, Duration.ZERO);
        }
        Examined foreseen = parts.model().examine(hit);
        Set<Danger> dangers = new TreeSet<>(foreseen.dangers());
        dangers.addAll(parts.scene().dangers(hit.target()));
        undos.put(hit.key(), undo);
        return new Examined("", dangers, foreseen.affects(), undo, before.settles());
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        undos.put(hit.key(), undo);
        return parts.faults().arm(hit, undo, lease);
    }

    @Override
    public Answer inject(Hit hit) {
        Answer answer = parts.faults().inject(hit, undo(hit));
        if (answer.kind() != Answer.Kind.REFUSED) {
            parts.model().arm(hit, undo(hit), Duration.ofDays(30));
            parts.model().inject(hit);
        }
        return answer;
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        return parts.faults().extend(hit, undo(hit), lease);
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        undos.put(hit.key(), undo);
        Answer answer = parts.faults().undo(hit, undo);
        parts.model().undo(hit, undo);
        return answer;
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        return parts.faults().prove(hit, undo);
    }

    @Override
    public Answer disarm(Hit hit) {
        return parts.faults().disarm(hit, undo(hit));
    }

    private Undo undo(Hit hit) {
        return undos.getOrDefault(hit.key(), new Undo(hit.fault().undo(), hit.target(), Map.of()));
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        return parts.crew().perform(key, operation, target);
    }

    @Override
    public Observation observe(Probe probe) {
        return parts.eyes().see(probe);
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        return parts.hindsight().look(expectation, since);
    }
}
