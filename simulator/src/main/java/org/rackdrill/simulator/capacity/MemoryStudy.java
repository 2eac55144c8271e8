package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestMemory;
import org.rackdrill.simulator.compiled.GuestPlan;

/**
 * Who has memory enough, by the rules by which the simulator places guests: each where its cluster or a person can start
 * it, on the node with the most room; the more important first, then the larger.
 */
final class MemoryStudy {

    private final Lab lab;

    /** The guests that are at home on each node. */
    private final List<List<GuestPlan>> guests = new ArrayList<>();

    /** The memory that they take of it, in bytes. */
    private final double[] taken;

    MemoryStudy(Lab lab, CompiledLab compiled) {
        this.lab = lab;
        lab.nodes().forEach(node -> guests.add(new ArrayList<>()));
        for (GuestPlan guest : compiled.guests()) {
            if (guest.home() >= 0) {
                guests.get(guest.home()).add(guest);
            }
        }
        taken = guests.stream()
                .mapToDouble(
                        on -> on.stream().mapToDouble(GuestPlan::memoryBytes).sum())
                .toArray();
    }

    MemoryAnswer answer() {
        List<MemoryAnswer.OfNode> nodes = new ArrayList<>();
        List<MemoryAnswer.Lost> lost = new ArrayList<>();
        for (int i = 0; i < lab.nodes().size(); i++) {
            if (!on(i).isEmpty()) {
                nodes.add(node(i));
                lost.add(lose(i));
            }
        }
        return new MemoryAnswer(nodes, lost);
    }

    private List<GuestPlan> on(int node) {
        return guests.get(node);
    }

    private MemoryAnswer.OfNode node(int number) {
        Node node = lab.nodes().get(number);
        double installed = node.memory().count();
        double used = taken[number];
        double cache = GuestMemory.cache(node);
        double left = installed - GuestMemory.system() - used;
        return new MemoryAnswer.OfNode(
                node.name(),
                installed,
                GuestMemory.system(),
                used,
                cache,
                cache > 0 ? Math.max(0, left) : 0,
                left - cache,
                on(number).stream()
                        .sorted(Comparator.comparingDouble(guest -> -guest.memoryBytes()))
                        .map(guest -> new MemoryAnswer.Guest(guest.name(), guest.memoryBytes()))
                        .toList());
    }

    private MemoryAnswer.Lost lose(int gone) {
        double[] free = IntStream.range(0, lab.nodes().size())
                .mapToDouble(i -> GuestMemory.of(lab.nodes().get(i)) - taken[i])
                .toArray();
        double[] before = free.clone();
        List<MemoryAnswer.Move> moves = new ArrayList<>();
        List<MemoryAnswer.Out> out = new ArrayList<>();
        on(gone).stream()
                .sorted(Comparator.comparingInt(GuestPlan::priority)
                        .thenComparing(GuestPlan::failover)
                        .thenComparingDouble(guest -> -guest.memoryBytes()))
                .forEach(guest -> place(guest, gone, free, moves, out));
        List<MemoryAnswer.Left> left = IntStream.range(0, free.length)
                .filter(i -> i != gone && free[i] != before[i])
                .mapToObj(
                        i -> new MemoryAnswer.Left(lab.nodes().get(i).name(), taken[i] + before[i] - free[i], free[i]))
                .toList();
        return new MemoryAnswer.Lost(lab.nodes().get(gone).name(), moves, out, left);
    }

    private void place(
            GuestPlan guest, int gone, double[] free, List<MemoryAnswer.Move> moves, List<MemoryAnswer.Out> out) {
        Service service = lab.services().get(guest.service());
        if (service.on().size() > 1) {
            if (service.on().size() - 1 < service.required()) {
                out.add(new MemoryAnswer.Out(guest.name(), guest.memoryBytes(), "too-few", 0));
            }
            return;
        }
        int[] candidates = guest.failover() == Service.Failover.AUTOMATIC ? guest.automatic() : guest.byHand();
        int best = Arrays.stream(candidates)
                .filter(node -> node != gone)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(node -> free[node]).thenComparing(node -> -node))
                .orElse(-1);
        if (best < 0) {
            out.add(new MemoryAnswer.Out(guest.name(), guest.memoryBytes(), "nowhere-else", 0));
        } else if (free[best] < guest.memoryBytes()) {
            out.add(new MemoryAnswer.Out(guest.name(), guest.memoryBytes(), "no-room", Math.max(0, free[best])));
        } else {
            free[best] -= guest.memoryBytes();
            moves.add(new MemoryAnswer.Move(
                    guest.name(),
                    lab.nodes().get(best).name(),
                    guest.memoryBytes(),
                    guest.failover() == Service.Failover.AUTOMATIC ? "automatic" : "manual"));
        }
    }
}
