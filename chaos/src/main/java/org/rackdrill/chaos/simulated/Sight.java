package org.rackdrill.chaos.simulated;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Eyes;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/** What the probes of a drill see in the simulator, and until when they will see the same if nothing happens. */
final class Sight {

    private static final Observation YES = new Observation(Truth.TRUE, "", "");
    private static final Observation NO = new Observation(Truth.FALSE, "", "");
    private static final Observation AWAY = new Observation(Truth.UNKNOWN, "", "the node that has it is down");
    private static final Observation SILENT = new Observation(Truth.UNKNOWN, "", "the UPS says nothing");
    private static final Observation NOBODY =
            new Observation(Truth.UNKNOWN, "", "the simulator has no such thing to look at");

    private final Twin twin;
    private final Names names;
    private final Eyes eyes;
    private final Alarms alarms;

    /** For probes whose answer changes with time alone, the moment until which it does not. */
    private final Map<Probe, Double> same = new IdentityHashMap<>();

    Sight(Lab lab, Twin twin) {
        this.twin = twin;
        names = twin.names();
        eyes = twin.eyes();
        alarms = new Alarms(lab, twin);
    }

    void begin() {
        same.clear();
        alarms.begin();
    }

    /** Returns until when every probe that was asked so far answers the same if nothing happens, in hours. */
    double sameUntil() {
        double first = Double.POSITIVE_INFINITY;
        for (double until : same.values()) {
            first = Math.min(first, until);
        }
        return first;
    }

    Observation see(Probe probe) {
        if (probe instanceof Probe.Up up) {
            return seen(up(up.of()));
        } else if (probe instanceof Probe.NoAlarm alarm) {
            Alarms.State state = alarms.of(alarm.of());
            same.put(probe, state.changesAt());
            return state.rings() ? NO : YES;
        } else if (probe instanceof Probe.RunsOnce once) {
            return seen(Optional.of(!twin.work().twice(names.service(once.of().name()))));
        } else if (probe instanceof Probe.RunsOn runs) {
            return seen(Optional.of(eyes.runsOn(names.service(runs.of().name()), names.node(runs.on()))));
        } else if (probe instanceof Probe.Quorate quorate) {
            return seen(Optional.of(eyes.quorate(names.cluster(quorate.of().name()))));
        } else if (probe instanceof Probe.Redundant redundant) {
            return seen(redundant(redundant.of()));
        } else if (probe instanceof Probe.Intact intact) {
            return seen(intact(intact.of()));
        } else if (probe instanceof Probe.Reaches reaches) {
            return seen(Optional.of(eyes.reaches(names.node(reaches.of().name()), names.node(reaches.to()))));
        } else if (probe instanceof Probe.OnMains mains) {
            int ups = names.ups(mains.of().name());
            return eyes.muted(ups) ? SILENT : seen(eyes.onMains(ups));
        }
        return measured(probe);
    }

    /** Returns whether nothing answers a probe, not even that it is not there: nobody is at the address. */
    boolean silent(Probe probe) {
        if (!(probe instanceof Probe.Up up) || !(up.of() instanceof Target.Service of)) {
            return false;
        }
        int service = names.service(of.name());
        boolean heard = eyes.serviceUp(service);
        for (int host : eyes.hosts(service)) {
            heard |= eyes.reached(host);
        }
        return !heard;
    }

    private Observation measured(Probe probe) {
        if (probe instanceof Probe.Fresh fresh) {
            return fresh(fresh);
        } else if (probe instanceof Probe.Charged charged) {
            return charged(charged);
        } else if (probe instanceof Probe.Answers answers) {
            double seconds = eyes.answersAfter(names.service(answers.of().name()));
            return value(seconds <= Hours.of(answers.within()) / Hours.ofSeconds(1), "at least %.1f s", seconds);
        } else if (probe instanceof Probe.Used used && names.pool(used.of().at()) != Names.NONE) {
            return eyes.data()
                    .used(names.pool(used.of().at()))
                    .map(share -> value(share <= used.atMost().fraction(), "%.0f %%", share * 100))
                    .orElse(AWAY);
        } else if (probe instanceof Probe.ClockRight clock) {
            return eyes.clockOff(names.node(clock.of().name()))
                    .map(off ->
                            value(Math.abs(off) <= Hours.of(clock.within()) / Hours.ofSeconds(1), "off by %.1f s", off))
                    .orElse(AWAY);
        } else if (probe instanceof Probe.MemoryFree memory) {
            return eyes.memoryFree(names.node(memory.of().name()))
                    .map(free -> value(free >= memory.atLeast().fraction(), "%.0f %% free", free * 100))
                    .orElse(AWAY);
        }
        return NOBODY;
    }

