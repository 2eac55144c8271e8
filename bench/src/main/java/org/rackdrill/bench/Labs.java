package org.rackdrill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.example.ScaleLab;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/** The shipped labs that are measured. */
final class Labs {

    private Labs() {}

    /** Returns the lab that speed is promised for: two nodes, a friend's house, thirteen services. */
    static Lab v1() {
        return read("v1.yaml");
    }

    /** Returns the lab that a sandbox is made of. */
    static Lab sandbox() {
        return read("sandbox.yaml");
    }

    /** Returns a hundred machines, of which ninety-five are enough, as they are measured with other simulators too. */
    static Lab machineRepair() {
        List<String> machines = IntStream.range(0, MachineRepairBenchmark.MACHINES)
                .mapToObj(number -> "machine" + number)
                .toList();
        StringBuilder text = new StringBuilder("rackdrill: 1\nname: Machine repair\ncomponents:\n");
        for (String machine : machines) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s: {fails: exp(%.0f h), repairs: exp(%.0f h)}\n",
                    machine,
                    MachineRepairBenchmark.FAILS_HOURS,
                    MachineRepairBenchmark.MENDED_HOURS));
        }
        text.append("groups:\n  enough: {needs: \"95 of [")
                .append(String.join(", ", machines))
                .append("]\"}\n");
        text.append("services:\n  work: {needs: [enough]}\n");
        text.append(String.format(
                Locale.ROOT, "hazards: {}\nstudy: {horizon: %.0f h}\n", MachineRepairBenchmark.HORIZON_HOURS));
        return read("machine-repair.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a hall of so many nodes. */
    static Lab scale(int nodes) {
        return read("scale-" + nodes + ".yaml", new ScaleLab(nodes).text().getBytes(StandardCharsets.UTF_8));
    }

    private static Lab read(String file, byte[] text) {
        Reading reading = new LabReader(Catalogue.load()).read(file, text);
        return reading.lab().orElseThrow(() -> new IllegalStateException(file + ": " + reading.problems()));
    }

    private static Lab read(String file) {
        try (InputStream stream = Labs.class.getClassLoader().getResourceAsStream("labs/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no lab " + file + " on the class path");
            }
            return read(file, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
