package org.rackdrill.simulator.exact;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.simulator.compiled.ComponentPlan;

/**
 * All states that memoryless parts can get into from all of them being up, with alike ones taken together: parts that fail,
 * are repaired and are wired alike are told apart by how many of them are down, not by which. Each part is up, under
 * repair, or at some place in the queue for its crew.
 */
final class StateSpace {

    private static final byte UP = 0;
    private static final byte IN_REPAIR = 1;
    private static final byte FIRST_IN_QUEUE = 2;

    /** A place in a queue is one byte. */
    private static final int MOST_PARTS = 100;

    final SparseChain chain;

    /** Whether the service is down in each state. */
    final boolean[] down;

    private final Cone cone;
    private final Parts parts;
    private final int most;
    private final int[][] alike;
    private final boolean[] up;
    private final Map<ByteBuffer, Integer> known = new HashMap<>();
    private final List<byte[]> states = new ArrayList<>();
    private final List<double[]> moves = new ArrayList<>();

    /**
     * Explores.
     *
     * @param most states
     * @throws Unsolved when there are more
     */
    StateSpace(Cone cone, Parts parts, int most) {
        this.cone = cone;
        this.parts = parts;
        this.most = most;
        if (parts.count() > MOST_PARTS) {
            throw tooMany();
        }
        alike = alike();
        up = new boolean[cone.structure().count()];
        number(new byte[parts.count()]);
        boolean[] downs = new boolean[most];
        for (int state = 0; state < states.size(); state++) {
            byte[] status = states.get(state);
            look(status);
            downs[state] = !up[cone.top()];
            for (int part = 0; part < status.length; part++) {
                move(state, status, part);
            }
        }
        chain = new SparseChain(states.size());
        moves.forEach(move -> chain.rate((int) move[0], (int) move[1], move[2]));
        down = Arrays.copyOf(downs, states.size());
    }

    private Unsolved tooMany() {
        return new Unsolved(String.format(Locale.ROOT, "%d parts make more than %,d states", parts.count(), most));
    }

    /** Groups the parts that nothing tells apart; whoever another one stands behind is on its own. */
    private int[][] alike() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parts.count(); i++) {
            ComponentPlan it = parts.plan(i);
            boolean led = false;
            for (int j = 0; j < parts.count(); j++) {
                led |= parts.plan(j).behind() >= 0
                        && cone.components()[i] == parts.plan(j).behind();
            }
            int[] above = Arrays.stream(cone.structure().parents(it.up()))
                    .filter(point -> Arrays.binarySearch(cone.points(), point) >= 0)
                    .sorted()
                    .toArray();
            String same = led || it.up() == cone.top()
                    ? "alone " + i
                    : Arrays.toString(above) + parts.lives[i] + " " + parts.repairs[i] + " " + it.crew() + " "
                            + it.behind() + " " + it.dormancy() + " " + it.pausedBy();
            groups.computeIfAbsent(same, key -> new ArrayList<>()).add(i);
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void look(byte[] status) {
        for (int part = 0; part < status.length; part++) {
            up[parts.plan(part).up()] = status[part] == UP;
        }
        cone.settle(up);
    }

    private void move(int state, byte[] status, int part) {
        double rate = status[part] == UP
                ? speed(part) / parts.lives[part]
                : status[part] == IN_REPAIR ? 1 / parts.repairs[part] : 0;
        if (rate == 0) {
            return;
        }
        byte[] next = status.clone();
        if (status[part] == UP) {
            next[part] = fails(status, part);
        } else {
            next[part] = UP;
            callNext(next, parts.plan(part).crew());
        }
        moves.add(new double[] {state, number(next), rate});
    }

    private double speed(int part) {
        ComponentPlan it = parts.plan(part);
        if (it.pausedBy() >= 0 && !up[it.pausedBy()]) {
            return 0;
        }
        return it.behind() >= 0 && up[leader(it)] ? it.dormancy() : 1;
    }

    private int leader(ComponentPlan it) {
        return parts.plan(Arrays.binarySearch(cone.components(), it.behind())).up();
    }

    private byte fails(byte[] status, int part) {
        int crew = parts.plan(part).crew();
        if (crew < 0) {
            return IN_REPAIR;
        }
        int busy = 0;
        int waiting = 0;
        for (int other = 0; other < status.length; other++) {
            if (parts.plan(other).crew() == crew) {
                busy += status[other] == IN_REPAIR ? 1 : 0;
                waiting += status[other] >= FIRST_IN_QUEUE ? 1 : 0;
            }
        }
        return busy < parts.crewSize(crew) ? IN_REPAIR : (byte) (FIRST_IN_QUEUE + waiting);
    }

    private void callNext(byte[] status, int crew) {
        for (int other = 0; crew >= 0 && other < status.length; other++) {
            if (parts.plan(other).crew() == crew && status[other] >= FIRST_IN_QUEUE) {
                status[other]--;
            }
        }
    }

    private int number(byte[] status) {
        for (int[] group : alike) {
            byte[] sorted = new byte[group.length];
            for (int i = 0; i < group.length; i++) {
                sorted[i] = status[group[i]];
            }
            Arrays.sort(sorted);
            for (int i = 0; i < group.length; i++) {
                status[group[i]] = sorted[i];
            }
        }
        ByteBuffer key = ByteBuffer.wrap(status);
        Integer number = known.get(key);
        if (number != null) {
            return number;
        }
        if (states.size() == most) {
            throw tooMany();
        }
        known.put(key, states.size());
        states.add(status);
        return states.size() - 1;
    }
}
