package org.rackdrill.chaos.simulated;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Eyes;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/**
 * Which alarms ring in the simulated lab. Monitoring sees what is down, pools that miss a disk or are nearly full, copies
 * that grow old, and what a UPS says; it does not see slow disks, wrong clocks, short memory, missing keys, damage before
 * a scrub has found it, or a pool whose reads hang, as in most homes. While monitoring is down nothing rings, and it has to
 * see everything anew when it is back.
 */
final class Alarms {

    /** What sanoid's capacity monitor calls critical by default. */
    private static final double NEARLY_FULL = 0.95;

    /** A copy is late when one sync has not come and the next one is due. Our estimate of a sane monitor. */
    private static final double LATE = 2;

    /**
     * Whether an alarm rings, and until when that stays so if nothing happens.
     *
     * @param changesAt in hours from the start of the history; infinite for never
     */
    record State(boolean rings, double changesAt) {
        private static final State SILENT = new State(false, Double.POSITIVE_INFINITY);
        private static final State RINGS = new State(true, Double.POSITIVE_INFINITY);
    }

    private final Lab lab;
    private final Twin twin;
    private final Names names;
    private final Eyes eyes;
    private final Map<Target, Double> ringsAt = new HashMap<>();

    Alarms(Lab lab, Twin twin) {
        this.lab = lab;
        this.twin = twin;
        names = twin.names();
        eyes = twin.eyes();
    }

    void begin() {
        ringsAt.clear();
    }

    State of(Target about) {
        if (!eyes.watched()) {
            ringsAt.remove(about);
            return State.SILENT;
        }
        if (about instanceof Target.Copy copy && ageOf(copy).isPresent()) {
            return late(copy, ageOf(copy).get());
        }
        if (!bad(about)) {
            ringsAt.remove(about);
            return State.SILENT;
        }
        double rings = ringsAt.computeIfAbsent(about, first -> twin.now() + noticed(about));
        return rings > twin.now() ? new State(false, rings) : State.RINGS;
    }

    /** Returns the age of a copy; empty when nobody can look at it, which is seen like anything else that is down. */
    private Optional<Double> ageOf(Target.Copy copy) {
        return eyes.data().age(names.copy(copy.service(), copy.at()));
    }

    private State late(Target.Copy about, double age) {
        int copy = names.copy(about.service(), about.at());
        Optional<Double> said = limit(about);
        double limit = said.orElse(LATE * eyes.data().every(copy));
        if (age <= limit) {
            ringsAt.remove(about);
            return new State(false, twin.now() + limit - age);
        }
        double rings = said.isEmpty()
                ? twin.now()
                : ringsAt.computeIfAbsent(
                        about, first -> twin.now() + twin.takes().alarm());
        // A late copy may be renewed at any moment, if a sync can reach it.
        double changes = eyes.data().syncs(copy) ? twin.now() : Double.POSITIVE_INFINITY;
        return rings > twin.now() ? new State(false, Math.min(rings, changes)) : new State(true, changes);
    }

    /** Returns the age in hours at which the lab's monitoring calls a copy late, if the file says so. */
    private Optional<Double> limit(Target.Copy about) {
        return lab.copies().stream()
                .filter(copy ->
                        copy.service().equals(about.service()) && copy.to().equals(about.at()))
                .flatMap(copy -> copy.lateAfter().stream())
                .map(Hours::of)
                .findFirst();
    }

    /** A UPS speaks up by itself, and what takes its power from it does not. */
    private double noticed(Target about) {
        return about instanceof Target.Ups || about instanceof Target.Mains
                ? twin.takes().upsAlarm()
                : twin.takes().alarm();
    }

    private boolean bad(Target about) {
        if (about instanceof Target.Node node) {
            return !eyes.reached(names.node(node.name()));
        } else if (about instanceof Target.Copy copy) {
            return ageOf(copy).isEmpty();
        } else if (about instanceof Target.Box) {
            return !eyes.machineUp(names.machine(about.text()));
        } else if (about instanceof Target.Service service) {
            return !eyes.serviceUp(names.service(service.name()));
        } else if (about instanceof Target.Dataset data) {
            return !eyes.serviceUp(names.service(data.service()));
        } else if (about instanceof Target.Wan wan) {
            return !eyes.wanUp(names.wan(wan.name()));
        } else if (about instanceof Target.Vpn vpn) {
            return !eyes.vpnUp(names.vpn(vpn.name()));
        } else if (about instanceof Target.Cable cable) {
            return twin.cables()
                    .cable(cable.from(), cable.to())
                    .filter(it -> !eyes.cableUp(it))
                    .isPresent();
        } else if (about instanceof Target.Ups ups) {
            return badUps(names.ups(ups.name()));
        } else if (about instanceof Target.Mains mains) {
            return eyes.outageHeard(names.site(mains.site()));
        } else if (about instanceof Target.Cluster cluster) {
            return !eyes.quorate(names.cluster(cluster.name()));
        } else if (about instanceof Target.Disk disk) {
            return !eyes.data().diskThere(names.disk(disk.pool(), disk.number()));
        } else if (about instanceof Target.Pool pool) {
            return badPool(pool);
        }
        return false;
    }

    private boolean badUps(int ups) {
        return !eyes.onMains(ups) || eyes.muted(ups) || eyes.batteryReported(ups) || !eyes.upsUp(ups);
    }

    private boolean badPool(Target.Pool target) {
        int pool = names.pool(target.at());
        if (pool == Names.NONE) {
            int ceph = names.ceph(target.at());
            return ceph != Names.NONE && !eyes.data().cephWhole(ceph);
        }
        return eyes.data().poolWhole(pool).filter(whole -> !whole).isPresent()
                || eyes.data().used(pool).filter(used -> used >= NEARLY_FULL).isPresent()
                || twin.work().foundDamage(pool);
    }
}
