package org.rackdrill.cli.input;

import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.reading.Reading;

/**
 * A lab file and what its reader made of it.
 *
 * @param file as it was found
 */
public record ReadLab(LabFile file, Reading reading) {

    /** Returns the lab of a file that has no errors. */
    public Lab lab() {
        return reading.lab().orElseThrow();
    }

    /** Returns the problems of one severity. */
    public List<Problem> problems(Severity severity) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }
}
