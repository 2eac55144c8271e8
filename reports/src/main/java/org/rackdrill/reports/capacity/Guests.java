package org.rackdrill.reports.capacity;

import java.util.List;
import java.util.stream.Collectors;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.MemoryAnswer;
import org.rackdrill.simulator.capacity.MemoryAnswer.Lost;
import org.rackdrill.simulator.capacity.MemoryAnswer.OfNode;
import org.rackdrill.simulator.capacity.MemoryAnswer.Out;

/** Who has memory enough, today and when a node is lost. */
final class Guests {
    private static final int MOST_NAMES = 6;

    private Guests() {}

    /** Returns how many guests find no memory elsewhere when a node is lost. */
    static long withoutRoom(Lost lost) {
        return lost.out().stream().filter(Guests::isNoRoom).count();
    }

    private static boolean isNoRoom(Out out) {
        return out.why().equals("no-room");
    }

    static Element section(Capacity capacity) {
        MemoryAnswer memory = capacity.memory();
        if (memory.nodes().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("memory", "Memory", lead(memory)).add(nodes(memory.nodes()));
        return memory.lost().size() < 2
                ? section
                : section.add(Element.of("h3").text("When a node is lost"), lost(memory));
    }

    private static String lead(MemoryAnswer memory) {
        if (memory.lost().size() < 2) {
            return "What guests leave of the memory caches what is on the disks, so that reads need not wait for them.";
        }
        if (!memory.movable()) {
            return "Nothing can start on another node than its own: what runs on a lost one waits for it. What guests leave"
                    + " of the memory caches what is on the disks.";
        }
        List<String> shortOf = memory.lost().stream()
                .filter(lost -> withoutRoom(lost) > 0)
                .map(Lost::node)
                .toList();
        String room = shortOf.isEmpty()
                ? "Whichever node is lost, all that can start elsewhere finds room there."
                : "Not everything finds room elsewhere when one of these is lost: " + Named.list(shortOf, MOST_NAMES)
                        + ".";
        return room + " What guests leave of the memory caches what is on the disks.";
    }

    private static Element nodes(List<OfNode> all) {
        Table table = new Table("stack", "Memory of each node")
                .column("Node")
                .column("Guests beside what is installed", "wide")
                .numbers("Installed")
                .numbers("Guests")
                .numbers("Left for the cache")
                .numbers("Room for more guests");
        for (OfNode node : all) {
            double installed = Math.max(1, node.installedBytes());
            double share = (node.guestsBytes() + node.systemBytes()) / installed;
            table.row(
                    Element.name(node.name()),
                    Bar.against(Math.min(1, share), share > 1 ? "harm" : "k1", Figures.share(share) + " of its memory"),
                    cell(Sizes.memory(node.installedBytes())),
                    cell(Sizes.memory(node.guestsBytes())),
                    cell(node.cacheWantedBytes() > 0 ? Sizes.memory(node.cacheBytes()) : ""),
                    cell(node.freeBytes() < 0 ? "none" : Sizes.memory(node.freeBytes())));
        }
        return table.element();
    }

    private static Element lost(MemoryAnswer memory) {
        Table table = new Table("stack", "What happens to the guests of a lost node")
                .column("Lost")
                .column("Start elsewhere")
                .column("Find no room")
                .column("Wait for it")
                .column("Left on the others");
        for (Lost lost : memory.lost()) {
            table.row(
                    Element.name(lost.node()),
                    cell(names(lost.moves().stream()
                            .map(move -> move.guest() + (move.by().equals("manual") ? " (by hand)" : ""))
                            .toList())),
                    outs(lost.out().stream().filter(Guests::isNoRoom).toList()),
                    cell(names(lost.out().stream()
                            .filter(out -> !isNoRoom(out))
                            .map(Out::guest)
                            .toList())),
                    cell(lost.nodes().stream()
                            .map(left -> Named.inSentence(left.name()) + " " + Sizes.memory(left.freeBytes()))
                            .collect(Collectors.joining(", "))));
        }
        return table.element();
    }

    private static Element outs(List<Out> outs) {
        if (outs.isEmpty()) {
            return Element.of("span", "ok").text("✓ none");
        }
        return Element.of("span", "no")
                .text("✗ "
                        + names(outs.stream()
                                .map(out -> out.guest() + " (" + Sizes.memory(out.bytes()) + ", free "
                                        + Sizes.memory(out.mostFreeBytes()) + ")")
                                .toList()));
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : Named.list(names, MOST_NAMES);
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
