package org.rackdrill.cli.calibrating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.LabReader;

/** Which pool a file of measurements speaks of. */
class PoolOfFileTest {

    private static PoolOfFile pools(String nodes) {
        String lab = "rackdrill: 1\nname: Rack\nnodes:\n" + nodes;
        return new PoolOfFile(new LabReader(Catalogue.load())
                .read("rack.yaml", lab.getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow());
    }

    private static final PoolOfFile TWO = pools("""
              nas: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}, fast: {layout: mirror, disks: 2 x 1 TB ssd}}}
              box: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
            """);

    @ParameterizedTest
    @CsvSource({
        "nas/tank/sda.json, nas/tank",
        "measured/nas/2026/fast/fio.json, nas/fast",
        "nas-fast.txt, nas/fast",
        "nas/smart_fast.json, nas/fast",
        "box/fio.json, box/tank",
        "box.txt, box/tank",
    })
    void itsPathSaysTheNodeAndThenThePool(String file, String pool) {
        assertThat(TWO.of(Path.of(file)).map(PoolRef::toString)).hasValue(pool);
    }

    @ParameterizedTest
    @CsvSource({"tank/sda.json", "nas/sda.json", "tank/nas.json", "fio.json"})
    void whatFitsSeveralPoolsOrNoneIsNoAnswer(String file) {
        assertThat(TWO.of(Path.of(file))).isEmpty();
    }

    @Test
    void theOnlyPoolOfALabNeedsNoWord() {
        PoolOfFile one = pools("  nas: {pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}\n");

        assertThat(one.of(Path.of("fio.json"))).hasValue(new PoolRef("nas", "tank"));
    }
}
