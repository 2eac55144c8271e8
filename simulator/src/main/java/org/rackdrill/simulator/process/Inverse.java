package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Who points at whom, turned around. */
final class Inverse {

    private Inverse() {}

    /**
     * Returns for each target the sources that name it, in order.
     *
     * @param targetsOf names the targets of a source; a negative one is none
     */
    static int[][] of(int targets, int sources, IntFunction<int[]> targetsOf) {
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            found.add(new ArrayList<>());
        }
        for (int source = 0; source < sources; source++) {
            for (int target : targetsOf.apply(source)) {
                // Sources come in their order, so that only the last one can be there already.
                if (target >= 0 && !endsWith(found.get(target), source)) {
                    found.get(target).add(source);
                }
            }
        }
        return found.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static boolean endsWith(List<Integer> list, int number) {
        return !list.isEmpty() && list.get(list.size() - 1) == number;
    }
}
