package org.rackdrill.chaos.hunt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;

/**
 * What the structure of a lab says before anything is tried: which sets of faults cannot be a smallest one. It passes over
 * a set only where that is certain; a test compares it with trying everything.
 */
final class Guide {

    private final Lab lab;
    private final boolean aboutData;

    /** Starting elsewhere can lose writes by itself, where services with data do that. */
    private final boolean moves;

    private final boolean[] takesData;
    private final boolean[] idle;
    private final int[] group;
    private final int[] tolerance;
    private final int[] counts;

    /** Looks at the strikes of a hunt; it belongs to one thread. */
    Guide(Lab lab, Goal goal, List<Strike> strikes) {
        this.lab = lab;
        aboutData = goal instanceof Goal.Kept;
        moves = lab.services().stream().anyMatch(this::losesByMoving);
        Set<String> concerned = goal instanceof Goal.Uptime uptime ? concerned(uptime.service()) : Set.of();
        takesData = new boolean[strikes.size()];
        idle = new boolean[strikes.size()];
        group = new int[strikes.size()];
        tolerance = new int[strikes.size()];
        Map<String, Integer> groups = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            Target target = strikes.get(i).candidate().target();
            takesData[i] = target instanceof Target.Dataset || target instanceof Target.Site;
            idle[i] = target instanceof Target.Copy
                    || (target instanceof Target.Dataset data && !concerned.contains(data.service()));
            group[i] = -1;
            if (target instanceof Target.Disk disk) {
                Pool pool = pool(disk.pool());
                String name = disk.pool() + " " + Disks.group(pool, disk.number());
                group[i] = groups.computeIfAbsent(name, any -> groups.size());
                // What a cluster makes of its disks is not counted here: any of them may matter.
                tolerance[i] = shared(disk.pool()) ? 0 : tolerance(pool);
            }
        }
        counts = new int[groups.size()];
    }

    private Pool pool(PoolRef ref) {
        return lab.node(ref.node()).flatMap(node -> node.pool(ref.pool())).orElseThrow();
    }

    private static int tolerance(Pool pool) {
        int size = pool.disks().size();
        return pool.layout() == Pool.Layout.RAID10 ? 1 : pool.layout().tolerance(size);
    }

    private boolean shared(PoolRef ref) {
        return lab.clusters().stream()
                .filter(cluster -> cluster.members().contains(ref.node()))
                .flatMap(cluster -> cluster.ceph().stream())
                .map(Cluster.Ceph::pool)
                .anyMatch(ref.pool()::equals);
    }

    private boolean losesByMoving(Service service) {
        return service.failover() == Service.Failover.AUTOMATIC
                && service.data()
                        .filter(data -> lab.node(data.at().node()).isPresent())
                        .isPresent();
    }

    /** Returns the services without which one is down, itself included, and those that the owner hears and works by. */
    private Set<String> concerned(String service) {
        Set<String> found = new HashSet<>();
        add(service, found);
        lab.operations().operator().noticesBy().ifPresent(name -> add(name, found));
        lab.operations().automation().ifPresent(name -> add(name, found));
        return found;
    }

    private void add(String name, Set<String> found) {
        if (!found.add(name)) {
            return;
        }
        lab.service(name).ifPresent(service -> service.needs().forEach(need -> add(need, found)));
        lab.groups().stream()
                .filter(group -> group.name().equals(name))
                .forEach(group -> group.of().forEach(part -> add(part, found)));
    }

    /**
     * Returns whether a set has to be tried: false only when it breaks nothing, or when one fault of it makes no
     * difference.
     */
    boolean worthTrying(int... strikes) {
        if (aboutData) {
            return moves || takesData(strikes) || losesPool(strikes);
        }
        // Who cannot sync, and data that nobody here needs, matter to a service only when a pool is filled again.
        for (int strike : strikes) {
            if (idle[strike]) {
                return destroys(strikes) || losesPool(strikes);
            }
        }
        return true;
    }

    private boolean takesData(int[] strikes) {
        for (int strike : strikes) {
            if (takesData[strike]) {
                return true;
            }
        }
        return false;
    }

    private boolean destroys(int[] strikes) {
        for (int strike : strikes) {
            if (takesData[strike] && !idle[strike] && group[strike] < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean losesPool(int[] strikes) {
        boolean loses = false;
        for (int strike : strikes) {
            if (group[strike] >= 0) {
                loses |= ++counts[group[strike]] > tolerance[strike];
            }
        }
        for (int strike : strikes) {
            if (group[strike] >= 0) {
                counts[group[strike]] = 0;
            }
        }
        return loses;
    }
}
