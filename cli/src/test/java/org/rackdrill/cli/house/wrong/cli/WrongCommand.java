package org.rackdrill.cli.house.wrong.cli;

import java.awt.Color;

/** A command that paints. */
public final class WrongCommand {
    public Color paint() {
        return Color.RED;
    }
}
