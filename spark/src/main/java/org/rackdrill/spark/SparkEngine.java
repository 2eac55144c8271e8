package org.rackdrill.spark;

import java.util.Objects;
import java.util.Optional;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.ManyMachines;
import org.rackdrill.simulator.study.Progress;

/** The engine {@code spark}: a study on the workers of a standalone Spark master. */
public final class SparkEngine implements ManyMachines {

    @Override
    public String engine() {
        return "spark";
    }

    @Override
    public Optional<String> objection(String master) {
        return MasterAddress.objection(master);
    }

    @Override
    public Machines hire(String master, LabText lab, Progress patience) {
        MasterAddress address = MasterAddress.of(master);
        address.knock();
        return new Hiring(Settings.of(System.getenv()).with(address, lab.name()), patience).hire(lab);
    }

    /** Returns the version of this program, which all machines must have. */
    static String version() {
        return Objects.requireNonNullElse(SparkEngine.class.getPackage().getImplementationVersion(), "development");
    }
}
