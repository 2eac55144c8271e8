package org.rackdrill.simulator.rare;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.BatchPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.Survival;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.rare.DiskWorld.Disk;
import org.rackdrill.simulator.rare.DiskWorld.Place;

/**
 * What happens to the disks of a dataset and its copies when nothing else ever goes wrong: they die, somebody notices and
 * replaces them, pools resilver, a lost pool is filled again. The rules are those of a whole history (Storage, DiskLives,
 * Operator), except that the person has nothing else to do. Its height is what is missing: failed disks of the worst group
 * of each place that holds the data, and one more than it tolerates for each place that does not.
 */
final class DiskCourse implements Course<DiskCourse> {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final long[] ONE_STREAM = {Luck.nameOf("disks")};

    private final DiskWorld world;
    private final Disk[] disks;
    private final Place[] places;
    private final Luck luck = new Luck(ONE_STREAM);
    private final Person person;

    /** By disk, how many times the usual hazard it has while something is missing; 1 in a course that is let go as it is. */
    private final double[] likelier;

    /** The batches that matter here, and the luck of each batch of the lab. */
    private final int[] bought;

    private final double[] frailty;

    private boolean biased;

    /** The height of copies that were of no use from the start. */
    private int given;

    private double logWeight;
    private double now;

    /**
     * When something happens: for each disk its death or the end of its resilver, a new one in its place, and a part for the
     * drawer; for each place a new pool, and data on it.
     */
    private final double[] due;

    private final double[] born;
    private final double[] hazard;
    private final boolean[] failed;
    private final boolean[] resilvers;
    private final boolean[] spared;
    private final int[] failedInGroup;
    private final int[] resilversInGroup;
    private final int[] spares;
    private final boolean[] usable;
    private final boolean[] lost;
    private final boolean[] holds;

    /**
     * Makes room for a course.
     *
     * @param biasing whether disks die more often while something is missing
     */
    DiskCourse(DiskWorld world, boolean biasing) {
        this.world = world;
        disks = world.disks().toArray(Disk[]::new);
        places = world.places().toArray(Place[]::new);
        person = new Person(world.lab(), world.factors(), luck);
        likelier = new double[disks.length];
        for (int i = 0; i < disks.length; i++) {
            likelier[i] = biasing ? world.likelier(i) : 1;
        }
        bought = world.batches();
        frailty = new double[world.lab().batches().length];
        due = new double[3 * disks.length + 2 * places.length];
        born = new double[disks.length];
        hazard = new double[disks.length];
        failed = new boolean[disks.length];
        resilvers = new boolean[disks.length];
        spared = new boolean[disks.length];
        failedInGroup = new int[world.groups()];
        resilversInGroup = new int[world.groups()];
        spares = new int[places.length];
        usable = new boolean[places.length];
        lost = new boolean[places.length];
        holds = new boolean[places.length];
    }

    @Override
    public void begin(long seed, long number) {
        luck.begin(seed, number);
        now = 0;
        logWeight = 0;
        Arrays.fill(due, NEVER);
        Arrays.fill(failed, false);
        Arrays.fill(resilvers, false);
        Arrays.fill(spared, false);
        Arrays.fill(failedInGroup, 0);
        Arrays.fill(resilversInGroup, 0);
        Arrays.fill(lost, false);
        Arrays.fill(holds, true);
        person.begin(world.horizon());
        for (int i = 0; i < places.length; i++) {
            spares[i] = places[i].pool().spares();
            usable[i] = luck.of(0).nextDouble() < places[i].usable();
        }
        given = height();
        biased = false;
        BatchPlan[] batches = world.lab().batches();
        for (int batch : bought) {
            double spread = batches[batch].spread() * world.factors()[batches[batch].parameter()];
            frailty[batch] = BatchPlan.factor(spread, luck.of(0).gaussian());
        }
        for (int i = 0; i < disks.length; i++) {
            Survival survival = world.survivals()[i];
            born[i] = -(survival == null
                    ? world.lab().ages().stationary()
                            ? 0
                            : world.lab().ages().hours()[disks[i].plan().mode()]
                    : survival.ageAt(luck.of(0).nextDouble()));
            hazard[i] = frailty[disks[i].plan().batch()];
            lives(i);
        }
    }

