package org.rackdrill.simulator.compiled;

import static org.rackdrill.model.lab.Trait.BOOT;
import static org.rackdrill.model.lab.Trait.BOOT_DISK_FAILS;
import static org.rackdrill.model.lab.Trait.CRASHES;
import static org.rackdrill.model.lab.Trait.FAILS;
import static org.rackdrill.model.lab.Trait.POST;
import static org.rackdrill.model.lab.Trait.PSUS;
import static org.rackdrill.model.lab.Trait.PSU_FAILS;
import static org.rackdrill.model.lab.Trait.PSU_WEARS_OUT;
import static org.rackdrill.model.lab.Trait.REPAIR;
import static org.rackdrill.model.lab.Trait.SHUTDOWN;
import static org.rackdrill.model.lab.Trait.UPDATE_TAKES;
import static org.rackdrill.model.lab.Trait.WATTS;
import static org.rackdrill.model.lab.Trait.WEARS_OUT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles nodes and network boxes: power, hardware, crashes, boots. */
final class MachineSection {

    final List<Machine> machines = new ArrayList<>();
    final List<Integer> supplies = new ArrayList<>();
    final List<Integer> supplyNodes = new ArrayList<>();
    final List<CompiledLab.Update> updates = new ArrayList<>();

    /** The numbers of the machines by name. */
    final Map<String, Integer> numbers = new HashMap<>();

    private final Draft draft;
    private final PowerSection power;
    private final int handsOn;
    private final int software;

    MachineSection(Draft draft, PowerSection power) {
        this.draft = draft;
        this.power = power;
        handsOn = draft.life(
                "operator hands-on", draft.lab.operations().operator().handsOn());
        software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
    }

    void compile() {
        List<Link.Box> boxes = boxes();
        boxes.forEach(box -> reserve(box.name()));
        draft.lab.nodes().forEach(node -> reserve(node.name()));
        boxes.forEach(this::box);
        for (int i = 0; i < draft.lab.nodes().size(); i++) {
            node(i, draft.lab.nodes().get(i));
        }
    }

    List<Link.Box> boxes() {
        return draft.lab.network().stream()
                .filter(Link.Box.class::isInstance)
                .map(Link.Box.class::cast)
                .toList();
    }

    private void reserve(String name) {
        int number = numbers.size();
        numbers.put(name, number);
        int up = draft.structure.leaf();
        draft.structure.watch(up, Watch.MACHINE, number);
        draft.points.put(name, up);
    }

    private void box(Link.Box box) {
        int number = numbers.getOrDefault(box.name(), 0);
        int site = draft.site(box.site());
        Part part = box.part();
        List<Integer> sources = box.poweredBy().stream().map(draft::point).toList();
        List<Integer> feeds = sources.isEmpty() ? List.of(power.mains[site]) : sources;
        int powered = powered(number, site, feeds);
        String label = part.label() + " " + box.name();
        int update = draft.planned(box.name(), CauseKind.UPDATE, "updates of " + box.name(), 'U');
        machines.add(new Machine(
                box.name(),
                site,
                powered,
                array(feeds),
                draft.point(box.name()),
                draft.stream(box.name() + " boot"),
                Lifetimes.AT_ONCE,
                draft.duration(Behaviour.BOOT_TIMES, box.name(), part, BOOT),
                0,
                Lifetimes.AT_ONCE,
                draft.life(box.name(), part, UPDATE_TAKES),
                update,
                part.traits().value(WATTS).watts(),
                draft.parameter(box.name(), part, WATTS),
                -1));
        hardware(number, box.name(), part, draft.life(Behaviour.BOX_FAILURES, box.name(), part, FAILS), site, label);
        draft.crash(
                Owner.MACHINE,
                number,
                box.name(),
                part,
                draft.cause(box.name(), CauseKind.CRASH, label + " hanging", 'N'),
                draft.life(Behaviour.BOX_FAILURES, box.name(), part, CRASHES),
                site,
                software);
        if (draft.has(Behaviour.BOX_UPDATES)) {
            box.autoUpdate()
                    .ifPresent(every -> updates.add(
                            new CompiledLab.Update(number, Hours.of(every), draft.stream(box.name() + " update"))));
        }
    }

