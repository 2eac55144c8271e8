package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.importing.NewDrill;
import org.rackdrill.cli.importing.PveHaCases;
import org.rackdrill.cli.input.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill import}: what other projects have written or recorded. */
@Command(
        name = "import",
        header = "Read what other projects wrote, as drills, or compare with it.",
        description = {
            "%nchaostoolkit: an experiment of the Chaos Toolkit, as a drill. nut-seq: a",
            "sequence of NUT's dummy-ups, as a drill. What a drill cannot say is listed,",
            "what could only be guessed is marked. Good when there is neither.",
            "%npve-ha: every regression case of Proxmox's HA manager below PATH is run",
            "through our model of it. L1: services and nodes end alike. L2: they got",
            "there alike, in order. L3: the whole log is alike, with times. Good when",
            "every case reaches L2."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill import chaostoolkit experiment.json --lab v1 --out it.drill.yaml",
            "  rackdrill import nut-seq outage.seq --lab v1 --ups ups1",
            "  rackdrill import pve-ha pve-ha-manager/src/test"
        })
final class Import implements Callable<Integer> {
    private static final String FORMATS = "chaostoolkit, nut-seq and pve-ha";

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "What it is: chaostoolkit, nut-seq or pve-ha.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "The file, or the directory of pve-ha.")
    private String path = "";

    @Option(names = "--lab", paramLabel = "LAB", description = "The lab that the drill is for.")
    private Optional<String> lab = Optional.empty();

    @Option(names = "--ups", paramLabel = "UPS", description = "nut-seq: the UPS that behaves like this; the only one.")
    private Optional<String> ups = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the drill (standard output).")
    private Optional<String> out = Optional.empty();

    Import(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        NewDrill drill = new NewDrill(surroundings.terminal(), surroundings.directory(), lab, out);
        ExitCode code = switch (format) {
            case "chaostoolkit" -> {
                refuse("--ups", ups);
                yield drill.fromChaosToolkit(path);
            }
            case "nut-seq" -> drill.fromNutSequence(path, ups);
            case "pve-ha" -> {
                refuse("--lab", lab);
                refuse("--ups", ups);
                refuse("--out", out);
                yield new PveHaCases(surroundings.terminal())
                        .run(InputFile.of(path, surroundings.directory()).path(), path);
            }
            default ->
                throw new Refusal(ExitCode.USAGE, "the format '" + format + "' is unknown; there are " + FORMATS + ".");
        };
        return code.code();
    }

    private void refuse(String option, Optional<String> value) {
        if (value.isPresent()) {
            throw new Refusal(ExitCode.USAGE, option + " means nothing with " + format + ".");
        }
    }
}
