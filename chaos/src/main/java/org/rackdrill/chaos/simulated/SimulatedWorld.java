package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Examined;
import org.rackdrill.chaos.run.Found;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.World;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/**
 * A lab in the simulator as a world for drills. Its clock goes on only while the runner waits, so that every call takes no
 * time. The object is used again for the next run; it belongs to one thread.
 */
public final class SimulatedWorld implements World {

    private static final double NANOS_PER_HOUR = 3.6e12;

    /** A UPS with less is not full. The charger's last percents take hours, and change nothing. */
    private static final double FULL = 0.95;

    /** History after the end of a drill for whatever is undone and comes back. */
    private static final double DAYS_AFTER = 30;

    private final Lab lab;
    private final String labHash;
    private final Drill drill;
    private final Opening opening;
    private final BooleanSupplier stop;
    private final Twin twin;
    private final Names names;
    private final Effects effects;
    private final Foresight foresight;
    private final Sight sight;
    private final Hindsight hindsight;
    private final Jobs jobs;
    private final Timers timers = new Timers();
    private long nanos;

    private Optional<Double> arming = Optional.empty();

    /** Whether the last look took time. */
    private boolean slow;

    /**
     * What decides about luck.
     *
     * @param seed the same seed and number give the same luck
     * @param number of the run
     * @param factors one for each parameter of the lab
     * @param calm whether nothing happens but what the drill does and what follows from it, in the likelier way, and
     *     whatever may have failed unseen works
     */
    public record Chance(long seed, long number, double[] factors, boolean calm) {}

    /**
     * Makes a world.
     *
     * @param lab the drill's lab
     * @param labHash its hash
     * @param foresight of the same lab and drill
     * @param stop whether somebody wants the run to end
     */
    SimulatedWorld(
            Lab lab, CompiledLab compiled, String labHash, Drill drill, Foresight foresight, BooleanSupplier stop) {
        this.lab = lab;
        this.labHash = labHash;
        this.drill = drill;
        this.stop = stop;
        this.foresight = foresight;
        opening = Opening.of(drill.calendar());
        twin = new Twin(lab, compiled);
        names = twin.names();
        effects = new Effects(twin);
        sight = new Sight(lab, twin);
        hindsight = new Hindsight(lab, twin);
        jobs = new Jobs(twin);
    }

    /** Sets the lab to the start of another run. */
    public void begin(Chance chance) {
        nanos = 0;
        slow = false;
        timers.begin();
        jobs.begin();
        sight.begin();
        double days = Hours.of(drill.lasts()) / Hours.PER_DAY + DAYS_AFTER;
        twin.begin(chance.seed(), chance.number(), chance.factors(), chance.calm(), opening.hour(), days);
        hindsight.begin();
    }

    @Override
    public WorldKind kind() {
        return WorldKind.SIM;
    }

    @Override
    public String labHash() {
        return labHash;
    }

    @Override
    public LocalDateTime date() {
        return opening.date().plus(now());
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(nanos);
    }

    private double hour(double atNanos) {
        return opening.hour() + atNanos / NANOS_PER_HOUR;
    }

    @Override
    public void waitUntil(Duration time) {
        long until = time.toNanos();
        for (long fires = timers.next(); fires <= until; fires = timers.next()) {
            goOn(fires);
            timers.fire(fires);
        }
        goOn(until);
    }

    private void goOn(long until) {
        if (until > nanos) {
            nanos = until;
            twin.until(hour(until));
        }
    }

    @Override
    public Duration quietUntil() {
        if (slow) {
            // The next look takes time too, and so sees what the one before could not.
            return now();
        }
        double hours = Math.min(twin.next(), sight.sameUntil()) - opening.hour();
        double next = Math.min(hours * NANOS_PER_HOUR, timers.next());
        return Duration.ofNanos(Math.max(nanos, (long) Math.min(next, Long.MAX_VALUE / 4.0)));
    }

    @Override
    public boolean stopAsked() {
        return stop.getAsBoolean();
    }

    /** Everybody says yes: nothing can go wrong here. */
    @Override
    public Truth approval(Approval approval) {
        return Truth.TRUE;
    }

    @Override
    public Found find(Aim<?> aim) {
        if (aim instanceof Aim.Running running) {
            int service = names.service(running.service());
            List<Target> nodes = new ArrayList<>();
            for (int host : twin.eyes().hosts(service)) {
                if (twin.eyes().runsOn(service, host)) {
                    nodes.add(new Target.Node(names.nodeName(host)));
                }
            }
            return nodes.isEmpty()
                    ? Found.none(running.service() + " runs on no node now")
                    : Found.of(nodes.subList(0, 1));
        } else if (aim instanceof Aim.Master master) {
            int node = twin.eyes().master(names.cluster(master.cluster()));
            return Found.of(List.of(new Target.Node(names.nodeName(node))));
        } else if (aim instanceof Aim.Holding holding) {
            return holding(holding.service());
        }
        return Found.none("the simulator cannot find " + aim.text());
    }

