package org.rackdrill.simulator.explained;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.simulator.compiled.Causes;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/**
 * A cause of downtime, and what is behind it.
 *
 * @param label what a person would call it
 * @param kind of cause
 * @param process what happens
 * @param source where the process comes from
 * @param clocks what strikes by a clock of its own; none for what follows from something else or from a schedule
 */
public record ExplainedCause(String label, String kind, String process, String source, List<Clock> clocks) {

    /**
     * One way to strike, at best guesses.
     *
     * @param count of things that strike so
     * @param time to the next strike, as in a lab file
     * @param formula of that time
     * @param perYear how often one of them strikes a year, as if it were never down
     * @param ends how it ends
     */
    public record Clock(int count, String time, String formula, double perYear, String ends) {}

    public ExplainedCause {
        clocks = List.copyOf(clocks);
    }

    /**
     * Explains all causes of a lab, in the order in which they are numbered.
     *
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public static List<ExplainedCause> all(Lab lab) {
        CompiledLab compiled = Compiler.compile(lab);
        return IntStream.range(0, compiled.causes().count())
                .mapToObj(cause -> of(compiled, cause))
                .toList();
    }

    private static ExplainedCause of(CompiledLab lab, int number) {
        Causes.Cause cause = lab.causes().get(number);
        Physics physics = Physics.of(cause.kind());
        return new ExplainedCause(
                cause.label(), cause.kind().word(), physics.process(), physics.source(), clocks(lab, number));
    }

    private static List<Clock> clocks(CompiledLab lab, int cause) {
        List<Clock> clocks = new ArrayList<>();
        for (Mode mode : lab.modes()) {
            if (mode.cause() == cause && mode.fails() != Lifetimes.NEVER) {
                add(clocks, clock(lab, mode));
            }
        }
        return clocks;
    }

    /** Things alike are counted. */
    private static void add(List<Clock> clocks, Clock one) {
        for (int i = 0; i < clocks.size(); i++) {
            Clock known = clocks.get(i);
            Clock more = new Clock(known.count + 1, known.time, known.formula, known.perYear, known.ends);
            if (new Clock(more.count, one.time, one.formula, one.perYear, one.ends).equals(more)) {
                clocks.set(i, more);
                return;
            }
        }
        clocks.add(one);
    }

    private static Clock clock(CompiledLab lab, Mode mode) {
        List<Life> lives = lab.lives().competing(mode.fails());
        double mean = lab.lives().mean(mode.fails(), lab.parameters().bestGuess());
        return new Clock(
                1,
                lives.stream().map(ExplainedCause::written).collect(Collectors.joining(", or ")),
                (lives.size() == 1 ? "" : "the first of these, S(t) is the product: ")
                        + lives.stream().map(Formula::of).distinct().collect(Collectors.joining("; ")),
                Hours.PER_YEAR / mean,
                ends(lab, mode.repair()));
    }

    /** Three places of a shape are enough for a person. */
    private static String written(Life life) {
        return LifeText.about(life).replaceAll("(\\.\\d{3})\\d+", "$1");
    }

    private static String ends(CompiledLab lab, Mode.Repair repair) {
        String lasts = written(lab.lives().life(repair.lasts()));
        boolean atOnce = repair.lasts() == Lifetimes.AT_ONCE;
        return switch (repair.by()) {
            case ITSELF -> atOnce ? "at once" : "by itself after " + lasts;
            case CREW -> "by a crew in " + lasts;
            case OPERATOR -> {
                String work = written(lab.lives().life(repair.work()));
                yield "by the owner, who notices it"
                        + (atOnce
                                ? ""
                                : ", waits for what it takes (" + lasts + (repair.spare() < 0 ? "" : ", or a spare")
                                        + ")")
                        + (repair.hands() ? ", goes there" : "")
                        + " and works " + work
                        + (repair.waits() < 1 ? "; otherwise a restart ends it" : "");
            }
        };
    }
}
