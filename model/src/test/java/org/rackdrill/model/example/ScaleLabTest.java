package org.rackdrill.model.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/** A lab of any size is a lab file like any other. */
class ScaleLabTest {

    private static Lab lab(int nodes) {
        Reading reading = new LabReader(Catalogue.load())
                .read("scale.yaml", new ScaleLab(nodes).text().getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems()).isEmpty();
        return reading.lab().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 9, 10, 11, 21, 99, 100, 1000})
    void hasTenDisksAndThreeServicesForEachNode(int nodes) {
        Lab lab = lab(nodes);

        assertThat(lab.nodes())
                .hasSize(nodes)
                .allSatisfy(node -> assertThat(node.pools().get(0).disks()).hasSize(10));
        assertThat(lab.services()).hasSize(3 * nodes);
        assertThat(lab.copies()).hasSize(nodes);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 9, 10, 11, 21, 99, 100})
    void everyRackHasAClusterOfThreeToTenNodesAndEveryNodeIsInOne(int nodes) {
        Lab lab = lab(nodes);

        assertThat(lab.clusters())
                .hasSize((nodes + 9) / 10)
                .hasSameSizeAs(lab.ups())
                .allSatisfy(cluster -> assertThat(cluster.members()).hasSizeBetween(3, 10));
        assertThat(lab.clusters().stream().flatMap(cluster -> cluster.members().stream()))
                .containsExactlyElementsOf(
                        lab.nodes().stream().map(node -> node.name()).toList());
    }

    @Test
    void noCopyLiesOnTheDisksThatItProtects() {
        assertThat(lab(21).copies())
                .allSatisfy(copy -> assertThat(copy.to().node())
                        .isNotEqualTo("node" + copy.service().substring("nas".length())));
    }

    @Test
    void theSameSizeIsTheSameText() {
        assertThat(new ScaleLab(12).text()).isEqualTo(new ScaleLab(12).text());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 2, 1001, Integer.MAX_VALUE})
    void aSizeThatCannotBeIsRefused(int nodes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScaleLab(nodes))
                .withMessage("a scale lab has from 3 to 1000 nodes");
    }
}
