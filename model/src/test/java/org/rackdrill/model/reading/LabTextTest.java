package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;

/** A lab file in which a machine writes values, and a person finds everything else where it was. */
class LabTextTest {

    private static final String LAB = """
            # My rack, and what I think of it.
            rackdrill: 1
            name: Rack   # the only one

            nodes:
              # The big one.
              node1:
                boot: usually 3 s, sometimes 6 s (x0.5 - x2)   # measured once
                memory: 8 GiB
              node2: {memory: 4 GiB, boot: usually 1 min, sometimes 2 min}
            services:
              # Photos of everybody.
              photos:
                on: node1
                boot: 'usually 10 s, sometimes 20 s'
            """;

    private final LabReader reader = new LabReader(Catalogue.load());

    @Test
    void aValueIsReplacedInItsPlace() {
        assertThat(written("nodes.node1.boot", "usually 2100 ms, sometimes 2.4 s (x0.90 - x1.10)"))
                .isEqualTo(LAB.replace(
                        "usually 3 s, sometimes 6 s (x0.5 - x2) ",
                        "usually 2100 ms, sometimes 2.4 s (x0.90 - x1.10) "));
    }

    @Test
    void aValueInBracesEndsBeforeItsNeighbour() {
        assertThat(written("nodes.node2.boot", "usually 40 s, sometimes 50 s (x0.90 - x1.10)"))
                .isEqualTo(
                        LAB.replace("usually 1 min, sometimes 2 min", "usually 40 s, sometimes 50 s (x0.90 - x1.10)"));
        assertThat(written("nodes.node2.memory", "2 GiB")).isEqualTo(LAB.replace("memory: 4 GiB", "memory: 2 GiB"));
    }

    @Test
    void quotesGoWithWhatTheyHold() {
        assertThat(written("services.photos.boot", "usually 9 s, sometimes 10 s"))
                .isEqualTo(LAB.replace("'usually 10 s, sometimes 20 s'", "usually 9 s, sometimes 10 s"));
    }

    @Test
    void whatIsNotThereIsWrittenBesideItsNeighbours() {
        assertThat(written("nodes.node1.post", "usually 1 s, sometimes 2 s (x0.90 - x1.10)"))
                .isEqualTo(LAB.replace(
                        "    boot: usually 3 s",
                        "    post: usually 1 s, sometimes 2 s (x0.90 - x1.10)\n    boot: usually 3 s"));
        assertThat(written("nodes.node2.post", "usually 1 s, sometimes 2 s"))
                .isEqualTo(LAB.replace("node2: {memory", "node2: {post: usually 1 s, sometimes 2 s, memory"));
    }

    @Test
    void aWholeSectionIsOpenedAboveTheFirstComments() {
        assertThat(written("operations.takes.failover", "usually 20 s, sometimes 40 s"))
                .isEqualTo("operations: {takes: {failover: usually 20 s, sometimes 40 s}}\n" + LAB);
    }

    @Test
    void disksThatAreSaidInAWordAreSpelledOutForAValueOfTheirs() {
        String pools = """
                rackdrill: 1
                name: Rack
                nodes:
                  nas:
                    pools:
                      one: {layout: raidz1, disks: 4 x 8 TB hdd, bought: 2021}   # told by the owner
                      two:
                        layout: mirror
                        disks: 2 x wd-red-pro-8tb   # in the back
                """;

        LabText.Written after = LabText.with(
                reader,
                "rack.yaml",
                bytes(pools),
                List.of(
                        new Edit("nodes.nas.pools.one.disks.fails", "afr 0.9% (0.5% - 1.6%)"),
                        new Edit("nodes.nas.pools.two.disks.iops", "80 IOPS (76 IOPS - 84 IOPS)"),
                        new Edit("nodes.nas.pools.two.disks.fails", "afr 0.8% (0.5% - 1.3%)"),
                        new Edit("nodes.nas.pools.two.disks.nothing", "3")));

        assertThat(after.left()).extracting(Edit::path).containsExactly("nodes.nas.pools.two.disks.nothing");
        assertThat(after.text())
                .isEqualTo(
                        pools.replace(
                                        "4 x 8 TB hdd",
                                        "{count: 4, model: generic-hdd, capacity: 8 TB, fails: afr 0.9% (0.5% - 1.6%)}")
                                .replace(
                                        "2 x wd-red-pro-8tb",
                                        "{fails: afr 0.8% (0.5% - 1.3%), count: 2, model: wd-red-pro-8tb, iops: 80 IOPS (76 IOPS - 84 IOPS)}"));
    }

    @Test
    void aThingWithKeysIsWrittenInOnePiece() {
        String load = "{reads: 41/s, writes: 120/s, size: 18 KiB}";
        String pool = LAB.replace("memory: 8 GiB", "pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}");

        LabText.Written after =
                LabText.with(reader, "rack.yaml", bytes(pool), List.of(new Edit("services.photos.load", load)));

        assertThat(after.left()).isEmpty();
        assertThat(after.text()).isEqualTo(pool.replace("    on: node1", "    load: " + load + "\n    on: node1"));
    }

    @Test
    void whatIsNoValueOfALabIsLeftAsItIs() {
        for (Edit edit : List.of(
                new Edit("nodes.node1.boot", "soon"),
                new Edit("nodes.node1.nothing", "3 s"),
                new Edit("nodes.node1.memory.more", "3 s"),
                new Edit("nodes.node1.boot", "usually 3 s, sometimes 6 s\n    memory: 1 GiB"))) {
            LabText.Written after = LabText.with(reader, "rack.yaml", bytes(LAB), List.of(edit));

            assertThat(after.text()).isEqualTo(LAB);
            assertThat(after.left()).containsExactly(edit);
        }
    }

    @Test
    void manyEditsStandTogether() {
        LabText.Written after = LabText.with(
                reader,
                "rack.yaml",
                bytes(LAB),
                List.of(
                        new Edit("nodes.node1.boot", "usually 2 s, sometimes 3 s"),
                        new Edit("nodes.node1.post", "usually 1 s, sometimes 2 s"),
                        new Edit("nodes.node2.boot", "usually 4 s, sometimes 5 s")));

        assertThat(after.left()).isEmpty();
        assertThat(after.text().lines().filter(line -> line.strip().startsWith("#")))
                .containsExactlyElementsOf(
                        LAB.lines().filter(line -> line.strip().startsWith("#")).toList());
        assertThat(reader.read("rack.yaml", bytes(after.text())).explained())
                .extracting(Explained::path, Explained::value)
                .contains(
                        tuple("nodes.node1.boot", "usually 2 s, sometimes 3 s"),
                        tuple("nodes.node2.boot", "usually 4 s, sometimes 5 s"));
    }

    private String written(String path, String value) {
        LabText.Written after = LabText.with(reader, "rack.yaml", bytes(LAB), List.of(new Edit(path, value)));
        assertThat(after.left()).isEmpty();
        return after.text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
