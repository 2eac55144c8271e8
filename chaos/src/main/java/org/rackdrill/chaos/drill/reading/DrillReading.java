package org.rackdrill.chaos.drill.reading;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Problem;

/**
 * What came of reading a drill file.
 *
 * @param drill present when there is no error
 * @param lab the lab that it is for; nothing when there is none of that name
 * @param problems all of them, in the order of the file
 * @param hash {@code sha256:} and the hash of the file's bytes; empty when the file is no YAML
 */
public record DrillReading(Optional<Drill> drill, Optional<Lab> lab, List<Problem> problems, String hash) {
    public DrillReading {
        problems = List.copyOf(problems);
    }
}
