package org.rackdrill.model.reading;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;

/**
 * What came of reading a lab file.
 *
 * @param lab present when there is no error
 * @param problems all of them, in the order of the file
 * @param explained every value in use
 * @param hash {@code sha256:} and the hash of the file's bytes; empty when the file is no YAML
 */
public record Reading(Optional<Lab> lab, List<Problem> problems, List<Explained> explained, String hash) {

    public Reading {
        problems = List.copyOf(problems);
        explained = List.copyOf(explained);
    }
}
