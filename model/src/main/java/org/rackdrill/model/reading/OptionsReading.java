package org.rackdrill.model.reading;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading an options file.
 *
 * @param outfit present when there is no error and a lab was at hand
 * @param lab the lab that the file names
 * @param problems all of them, in the order of the file
 * @param hash {@code sha256:} and the hash of the file's bytes; empty when the file is no YAML
 */
public record OptionsReading(Optional<Outfit> outfit, Optional<String> lab, List<Problem> problems, String hash) {

    public OptionsReading {
        problems = List.copyOf(problems);
    }
}
