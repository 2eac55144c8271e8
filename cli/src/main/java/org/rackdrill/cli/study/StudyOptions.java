package org.rackdrill.cli.study;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.compiled.Contending;
import org.rackdrill.simulator.study.Question;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how exactly to look at a lab. */
public final class StudyOptions {
    private static final double ROUGH = 10;
    private static final int QUICK_DRAWS = 60;

    private static final int QUICK_HISTORIES = 120;

    private Optional<Contending> contention = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "5%",
            converter = Precision.class,
            description = "Stop when every service's downtime is known this well (${DEFAULT-VALUE}).")
    private double precision = Question.DEFAULT_PRECISION;

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            converter = Horizon.class,
            description = "How far to look, such as 5y or 18 months (what the lab says).")
    private Optional<Duration> horizon = Optional.empty();

    @Mixin
    private Computing computing = new Computing();

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "" + Question.DEFAULT_DRAWS,
            converter = Count.class,
            description = "How often to draw what is not known well from its range (${DEFAULT-VALUE}).")
    private int draws = Question.DEFAULT_DRAWS;

    /** Returns the number of threads to compute with. */
    public int threads() {
        return computing.threads();
    }

    /**
     * Returns a question that is answered in about a second: as few histories as there may be, which is enough for a
     * difference under the same luck, and nothing beside the answer.
     */
    public Question quick(Lab lab, String name, String version) {
        return new Question(
                        lab,
                        name,
                        "",
                        ROUGH,
                        Math.min(draws, QUICK_DRAWS),
                        horizon,
                        computing.seed(),
                        computing.threads(),
                        version,
                        Set.of())
                .fromAtLeast(QUICK_HISTORIES)
                .contending(contending());
    }

    /** One for all labs of a command: pools that they share are looked at once. */
    private Contending contending() {
        if (contention.isEmpty()) {
            contention = Optional.of(new ContentionStudy(computing.seed(), computing.threads()));
        }
        return contention.get();
    }

    /** Returns the question that these options ask about a lab. */
    public Question ask(Lab lab, String name, String hash, String version) {
        return new Question(lab, name, hash, precision, draws, horizon, computing.seed(), computing.threads(), version)
                .contending(contending());
    }
}
