package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Boolean structure of a lab: points that are up or down. A leaf is set by a process; a gate is up while at least so
 * many of its inputs are. A gate only looks at points made before it, so there is no cycle.
 */
public final class Structure {

    /** Who is told when a point changes. */
    public enum Watch {
        NOBODY,
        POWER,
        MACHINE,
        MAINS,
        WAN,
        VPN,
        STORAGE,
        CEPH,
        START,
        COPY,
        MONITORING,
        SERVICE,
        AUDIENCE
    }

    private final int[] required;
    private final int[][] children;
    private final int[][] parents;
    private final Watch[] watch;
    private final int[] watcher;

    private Structure(Builder builder) {
        int count = builder.inputs.size();
        required = builder.required.stream().mapToInt(Integer::intValue).toArray();
        children = builder.inputs.toArray(int[][]::new);
        parents = new int[count][];
        watch = builder.watch.toArray(Watch[]::new);
        watcher = builder.watcher.stream().mapToInt(Integer::intValue).toArray();
        int[] gates = new int[count];
        for (int[] inputs : children) {
            for (int child : inputs) {
                gates[child]++;
            }
        }
        Arrays.setAll(parents, i -> new int[gates[i]]);
        Arrays.fill(gates, 0);
        for (int i = 0; i < count; i++) {
            for (int child : children[i]) {
                parents[child][gates[child]++] = i;
            }
        }
    }

    /** Returns how many points there are. */
    public int count() {
        return required.length;
    }

    /** Returns how many inputs of a gate must be up; 0 for a leaf. */
    public int required(int point) {
        return required[point];
    }

    /** Returns the inputs of a point; none for a leaf. */
    public int[] children(int point) {
        return children[point];
    }

    /** Returns the gates above a point. */
    public int[] parents(int point) {
        return parents[point];
    }

    public Watch watch(int point) {
        return watch[point];
    }

    public boolean watched(int point) {
        return watch[point] != Watch.NOBODY;
    }

    /** Returns the number under which the watching process knows the point. */
    public int watcher(int point) {
        return watcher[point];
    }

    /** Collects points in an order in which inputs come before their gates. */
    static final class Builder {

        private final List<int[]> inputs = new ArrayList<>();
        private final List<Integer> required = new ArrayList<>();
        private final List<Watch> watch = new ArrayList<>();
        private final List<Integer> watcher = new ArrayList<>();

        /** Adds a point that a process sets; it starts up. */
        int leaf() {
            return add(0);
        }

        /** Adds a gate that is up while all its inputs are. */
        int all(int... points) {
            return points.length == 1 ? points[0] : add(points.length, points);
        }

        int all(List<Integer> points) {
            return all(points.stream().mapToInt(Integer::intValue).toArray());
        }

        /** Adds a gate that is up while at least {@code needed} inputs are. */
        int atLeast(int needed, List<Integer> points) {
            int[] array = points.stream().mapToInt(Integer::intValue).toArray();
            return array.length == 1 && needed == 1 ? array[0] : add(needed, array);
        }

        /** Adds a gate that is up while all its inputs are, even above a single one, so that it can be watched. */
        int gate(List<Integer> points) {
            return add(
                    points.size(), points.stream().mapToInt(Integer::intValue).toArray());
        }

        void watch(int point, Watch by, int number) {
            watch.set(point, by);
            watcher.set(point, number);
        }

        Structure build() {
            return new Structure(this);
        }

        private int add(int needed, int... points) {
            inputs.add(points);
            required.add(needed);
            watch.add(Watch.NOBODY);
            watcher.add(0);
            return inputs.size() - 1;
        }
    }
}
