package org.rackdrill.simulator.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Group;
import org.rackdrill.simulator.compiled.ClusterPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.compiled.Structure;
import org.rackdrill.simulator.compiled.UpsPlan;

/** What hangs on what in a compiled lab, with the processes that set its leaves replaced by parts and groups of parts. */
final class Beneath {

    private final CompiledLab lab;
    private final ExponentialParts parts;
    private final Wires wires = new Wires();
    private final Reaching reaching;
    private final Map<Integer, IntFunction<String>> leaves = new HashMap<>();
    private final Map<Integer, String> known = new HashMap<>();

    Beneath(CompiledLab lab) {
        this.lab = lab;
        parts = new ExponentialParts(lab);
        reaching = new Reaching(lab, wires, this::point);
        power();
        for (int i = 0; i < lab.machines().length; i++) {
            int machine = i;
            leaf(lab.machines()[i].up(), point -> machine(machine));
        }
        own(lab.wans(), Owner.WAN);
        own(lab.vpns(), Owner.VPN);
        for (PoolPlan pool : lab.pools()) {
            leaf(pool.up(), point -> pool(pool));
        }
        for (int i = 0; i < lab.components().length; i++) {
            int component = i;
            leaf(lab.components()[i].up(), point -> wires.all(parts.of(Owner.COMPONENT, component, 0)));
        }
        for (ClusterPlan cluster : lab.clusters()) {
            if (cluster.ceph() >= 0) {
                leaf(cluster.ceph(), point -> members(cluster, cluster.cephMinimum(), false));
            }
        }
        if (lab.network().homeOnAir() >= 0) {
            leaf(lab.network().homeOnAir(), point -> reaching.homeOnAir());
        }
        guests();
    }

    private void leaf(int point, IntFunction<String> how) {
        leaves.put(point, how);
    }

    private void own(int[] points, Owner owner) {
        for (int i = 0; i < points.length; i++) {
            int subject = i;
            leaf(points[i], point -> wires.all(parts.of(owner, subject, 0)));
        }
    }

    private void power() {
        own(lab.mains(), Owner.MAINS);
        own(lab.standing(), Owner.DISASTER);
        own(lab.supplies(), Owner.SUPPLY);
        for (int i = 0; i < lab.ups().length; i++) {
            UpsPlan ups = lab.ups()[i];
            leaf(ups.output(), point -> {
                List<String> all = new ArrayList<>(parts.longCuts(ups));
                all.add(parts.dead(ups));
                all.add(point(lab.standing()[ups.site()]));
                return wires.all(all);
            });
        }
    }

    private void guests() {
        for (int i = 0; i < lab.guests().length; i++) {
            int number = i;
            GuestPlan guest = lab.guests()[i];
            leaf(guest.run(), point -> {
                List<String> all = new ArrayList<>(parts.of(Owner.GUEST, number, 0));
                all.add(somewhere(guest, node -> Wires.ALWAYS));
                return wires.all(all);
            });
            leaf(guest.lan(), point -> somewhere(guest, reaching::lan));
            leaf(guest.atHome(), point -> somewhere(guest, reaching::home));
            leaf(guest.wired(), point -> somewhere(guest, reaching::wired));
            leaf(guest.remote(), point -> somewhere(guest, reaching::remote));
        }
    }

    List<Component> components() {
        return parts.components();
    }

    List<Group> groups() {
        return wires.groups();
    }

    /** Returns a part that never fails, for what hangs on nothing that does. */
    String nothing() {
        return parts.nothing();
    }

    /** Returns the name of what must be up for a point to be. */
    String point(int point) {
        String found = known.get(point);
        if (found == null) {
            Structure structure = lab.structure();
            int[] inputs = structure.children(point);
            // A leaf that no part sets is one whose process is left out, and so is up.
            found = inputs.length == 0
                    ? leaves.getOrDefault(point, it -> Wires.ALWAYS).apply(point)
                    : wires.atLeast(
                            structure.required(point),
                            Arrays.stream(inputs).mapToObj(this::point).toList());
            known.put(point, found);
        }
        return found;
    }

    private String machine(int number) {
        Machine machine = lab.machines()[number];
        List<String> all = new ArrayList<>(List.of(point(machine.power())));
        all.addAll(parts.of(Owner.MACHINE, number, 0));
        return wires.all(all);
    }

    /** Each group of disks needs all but those that it can spare; a disk is gone until it is filled again. */
    private String pool(PoolPlan pool) {
        List<String> all = new ArrayList<>();
        for (int group = 0; group < pool.groups(); group++) {
            List<String> disks = new ArrayList<>();
            for (int i = 0; i < pool.disks().length; i++) {
                if (pool.diskGroup()[i] == group) {
                    disks.add(parts.ofMode(lab.disks()[pool.disks()[i]].mode(), pool.resilverHours()));
                }
            }
            all.add(wires.atLeast(disks.size() - pool.tolerance(), disks));
        }
        for (int i = 0; i < lab.controllers().length; i++) {
            int number = lab.pools()[lab.controllers()[i].pools()[0]].node();
            if (number == pool.node()) {
                all.addAll(parts.of(Owner.CONTROLLER, i, 0));
            }
        }
        return wires.all(all);
    }

    /** Returns what must be up for a guest to run on one of its nodes, and something more on that node. */
    private String somewhere(GuestPlan guest, IntFunction<String> more) {
        Set<Integer> nodes = new LinkedHashSet<>();
        IntStream.concat(Arrays.stream(guest.automatic()), Arrays.stream(guest.byHand()))
                .forEach(nodes::add);
        List<String> ways = new ArrayList<>();
        for (int node : nodes) {
            ways.add(wires.all(List.of(on(guest, node), more.apply(node))));
        }
        return wires.any(ways);
    }

    private String on(GuestPlan guest, int node) {
        List<String> all = new ArrayList<>(List.of(nodeUp(node)));
        int first = lab.nodes()[node].firstPool();
        if (guest.onNodePool() && first >= 0) {
            all.add(point(lab.pools()[first].up()));
        }
        for (int pool : new int[] {guest.dataPool()[node], guest.sharedPool()}) {
            if (pool >= 0) {
                all.add(point(lab.pools()[pool].up()));
                all.add(nodeUp(lab.pools()[pool].node()));
            }
        }
        if (guest.cephCluster() >= 0 && lab.clusters()[guest.cephCluster()].ceph() >= 0) {
            all.add(point(lab.clusters()[guest.cephCluster()].ceph()));
        }
        if (guest.cluster() >= 0 && lab.clusters()[guest.cluster()].needsQuorum()) {
            ClusterPlan cluster = lab.clusters()[guest.cluster()];
            all.add(members(cluster, cluster.votesNeeded(), true));
        }
        return wires.all(all);
    }

    private String members(ClusterPlan cluster, int needed, boolean tieBreaker) {
        List<String> votes = new ArrayList<>(
                Arrays.stream(cluster.members()).mapToObj(this::nodeUp).toList());
        if (tieBreaker && cluster.tieBreaker() >= 0) {
            votes.add(nodeUp(cluster.tieBreaker()));
        }
        return wires.atLeast(needed, votes);
    }

    private String nodeUp(int node) {
        return point(lab.machines()[lab.nodes()[node].machine()].up());
    }
}
