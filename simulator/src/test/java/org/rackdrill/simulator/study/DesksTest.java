package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Stage;

/** Histories of which only the hours down are asked for are the same histories. */
class DesksTest {

    private static final int HISTORIES = 12;

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1", "v1-ceph", "sandbox"})
    void hoursDownAloneAreTheHoursOfTheWholeAccountBitByBit(String name) throws IOException {
        CompiledLab lab = shipped(name);
        Desks desks = new Desks(Premises.of(lab, Contention.NONE, 5, 3, 5 * Hours.PER_YEAR));

        Tally whole = desks.run(new Row(0, HISTORIES), Controls.none(lab));
        List<double[]> alone = desks.down(IntStream.range(0, HISTORIES).toArray(), Stage.NOBODY);

        assertThat(alone).hasSize(HISTORIES);
        for (int h = 0; h < HISTORIES; h++) {
            assertThat(alone.get(h)).isEqualTo(whole.down(h));
        }
        assertThat(alone).anyMatch(hours -> Arrays.stream(hours).anyMatch(it -> it > 0));
    }

    private static CompiledLab shipped(String name) throws IOException {
        String file = name + ".yaml";
        byte[] text = Files.readAllBytes(Path.of("../scenarios/labs").resolve(file));
        Reading reading = new LabReader(Catalogue.load()).read(file, text);
        return Compiler.compile(reading.lab().orElseThrow());
    }
}
