package org.rackdrill.simulator.process;

import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;

/**
 * A lab that runs in the simulator and whose clock stands still whenever somebody looks at it, breaks something or works
 * on it. The object is used again for the next history; it belongs to one thread.
 */
public final class Twin {

    private final History history;
    private final Processes all;
    private final Names names;
    private final Diary diary;
    private final Eyes eyes;
    private final Harm harm;
    private final Work work;
    private final Cables cables;
    private final Takes takes;

    /**
     * Prepares a place for histories of a lab.
     *
     * @param source the lab as its file has it
     * @param lab the same, compiled
     */
    public Twin(Lab source, CompiledLab lab) {
        names = new Names(source, lab);
        diary = new Diary(lab);
        history = new History(lab, diary);
        all = history.processes();
        Lines lines = new Lines(all.stage, all.copies);
        harm = new Harm(all, names, diary, lines, history);
        eyes = new Eyes(source, all, names, harm, lines);
        cables = new Cables(lab, names, harm);
        takes = new Takes(all.stage);
        work = new Work(all, names, harm, history, takes);
    }

    /**
     * Sets the lab to a moment of a new history.
     *
     * @param seed of all luck
     * @param number of the history: the same seed and number give the same luck
     * @param factors one for each parameter of the lab
     * @param calm whether nothing happens but what is done here and what follows from it, in the likelier way: everything
     *     that may have failed unseen works
     * @param hour the moment, in hours from the start of the history, which is a midnight
     * @param days after which the history ends
     */
    public void begin(long seed, long number, double[] factors, boolean calm, double hour, double days) {
        all.stage.calm = calm;
        history.begin(seed, number, factors, hour + days * Hours.PER_DAY, Stage.NOBODY);
        harm.begin();
        work.begin();
        until(hour);
    }

    /** Returns the time now, in hours from the start of the history. */
    public double now() {
        return all.stage.now;
    }

    /** Returns when something happens next, in hours; infinite when nothing does. */
    public double next() {
        return all.stage.future.peek();
    }

    /** Lets everything happen until a moment, that moment included. */
    public void until(double hours) {
        while (all.stage.future.peek() <= hours && all.stage.future.next(all.stage.horizon)) {
            history.step();
        }
        all.stage.now = Math.max(all.stage.now, hours);
        all.stage.cause = 0;
    }

    /** Returns the numbers of things. */
    public Names names() {
        return names;
    }

    /** Returns what was written down. */
    public Diary diary() {
        return diary;
    }

    /** Returns what can be seen. */
    public Eyes eyes() {
        return eyes;
    }

    /** Returns what can be broken. */
    public Harm harm() {
        return harm;
    }

    /** Returns the lines. */
    public Cables cables() {
        return cables;
    }

    /** Returns how long things take that are done or noticed. */
    public Takes takes() {
        return takes;
    }

    /** Returns what can be done. */
    public Work work() {
        return work;
    }
}
