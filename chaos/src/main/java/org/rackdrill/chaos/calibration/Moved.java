package org.rackdrill.chaos.calibration;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.reading.Edit;

/**
 * A value of a lab that measurements tell more exactly than its file.
 *
 * @param paths where it stands, or has to be written; one of the catalogue may stand for several parts
 * @param before as the file or the catalogue says it, with its range
 * @param now the same after the measurements
 * @param factor from the old best guess to the new one; none: there was no number before
 * @param from what was measured, and in which files
 */
public record Moved(List<String> paths, String before, String now, Optional<Double> factor, String from) {
    public Moved {
        paths = List.copyOf(paths);
    }

    /** Returns what has to be written into the lab file. */
    public List<Edit> edits() {
        return paths.stream().map(path -> new Edit(path, now)).toList();
    }
}
