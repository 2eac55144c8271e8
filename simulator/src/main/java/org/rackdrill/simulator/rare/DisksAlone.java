package org.rackdrill.simulator.rare;

import java.util.Optional;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.OperatorPlan;
import org.rackdrill.simulator.rare.DiskWorld.Disk;

/**
 * The chance that a dataset is lost with all its copies because disks die, and for no other reason: what is left of a lab
 * without people, fire and power. Its structure says how near a loss is, so that splitting needs no help.
 */
public final class DisksAlone {

    private final DiskWorld world;

    private DisksAlone(DiskWorld world) {
        this.world = world;
    }

    /**
     * Looks at the disks of a dataset; nothing when it or a copy of it does not lie on a pool.
     *
     * @param usable the chance that each of its copies can be restored from
     * @param factors one for each parameter
     * @param horizonHours from the start of the study
     */
    public static Optional<DisksAlone> of(
            CompiledLab lab, DataPlan data, double[] usable, double[] factors, double horizonHours) {
        return DiskWorld.of(lab, data, usable, factors, horizonHours).map(DisksAlone::new);
    }

    /**
     * Returns the chance of a loss until the horizon, by splitting; where the hazard of disks is known at every age, they die
     * more often while others are missing, and count the less.
     *
     * @param relativeError to reach, such as 0.1
     * @param mostEvents after which it stops all the same, roughly; a million take about a second
     */
    public Rarity chance(long seed, double relativeError, long mostEvents) {
        boolean biased = IntStream.range(0, world.disks().size()).anyMatch(disk -> world.likelier(disk) > 1);
        Rarity found = Splitting.chance(
                () -> new DiskCourse(world, true),
                () -> new DiskCourse(world, false),
                world.top(),
                seed,
                relativeError,
                mostEvents);
        return biased ? found.by(Rarity.Method.BIASED_SPLITTING) : found;
    }

    /** Returns what equals that of all others, of the same lab, parameters and horizon, of which the same is true. */
    public Object likeness() {
        return world.likeness();
    }

    /**
     * Returns why a chain of failed disks is only nearly right, in words; nothing when it is exact: one pool, lives and
     * repairs that do not remember, and disks that know nothing of each other.
     */
    public Optional<String> whyNotExact() {
        if (world.places().size() > 1) {
            return Optional.of("copies on other pools");
        }
        for (Disk disk : world.disks()) {
            int batch = disk.plan().batch();
            boolean alike = disk.mode().fails() == world.disks().get(0).mode().fails();
            if (!alike || !world.lab().lives().ageless(disk.mode().fails())) {
                return Optional.of("disks that age");
            }
            if (world.lab().batches()[batch].spread() > 0) {
                return Optional.of("disks of a batch that share their luck");
            }
            if (world.strain(disk.plan()) != 1) {
                return Optional.of("resilvers that strain the other disks");
            }
        }
        return repairRemembers() ? Optional.of("repairs that do not end at random") : Optional.empty();
    }

    /** Of the steps of a repair only one may take time, and that one as it comes. */
    private boolean repairRemembers() {
        if (world.places().get(0).pool().tolerance() == 0) {
            return false;
        }
        OperatorPlan person = world.lab().operator();
        Disk disk = world.disks().get(0);
        int[] steps = {
            person.noticesAfter(),
            disk.mode().repair().lasts(),
            person.travel()[disk.mode().repair().site()],
            disk.mode().repair().work()
        };
        int[] taking = IntStream.of(steps)
                .filter(it -> it != Lifetimes.AT_ONCE && world.lab().lives().mean(it, world.factors()) > 0)
                .toArray();
        boolean sleeps = person.asleepFrom() != person.asleepTo() || person.awayHoursPerYear() > 0;
        boolean spare = disk.mode().repair().spare() >= 0
                && person.spares()[disk.mode().repair().spare()] > 0;
        boolean resilver = world.resilverHours(world.places().get(0).pool()) > 1e-3;
        boolean hotSpare = world.places().get(0).pool().spares() > 0;
        return sleeps
                || spare
                || hotSpare
                || resilver
                || taking.length != 1
                || !world.lab().lives().ageless(taking[0]);
    }
}
