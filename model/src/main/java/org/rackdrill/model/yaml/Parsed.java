package org.rackdrill.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A file as a tree, with everything that is wrong with it as YAML.
 *
 * @param tree absent when there is nothing to work with
 */
public record Parsed(Optional<Tree> tree, List<Fault> faults) {
    public Parsed {
        faults = List.copyOf(faults);
    }
}
