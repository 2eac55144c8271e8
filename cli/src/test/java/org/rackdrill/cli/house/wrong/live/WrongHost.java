package org.rackdrill.cli.house.wrong.live;

import org.rackdrill.cli.house.wrong.cli.WrongCommand;

/** A host that knows the command line. */
final class WrongHost {
    final WrongCommand runner = new WrongCommand();
}