    @Override
    public void goFrom(DiskCourse other, long seed, long number) {
        luck.begin(seed, number);
        now = other.now;
        logWeight = 0;
        biased = other.biased;
        given = other.given;
        copy(other.due, due);
        copy(other.born, born);
        copy(other.hazard, hazard);
        System.arraycopy(other.failed, 0, failed, 0, failed.length);
        System.arraycopy(other.resilvers, 0, resilvers, 0, resilvers.length);
        System.arraycopy(other.spared, 0, spared, 0, spared.length);
        System.arraycopy(other.failedInGroup, 0, failedInGroup, 0, failedInGroup.length);
        System.arraycopy(other.resilversInGroup, 0, resilversInGroup, 0, resilversInGroup.length);
        System.arraycopy(other.spares, 0, spares, 0, spares.length);
        System.arraycopy(other.usable, 0, usable, 0, usable.length);
        System.arraycopy(other.lost, 0, lost, 0, lost.length);
        System.arraycopy(other.holds, 0, holds, 0, holds.length);
        person.goFrom(other.person);
        livesOn();
    }

    @Override
    public double weight() {
        return Math.exp(logWeight);
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public int height() {
        int sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += counts(i) ? worstGroup(places[i]) : places[i].height();
        }
        return sum;
    }

    /** Returns whether the data can be had from a place. */
    private boolean counts(int place) {
        return usable[place] && holds[place];
    }

    private int worstGroup(Place place) {
        int most = 0;
        for (int group = 0; group < place.pool().groups(); group++) {
            most = Math.max(most, failedInGroup[place.groups() + group]);
        }
        return most;
    }

    @Override
    public boolean goesOn() {
        int next = 0;
        for (int i = 1; i < due.length; i++) {
            next = due[i] < due[next] ? i : next;
        }
        if (due[next] >= world.horizon()) {
            return false;
        }
        goTo(due[next]);
        due[next] = NEVER;
        happens(next);
        if (biased != height() > given) {
            biased = !biased;
            livesOn();
        }
        return true;
    }

    /** Time goes by in which some disks might have died more easily than they should. */
    private void goTo(double time) {
        if (biased) {
            for (int i = 0; i < disks.length; i++) {
                if (likelier[i] > 1 && !failed[i] && counts(disks[i].place())) {
                    logWeight += (likelier[i] - 1) * times(i) * through(i, now, time);
                }
            }
        }
        now = time;
    }

    private double through(int disk, double from, double to) {
        int life = disks[disk].mode().fails();
        return world.lab().lives().hazard(life, world.factors(), to - born[disk])
                - world.lab().lives().hazard(life, world.factors(), from - born[disk]);
    }

    private void happens(int next) {
        int of = next % disks.length;
        switch (next / disks.length) {
            case 0 -> {
                if (failed[of]) {
                    resilvered(of);
                } else {
                    dies(of);
                }
            }
            case 1 -> mended(of);
            case 2 -> person.restocked(disks[of].mode());
            default -> placeChanges(next - 3 * disks.length);
        }
    }

    private void livesOn() {
        for (int i = 0; i < disks.length; i++) {
            if (!failed[i]) {
                lives(i);
            }
        }
    }

    /** What is left of a life is drawn anew: hazard that was not gone through yet has no memory. */
    private void lives(int disk) {
        Disk it = disks[disk];
        double hurried = biased && counts(it.place()) ? likelier[disk] : 1;
        due[disk] = now
                + world.lab()
                        .lives()
                        .residual(
                                it.mode().fails(),
                                luck.of(0),
                                world.factors(),
                                now - born[disk],
                                times(disk) * hurried);
    }