    private Observation fresh(Probe.Fresh fresh) {
        int copy = names.copy(fresh.of().service(), fresh.of().at());
        Optional<Double> age = eyes.data().age(copy);
        if (age.isEmpty()) {
            same.remove(fresh);
            return AWAY;
        }
        double within = Hours.of(fresh.within());
        boolean young = age.get() <= within;
        // A copy that is too old may be renewed at any moment, which is no event of its own, if a sync can reach it.
        double old = eyes.data().syncs(copy) ? twin.now() : Double.POSITIVE_INFINITY;
        same.put(fresh, young ? twin.now() + within - age.get() : old);
        return value(young, "%.1f h old", age.get());
    }

    private Observation charged(Probe.Charged charged) {
        int ups = names.ups(charged.of().name());
        if (eyes.muted(ups)) {
            same.remove(charged);
            return SILENT;
        }
        double charge = eyes.charge(ups);
        double perHour = eyes.chargePerHour(ups);
        double wanted = charged.atLeast().fraction();
        boolean enough = charge >= wanted;
        boolean turns = enough ? perHour < 0 : perHour > 0;
        same.put(charged, turns ? twin.now() + (wanted - charge) / perHour : Double.POSITIVE_INFINITY);
        return value(enough, "%.0f %%", charge * 100);
    }

    private Optional<Boolean> up(Target target) {
        if (target instanceof Target.Service service) {
            return Optional.of(eyes.serviceUp(names.service(service.name())));
        } else if (target instanceof Target.Node || target instanceof Target.Box) {
            return Optional.of(eyes.machineUp(names.machine(target.text())));
        } else if (target instanceof Target.Wan wan) {
            return Optional.of(eyes.wanUp(names.wan(wan.name())));
        } else if (target instanceof Target.Vpn vpn) {
            return Optional.of(eyes.vpnUp(names.vpn(vpn.name())));
        } else if (target instanceof Target.Cable cable) {
            return twin.cables().cable(cable.from(), cable.to()).map(eyes::cableUp);
        } else if (target instanceof Target.Ups ups) {
            return Optional.of(eyes.upsUp(names.ups(ups.name())));
        } else if (target instanceof Target.Pool pool) {
            return poolUp(pool.at());
        }
        return Optional.empty();
    }

    private Optional<Boolean> poolUp(PoolRef ref) {
        int ceph = names.ceph(ref);
        return ceph == Names.NONE
                ? eyes.data().poolUp(names.pool(ref))
                : Optional.of(eyes.data().cephUp(ceph));
    }

    private Optional<Boolean> redundant(Target target) {
        if (target instanceof Target.Pool pool) {
            int ceph = names.ceph(pool.at());
            return ceph == Names.NONE
                    ? eyes.data().poolWhole(names.pool(pool.at()))
                    : Optional.of(eyes.data().cephWhole(ceph));
        } else if (target instanceof Target.Cluster cluster) {
            return Optional.of(eyes.clusterWhole(names.cluster(cluster.name())));
        } else if (target instanceof Target.Service service) {
            return Optional.of(eyes.serviceRedundant(names.service(service.name())));
        }
        return Optional.empty();
    }

    private Optional<Boolean> intact(Target target) {
        if (target instanceof Target.Copy copy) {
            return eyes.data().copyIntact(names.copy(copy.service(), copy.at()));
        } else if (target instanceof Target.Pool pool) {
            return poolIntact(pool.at());
        }
        return Optional.of(names.data(target.text()))
                .filter(data -> data != Names.NONE)
                .flatMap(eyes.data()::dataIntact);
    }

    private Optional<Boolean> poolIntact(PoolRef ref) {
        // What Ceph has lost does not work.
        return names.ceph(ref) == Names.NONE ? eyes.data().poolIntact(names.pool(ref)) : poolUp(ref);
    }

    private static Observation seen(boolean good) {
        return good ? YES : NO;
    }

    private static Observation seen(Optional<Boolean> good) {
        return good.map(it -> it ? YES : NO).orElse(AWAY);
    }

    private static Observation value(boolean good, String format, double measured) {
        return new Observation(good ? Truth.TRUE : Truth.FALSE, String.format(Locale.ROOT, format, measured), "");
    }
}
