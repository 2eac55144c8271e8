package org.rackdrill.cli.sandbox;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.ProgressBar;
import org.rackdrill.live.sandbox.Impossible;
import org.rackdrill.live.sandbox.Interrupted;
import org.rackdrill.live.sandbox.Steps;

/** A person who is told how far a sandbox is: by a bar on a terminal, by a line for each beginning elsewhere. */
public final class Told implements Steps, AutoCloseable {
    private final Outlet err;
    private final LongSupplier nanos;
    private final BooleanSupplier stop;
    private ProgressBar bar;

    /** Tells on standard error. */
    public Told(Outlet err, LongSupplier nanos, BooleanSupplier stop) {
        this.err = err;
        this.nanos = nanos;
        this.stop = stop;
        this.bar = new ProgressBar(err, "", nanos);
    }

    @Override
    public void begin(String title) {
        bar.close();
        bar = new ProgressBar(err, title, nanos);
        if (!err.terminal()) {
            err.line(title + ".");
            err.flush();
        }
    }

    @Override
    public void at(double share) {
        bar.at(share);
    }

    @Override
    public boolean stopped() {
        return stop.getAsBoolean();
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Does something with a sandbox, and turns what it says about its failure into ours. */
    public static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Impossible e) {
            throw new Refusal(e.leftovers() ? ExitCode.BROKEN : ExitCode.UNAVAILABLE, e.sentence() + ".");
        } catch (Interrupted e) {
            throw new Refusal(ExitCode.INTERRUPTED, "Interrupted; what there was of the sandbox is gone again.");
        }
    }
}
