package org.rackdrill.chaos.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;

/** Disks of a pool that are as good as each other, and how many of them a hunt needs. */
final class Disks {

    /** No hunt takes more faults at once. */
    private static final int MOST = Hunt.MOST_FAULTS;

    private Disks() {}

    /** Returns the numbers, from 1, of so many disks of each kind as can matter: one more than the pool can miss. */
    static List<Integer> enough(Lab lab, String node, Pool pool) {
        int size = pool.disks().size();
        boolean striped = pool.layout() == Pool.Layout.STRIPE;
        boolean shared = lab.clusters().stream()
                .anyMatch(cluster -> cluster.members().contains(node)
                        && cluster.ceph()
                                .filter(it -> it.pool().equals(pool.name()))
                                .isPresent());
        int needed = shared || striped ? 1 : pool.layout().tolerance(size) + 1;
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            int kind = kind(pool, number);
            long already = numbers.stream().filter(it -> kind(pool, it) == kind).count();
            if (already < Math.min(MOST, needed)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Returns the number of the first disk that is as good as this one: of the same model in the same group. */
    private static int kind(Pool pool, int number) {
        return IntStream.rangeClosed(1, number)
                .filter(other -> group(pool, other) == group(pool, number)
                        && part(pool, other).equals(part(pool, number)))
                .findFirst()
                .orElse(number);
    }

    private static Part part(Pool pool, int number) {
        return pool.disks().get(number - 1);
    }

    /** Disks of a RAID 10 stand in pairs, dealt out as the simulator does; everywhere else there is one group. */
    static int group(Pool pool, int number) {
        boolean pairs = pool.layout() == Pool.Layout.RAID10;
        return pairs ? (number - 1) % Math.max(1, pool.disks().size() / 2) : 0;
    }

    /** Returns whether two disks can take each other's place. */
    static boolean alike(Lab lab, Target.Disk one, Target.Disk other) {
        return one.pool().equals(other.pool())
                && pool(lab, one.pool()).stream()
                        .anyMatch(pool -> kind(pool, one.number()) == kind(pool, other.number()));
    }

    private static List<Pool> pool(Lab lab, PoolRef ref) {
        return lab.node(ref.node()).flatMap(node -> node.pool(ref.pool())).stream()
                .toList();
    }
}
