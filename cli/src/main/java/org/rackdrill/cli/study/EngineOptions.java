package org.rackdrill.cli.study;

import java.util.Optional;
import java.util.ServiceLoader;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.ManyMachines;
import org.rackdrill.simulator.study.Progress;
import picocli.CommandLine.Option;

/** The options that say on which machines to compute. */
public final class EngineOptions {
    private static final String MISSING =
            "--engine spark needs Apache Spark, which rackdrill does not carry: `mvn -Pspark -DskipTests package` in the"
                    + " checkout gets it; docs/cluster.md says more.";

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description =
                    "Where to compute: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); the answer does not depend on it.")
    private EngineName engine = EngineName.local;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The Spark master for --engine spark, such as spark://HOST:7077.")
    private Optional<String> master = Optional.empty();

    /** The engines, spelled as on the command line. */
    enum EngineName {
        local,
        spark
    }

    /**
     * Returns what does not go together, in a sentence.
     *
     * @param here an option that was given and is for this machine alone; empty: none
     */
    public Optional<String> mistake(String here) {
        if (engine == EngineName.local) {
            return master.map(it -> "--master is for --engine spark.");
        }
        if (!here.isEmpty()) {
            return Optional.of(here + " is quick on this machine; leave out --engine.");
        }
        return master.isPresent()
                ? Optional.empty()
                : Optional.of("--engine spark needs --master, such as --master spark://HOST:7077.");
    }

    /**
     * Returns the machines to compute on.
     *
     * @param patience whether to go on waiting for them
     * @throws org.rackdrill.simulator.study.NoMachines when they cannot be had
     */
    public Machines machines(ManyMachines.LabText lab, Progress patience) {
        if (engine == EngineName.local) {
            return Machines.THIS;
        }
        String address = master.orElseThrow();
        try {
            ManyMachines found = ServiceLoader.load(ManyMachines.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(one -> one.engine().equals(engine.name()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ExitCode.UNAVAILABLE, MISSING));
            found.objection(address).ifPresent(why -> {
                throw new Refusal(ExitCode.USAGE, "--master: " + why);
            });
            return found.hire(address, lab, patience);
        } catch (LinkageError notThere) {
            throw new Refusal(ExitCode.UNAVAILABLE, MISSING);
        }
    }
}
