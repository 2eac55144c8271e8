package org.rackdrill.chaos.run;

import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.UndoKind;

/**
 * One fault at one target: what is armed, injected and undone as one.
 *
 * @param run the name of the run that does it, unique over all runs
 * @param step the step of the drill
 * @param number from 1, among the targets of the step
 */
public record Hit(String run, String step, int number, Fault<?> fault, Target target) {

    /** Returns its name among all hits of all runs. */
    public String key() {
        return run + "/" + step + "/" + number;
    }

    /** Returns it as a clause for people. */
    public String text() {
        return fault.kind().word() + " at " + target.text();
    }

    /** Returns whether there is something that a timer could undo. */
    public boolean needsArming() {
        return fault.undo() != UndoKind.BY_ITSELF && fault.undo() != UndoKind.IRREVERSIBLE;
    }

    /** Returns whether it is there for good. */
    public boolean irreversible() {
        return fault.undo() == UndoKind.IRREVERSIBLE;
    }
}
