package org.rackdrill.cli.planning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Count;
import org.rackdrill.cli.study.Horizon;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.plan.PlanQuestion;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.Shelf;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is wanted, and how exactly to look. */
public final class PlanOptions {
    private static final double SECONDS = 3600;

    @Option(
            names = "--goal",
            paramLabel = "G",
            converter = Goal.class,
            description = {
                "What every service should keep, such as 99.9%%;",
                "those that the lab lets be down more keep their own",
                "goal (the goals of the lab)."
            })
    private Optional<Double> goal = Optional.empty();

    @Option(names = "--for", paramLabel = "SERVICE", split = ",", description = "Only these services count (all).")
    private List<String> services = List.of();

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            converter = Money.class,
            description = "What may be paid once, in the money of the lab (anything).")
    private Optional<Double> budget = Optional.empty();

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            converter = Horizon.class,
            description = "How long running costs are added up (what the lab says).")
    private Optional<Duration> horizon = Optional.empty();

    @Option(
            names = "--histories",
            paramLabel = "N",
            defaultValue = "" + PlanQuestion.DEFAULT_HISTORIES,
            converter = Count.class,
            description = "Histories behind each printed number (${DEFAULT-VALUE}).")
    private int histories = PlanQuestion.DEFAULT_HISTORIES;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "" + PlanQuestion.DEFAULT_DRAWS,
            converter = Count.class,
            description = "How often to draw what is not known well from its range (${DEFAULT-VALUE}).")
    private int draws = PlanQuestion.DEFAULT_DRAWS;

    @Mixin
    private Computing computing = new Computing();

    /** Returns the number of threads to compute with. */
    public int threads() {
        return computing.threads();
    }

    /** Returns the question that these options ask about a lab. */
    public PlanQuestion ask(ReadLab read, Shelf shelf, PlanResults.Source source, String version) {
        List<String> known = read.lab().services().stream().map(Service::name).toList();
        if (known.isEmpty()) {
            throw new Refusal(
                    ExitCode.BAD_INPUT, read.file().fileName() + " has no services, so no goal; add `services:`.");
        }
        for (String service : services) {
            if (!known.contains(service)) {
                List<String> near = Nearest.of(service, known);
                throw new Refusal(
                        ExitCode.USAGE,
                        "--for: there is no service '" + service + "'."
                                + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
            }
        }
        if (histories < 2 * draws) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "--histories must be at least twice --draws, " + 2 * draws
                            + ", so that luck can be told from what is not known.");
        }
        return new PlanQuestion(
                read.lab(),
                read.file().name(),
                read.reading().hash(),
                shelf,
                source,
                optional(goal),
                services,
                optional(budget),
                horizon.orElse(read.lab().study().horizon()).toSeconds() / SECONDS,
                histories,
                draws,
                computing.seed(),
                computing.threads(),
                version,
                new ContentionStudy(computing.seed(), computing.threads()));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
