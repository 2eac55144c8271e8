package org.rackdrill.cli.terminal;

import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on standard error that says how far a study has come and how long it will take; silent in a file or pipe. */
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Outlet outlet;
    private final String title;
    private final LongSupplier nanos;
    private final long start;
    private long drawn;
    private double furthest;
    private int width;

    /**
     * Starts counting.
     *
     * @param nanos a clock that only counts
     */
    public ProgressBar(Outlet outlet, String title, LongSupplier nanos) {
        this.outlet = outlet;
        this.title = Printable.line(title);
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.drawn = start - REDRAW_NANOS;
    }

    /** Draws the bar again when it is time. */
    public synchronized void at(double share) {
        if (!outlet.terminal()) {
            return;
        }
        furthest = Math.max(furthest, Math.min(1, share));
        long now = nanos.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            draw(now - start);
        }
    }

    private void draw(long elapsedNanos) {
        int full = (int) (furthest * CELLS);
        String bar = "#".repeat(full) + ".".repeat(CELLS - full);
        String line = String.format(
                Locale.ROOT, "%s [%s] %3d %%%s", title, bar, (int) (furthest * 100), remaining(elapsedNanos));
        String shown = line.length() < Terminal.WIDTH ? line : line.substring(0, Terminal.WIDTH - 1);
        outlet.redraw(shown + " ".repeat(Math.max(0, width - shown.length())));
        width = shown.length();
    }

    /** The first twentieth says little: threads start, classes load. */
    private String remaining(long elapsedNanos) {
        if (furthest < 0.05 || furthest >= 1) {
            return "";
        }
        long seconds = Math.round(elapsedNanos / 1e9 * (1 - furthest) / furthest);
        return seconds < 90 ? ", about " + seconds + " s left" : ", about " + Math.round(seconds / 60.0) + " min left";
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (width > 0) {
            outlet.redraw(" ".repeat(width) + "\r");
            width = 0;
        }
    }
}