    private Found holding(String name) {
        OptionalInt pool = twin.eyes().worksOn(names.service(name));
        Optional<PoolRef> ref = pool.isPresent()
                ? Optional.of(names.poolRef(pool.getAsInt()))
                : lab.service(name).flatMap(Service::data).map(Service.Data::at);
        return ref.map(at -> Found.of(List.of(new Target.Pool(at)))).orElse(Found.none(name + " works on no pool now"));
    }

    private Foresight.What what(Hit hit) {
        Optional<Duration> lasts = drill.step(hit.step())
                .filter(step -> step.act() instanceof Act.Break<?>)
                .flatMap(step -> ((Act.Break<?>) step.act()).lasts());
        return new Foresight.What(hit.fault(), hit.target(), lasts);
    }

    @Override
    public Examined examine(Hit hit) {
        Foresight.What what = what(hit);
        Undo undo = new Undo(hit.fault().undo(), hit.target(), Map.of());
        Optional<Effect> effect = effects.of(hit.fault(), hit.target(), what.lasts());
        if (effect.isEmpty()) {
            return new Examined(Effects.NONE, Set.of(), List.of(), undo, Duration.ZERO);
        }
        Foresight.Foreseen foreseen = foresight.of(timers.present(), what);
        Set<Danger> dangers = new TreeSet<>(foreseen.dangers());
        dangers.addAll(dangersNow(hit.target()));
        return new Examined("", dangers, foreseen.affects(), undo, effect.get().settles());
    }

    /** What only the present moment can tell. */
    private Set<Danger> dangersNow(Target target) {
        Set<Danger> dangers = new TreeSet<>();
        PoolRef ref = target instanceof Target.Disk disk
                ? disk.pool()
                : target instanceof Target.Pool pool ? pool.at() : new PoolRef("", "");
        int pool = names.pool(ref);
        if (pool != Names.NONE && twin.eyes().data().resilvering(pool)) {
            dangers.add(Danger.SCRUB_RUNNING);
        }
        if (target.kind() == TargetKind.MAINS || target.kind() == TargetKind.UPS) {
            boolean full = lab.ups().stream()
                    .filter(ups ->
                            ups.site().equals(target.text()) || ups.name().equals(target.text()))
                    .allMatch(ups -> twin.eyes().charge(names.ups(ups.name())) >= FULL);
            if (!full) {
                dangers.add(Danger.UPS_NOT_FULL);
            }
        }
        return dangers;
    }

    private boolean prepare(Hit hit, Optional<Long> firesAt) {
        Foresight.What what = what(hit);
        Optional<Effect> effect = effects.of(hit.fault(), hit.target(), what.lasts());
        effect.ifPresent(it -> timers.arm(hit.key(), what, it, firesAt));
        return effect.isPresent();
    }

    /** From now on it takes so long to lay the way back of a fault, whatever the lab says: in another run it was seen. */
    public void armsIn(Duration time) {
        arming = Optional.of(time.toNanos() / NANOS_PER_HOUR);
    }

    /** Everything goes on while the runner waits for an answer. */
    private void passes(double hours) {
        if (hours > 0) {
            waitUntil(Duration.ofNanos(nanos + (long) (hours * NANOS_PER_HOUR)));
        }
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        double usual = twin.takes().arming();
        passes(arming.orElse(usual));
        if (timers.knows(hit.key())) {
            return Answer.refused("it was armed before");
        }
        return prepare(hit, Optional.of(nanos + lease.toNanos())) ? Answer.DONE : Answer.refused(Effects.NONE);
    }

    @Override
    public Answer inject(Hit hit) {
        if (!hit.needsArming() && !timers.knows(hit.key())) {
            prepare(hit, Optional.empty());
        }
        return timers.strike(hit.key()) ? Answer.DONE : Answer.refused("it is not armed");
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        return timers.extend(hit.key(), nanos + lease.toNanos()) ? Answer.DONE : Answer.refused("its timer has fired");
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        passes(twin.takes().undoing());
        timers.undo(hit.key());
        return Answer.DONE;
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        return timers.gone(hit.key())
                ? new Observation(Truth.TRUE, "", "")
                : new Observation(Truth.FALSE, "it is still there", "");
    }

    @Override
    public Answer disarm(Hit hit) {
        timers.disarm(hit.key());
        return Answer.DONE;
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        return jobs.perform(key, operation, target);
    }

    @Override
    public Observation observe(Probe probe) {
        Observation seen = sight.see(probe);
        double hours = sight.silent(probe) ? twin.takes().unanswered() : 0;
        slow = hours > 0;
        passes(hours);
        return seen;
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        return hindsight.look(expectation, hour(since.toNanos()));
    }
}
