package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Trait;

/** Compiles how many operations a second guests ask for when they start, and how many their disks give. */
final class BootSection {

    private final Draft draft;

    BootSection(Draft draft) {
        this.draft = draft;
    }

    BootPlan compile(List<GuestPlan> guests) {
        double[] iops = new double[guests.size()];
        int[] parameter = new int[iops.length];
        for (int i = 0; i < iops.length; i++) {
            Part part =
                    draft.lab.services().get(guests.get(i).service()).guest().orElseThrow();
            iops[i] = part.traits().value(Trait.BOOT_IOPS).perSecond();
            parameter[i] = draft.parameter(guests.get(i).name(), part, Trait.BOOT_IOPS);
        }
        double[] disks = disks();
        if (!draft.has(Behaviour.RESTART_STORMS)) {
            Arrays.fill(disks, Double.POSITIVE_INFINITY);
        }
        return new BootPlan(iops, parameter, disks);
    }

    private double[] disks() {
        List<Double> all = new ArrayList<>();
        for (Node node : draft.lab.nodes()) {
            node.pools().forEach(pool -> all.add(reads(pool) * draft.startSpeed(node.name() + "/" + pool.name())));
        }
        for (Cluster cluster : draft.lab.clusters()) {
            all.add(draft.lab.nodes().stream()
                            .filter(node -> cluster.members().contains(node.name()))
                            .flatMap(node ->
                                    node.pools().stream().filter(pool -> CephSection.takes(draft.lab, node, pool)))
                            .mapToDouble(BootSection::reads)
                            .sum()
                    * draft.startSpeed(cluster.name() + "/ceph"));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A RAID-Z group reads as one disk, for a block lies on all of them; elsewhere every disk reads for itself. */
    private static double reads(Pool pool) {
        double each = pool.disks().stream()
                .mapToDouble(disk -> disk.traits().value(Trait.RANDOM_IOPS).perSecond())
                .average()
                .orElse(0);
        boolean together = switch (pool.layout()) {
            case RAIDZ1, RAIDZ2, RAIDZ3 -> true;
            case STRIPE, MIRROR, SHR_1, SHR_2, RAID10 -> false;
        };
        return together ? each : each * pool.disks().size();
    }
}