    /** How many times the usual hazard a disk truly has. */
    private double times(int disk) {
        boolean strained = resilversInGroup[disks[disk].group()] > 0;
        return hazard[disk] * (strained ? world.strain(disks[disk].plan()) : 1);
    }

    private void renewed(int disk) {
        failed[disk] = false;
        born[disk] = now;
        hazard[disk] = 1;
        lives(disk);
    }

    private void dies(int disk) {
        Disk it = disks[disk];
        if (lost[it.place()]) {
            renewed(disk);
            return;
        }
        failed[disk] = true;
        logWeight -= biased && counts(it.place()) ? Math.log(likelier[disk]) : 0;
        if (++failedInGroup[it.group()] > places[it.place()].pool().tolerance()) {
            loses(it.place());
            return;
        }
        spared[disk] = spares[it.place()] > 0;
        if (spared[disk]) {
            spares[it.place()]--;
            resilver(disk);
        }
        due[disks.length + disk] = person.mends(it.mode(), now);
        due[2 * disks.length + disk] = person.restockedAt();
    }

    /** A new disk is in place. */
    private void mended(int disk) {
        int place = disks[disk].place();
        if (spared[disk]) {
            spared[disk] = false;
            spares[place]++;
        } else if (!lost[place] && failed[disk]) {
            resilver(disk);
        }
    }

    private void resilver(int disk) {
        Disk it = disks[disk];
        resilvers[disk] = true;
        due[disk] = now + world.resilverHours(places[it.place()].pool());
        if (resilversInGroup[it.group()]++ == 0) {
            strain(it.group(), it.place());
        }
    }

    private void resilvered(int disk) {
        Disk it = disks[disk];
        resilverEnds(disk);
        failedInGroup[it.group()]--;
        renewed(disk);
    }

    private void resilverEnds(int disk) {
        Disk it = disks[disk];
        resilvers[disk] = false;
        if (--resilversInGroup[it.group()] == 0) {
            strain(it.group(), it.place());
        }
    }

    /** The hazard of those that live has changed. */
    private void strain(int group, int place) {
        int first = places[place].firstDisk();
        for (int i = first; i < first + places[place].pool().disks().length; i++) {
            if (disks[i].group() == group && !failed[i] && world.strain(disks[i].plan()) != 1) {
                lives(i);
            }
        }
    }

    private void loses(int place) {
        lost[place] = true;
        holds[place] = false;
        Place it = places[place];
        for (int i = it.firstDisk(); i < it.firstDisk() + it.pool().disks().length; i++) {
            if (resilvers[i]) {
                resilverEnds(i);
                due[i] = NEVER;
            }
        }
        Mode loss = world.lab().modes()[it.pool().loss()];
        due[3 * disks.length + place] = person.mends(loss, now) + (place == 0 ? it.backHours() : 0);
        if (place == 0) {
            // Nothing is sent to an empty copy meanwhile.
            Arrays.fill(due, 3 * disks.length + places.length, due.length, NEVER);
        }
        livesOn();
    }

    private void placeChanges(int number) {
        if (number >= places.length) {
            holds[number - places.length] = true;
            livesOn();
            return;
        }
        Place it = places[number];
        lost[number] = false;
        spares[number] = it.pool().spares();
        for (int i = it.firstDisk(); i < it.firstDisk() + it.pool().disks().length; i++) {
            spared[i] = false;
            due[disks.length + i] = NEVER;
            if (failed[i]) {
                failedInGroup[disks[i].group()]--;
                renewed(i);
            }
        }
        if (number == 0) {
            holds[0] = true;
            livesOn();
            for (int i = 1; i < places.length; i++) {
                send(i);
            }
        } else {
            send(number);
        }
    }

    /** The first sync to an empty copy begins when the next one is due. */
    private void send(int place) {
        if (!holds[place] && !lost[place] && holds[0]) {
            double waits = luck.of(0).nextDouble() * places[place].everyHours();
            due[3 * disks.length + places.length + place] = now + waits + places[place].backHours();
        }
    }
}
