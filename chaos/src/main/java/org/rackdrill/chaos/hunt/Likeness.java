package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;

/**
 * Which sets of strikes are the same but for disks that can take each other's place. Each set has one that stands for all
 * of them: in it the disk that goes first is the first of its pool, and so on.
 */
final class Likeness {

    private final int[] kind;
    private final int[] member;
    private final int[] start;
    private final int[][][] strike;

    Likeness(Lab lab, List<Strike> strikes) {
        int count = strikes.size();
        kind = new int[count];
        member = new int[count];
        start = new int[count];
        List<Duration> starts =
                strikes.stream().map(Strike::at).distinct().sorted().toList();
        Map<Target.Disk, int[]> places = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            kind[i] = -1;
            if (strikes.get(i).candidate().target() instanceof Target.Disk disk) {
                int[] place = places.get(disk);
                if (place == null) {
                    place = place(lab, disk, places, sizes);
                    places.put(disk, place);
                }
                kind[i] = place[0];
                member[i] = place[1];
                start[i] = starts.indexOf(strikes.get(i).at());
            }
        }
        strike = new int[sizes.size()][][];
        sizes.forEach((number, size) -> strike[number] = new int[size][starts.size()]);
        for (int i = 0; i < count; i++) {
            if (kind[i] >= 0) {
                strike[kind[i]][member[i]][start[i]] = i;
            }
        }
    }

    private static int[] place(Lab lab, Target.Disk disk, Map<Target.Disk, int[]> places, Map<Integer, Integer> sizes) {
        for (Map.Entry<Target.Disk, int[]> known : places.entrySet()) {
            if (Disks.alike(lab, known.getKey(), disk)) {
                int number = known.getValue()[0];
                return new int[] {number, sizes.merge(number, 1, Integer::sum) - 1};
            }
        }
        int number = sizes.size();
        sizes.put(number, 1);
        return new int[] {number, 0};
    }

    /** Returns whether a set stands for all that are like it. */
    boolean standsForAll(int... strikes) {
        int disks = 0;
        for (int one : strikes) {
            disks += kind[one] >= 0 ? 1 : 0;
        }
        return disks == 0 || Arrays.equals(strikes, standing(strikes));
    }

    /** Returns the set that stands for all that are like this one, sorted. */
    int[] standing(int... strikes) {
        int[] result = strikes.clone();
        for (int i = 0; i < result.length; i++) {
            if (kind[strikes[i]] >= 0) {
                result[i] = strike[kind[strikes[i]]][rank(strikes, i)][start[strikes[i]]];
            }
        }
        Arrays.sort(result);
        return result;
    }

    /** Returns how many disks of its kind go before the disk of a strike, by their first strike and then by number. */
    private int rank(int[] strikes, int which) {
        int own = first(strikes, strikes[which]);
        int before = 0;
        for (int i = 0; i < strikes.length; i++) {
            boolean other = kind[strikes[i]] == kind[strikes[which]] && member[strikes[i]] != member[strikes[which]];
            if (other && firstOfDisk(strikes, i)) {
                int its = first(strikes, strikes[i]);
                before += its < own || (its == own && member[strikes[i]] < member[strikes[which]]) ? 1 : 0;
            }
        }
        return before;
    }

    private int first(int[] strikes, int of) {
        int first = Integer.MAX_VALUE;
        for (int one : strikes) {
            first = kind[one] == kind[of] && member[one] == member[of] ? Math.min(first, start[one]) : first;
        }
        return first;
    }

    private boolean firstOfDisk(int[] strikes, int which) {
        for (int i = 0; i < which; i++) {
            if (kind[strikes[i]] == kind[strikes[which]] && member[strikes[i]] == member[strikes[which]]) {
                return false;
            }
        }
        return true;
    }
}
