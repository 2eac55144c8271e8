package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.Hours;

/**
 * How the syncs of one copy follow each other: each begins by its schedule, or when the former is through, and carries
 * what has changed since the former began. A line that needs more than a day for the changes of a day falls behind for
 * ever; after a break, a line with room to spare catches up sync by sync. A sync that was cut off goes on, where it was,
 * when the schedule starts the job again.
 */
final class Pace {

    /** No sync was cut off. */
    static final double NONE = Double.NaN;

    /** Hours that are no time: they keep sums of many intervals from missing the schedule by their rounding. */
    private static final double A_MOMENT = 1e-7;

    /** The moment whose data the copy holds. */
    double newest;

    /** The moment whose data the sync that is running carries, or {@link #NONE}. */
    double running;

    /** What is left of it, in hours of the line. */
    double left;

    /** Returns whether each sync is through before the next one begins, when nothing was missed. */
    static boolean keepsUp(CopyPlan plan) {
        return plan.transferHours() <= plan.everyHours();
    }

    /**
     * Follows the syncs of a copy until a moment, and keeps where they are then.
     *
     * @param phase when the schedule's first sync begins
     * @param from since when syncs can run
     * @param atOnce whether the first one does not wait for the schedule
     * @param known the moment whose data the copy holds at first
     * @param cutOff the moment whose data the sync carries that was cut off before, or {@link #NONE}
     * @param leftThen what is left of that one, in hours
     * @param now until then
     */
    void follow(
            CopyPlan plan,
            double phase,
            double from,
            boolean atOnce,
            double known,
            double cutOff,
            double leftThen,
            double now) {
        double perHour = plan.transferHours() / plan.everyHours();
        double start = atOnce ? from : after(plan, phase, Math.max(from - 2 * A_MOMENT, known));
        boolean resumed = !Double.isNaN(cutOff);
        double carries = resumed ? cutOff : start;
        double hours = resumed ? leftThen : perHour * (start - known);
        double held = known;
        while (start + hours <= now) {
            boolean scheduled = after(plan, phase, start) - start > plan.everyHours() - 2 * A_MOMENT;
            if (!resumed && scheduled && start - held <= plan.everyHours() + A_MOMENT && keepsUp(plan)) {
                double more = Hours.whole((now - plan.transferHours() - start) / plan.everyHours());
                held = start + Math.max(0, more) * plan.everyHours();
                start = held + plan.everyHours();
            } else {
                held = carries;
                start = Math.max(after(plan, phase, start), start + hours);
            }
            resumed = false;
            carries = start;
            hours = perHour * (start - held);
        }
        newest = held;
        boolean begun = start <= now;
        running = begun || resumed ? carries : NONE;
        left = begun ? start + hours - now : hours;
    }

    /** Returns the schedule's next start after a moment. */
    private static double after(CopyPlan plan, double phase, double moment) {
        return phase + (Hours.whole((moment + A_MOMENT - phase) / plan.everyHours()) + 1) * plan.everyHours();
    }
}
