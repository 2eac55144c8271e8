package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.Structure;

/**
 * What kept services down together. Downtime has one cause that it is blamed on; something else is part of a combination
 * for as long as the service would have been up without it:
 *
 * <ul>
 *   <li>another cause that had taken the redundancy before: of parts of which fewer are enough, or of the nodes on which
 *       a guest could have started instead;
 *   <li>a time in which the end of the cause waited for something: a person who slept or was away, monitoring that was
 *       down, a drawer that was empty, a battery that was not full, a protection that had failed unseen.
 * </ul>
 */
final class Circumstances {

    private static final int NOBODY = Stage.NOBODY;

    private final Stage stage;
    private final Chronicle chronicle;
    private final boolean heard;
    private final Guests guests;
    private final Structure structure;
    private final int[] machineOf;
    private final int[] guestOf;
    private final boolean[] down;
    private final int[] cause;
    private final double[] since;
    private final int[] other;
    private final int[] another;

    private final int[] visited;
    private int visit;
    private int found;
    private int alsoFound;

    Circumstances(Stage stage, Chronicle chronicle, Guests guests) {
        this.stage = stage;
        this.chronicle = chronicle;
        heard = chronicle.hearsTogether();
        this.guests = guests;
        CompiledLab lab = stage.lab;
        structure = lab.structure();
        machineOf = new int[structure.count()];
        guestOf = new int[structure.count()];
        visited = new int[structure.count()];
        Arrays.fill(machineOf, NOBODY);
        Arrays.fill(guestOf, NOBODY);
        for (int i = 0; i < lab.machines().length; i++) {
            machineOf[lab.machines()[i].up()] = i;
        }
        for (int i = 0; i < lab.guests().length; i++) {
            guestOf[lab.guests()[i].run()] = i;
        }
        int services = lab.services().length;
        down = new boolean[services];
        cause = new int[services];
        since = new double[services];
        other = new int[services];
        another = new int[services];
    }

    void begin() {
        Arrays.fill(down, false);
    }

    /** A service went down, came up, or is blamed on another cause now. */
    void service(int service, boolean up, int blamed) {
        if (!heard) {
            return;
        }
        if (down[service]) {
            close(service);
        }
        down[service] = !up;
        if (!up) {
            cause[service] = blamed;
            since[service] = stage.now;
            found = NOBODY;
            alsoFound = NOBODY;
            visit++;
            seek(stage.lab.services()[service].available(), blamed);
            other[service] = found;
            another[service] = alsoFound;
        }
    }

    /** The history ends. */
    void end() {
        for (int i = 0; i < down.length; i++) {
            if (down[i]) {
                close(i);
            }
        }
    }

    private void close(int service) {
        double from = since[service];
        int blamed = cause[service];
        if (other[service] != NOBODY && stage.now > from) {
            chronicle.together(service, blamed, other[service], another[service], from, stage.now);
        }
        Waits waits = stage.waits;
        for (int w = 0; w < waits.of(blamed); w++) {
            double start = Math.max(from, waits.from(blamed, w));
            double end = Math.min(stage.now, waits.until(blamed, w));
            if (end > start) {
                chronicle.together(service, blamed, waits.what(blamed, w), NOBODY, start, end);
            }
        }
    }

    /** Follows the blame downwards, and collects the causes that had taken what would have stood in. */
    private void seek(int point, int blamed) {
        if (visited[point] == visit) {
            return;
        }
        visited[point] = visit;
        int[] children = structure.children(point);
        if (children.length == 0) {
            seekBeneath(point, blamed);
            return;
        }
        boolean redundant = structure.required(point) < children.length;
        for (int child : children) {
            if (stage.up(child)) {
                continue;
            }
            if (stage.points.blame(child) == blamed) {
                seek(child, blamed);
            } else if (redundant) {
                collect(stage.points.blame(child), blamed);
            }
        }
    }

    /** A machine stands on its power, a guest on the nodes that could carry it. */
    private void seekBeneath(int leaf, int blamed) {
        int machine = machineOf[leaf];
        if (machine != NOBODY && !stage.up(stage.lab.machines()[machine].power())) {
            seek(stage.lab.machines()[machine].power(), blamed);
        }
        int guest = guestOf[leaf];
        if (guest != NOBODY) {
            GuestPlan plan = stage.lab.guests()[guest];
            int host = guests.host(guest);
            if (host == Guests.NOWHERE || !stage.up(nodeUp(host))) {
                seekAmong(plan.automatic(), blamed);
                seekAmong(plan.byHand(), blamed);
            }
        }
    }

    private void seekAmong(int[] nodes, int blamed) {
        for (int node : nodes) {
            int up = nodeUp(node);
            if (!stage.up(up)) {
                collect(stage.points.blame(up), blamed);
            }
        }
    }

    private int nodeUp(int node) {
        return stage.lab.machines()[stage.lab.nodes()[node].machine()].up();
    }

    private void collect(int another, int blamed) {
        if (another == blamed || another == found || another == alsoFound) {
            return;
        }
        if (found == NOBODY) {
            found = another;
        } else if (alsoFound == NOBODY) {
            alsoFound = another;
        }
    }
}
