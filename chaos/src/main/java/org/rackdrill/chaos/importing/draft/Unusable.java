package org.rackdrill.chaos.importing.draft;

import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.yaml.Place;

/** An imported file that is not what it should be: one problem, with its place and how to repair it. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /**
     * Refuses a file.
     *
     * @param what what is wrong, without a full stop
     */
    public Unusable(String file, Place place, String what, String fix) {
        super(what, null, false, false);
        this.problem = new Problem(Severity.ERROR, file, place.line(), place.column(), what, fix);
    }

    /** Returns what is wrong, where, and how to write it. */
    public Problem problem() {
        return problem;
    }
}
