package org.rackdrill.cli.real;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this user's journals of live runs, and the list of drills that passed, are kept: what must outlive every run.
 *
 * @param path the directory; it need not exist
 */
public record StateHome(Path path) {

    /** Returns the one that the XDG base directories say. */
    public static StateHome ofUser() {
        Path home = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(name -> name.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return new StateHome(home.resolve("rackdrill"));
    }

    /** Returns where the journals of live runs are. */
    public Path journals() {
        return path.resolve("journals");
    }

    /** Returns the list of drills that passed. */
    public Passes passes() {
        return new Passes(path.resolve("passes"));
    }
}
