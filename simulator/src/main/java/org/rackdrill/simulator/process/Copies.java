package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Hours;

/**
 * Datasets and their copies. A sync every quarter of an hour for years is hundreds of thousands of events that nobody
 * looks at, so the age of a copy is computed when something asks.
 */
final class Copies {

    /** The moment whose data an empty copy holds. */
    private static final double NOTHING = Double.NEGATIVE_INFINITY;

    private static final int[] NO_COPIES = {};

    private final Stage stage;
    private final Storage storage;
    private final Ceph ceph;
    private final Protections protections;
    private final DataPlan[] data;
    private final Map<double[], CopyPlan[]> underFactors = new IdentityHashMap<>();
    private CopyPlan[] copies;

    private final double[] lastGood;
    private final double[] phase;
    private final double[] openSince;

    /** The sync that was running when the way closed, and what was left of it. */
    private final double[] cutOff;

    private final double[] left;
    private final Pace pace = new Pace();
    private final double[] closedAt;

    /** Whether the way closed because nobody starts jobs. */
    private final boolean[] unstarted;

    /** Copies that hold nothing of use until their primary is back. */
    private final boolean[] spoiled;

    /** Times that each dataset was lost: the primary and every copy. */
    final int[] lost;

    Copies(Stage stage, Storage storage, Ceph ceph, Protections protections) {
        this.stage = stage;
        this.storage = storage;
        this.ceph = ceph;
        this.protections = protections;
        data = stage.lab.data();
        copies = stage.lab.copies();
        lastGood = new double[copies.length];
        phase = new double[copies.length];
        openSince = new double[copies.length];
        cutOff = new double[copies.length];
        left = new double[copies.length];
        closedAt = new double[copies.length];
        unstarted = new boolean[copies.length];
        spoiled = new boolean[copies.length];
        lost = new int[data.length];
    }

    void begin() {
        Arrays.fill(lost, 0);
        Arrays.fill(openSince, Double.NEGATIVE_INFINITY);
        Arrays.fill(cutOff, Pace.NONE);
        Arrays.fill(closedAt, Double.NEGATIVE_INFINITY);
        Arrays.fill(unstarted, false);
        Arrays.fill(spoiled, false);
        copies = underFactors();
        for (int i = 0; i < copies.length; i++) {
            phase[i] = stage.luck.of(copies[i].stream()).nextDouble() * copies[i].everyHours();
            lastGood[i] = phase[i] - copies[i].everyHours();
        }
    }

    /** What a set of parameters makes of the copies is worked out once, and kept. */
    private CopyPlan[] underFactors() {
        CopyPlan[] known = underFactors.get(stage.factors);
        if (known == null) {
            known = Arrays.stream(stage.lab.copies())
                    .map(copy -> copy.under(stage.factors))
                    .toArray(CopyPlan[]::new);
            underFactors.put(stage.factors, known);
        }
        return known;
    }

    /** The way from the primary to a copy has opened or closed. */
    void pathChanged(int copy) {
        if (stage.up(copies[copy].path())) {
            openSince[copy] = stage.now;
        } else {
            lastGood[copy] = newest(copy);
            boolean followed = stage.lab.storageNetwork().slowLinks() && lastGood[copy] != NOTHING;
            cutOff[copy] = followed ? pace.running : Pace.NONE;
            left[copy] = followed ? pace.left : 0;
            closedAt[copy] = stage.now;
            int automation = copies[copy].automation();
            unstarted[copy] = automation >= 0 && !stage.up(automation);
        }
    }

    /** A sync that somebody started is through: the copy holds what was there at a moment. */
    void synced(int copy, double moment) {
        lastGood[copy] = Math.max(newestOf(copy), moment);
        cutOff[copy] = Pace.NONE;
        openSince[copy] = stage.now;
        spoiled[copy] = false;
    }

    /** The way to a copy is slower or faster from now on, as a share of the rate that the lab gives it. */
    void pace(int copy, double share) {
        boolean open = stage.up(copies[copy].path());
        if (open) {
            lastGood[copy] = newest(copy);
            cutOff[copy] = pace.running;
            left[copy] = pace.left;
            openSince[copy] = stage.now;
        }
        copies = copies.clone();
        CopyPlan usual = stage.lab.copies()[copy].under(stage.factors);
        left[copy] *= copies[copy].seedHours() == 0 ? 1 : usual.seedHours() / share / copies[copy].seedHours();
        copies[copy] = usual.at(share);
    }

    /** Returns a copy as it is in this history. */
    CopyPlan plan(int copy) {
        return copies[copy];
    }

