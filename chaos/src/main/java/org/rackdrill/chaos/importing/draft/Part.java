package org.rackdrill.chaos.importing.draft;

import java.util.Optional;

/**
 * One line of a drill, and the place of the imported file that it comes from.
 *
 * @param line in that file, from 1
 * @param path what stands there
 * @param doubt what a person has to decide; none when nothing was guessed
 */
public record Part<T>(T value, int line, String path, Optional<String> doubt) {

    /** Returns a part that is sure. */
    public static <T> Part<T> sure(T value, int line, String path) {
        return new Part<>(value, line, path, Optional.empty());
    }
}
