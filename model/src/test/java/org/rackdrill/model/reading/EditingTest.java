package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;

/** A lab with some values written otherwise. */
class EditingTest {

    private static final String LAB = """
            rackdrill: 1
            name: Two
            nodes:
              node1: {model: generic-node, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
              node2: {model: generic-node, repair: 5 d, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
            services:
              photos: {on: node1, data: {at: node1/tank, size: 1 TB}}
              wiki: {on: node2}
            copies:
              photos: [{to: node2/tank, by: syncoid, every: 1 d}]
            """;

    private static Lab edited(String path, String value) throws BadEdit {
        return editing().with(List.of(new Edit(path, value)));
    }

    private static Editing editing() {
        return Editing.of(new LabReader(Catalogue.load()), "lab.yaml", LAB.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"nodes.node2.repair", "node2.repair", "node1.repair"})
    void aValueIsFoundWithItsSectionOrWithout(String path) throws BadEdit {
        String node = path.contains("node1") ? "node1" : "node2";
        Life repair =
                edited(path, "1d").node(node).orElseThrow().hardware().traits().value(Trait.REPAIR);

        assertThat(repair).isEqualTo(new Life.Fixed(24));
    }

    @Test
    void whatTheFileLeavesOutCanBeSaid() throws BadEdit {
        Life handsOn = edited("operations.operator.hands-on", "usually 20 min, sometimes 1 h")
                .operations()
                .operator()
                .handsOn()
                .value();

        assertThat(handsOn).isInstanceOf(Life.Lognormal.class);
        assertThat(edited("operator.away", "never").operations().operator().awayPerYear())
                .isZero();
    }

    @Test
    void anItemOfAListHasANumber() throws BadEdit {
        assertThat(edited("copies.photos[0].every", "1 h").copies().get(0).every())
                .hasToString("PT1H");
    }

    @Test
    void thereMayBeSeveral() throws BadEdit {
        Lab lab = editing().with(List.of(new Edit("wiki.on", "node1"), new Edit("lab.slo", "99%")));
        Service wiki = lab.service("wiki").orElseThrow();

        assertThat(wiki.on()).containsExactly("node1");
        assertThat(wiki.slo().value().fraction()).isEqualTo(0.99);
    }

    @Test
    void withoutAnyTheLabIsAsItWas() throws BadEdit {
        Lab lab = editing().with(List.of());

        assertThat(editing().with(List.of(new Edit("lab.name", lab.name())))).isEqualTo(lab);
    }

    @Test
    void theFileItselfStaysAsItIs() throws BadEdit {
        Editing editing = editing();
        Lab before = editing.with(List.of(new Edit("node2.repair", "5 d")));
        editing.with(List.of(new Edit("node2.repair", "1 d")));

        assertThat(editing.with(List.of(new Edit("node2.repair", "5 d")))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node9.repair | 1 d | there is no such value",
                "node2.repairr | 1 d | unknown key `repairr`",
                "node2.repair | 1 x | is not a unit of a time",
                "node2.repair | '{a: [' | not what could stand in a lab file",
                "wiki.on | node7 | node7",
                "nodes.node1.pools.tank.disks.fails | never | written in one piece",
                "network.router.fails | never | is assumed and not in the file",
                "copies.photos[7].every | 1 h | written in one piece",
                "photos | 5 | photos"
            })
    void whatCannotBeIsSaidInWords(String path, String value, String words) {
        assertThatThrownBy(() -> edited(path, value))
                .isInstanceOf(BadEdit.class)
                .hasMessageStartingWith(path + "=" + value)
                .hasMessageContaining(words);
    }
}