    /** Returns the moment whose data a copy holds. */
    double newestOf(int copy) {
        return stage.up(copies[copy].path()) ? newest(copy) : lastGood[copy];
    }

    /** The start of the last sync that had time to finish, if the way was open when it started. */
    private double newest(int copy) {
        CopyPlan plan = copies[copy];
        double from = openSince[copy];
        double known = lastGood[copy];
        if (known == NOTHING) {
            known = phase[copy] + Math.ceil((from - phase[copy]) / plan.everyHours()) * plan.everyHours();
            from = known + plan.seedHours();
            if (stage.now < from) {
                return NOTHING;
            }
        }
        if (stage.lab.storageNetwork().slowLinks()) {
            boolean atOnce = from == openSince[copy] && madeUpFor(copy);
            pace.follow(plan, phase[copy], from, atOnce, known, cutOff[copy], left[copy], stage.now);
            return pace.newest;
        }
        double finished = stage.now - plan.transferHours();
        double start = phase[copy] + Hours.whole((finished - phase[copy]) / plan.everyHours()) * plan.everyHours();
        if (start >= from) {
            return Math.max(start, known);
        }
        return finished >= from && madeUpFor(copy) ? from : known;
    }

    /** Returns whether a job that nobody started while the way was closed ran as soon as it opened. */
    private boolean madeUpFor(int copy) {
        CopyPlan plan = copies[copy];
        return plan.catchesUp()
                && unstarted[copy]
                && Hours.whole((openSince[copy] - phase[copy]) / plan.everyHours())
                        > Hours.whole((closedAt[copy] - phase[copy]) / plan.everyHours());
    }

    boolean exists(int copy) {
        return !spoiled[copy]
                && !storage.lost(copies[copy].pool())
                && newestOf(copy) > NOTHING
                && !protections.beyondHelp(stage.lab.guards().restore()[copy]);
    }

    /** Returns whether a copy still holds what was there before a moment: it keeps versions, or has not synced since. */
    boolean holdsFrom(int copy, double moment) {
        double keeps = copies[copy].keeping().hours();
        return exists(copy) && (newestOf(copy) <= moment || stage.now - moment <= keeps);
    }

    /** Returns whether a copy outlives its primary, which somebody destroyed at a moment. */
    boolean survives(int copy, double moment) {
        return exists(copy) && (!copies[copy].keeping().mirrors() || newestOf(copy) <= moment);
    }

    /** A copy has taken over what happened to its primary, or was destroyed with it. */
    void spoil(int copy) {
        spoiled[copy] = true;
    }

    /** A dataset is back; copies that were spoiled are sent anew. */
    void renew(int dataset) {
        for (int copy : data[dataset].copies()) {
            if (spoiled[copy]) {
                spoiled[copy] = false;
                lastGood[copy] = NOTHING;
                openSince[copy] = stage.now;
            }
        }
    }

    boolean primaryLost(int dataset) {
        return data[dataset].pool() >= 0 && storage.lost(data[dataset].pool());
    }

    /** Returns how old the state is to which a dataset can go back, together with what belongs to it. */
    double ageOfBest(int dataset) {
        double age = ageOfOwn(dataset);
        for (int i = 0; i < data.length && data[dataset].torn(); i++) {
            age = data[i].group() == data[dataset].group() ? Math.max(age, ageOfOwn(i)) : age;
        }
        return age;
    }

    /** Returns how old the freshest copy that still exists is, in hours; infinite without one. */
    private double ageOfOwn(int dataset) {
        double best = Double.POSITIVE_INFINITY;
        for (int copy : data[dataset].copies()) {
            if (exists(copy)) {
                best = Math.min(best, stage.now - newestOf(copy));
            }
        }
        return best;
    }

    /** Counts the datasets that were lost with a pool, once it is known what else the blow took. */
    void assess(int pool) {
        for (int i = 0; i < copies.length; i++) {
            if (copies[i].pool() == pool || keyLost(i, pool)) {
                lastGood[i] = NOTHING;
                cutOff[i] = Pace.NONE;
            }
        }
        for (int i = 0; i < data.length; i++) {
            if (concerns(i, pool) && gone(i)) {
                lost[i]++;
            }
        }
    }

    /** Returns whether a dataset or a copy of it lies in a place. */
    boolean concerns(int dataset, int place) {
        return place(dataset) == place || holdsCopy(dataset, place);
    }

