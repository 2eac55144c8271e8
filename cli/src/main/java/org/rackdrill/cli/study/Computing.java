package org.rackdrill.cli.study;

import org.rackdrill.simulator.study.Question;
import picocli.CommandLine.Option;

/** The options that say by which luck and on how many threads something is computed. */
public final class Computing {

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "" + Question.DEFAULT_SEED,
            description = "The same seed gives the same answer, byte for byte (${DEFAULT-VALUE}).")
    private long seed = Question.DEFAULT_SEED;

    @Option(
            names = "--threads",
            paramLabel = "T",
            converter = Count.class,
            description = "Threads to compute with; the answer does not depend on it (all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Returns what all luck hangs on. */
    public long seed() {
        return seed;
    }

    /** Returns the number of threads to compute with. */
    public int threads() {
        return threads;
    }
}
