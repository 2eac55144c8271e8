package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.DataHarm;
import org.rackdrill.simulator.process.Harm;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/** What faults do to disks, pools, data and copies in the simulator. */
final class DataEffects {

    /** A disk that is put back has taken what it missed by then, even when that is everything. Our estimate. */
    private static final Duration RESILVER = Duration.ofDays(4);

    private final Twin twin;
    private final Names names;
    private final Harm harm;
    private final DataHarm data;

    DataEffects(Twin twin) {
        this.twin = twin;
        names = twin.names();
        harm = twin.harm();
        data = harm.data();
    }

    Optional<Effect> of(Fault<?> fault, Target target) {
        if (target instanceof Target.Disk disk) {
            return number(names.disk(disk.pool(), disk.number())).map(it -> ofDisk(fault, it));
        } else if (target instanceof Target.Pool pool) {
            return number(names.pool(pool.at())).flatMap(it -> ofPool(fault, it));
        } else if (target instanceof Target.Dataset dataset) {
            return number(names.data(dataset.service())).map(it -> ofData(fault, it));
        } else if (target instanceof Target.Copy copy) {
            return number(names.copy(copy.service(), copy.at())).map(it -> ofCopy(fault, it));
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(int number) {
        return number == Names.NONE ? Optional.empty() : Optional.of(number);
    }

    private Effect ofDisk(Fault<?> fault, int disk) {
        if (fault instanceof Fault.DiskFailure) {
            return new Effect(
                    () -> harm.takeDisk(disk),
                    () -> harm.putBackDisk(disk),
                    () -> twin.eyes().data().diskThere(disk),
                    RESILVER);
        } else if (fault instanceof Fault.SlowDisk slow) {
            double seconds = Hours.of(slow.extra()) / Hours.ofSeconds(1);
            return Effect.of(() -> harm.slow(disk, seconds), () -> harm.slow(disk, 0));
        }
        return Effect.of(() -> harm.rot(disk, true), () -> harm.rot(disk, false));
    }

    private Optional<Effect> ofPool(Fault<?> fault, int pool) {
        if (fault instanceof Fault.PoolFull full) {
            double share = full.to().fraction();
            return Optional.of(Effect.of(() -> harm.fill(pool, share), () -> harm.fill(pool, Double.NaN)));
        } else if (fault instanceof Fault.PoolHung) {
            return Optional.of(Effect.of(() -> harm.hangPool(pool), () -> harm.resetPool(pool)));
        }
        // What is not encrypted has no key to lose.
        return twin.eyes().data().encrypted(pool)
                ? Optional.of(Effect.of(() -> data.poolKey(pool, false), () -> data.poolKey(pool, true)))
                : Optional.empty();
    }

    private Effect ofData(Fault<?> fault, int dataset) {
        Runnable strikes = fault instanceof Fault.DatasetDeleted deleted
                ? () -> data.delete(dataset, deleted.snapshots())
                : () -> data.encrypt(dataset);
        return new Effect(strikes, () -> data.restore(dataset), () -> !data.harmed(dataset), Duration.ZERO);
    }

    private Effect ofCopy(Fault<?> fault, int copy) {
        if (fault instanceof Fault.EncryptionKeyMissing) {
            return Effect.of(() -> data.copyKey(copy, false), () -> data.copyKey(copy, true));
        }
        return Effect.of(() -> data.link(copy, false), () -> data.link(copy, true));
    }
}
