package org.rackdrill.simulator.study;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;

/** Reads the lab of a question again with some values of its file written otherwise. */
public interface Rewriting {

    /** Returns the lab as the edits make it; nothing when that is no lab. */
    Optional<Lab> with(List<Edit> edits);
}
