package org.rackdrill.cli.house.wrong.reports;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.rackdrill.cli.house.wrong.cli.WrongCommand;

/** A page that computes, and asks the command line. */
public final class WrongPage {
    final Mean mean = new Mean();

    void draw(WrongCommand command) {
        command.paint();
    }
}
