package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Snapshots;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Versions;

/**
 * What a schedule of snapshots holds of data that are overwritten all over at a steady rate. Between two snapshots that
 * are kept a block is held once, however often it was written: of an interval of length d, 1 - exp(-d / R) of the data,
 * when all of them are rewritten in a mean time R.
 *
 * @param spans from young to old, without gaps
 */
record Kept(List<Span> spans) {

    private static final double MONTH = Hours.PER_YEAR / 12;
    private static final double WEEK = 7 * Hours.PER_DAY;

    /** A time back to which a snapshot is kept every so many hours. */
    record Span(double hours, double every) {}

    /** Returns what a lab keeps of each dataset. */
    static Kept of(Snapshots kept) {
        List<Span> spans = new ArrayList<>();
        double covered = 0;
        covered = add(spans, covered, kept.hourly(), 1);
        covered = add(spans, covered, kept.daily() * Hours.PER_DAY, Hours.PER_DAY);
        covered = add(spans, covered, kept.weekly() * WEEK, WEEK);
        covered = add(spans, covered, kept.monthly() * MONTH, MONTH);
        add(spans, covered, kept.yearly() * Hours.PER_YEAR, Hours.PER_YEAR);
        return new Kept(List.copyOf(spans));
    }

    /** Returns what a copy keeps beside the last state: the lab's snapshots where it carries them, then one of each run. */
    static Kept of(Copy copy, Snapshots kept) {
        CopyPlan.Keeping keeping = Versions.of(copy, kept, true);
        if (keeping.mirrors()) {
            return new Kept(List.of());
        }
        boolean carries = keeping.hours() > 0 && Versions.carriesSnapshots(copy);
        List<Span> spans = new ArrayList<>(carries ? of(kept).spans() : List.of());
        double covered = spans.stream().mapToDouble(Span::hours).sum();
        add(spans, covered, keeping.hours(), Hours.of(copy.every()));
        return new Kept(List.copyOf(spans));
    }

    private static double add(List<Span> spans, double covered, double until, double every) {
        if (until > covered) {
            spans.add(new Span(until - covered, Math.min(every, until - covered)));
        }
        return Math.max(until, covered);
    }

    /** Returns how much is held beside the last state, as a share of the data; it can be above 1. */
    double share(double rewrittenHours) {
        double share = 0;
        for (Span span : spans) {
            share += span.hours() / span.every() * -Math.expm1(-span.every() / rewrittenHours);
        }
        return share;
    }
}
