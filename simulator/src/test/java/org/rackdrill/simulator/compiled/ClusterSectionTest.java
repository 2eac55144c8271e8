package org.rackdrill.simulator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Scenario;
import org.rackdrill.simulator.timeline.ProxmoxTimeline;
import org.rackdrill.simulator.timeline.Timeline;

/** Which clusters share what they have found out about their manager. */
class ClusterSectionTest {

    private static String lab(String clusters, int nodes) {
        return "nodes:\n"
                + IntStream.rangeClosed(1, nodes)
                        .mapToObj("  n%d: {<steady node>}\n"::formatted)
                        .collect(Collectors.joining())
                + "clusters:\n" + clusters;
    }

    private static CompiledLab compiled(String clusters, int nodes) {
        return Compiler.compile(Scenario.of(lab(clusters, nodes)).lab());
    }

    private static Timeline of(CompiledLab lab, int cluster) {
        return lab.clusters()[cluster].timeline();
    }

    @Test
    void clustersOfASizeShareTheirScripts() {
        CompiledLab lab = compiled("""
                  a: {manager: proxmox-ha, members: [n1, n2, n3]}
                  b: {manager: proxmox-ha, members: [n4, n5, n6]}
                """, 6);

        assertThat(of(lab, 0)).isInstanceOf(ProxmoxTimeline.class).isSameAs(of(lab, 1));
    }

    @Test
    void clustersOfOtherSizesDoNot() {
        CompiledLab lab = compiled("""
                  a: {manager: proxmox-ha, members: [n1, n2, n3]}
                  b: {manager: proxmox-ha, members: [n4, n5, n6, n7]}
                """, 7);

        assertThat(of(lab, 1)).isInstanceOf(ProxmoxTimeline.class).isNotSameAs(of(lab, 0));
        assertThat(((ProxmoxTimeline) of(lab, 0)).members()).isEqualTo(3);
        assertThat(((ProxmoxTimeline) of(lab, 1)).members()).isEqualTo(4);
    }

    @Test
    void clustersOfAnotherManagerDoNot() {
        CompiledLab lab = compiled("""
                  a: {manager: pacemaker, members: [n1, n2, n3]}
                  b: {manager: proxmox-ha, members: [n4, n5, n6]}
                """, 6);

        assertThat(of(lab, 0)).isNotInstanceOf(ProxmoxTimeline.class);
        assertThat(of(lab, 1)).isInstanceOf(ProxmoxTimeline.class);
    }

    @Test
    void aVariationOfALabKnowsWhatTheLabFoundOut() {
        CompiledLab lab = compiled("  a: {manager: proxmox-ha, members: [n1, n2, n3]}\n", 4);
        CompiledLab alike = Compiler.compile(
                Scenario.of(lab("  b: {manager: proxmox-ha, members: [n2, n3, n4]}\n", 4))
                        .lab(),
                lab,
                Contention.NONE);
        CompiledLab larger = Compiler.compile(
                Scenario.of(lab("  b: {manager: proxmox-ha, members: [n1, n2, n3, n4]}\n", 4))
                        .lab(),
                lab,
                Contention.NONE);

        assertThat(of(alike, 0)).isSameAs(of(lab, 0));
        assertThat(of(larger, 0)).isNotSameAs(of(lab, 0));
    }

    @Test
    void labsThatKnowNothingOfEachOtherShareNothing() {
        String clusters = "  a: {manager: proxmox-ha, members: [n1, n2, n3]}\n";

        assertThat(of(compiled(clusters, 3), 0)).isNotSameAs(of(compiled(clusters, 3), 0));
    }
}