    private void node(int index, Node node) {
        int number = numbers.getOrDefault(node.name(), 0);
        int site = draft.site(node.site());
        Part part = node.hardware();
        String name = node.name();
        List<Integer> feeds = feeds(node, site);
        int powered = powered(number, site, feeds);
        draft.points.put("mains of " + name, power.mains[site]);
        machines.add(new Machine(
                name,
                site,
                powered,
                array(feeds),
                draft.point(name),
                draft.stream(name + " boot"),
                draft.duration(Behaviour.BOOT_TIMES, name, part, POST),
                draft.duration(Behaviour.BOOT_TIMES, name, node.os(), BOOT),
                draft.has(Behaviour.BOOT_TIMES) ? step(node) * Fixed.BOOT_STEP.hours() : 0,
                draft.life(name, node.os(), SHUTDOWN),
                draft.life(name, node.os(), UPDATE_TAKES),
                draft.planned("patching", CauseKind.UPDATE, "patching nodes", 'U'),
                part.traits().value(WATTS).watts() + diskWatts(node),
                draft.parameter(name, part, WATTS),
                index));
        draft.ages.of(
                hardware(
                        number,
                        name,
                        part,
                        draft.ages.life(Behaviour.BOARDS, name, part, FAILS, WEARS_OUT),
                        site,
                        name + "'s hardware"),
                node.age());
        int bootDisk = draft.mode(new Mode(
                Owner.MACHINE,
                number,
                draft.cause(name, CauseKind.BOOT_DISK, name + "'s boot disk", 'H'),
                draft.stream(name + " boot disk"),
                draft.life(Behaviour.BOOT_DISKS, name, part, BOOT_DISK_FAILS),
                byHand(name, part, site)));
        draft.ages.of(bootDisk, node.age());
        draft.crash(
                Owner.MACHINE,
                number,
                name,
                node.os(),
                draft.cause(name, CauseKind.CRASH, "crashes of " + name, 'S'),
                draft.life(Behaviour.CRASHES, name, node.os(), CRASHES),
                site,
                software);
    }

    /** Returns how many steps of the boot order come before a node's: what matters is who is earlier, not by how much. */
    private long step(Node node) {
        return draft.lab.nodes().stream()
                .filter(other -> other.site().equals(node.site()))
                .mapToInt(Node::bootOrder)
                .filter(order -> order < node.bootOrder())
                .distinct()
                .count();
    }

    private static double diskWatts(Node node) {
        return node.pools().stream()
                .flatMap(pool -> pool.disks().stream())
                .mapToDouble(disk -> disk.traits().value(WATTS).watts())
                .sum();
    }

    /** One feed for each power supply; a power supply that fails is replaced by hand. */
    private List<Integer> feeds(Node node, int site) {
        List<String> sources = node.poweredBy();
        int count = Math.max(sources.size(), node.hardware().traits().value(PSUS));
        List<Integer> feeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int source = sources.isEmpty() ? power.mains[site] : draft.point(sources.get(i % sources.size()));
            int supply = draft.structure.leaf();
            int mode = draft.mode(new Mode(
                    Owner.SUPPLY,
                    supplies.size(),
                    draft.cause(node.name(), CauseKind.POWER_SUPPLY, node.name() + "'s power supply", 'H'),
                    draft.stream(node.name() + " psu " + i),
                    draft.ages.life(Behaviour.POWER_SUPPLIES, node.name(), node.hardware(), PSU_FAILS, PSU_WEARS_OUT),
                    byHand(node.name(), node.hardware(), site)));
            draft.ages.of(mode, node.age());
            supplies.add(supply);
            supplyNodes.add(draft.node(node.name()));
            feeds.add(draft.structure.all(source, supply));
        }
        return feeds;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private int powered(int machine, int site, List<Integer> feeds) {
        int powered = draft.structure.all(draft.structure.atLeast(1, feeds), power.standing[site]);
        draft.structure.watch(powered, Watch.POWER, machine);
        return powered;
    }

    private int hardware(int machine, String name, Part part, int fails, int site, String label) {
        return draft.mode(new Mode(
                Owner.MACHINE,
                machine,
                draft.cause(name, CauseKind.FAILURE, label, 'H'),
                draft.stream(name + " hardware"),
                fails,
                byHand(name, part, site)));
    }

    private Repair byHand(String name, Part part, int site) {
        return Repair.byHand(
                draft.duration(Behaviour.SHIPPING, name, part, REPAIR), handsOn, site, draft.spare(part.model()));
    }
}
