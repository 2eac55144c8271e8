package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.importing.chaostoolkit.Known.Effect;
import org.rackdrill.chaos.importing.chaostoolkit.Looks.Look;
import org.rackdrill.chaos.importing.chaostoolkit.Names.Found;
import org.rackdrill.chaos.importing.draft.Part;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.yaml.Tree;

/** Walks through the activities of an experiment and keeps the time: one waits for the other, but in the background. */
final class Method {

    /** As long as a person waits for a page. */
    private static final Duration MOMENT = Duration.ofSeconds(10);

    private static final Duration DRAIN = Duration.ofSeconds(120);
    private static final Duration CPU = Duration.ofSeconds(120);
    private static final Duration LATENCY = Duration.ofSeconds(60);

    private final Looks looks;
    private final ActivityReader reader;
    private final List<Remark> remarks;
    private final Timeline timeline = new Timeline();
    private Duration now = Duration.ZERO;
    private boolean backgroundSaid;

    Method(Looks looks, ActivityReader reader) {
        this.looks = looks;
        this.reader = reader;
        this.remarks = looks.remarks();
    }

    /** Walks through the method. */
    void walk(List<Spot> activities) {
        activities.forEach(spot -> pass(reader.read(spot), false));
    }

    /** Walks through the rollbacks, which follow the method. */
    void rollBack(List<Spot> activities) {
        activities.forEach(spot -> pass(reader.read(spot), true));
    }

    /** Returns how long it has taken so far, as far as the file says. */
    Duration now() {
        return now;
    }

    Timeline timeline() {
        return timeline;
    }

    List<Part<Step>> steps() {
        return timeline.parts();
    }

    private void pass(Activity activity, boolean rollback) {
        Duration start = now.plus(activity.before());
        Duration took = activity.action() ? act(activity, start, rollback) : look(activity, start, rollback);
        if (!activity.background()) {
            now = start.plus(took).plus(activity.after());
        } else if (!backgroundSaid) {
            backgroundSaid = true;
            remarks.add(activity.spot()
                    .noted("in the background: the next one does not wait for it, and the drill does not either at its"
                            + " end, unlike the toolkit"));
        }
    }

    private Duration look(Activity activity, Duration start, boolean rollback) {
        if (rollback) {
            remarks.add(activity.spot().leftOut("a probe among the rollbacks: a drill looks at `steady` then"));
        } else if (waits(activity.provider())) {
            return act(activity, start, false);
        } else if (activity.tolerance().isEmpty()) {
            remarks.add(activity.spot().leftOut("a probe that only records: a drill records its own"));
        } else {
            looks.look(activity).ifPresent(look -> gate(activity, look, start));
        }
        return Duration.ZERO;
    }

    /** A probe must be true when the method comes to it; the drill waits a moment for it to be. */
    private void gate(Activity activity, Look look, Duration start) {
        guessed(activity, look.probe().of(), look.doubt());
        remarks.add(activity.spot()
                .noted("the toolkit never judges a tolerance in the method; here the drill fails when it is not met"
                        + " within " + MOMENT.toSeconds() + " s"));
        timeline.add(activity, start, new Act.Gate(look.probe(), MOMENT), look.doubt());
    }

    private void guessed(Activity activity, Target target, Optional<String> doubt) {
        doubt.ifPresent(why -> remarks.add(activity.spot().guessed("`" + target.text() + "`: " + why)));
    }

    private boolean waits(Provider provider) {
        return looks.known(provider).filter(it -> it.effect() == Effect.WAIT).isPresent();
    }

    /** Does an action and returns how long the next one waits for it. */
    private Duration act(Activity activity, Duration start, boolean rollback) {
        Provider provider = activity.provider();
        Optional<Known> known = looks.known(provider).filter(it -> it.effect() != Effect.UP);
        if (known.isEmpty()) {
            remarks.add(provider.spot()
                    .leftOut(
                            rollback
                                    ? "a drill undoes by itself what it did, and nobody can tell what else "
                                            + provider.text() + " does"
                                    : "no fault or operation is known to be like " + provider.text()));
            return Duration.ZERO;
        }
        Effect effect = known.get().effect();
        if (effect == Effect.WAIT) {
            return waited(provider);
        }
        if (rollback && effect != Effect.START && effect != Effect.MAINTENANCE_OFF) {
            remarks.add(provider.spot().leftOut("a rollback that breaks something is none"));
            return Duration.ZERO;
        }
        rest(provider, known.get());
        looks.targets(provider, known.get()).forEach(found -> act(activity, known.get(), found, start));
        return effect == Effect.CPU
                ? seconds(provider, "duration", CPU)
                : effect == Effect.LATENCY ? seconds(provider, "duration", LATENCY) : Duration.ZERO;
    }

