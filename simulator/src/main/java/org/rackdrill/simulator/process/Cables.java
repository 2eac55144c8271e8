package org.rackdrill.simulator.process;

import java.util.Optional;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.NetworkPlan;

/** The lines of a lab as drills name them, and what travels over them. */
public final class Cables {

    /**
     * A cable: a plug of a node, or a link between two boxes.
     *
     * @param node its number, or -1
     * @param plug of the node
     * @param link between boxes, or -1
     */
    public record Cable(int node, int plug, int link) {}

    private final CompiledLab lab;
    private final Names names;
    private final Harm harm;

    Cables(CompiledLab lab, Names names, Harm harm) {
        this.lab = lab;
        this.names = names;
        this.harm = harm;
    }

    /** Finds a cable by what it connects. */
    public Optional<Cable> cable(String from, String to) {
        NetworkPlan plan = lab.network();
        int box = names.box(to);
        int node = names.node(from);
        if (node != Names.NONE) {
            int[] plugs = plan.nodeBoxes()[node];
            return IntStream.range(0, plugs.length)
                    .filter(plug -> plugs[plug] == box)
                    .mapToObj(plug -> new Cable(node, plug, -1))
                    .findFirst();
        }
        int other = names.box(from);
        return IntStream.range(0, plan.links().length)
                .filter(link -> plan.links()[link][0] == other && plan.links()[link][1] == box)
                .mapToObj(link -> new Cable(-1, -1, link))
                .findFirst();
    }

    /**
     * What makes a line worse, to be put on it and taken off.
     *
     * @param bytesPerSecond what passes at most; infinite for all
     * @param lost share of packets
     * @param extraSeconds one way
     */
    public record Quality(double bytesPerSecond, double lost, double extraSeconds) {}

    /** Makes a cable worse; what this returns makes it good again. */
    public Runnable worsen(Cable cable, Quality quality) {
        if (cable.node() >= 0) {
            return worsen(copiesOfNode(cable.node()), new int[] {cable.node()}, quality);
        }
        int box = lab.network().links()[cable.link()][0];
        int[] behind = IntStream.range(0, lab.nodes().length)
                .filter(node -> IntStream.of(lab.network().nodeBoxes()[node]).anyMatch(it -> it == box))
                .toArray();
        int[] copies = IntStream.of(behind)
                .flatMap(node -> IntStream.of(copiesOfNode(node)))
                .distinct()
                .toArray();
        return worsen(copies, behind, quality);
    }

    /** Makes an internet access worse; what this returns makes it good again. */
    public Runnable worsenWan(int wan, Quality quality) {
        int site = names.wanSite(wan);
        return worsen(copiesBetweenSites(site, Names.NONE), nodesOffHome(site), quality);
    }

    /** Makes a tunnel worse; what this returns makes it good again. */
    public Runnable worsenVpn(int vpn, Quality quality) {
        int[] sites = names.vpnSites(vpn);
        int far = sites[0] == 0 ? sites[1] : sites[0];
        return worsen(copiesBetweenSites(sites[0], sites[1]), nodesOffHome(far), quality);
    }

    private Runnable worsen(int[] copies, int[] nodes, Quality quality) {
        Lines.Burden burden =
                new Lines.Burden(copies, nodes, quality.bytesPerSecond(), quality.lost(), quality.extraSeconds());
        harm.burden(burden, true);
        return () -> harm.burden(burden, false);
    }

    private int[] copiesOfNode(int node) {
        return IntStream.range(0, lab.copies().length)
                .filter(copy -> lab.copies()[copy].sourceNode() == node || lab.copies()[copy].targetNode() == node)
                .toArray();
    }

    private int[] copiesBetweenSites(int one, int other) {
        return IntStream.range(0, lab.copies().length)
                .filter(copy -> {
                    CopyPlan it = lab.copies()[copy];
                    int from = lab.data()[it.dataset()].site();
                    boolean touches = from == one || it.site() == one;
                    boolean reaches = other == Names.NONE || from == other || it.site() == other;
                    return from != it.site() && touches && reaches;
                })
                .toArray();
    }

    /** People are at the first site; what is there they reach without any line to outside. */
    private int[] nodesOffHome(int site) {
        return IntStream.range(0, lab.nodes().length)
                .filter(node -> lab.nodes()[node].site() != 0 && (site == 0 || lab.nodes()[node].site() == site))
                .toArray();
    }
}
