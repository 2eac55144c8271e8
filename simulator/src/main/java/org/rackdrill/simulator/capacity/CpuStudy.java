package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.model.lab.Computing;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Processor;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;

/**
 * Who has processors enough, with each guest where it has memory. A guest uses never more than it may take, and a virtual
 * machine with more cores than a node has threads does not start there.
 */
final class CpuStudy {

    private final Lab lab;
    private final Unknowns unknowns;
    private final Map<String, Guest> guests = new HashMap<>();
    private final Map<String, List<Guest>> homes = new HashMap<>();
    private final Map<String, Processor> processors = new HashMap<>();

    CpuStudy(Lab lab, CompiledLab compiled, Unknowns unknowns) {
        this.lab = lab;
        this.unknowns = unknowns;
        lab.nodes()
                .forEach(node ->
                        processors.put(node.name(), node.hardware().traits().value(Trait.CPU)));
        for (GuestPlan plan : compiled.guests()) {
            Guest guest = guest(plan);
            guests.put(guest.name(), guest);
            homes.computeIfAbsent(lab.nodes().get(plan.home()).name(), home -> new ArrayList<>())
                    .add(guest);
        }
    }

    /** What a guest asks. */
    private record Guest(String name, boolean virtual, Computing computing, Optional<Drawn> uses) {}

    /** What the guests of one node ask together. */
    private record Sum(double promised, Drawn used) {}

    private Guest guest(GuestPlan plan) {
        Service service = lab.services().get(plan.service());
        Computing computing = service.computing();
        Optional<Drawn> uses = computing
                .uses()
                .map(setting -> unknowns.setting(
                        service.name() + " cpu uses", setting, setting.value().count()));
        double most = computing.most().orElse(Double.POSITIVE_INFINITY);
        return new Guest(
                plan.name(),
                plan.kind() == Service.Kind.VM,
                computing,
                uses.map(drawn -> drawn.map(cores -> Math.min(cores, most))));
    }

    /**
     * Returns the answer.
     *
     * @param memory where each guest of a lost node starts
     */
    CpuAnswer answer(MemoryAnswer memory) {
        List<String> names =
                memory.nodes().stream().map(MemoryAnswer.OfNode::name).toList();
        return new CpuAnswer(
                names.stream().filter(this::isStated).map(this::node).toList(),
                names.stream().filter(name -> !isStated(name)).toList(),
                memory.lost().stream().map(this::lost).toList());
    }

    private boolean isStated(String node) {
        return processor(node).isStated();
    }

    private Processor processor(String node) {
        return processors.getOrDefault(node, Processor.NOT_STATED);
    }

    private List<Guest> at(String node) {
        return homes.getOrDefault(node, List.of());
    }

    private CpuAnswer.OfNode node(String name) {
        Processor processor = processor(name);
        List<Guest> here = at(name);
        Sum sum = sum(here);
        return new CpuAnswer.OfNode(
                name,
                processor.cores(),
                processor.threads(),
                sum.promised(),
                sum.promised() / processor.cores(),
                sum.used().likely(),
                sum.used().times(1.0 / processor.cores()).likely(),
                here.stream()
                        .filter(guest -> guest.uses().isPresent())
                        .map(guest -> new CpuAnswer.Guest(
                                guest.name(), guest.uses().orElseThrow().likely()))
                        .sorted(Comparator.comparingDouble(
                                guest -> -guest.used().best()))
                        .toList(),
                names(here.stream().filter(guest -> guest.computing().most().isEmpty())),
                names(here.stream().filter(guest -> guest.uses().isEmpty())),
                here.stream().flatMap(guest -> refused(guest, name)).toList());
    }

    private CpuAnswer.Lost lost(MemoryAnswer.Lost lost) {
        Map<String, List<Guest>> after = new HashMap<>();
        List<CpuAnswer.Refused> refused = new ArrayList<>();
        for (MemoryAnswer.Move move : lost.moves()) {
            Optional.ofNullable(guests.get(move.guest())).ifPresent(guest -> {
                List<CpuAnswer.Refused> no = refused(guest, move.to()).toList();
                refused.addAll(no);
                if (no.isEmpty()) {
                    after.computeIfAbsent(move.to(), to -> new ArrayList<>(at(to)))
                            .add(guest);
                }
            });
        }
        return new CpuAnswer.Lost(
                lost.node(),
                List.copyOf(refused),
                lab.nodes().stream()
                        .filter(node -> after.containsKey(node.name()) && isStated(node.name()))
                        .map(node -> left(node.name(), after.getOrDefault(node.name(), List.of())))
                        .toList());
    }

    private CpuAnswer.Left left(String name, List<Guest> there) {
        int cores = processor(name).cores();
        Sum sum = sum(there);
        return new CpuAnswer.Left(
                name,
                cores,
                sum.promised(),
                sum.promised() / cores,
                sum.used().likely(),
                sum.used().times(1.0 / cores).likely());
    }

    private Sum sum(List<Guest> these) {
        double promised = 0;
        Drawn used = unknowns.certain(0);
        for (Guest guest : these) {
            promised += guest.computing().most().orElse(0.0);
            used = guest.uses().map(used::plus).orElse(used);
        }
        return new Sum(promised, used);
    }

    private Stream<CpuAnswer.Refused> refused(Guest guest, String node) {
        int cores = guest.virtual() ? guest.computing().cores().orElse(0) : 0;
        Processor processor = processor(node);
        return processor.isStated() && cores > processor.threads()
                ? Stream.of(new CpuAnswer.Refused(guest.name(), node, cores, processor.threads()))
                : Stream.empty();
    }

    private static List<String> names(Stream<Guest> guests) {
        return guests.map(Guest::name).toList();
    }
}
