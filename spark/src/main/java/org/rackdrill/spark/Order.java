package org.rackdrill.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.TallyBytes;
import org.rackdrill.simulator.study.Desks;
import org.rackdrill.simulator.study.ManyMachines.LabText;
import org.rackdrill.simulator.study.NoMachines;
import org.rackdrill.simulator.study.Premises;
import org.rackdrill.simulator.study.Row;

/**
 * What a worker is told once: the text of the lab and what else histories depend on. A worker reads and compiles it when
 * it gets its first row, and shows first that it computes the same numbers as the machine that asks.
 */
final class Order implements Serializable {

    private static final long serialVersionUID = 1;

    /** A few histories on which both sides have to agree. */
    private static final Row PROBE = new Row(0, 10);

    private final String version;
    private final String name;
    private final byte[] text;
    private final Contention contention;
    private final int draws;
    private final long seed;
    private final double horizon;
    private final byte[] controls;
    private final long fingerprint;

    private transient @Nullable Workplace workplace;

    /** What a worker makes of the order. */
    private record Workplace(Desks desks, Controls controls) {}

    Order(String version, LabText lab, Premises premises, Controls controls) {
        this.version = version;
        name = lab.name();
        text = lab.text();
        contention = premises.contention();
        draws = premises.factors().length;
        seed = premises.seed();
        horizon = premises.horizon();
        this.controls = bytes(controls);
        fingerprint = TallyBytes.fingerprint(new Desks(premises).run(PROBE, controls));
    }

    /**
     * Runs a row.
     *
     * @throws NoMachines when this machine is not fit for it
     */
    byte[] run(Row row) {
        Workplace here = workplace();
        return TallyBytes.of(here.desks().run(row, here.controls()));
    }

    private synchronized Workplace workplace() {
        Workplace here = workplace;
        if (here == null) {
            here = settle();
            workplace = here;
        }
        return here;
    }

    private Workplace settle() {
        if (!version.equals(SparkEngine.version())) {
            throw new NoMachines("a worker has its own rackdrill, " + SparkEngine.version() + ", and this is " + version
                    + ": take it out of the worker's class path.");
        }
        Lab lab = new LabReader(Catalogue.load())
                .read(name, text)
                .lab()
                .orElseThrow(() -> new NoMachines("a worker cannot read " + name + ", which this machine can."));
        CompiledLab compiled = Compiler.compile(lab, Set.of(), contention);
        Desks desks = new Desks(Premises.of(compiled, contention, draws, seed, horizon));
        Controls slopes = controls(compiled);
        if (TallyBytes.fingerprint(desks.run(PROBE, slopes)) != fingerprint) {
            throw new NoMachines(
                    "a worker (Java " + System.getProperty("java.version") + ", "
                            + System.getProperty("os.arch")
                            + ") computes other numbers than this machine: use the same Java and kind of processor everywhere.");
        }
        return new Workplace(desks, slopes);
    }

    private static byte[] bytes(Controls controls) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            controls.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Controls controls(CompiledLab lab) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(controls))) {
            return Controls.read(lab, in);
        } catch (IOException e) {
            throw new NoMachines("a worker makes another lab of " + name + " than this machine.");
        }
    }
}
