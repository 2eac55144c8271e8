package org.rackdrill.cli.house.wrong.chaos;

import org.rackdrill.cli.house.wrong.cli.WrongCommand;

/** A drill that knows the command line. */
final class WrongDrill {
    final WrongCommand runner = new WrongCommand();
}
