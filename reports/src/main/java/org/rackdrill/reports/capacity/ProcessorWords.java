package org.rackdrill.reports.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.simulator.capacity.CpuAnswer;
import org.rackdrill.simulator.capacity.CpuAnswer.Left;
import org.rackdrill.simulator.capacity.CpuAnswer.OfNode;

/** What is known of processors, in sentences. */
public final class ProcessorWords {
    private ProcessorWords() {}

    /** Returns how busy they are, and which node is the busiest after the loss of which. */
    static String sentence(CpuAnswer cpu) {
        Optional<OfNode> busiest = busiest(cpu);
        if (busiest.isEmpty()) {
            return notStated(cpu)
                    + " Write `cpu: {cores: 2, uses: 0.3 cores}` into services, and `cpu: 4 cores, 8 threads`"
                    + " into nodes that the catalogue does not know.";
        }
        OfNode node = busiest.get();
        return "Busiest are the processors of " + Named.inSentence(node.name()) + ": guests keep "
                + Known.share(node.usedShare()) + " of its " + node.cores() + " cores busy in the mean over a week."
                + worst(cpu).map(ProcessorWords::then).orElse("");
    }

    /** Returns the same for one line of a terminal, without the name in front. */
    public static String brief(CpuAnswer cpu) {
        Optional<OfNode> busiest = busiest(cpu);
        if (busiest.isEmpty()) {
            return notStated(cpu);
        }
        OfNode node = busiest.get();
        return node.name() + ": " + Figures.share(node.usedShare().best()) + " busy, "
                + Figures.about(node.promisedShare(), 2) + "x promised"
                + worst(cpu)
                        .map(then -> "; " + then.left().name() + " "
                                + Figures.share(then.left().usedShare().best()) + " without " + then.lost())
                        .orElse("");
    }

    /** Returns how many times the cores something is. */
    static String times(double share) {
        return Figures.about(share, 2) + "\u00a0times";
    }

    private static String notStated(CpuAnswer cpu) {
        return cpu.nodes().isEmpty()
                ? "Which processors the nodes have is not stated."
                : "What guests use of processors is not stated.";
    }

    private static Optional<OfNode> busiest(CpuAnswer cpu) {
        return cpu.nodes().stream()
                .filter(node -> !node.guests().isEmpty())
                .max(Comparator.comparingDouble(node -> node.usedShare().best()));
    }

    /** A node after the loss of another. */
    private record Then(String lost, Left left) {}

    private static Optional<Then> worst(CpuAnswer cpu) {
        List<Then> all = cpu.lost().stream()
                .flatMap(lost -> lost.nodes().stream().map(left -> new Then(lost.node(), left)))
                .toList();
        return all.stream()
                .max(Comparator.comparingDouble(then -> then.left().usedShare().best()));
    }

    private static String then(Then then) {
        return " When " + Named.inSentence(then.lost()) + " is lost, those of "
                + Named.inSentence(then.left().name())
                + " are " + Known.share(then.left().usedShare()) + " busy, and promised "
                + times(then.left().promisedShare()) + ".";
    }
}
