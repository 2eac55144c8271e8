package org.rackdrill.cli.game;

import java.nio.file.Path;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.World;

/** Where game days are played. */
public interface Venue extends AutoCloseable {

    /** Returns the world of one run, or of one look at it. */
    World world(Drill drill);

    /** Returns the times that a run of a drill keeps there. */
    Terms terms(Drill drill);

    /**
     * Returns where the journals of all runs there are kept: what an earlier run left is undone before anything new.
     *
     * @param out where the report of the run goes
     */
    Path journals(Path out);

    @Override
    void close();
}
