package org.rackdrill.reports.capacity;

import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.CpuAnswer;
import org.rackdrill.simulator.capacity.CpuAnswer.Left;
import org.rackdrill.simulator.capacity.CpuAnswer.Lost;
import org.rackdrill.simulator.capacity.CpuAnswer.OfNode;
import org.rackdrill.simulator.capacity.CpuAnswer.Refused;
import org.rackdrill.simulator.capacity.Likely;

/** Who has processors enough, today and when a node is lost. */
final class Processors {
    private static final int MOST_NAMES = 6;

    /** Above this a mean leaves too little for peaks. */
    private static final double BUSY = 0.8;

    private Processors() {}

    static Element section(Capacity capacity) {
        CpuAnswer cpu = capacity.cpu();
        if (cpu.lost().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("processors", "Processors", ProcessorWords.sentence(cpu));
        if (!cpu.nodes().isEmpty()) {
            section.add(convention(), nodes(cpu.nodes()), silent(cpu));
        }
        return cpu.lost().stream()
                        .allMatch(
                                lost -> lost.nodes().isEmpty() && lost.refused().isEmpty())
                ? section
                : section.add(Element.of("h3").text("Processors when a node is lost"), lost(cpu.lost()));
    }

    private static Element convention() {
        return Section.paragraph(
                "Guests may be promised more cores than there are, since they seldom want them together:"
                        + " Red Hat calls five for each core usually safe and more than ten unwise (RHEL 10, Optimizing virtual"
                        + " machine CPU performance). Only one virtual machine with more cores than the node has threads is"
                        + " refused (Proxmox VE, qm). A share is of cores as they are built: two threads are one core.");
    }

    private static Element nodes(List<OfNode> all) {
        Table table = new Table("stack", "Processors of each node")
                .column("Node")
                .column("Cores kept busy", "wide")
                .numbers("Cores")
                .numbers("Threads")
                .numbers("Busy in the mean")
                .numbers("Promised")
                .column("Use it most");
        for (OfNode node : all) {
            double share = node.usedShare().best();
            table.row(
                    Element.name(node.name()),
                    Bar.against(Math.min(1, share), colour(share), Figures.share(share) + " of its cores"),
                    cell(String.valueOf(node.cores())),
                    cell(String.valueOf(node.threads())),
                    cell(node.guests().isEmpty() ? "not stated" : cores(node.used())),
                    cell(promised(node)),
                    cell(
                            node.guests().isEmpty()
                                    ? "not stated"
                                    : Named.list(
                                            node.guests().stream()
                                                    .limit(3)
                                                    .map(CpuAnswer.Guest::name)
                                                    .toList(),
                                            3)));
        }
        return table.element();
    }

    private static String promised(OfNode node) {
        return node.promised() == 0
                ? "not stated"
                : Figures.about(node.promised(), 3) + " (" + ProcessorWords.times(node.promisedShare()) + ")";
    }

    /** What nobody states, so that nobody takes the sums for all there is. */
    private static Element silent(CpuAnswer cpu) {
        Element list = Element.of("ul");
        if (!cpu.notStated().isEmpty()) {
            list.add(Element.of("li")
                    .text("Which processors they have is not stated: " + Named.list(cpu.notStated(), MOST_NAMES)
                            + "."));
        }
        for (OfNode node : cpu.nodes()) {
            if (!node.withoutUse().isEmpty()) {
                list.add(Element.of("li")
                        .add(Element.name(node.name()))
                        .text(": what these use is not stated, so it is more than that: "
                                + Named.list(node.withoutUse(), MOST_NAMES) + "."));
            }
            if (!node.withoutPromise().isEmpty()) {
                list.add(Element.of("li")
                        .add(Element.name(node.name()))
                        .text(": how many cores these may take is not stated: "
                                + Named.list(node.withoutPromise(), MOST_NAMES) + "."));
            }
        }
        return list.isEmpty() ? Element.nothing() : list;
    }

    private static Element lost(List<Lost> all) {
        Table table = new Table("stack", "Processors of the others when a node is lost")
                .column("Lost")
                .column("Then at work")
                .numbers("Busy in the mean")
                .numbers("Of its cores")
                .numbers("Promised")
                .column("Do not start");
        for (Lost lost : all) {
            if (lost.nodes().isEmpty() && !lost.refused().isEmpty()) {
                table.row(Element.name(lost.node()), cell(""), cell(""), cell(""), cell(""), refused(lost.refused()));
            }
            for (Left left : lost.nodes()) {
                table.row(
                        Element.name(lost.node()),
                        Element.name(left.name()),
                        cell(cores(left.used())),
                        share(left.usedShare()),
                        cell(Figures.about(left.promised(), 3) + " (" + ProcessorWords.times(left.promisedShare())
                                + ")"),
                        refused(lost.refused()));
            }
        }
        return table.element();
    }

    private static Element share(Likely share) {
        return share.best() > BUSY
                ? Element.of("span", "no").text("✗ " + Known.share(share))
                : cell(Known.share(share));
    }

    private static Element refused(List<Refused> refused) {
        if (refused.isEmpty()) {
            return Element.of("span", "ok").text("✓ none");
        }
        return Element.of("span", "no")
                .text("✗ "
                        + Named.list(
                                refused.stream()
                                        .sorted(Comparator.comparing(Refused::guest))
                                        .map(no -> no.guest() + " (" + no.cores() + " cores, " + no.on() + " has "
                                                + no.threads() + " threads)")
                                        .toList(),
                                MOST_NAMES));
    }

    private static String colour(double share) {
        return share > BUSY ? "harm" : "k1";
    }

    private static String cores(Likely cores) {
        return Known.text(cores, number -> Figures.about(number, 2));
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
