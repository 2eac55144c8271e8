package org.rackdrill.cli.study;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.ProgressBar;
import org.rackdrill.simulator.study.Progress;

/** Shows how far a study has come, and ends it when somebody asks to. */
public final class StudyProgress implements Progress, AutoCloseable {
    private final ProgressBar bar;
    private final BooleanSupplier interrupted;

    /**
     * Starts showing.
     *
     * @param nanos a clock that only counts
     */
    public StudyProgress(Outlet outlet, String title, LongSupplier nanos, BooleanSupplier interrupted) {
        this.bar = new ProgressBar(outlet, title, nanos);
        this.interrupted = interrupted;
    }

    @Override
    public void at(double share) {
        bar.at(share);
    }

    @Override
    public boolean cancelled() {
        return interrupted.getAsBoolean();
    }

    @Override
    public void close() {
        bar.close();
    }
}