    private void act(Activity activity, Known known, Found found, Duration start) {
        Provider provider = activity.provider();
        if (known.effect() == Effect.START) {
            Optional<String> ended = timeline.powerBack(found.target(), start);
            if (ended.isPresent()) {
                remarks.add(activity.spot().noted("it ends `" + ended.get() + "`, which a drill undoes by itself"));
                return;
            }
        }
        found.doubt()
                .ifPresent(doubt ->
                        remarks.add(activity.spot().guessed("`" + found.target().text() + "`: " + doubt)));
        timeline.add(activity, start, act(provider, known, found.target()), found.doubt());
    }

    private Act act(Provider provider, Known known, Target target) {
        if (target instanceof Target.Service service) {
            Aim<Target.Service> aim = new Aim.Named<>(service);
            return known.effect() == Effect.KILL
                    ? new Act.Break<>(new Fault.ProcessKill(), aim, Optional.empty())
                    : new Act.Break<>(new Fault.ServiceCrash(), aim, Optional.empty());
        }
        if (target instanceof Target.Cable cable) {
            Fault<Target.Line> late = new Fault.LinkLatency(half(provider, "delay", 200), half(provider, "jitter", 50));
            return new Act.Break<>(late, new Aim.Named<>(cable), Optional.of(seconds(provider, "duration", LATENCY)));
        }
        return node(provider, known.effect(), new Aim.Named<>((Target.Node) target));
    }

    /** Returns half of a time that is said in milliseconds, to the millisecond. */
    private Duration half(Provider provider, String argument, long usual) {
        return Duration.ofMillis(Math.round(
                seconds(provider, argument, Duration.ofSeconds(usual)).toSeconds() / 2.0));
    }

    private Act node(Provider provider, Effect effect, Aim<Target.Node> aim) {
        return switch (effect) {
            case STOP ->
                forced(provider)
                        ? new Act.Break<>(new Fault.NodePowerLoss(), aim, Optional.empty())
                        : new Act.Perform<>(new Operation.OrderedShutdown(), aim, Optional.empty());
            case START -> new Act.Perform<>(new Operation.Start(), aim, Optional.empty());
            case MAINTENANCE_ON ->
                new Act.Perform<>(new Operation.MaintenanceOn(), aim, Optional.of(seconds(provider, "timeout", DRAIN)));
            case MAINTENANCE_OFF -> new Act.Perform<>(new Operation.MaintenanceOff(), aim, Optional.empty());
            case CPU ->
                new Act.Break<>(
                        new Fault.CpuPressure(new Share(1)), aim, Optional.of(seconds(provider, "duration", CPU)));
            default -> throw new IllegalStateException("no node can be hit by " + effect);
        };
    }

    private static boolean forced(Provider provider) {
        return argument(provider, "force").flatMap(Spot::flag).orElse(false);
    }

    private Duration waited(Provider provider) {
        if (provider instanceof Provider.Program program) {
            List<Spot> words = program.words();
            Optional<Duration> slept = words.size() == 1 ? reader.slept(words.get(0)) : Optional.empty();
            if (slept.isPresent()) {
                return slept.get();
            }
            remarks.add(provider.spot().leftOut("its arguments are not understood"));
            return Duration.ZERO;
        }
        Duration waited = seconds(provider, "duration", Duration.ZERO);
        if (waited.isZero()) {
            remarks.add(provider.spot().leftOut("it does not say how long"));
        }
        return waited;
    }

    private Duration seconds(Provider provider, String argument, Duration usual) {
        return argument(provider, argument).map(reader::seconds).orElse(usual);
    }

    private static Optional<Spot> argument(Provider provider, String name) {
        return provider instanceof Provider.Python python
                ? Optional.ofNullable(python.arguments().get(name)).filter(it -> !(it.tree() instanceof Tree.Nothing))
                : Optional.empty();
    }

    /** Notes arguments of a known function that a step does not take. */
    private void rest(Provider provider, Known known) {
        if (provider instanceof Provider.Python python) {
            List<String> rest = python.arguments().keySet().stream()
                    .filter(it -> !known.arguments().contains(it))
                    .filter(it ->
                            !List.of("force", "duration", "delay", "jitter").contains(it))
                    .filter(it -> !(known == Known.DRAIN_NODES && it.equals("timeout")))
                    .toList();
            if (!rest.isEmpty()) {
                remarks.add(provider.spot().noted("not taken over: " + String.join(", ", rest)));
            }
        }
        boolean differs = !known.beware().equals(Known.SAME);
        if (differs && (known.effect() == Effect.CRASH || known.effect() == Effect.LATENCY || known == Known.PKILL)) {
            remarks.add(provider.spot().noted(known.there() + ": " + known.beware()));
        }
    }
}