    /** The only key stood beside the primary, at a site that is gone. */
    private boolean keyLost(int copy, int pool) {
        DataPlan of = data[copies[copy].dataset()];
        return copies[copy].keeping().keyWithPrimary()
                && of.pool() == pool
                && !stage.up(stage.lab.standing()[of.site()]);
    }

    private boolean holdsCopy(int dataset, int pool) {
        for (int copy : data[dataset].copies()) {
            if (copies[copy].pool() == pool) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the primary of a dataset lies: the number of its pool, or of its Ceph after all pools; -1 unknown. */
    int place(int dataset) {
        int on = stage.lab.storageNetwork().cephOfData()[dataset];
        return on >= 0 ? stage.lab.pools().length + on : data[dataset].pool();
    }

    boolean primaryGone(int dataset) {
        int on = stage.lab.storageNetwork().cephOfData()[dataset];
        return on >= 0 ? ceph.lost(on) : data[dataset].pool() >= 0 && storage.lost(data[dataset].pool());
    }

    private boolean gone(int dataset) {
        if (!primaryGone(dataset)) {
            return false;
        }
        for (int copy : data[dataset].copies()) {
            if (exists(copy)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns how long it takes to fill a rebuilt pool from the best copies, in hours: all of it over the network, or
     * some of it from drives that one trip fetches.
     */
    double restoreHours(int pool) {
        double wired = 0;
        double mixed = 0;
        double trip = 0;
        for (int i = 0; i < data.length; i++) {
            if (place(i) == pool) {
                double overNetwork = fastest(i, false);
                double fromDrive = fastest(i, true);
                wired += overNetwork;
                mixed += Math.min(overNetwork, fromDrive);
                trip = Math.max(trip, fromDrive < overNetwork ? tripHours(i) : 0);
            }
        }
        return Math.min(wired, mixed + trip) + (tornOn(pool) ? reconcilingHours() : 0);
    }

    /** Returns whether data on a pool belong to others that no snapshot catches at the same moment. */
    boolean tornOn(int pool) {
        boolean torn = false;
        for (DataPlan it : data) {
            torn |= it.pool() == pool && it.torn() && it.copies().length > 0;
        }
        return torn;
    }

    boolean anyTorn(int[] datasets) {
        boolean torn = false;
        for (int dataset : datasets) {
            torn |= data[dataset].torn();
        }
        return torn;
    }

    /** Returns the work that makes data of different moments agree, in hours. */
    double reconcilingHours() {
        return stage.lab.lives().mean(stage.lab.dataRisks().reconciling(), stage.factors);
    }

    /** Somebody restores what was on a pool from its copies, and learns which of them cannot be restored. */
    void restored(int pool) {
        for (int i = 0; i < data.length; i++) {
            for (int copy : place(i) == pool ? data[i].copies() : NO_COPIES) {
                protections.answers(stage.lab.guards().restore()[copy]);
            }
        }
    }

    /**
     * Returns the hours to read everything back from the fastest copy, the trip not counted; 0 without a copy. Where no
     * copy is left that can be used, nobody is up sooner with less: it takes what the slowest one would have taken.
     */
    private double fastest(int dataset, boolean fetched) {
        double best = Double.POSITIVE_INFINITY;
        double slowest = 0;
        for (int copy : data[dataset].copies()) {
            double hours = fetched ? copies[copy].fetchHours() : copies[copy].restoreHours();
            slowest = Math.max(slowest, hours);
            best = exists(copy) ? Math.min(best, hours) : best;
        }
        return stage.lab.restoreTimes() ? Math.min(best, slowest) : 0;
    }

    /** Returns the hours to the nearest copy and back. */
    private double tripHours(int dataset) {
        double best = Double.POSITIVE_INFINITY;
        for (int copy : data[dataset].copies()) {
            if (exists(copy)) {
                int way = stage.lab.operator().travel()[copies[copy].site()];
                best = Math.min(best, 2 * stage.lab.lives().mean(way, stage.factors));
            }
        }
        return Double.isInfinite(best) ? 0 : best;
    }

    /** Returns how long a restore of one dataset would take now, in hours; infinite without a copy. */
    double restoreHoursOf(int dataset) {
        return data[dataset].copies().length == 0
                ? Double.POSITIVE_INFINITY
                : Math.min(fastest(dataset, false), fastest(dataset, true) + tripHours(dataset))
                        + (data[dataset].torn() ? reconcilingHours() : 0);
    }

    /** Returns how long it takes until a dataset is back from its copies, in hours; 0 without a copy. */
    double restoreHoursNow(int dataset) {
        return data[dataset].copies().length == 0 ? 0 : restoreHoursOf(dataset);
    }
}
