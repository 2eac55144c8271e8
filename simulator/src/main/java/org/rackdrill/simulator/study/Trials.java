package org.rackdrill.simulator.study;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contending;
import org.rackdrill.simulator.compiled.Contention;

/**
 * Many labs that are variations of one, looked at under the same luck: all meet the same histories, and where they share a
 * value, the same parameters.
 */
public final class Trials implements AutoCloseable {

    private final CompiledLab like;
    private final Contending contending;
    private final double horizon;
    private final Progress progress;
    private final Crew crew;

    /**
     * Begins.
     *
     * @param lab what the others are variations of
     * @param horizon hours to look ahead
     * @param contending finds out what is asked of the pools of a lab does to it
     * @param threads at least 1; no answer depends on it
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public Trials(Lab lab, double horizon, Contending contending, int threads, Progress progress) {
        this.like = Compiler.compile(lab, Set.of(), contending.of(lab));
        this.contending = contending;
        this.horizon = horizon;
        this.progress = progress;
        this.crew = new Crew(threads);
    }

    /** Where nothing goes on, and when to stop. */
    Progress progress() {
        return progress;
    }

    double horizon() {
        return horizon;
    }

    Crew crew() {
        return crew;
    }

    /**
     * Makes a lab ready to be looked at.
     *
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public Trial of(Lab lab) {
        Contention contention = contending.of(lab);
        return new Trial(this, lab, Compiler.compile(lab, like, contention), contention);
    }

    /** Does something with each of some things, in parallel; answers come in the order of the things. */
    public <T, R> List<R> each(List<T> things, Function<T, R> work) {
        return crew.each(things, work);
    }

    /** Returns what a lab is not simulated with. */
    public static List<String> notSimulated(Lab lab, Contending contending) {
        return NotSimulated.in(lab, contending);
    }

    @Override
    public void close() {
        crew.close();
    }
}
