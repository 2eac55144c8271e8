package org.rackdrill.cli.game;

import org.rackdrill.chaos.run.Replay;
import org.rackdrill.cli.Version;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.reports.DrillReport;

/**
 * The report about one run.
 *
 * @param folder where it goes
 */
public record DrillFiles(ResultFolder folder) {

    /** Writes it, and says where. */
    public void write(Replay run, String journal, Outlet err) {
        DrillReport.files(run, Version.number(), journal).forEach(folder::write);
        err.line("Report: " + folder.shown(DrillReport.HTML));
    }
}
