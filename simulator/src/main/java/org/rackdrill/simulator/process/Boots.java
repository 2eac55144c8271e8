package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.BootPlan;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.NodePlan;

/**
 * Guests that start share their disks: while they ask for more operations a second than the disks give, all of them take
 * longer by the same factor. A clock for each set of disks runs slower by that factor, and each start ends when that
 * clock shows its time, so that something happens only when a start begins or ends.
 */
final class Boots {

    /** Hours on a clock of the disks by which starts end together. */
    private static final double TOGETHER = 1e-9;

    private final Stage stage;
    private final BootPlan plan;
    private final GuestPlan[] guests;
    private final NodePlan[] nodes;

    /** The disks that each guest is starting from. */
    private final int[] disksOf;

    private final double[] due;
    private final int[] cause;
    private final double[] clock;
    private final double[] clockRead;
    private final double[] asked;

    /** When the next start ends, as far as was known last. */
    private final double[] expected;

    private final int[] stamp;

    /** Disks whose next end of a start has changed since it was put on the list of what is to come. */
    private final boolean[] unplanned;

    /** The first and the last of them; none while the first is after the last. */
    private int firstUnplanned;

    private int lastUnplanned;

    /** The guests that are starting from each set of disks, in the order of their numbers. */
    private final int[][] starting;

    private final int[] startingCount;

    Boots(Stage stage) {
        this.stage = stage;
        plan = stage.lab.storageNetwork().boots();
        guests = stage.lab.guests();
        nodes = stage.lab.nodes();
        disksOf = new int[guests.length];
        due = new double[guests.length];
        cause = new int[guests.length];
        int disks = plan.disks().length;
        clock = new double[disks];
        clockRead = new double[disks];
        asked = new double[disks];
        expected = new double[disks];
        stamp = new int[disks];
        unplanned = new boolean[disks];
        starting = Inverse.of(
                disks,
                guests.length,
                guest -> Arrays.stream(Guests.hosts(guests[guest]))
                        .map(node -> disks(guest, node))
                        .toArray());
        startingCount = new int[disks];
    }

    void begin() {
        Arrays.fill(disksOf, BootPlan.NO_DISKS);
        Arrays.fill(clock, 0);
        Arrays.fill(clockRead, 0);
        Arrays.fill(asked, 0);
        Arrays.fill(expected, Double.POSITIVE_INFINITY);
        Arrays.fill(stamp, 0);
        Arrays.fill(startingCount, 0);
        Arrays.fill(unplanned, false);
        forgetUnplanned();
    }

    private void forgetUnplanned() {
        firstUnplanned = unplanned.length;
        lastUnplanned = -1;
    }

    /** Returns the disks that a guest would start from on a node; a node's boot disk is taken for fast enough. */
    int disks(int guest, int node) {
        GuestPlan it = guests[guest];
        int found = it.sharedPool();
        if (it.onNodePool()) {
            found = nodes[node].firstPool();
        } else if (found < 0 && it.cephCluster() >= 0) {
            found = stage.lab.pools().length + it.cephCluster();
        }
        return found >= 0 && Double.isInfinite(plan.disks()[found]) ? BootPlan.NO_DISKS : found;
    }

    /** A guest begins to start, which takes so many hours when the disks keep up. */
    void begins(int guest, int disks, double hours) {
        read(disks);
        disksOf[guest] = disks;
        due[guest] = clock[disks] + hours;
        cause[guest] = stage.cause;
        asked[disks] += asks(guest);
        enter(guest, disks);
        expect(disks);
    }

    /** A guest that was starting does not any more. */
    void ends(int guest) {
        int disks = disksOf[guest];
        if (disks != BootPlan.NO_DISKS) {
            read(disks);
            leave(guest, disks);
            expect(disks);
        }
    }

    /** Some starts may be through. */
    void through(int disks, int eventStamp, Guests all) {
        if (eventStamp != stamp[disks]) {
            return;
        }
        read(disks);
        expected[disks] = Double.POSITIVE_INFINITY;
        int[] some = starting[disks];
        int left = 0;
        for (int i = 0; i < startingCount[disks]; i++) {
            int guest = some[i];
            if (due[guest] > clock[disks] + TOGETHER) {
                some[left++] = guest;
                continue;
            }
            asksNoMore(guest, disks);
            stage.cause = cause[guest];
            all.started(guest);
        }
        startingCount[disks] = left;
        expect(disks);
    }

    private void enter(int guest, int disks) {
        int[] some = starting[disks];
        int place = startingCount[disks]++;
        while (place > 0 && some[place - 1] > guest) {
            some[place] = some[place - 1];
            place--;
        }
        some[place] = guest;
    }

    private void leave(int guest, int disks) {
        int[] some = starting[disks];
        int place = 0;
        while (some[place] != guest) {
            place++;
        }
        System.arraycopy(some, place + 1, some, place, --startingCount[disks] - place);
        asksNoMore(guest, disks);
    }

    private void asksNoMore(int guest, int disks) {
        disksOf[guest] = BootPlan.NO_DISKS;
        asked[disks] -= asks(guest);
    }

    private double asks(int guest) {
        return plan.iops()[guest] * stage.factors[plan.iopsParameter()[guest]];
    }

    private double speed(int disks) {
        return asked[disks] <= plan.disks()[disks] ? 1 : plan.disks()[disks] / asked[disks];
    }

    private void read(int disks) {
        clock[disks] += (stage.now - clockRead[disks]) * speed(disks);
        clockRead[disks] = stage.now;
    }

    /** Waits for the start that ends first, unless that is what it waits for already. */
    private void expect(int disks) {
        double first = Double.POSITIVE_INFINITY;
        int[] some = starting[disks];
        for (int i = 0; i < startingCount[disks]; i++) {
            first = Math.min(first, due[some[i]]);
        }
        double ends = stage.now + Math.max(0, first - clock[disks]) / speed(disks);
        if (Math.abs(ends - expected[disks]) > TOGETHER || ends == Double.POSITIVE_INFINITY) {
            expected[disks] = ends;
            stamp[disks]++;
            unplanned[disks] = true;
            firstUnplanned = Math.min(firstUnplanned, disks);
            lastUnplanned = Math.max(lastUnplanned, disks);
        }
    }

    /** Plans the next end of a start, once everything that begins and ends with the present event has done so. */
    void plan() {
        if (lastUnplanned < 0) {
            return;
        }
        int last = lastUnplanned;
        for (int disks = firstUnplanned; disks <= last; disks++) {
            if (unplanned[disks]) {
                unplanned[disks] = false;
                stage.at(expected[disks], Event.STARTS_THROUGH, disks, stamp[disks]);
            }
        }
        forgetUnplanned();
    }
}
