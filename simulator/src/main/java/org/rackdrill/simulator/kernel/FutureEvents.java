package org.rackdrill.simulator.kernel;

/**
 * The future-event list, ordered by time and then by the order of scheduling, so that a run repeats bit for bit. What
 * comes soon is in a {@link Soon small heap}; the rest lies unsorted in a {@link Later calendar}, a page of which goes
 * into the heap when its time has come. So most events cost the same, however many are waiting. What comes when nothing
 * is due before it, as one thing follows from another, goes past both.
 *
 * <p>An event is cancelled by its subject's stamp: whoever scheduled it compares the stamp when it comes up, and ignores
 * it when the subject has moved on.
 */
public final class FutureEvents {

    private static final int CAUSE_BITS = 24;
    private static final int STAMP_BITS = 28;
    private static final int SUBJECT_BITS = 28;

    /** A heap of so many events is as quick as a calendar. */
    private static final int FEW = 32;

    private final Soon soon = new Soon();
    private final Later later = new Later();

    /** The heap is spread over a calendar when it is larger. */
    private int few;

    /** When the event is due that goes past the heap, since it came when nothing was due before it; infinite without one. */
    private double firstTime;

    private long firstOrder;
    private long firstEvent;
    private long scheduled;
    private double time;
    private long order;
    private long event;

    /** Makes an empty list. */
    public FutureEvents() {
        clear();
    }

    /** Forgets everything. */
    public void clear() {
        soon.size = 0;
        firstTime = Double.POSITIVE_INFINITY;
        later.close();
        few = FEW;
        scheduled = 0;
    }

    /**
     * Adds an event.
     *
     * @param time in hours; infinite is never and costs nothing
     * @param kind what happens; below 256
     * @param subject to whom; below 2^28
     * @param stamp of the subject, to be compared when the event comes up; below 2^28
     * @param cause the root cause that this event is a consequence of; below 2^24
     */
    public void schedule(double time, int kind, int subject, int stamp, int cause) {
        if (time == Double.POSITIVE_INFINITY) {
            return;
        }
        long what = ((long) kind << SUBJECT_BITS | subject) << STAMP_BITS | stamp;
        long itsOrder = scheduled++ << CAUSE_BITS | cause;
        int page = later.page(time);
        if (page > later.today) {
            if (later.put(page, time, itsOrder, what)) {
                spread();
            }
        } else if (time < firstTime && (soon.size == 0 || time < soon.times[0])) {
            putFirst(time, itsOrder, what);
        } else {
            soon.add(time, itsOrder, what);
            if (soon.size > few) {
                spread();
            }
        }
    }

    /** The one that was first goes into the heap. */
    private void putFirst(double itsTime, long itsOrder, long what) {
        if (firstTime < Double.POSITIVE_INFINITY) {
            soon.add(firstTime, firstOrder, firstEvent);
        }
        firstTime = itsTime;
        firstOrder = itsOrder;
        firstEvent = what;
    }

    /** Begins a new calendar of all that is to come; a heap that no calendar makes smaller may be twice as large. */
    private void spread() {
        later.open(soon);
        few = Math.max(few, 2 * soon.size);
    }

    /** Takes the earliest event off the list if it lies before the horizon, and says whether there was one. */
    public boolean next(double horizon) {
        if (firstTime < Double.POSITIVE_INFINITY) {
            return nextIsFirst(horizon);
        }
        if (soon.size == 0) {
            turn();
        }
        if (soon.size == 0 || soon.times[0] >= horizon) {
            return false;
        }
        time = soon.times[0];
        order = soon.order(0);
        event = soon.event(0);
        soon.removeFirst();
        return true;
    }

    private boolean nextIsFirst(double horizon) {
        if (firstTime >= horizon) {
            return false;
        }
        time = firstTime;
        order = firstOrder;
        event = firstEvent;
        firstTime = Double.POSITIVE_INFINITY;
        return true;
    }

    /** Turns the pages of the calendar until something is on one. */
    private void turn() {
        while (soon.size == 0 && later.count > 0) {
            if (!later.turn(soon)) {
                later.open(soon);
            }
        }
    }

    /** Returns the time of the earliest event, in hours; infinite without one. */
    public double peek() {
        if (firstTime < Double.POSITIVE_INFINITY) {
            return firstTime;
        }
        if (soon.size == 0) {
            turn();
        }
        return soon.size == 0 ? Double.POSITIVE_INFINITY : soon.times[0];
    }

    /** Returns the time of the event taken last, in hours. */
    public double time() {
        return time;
    }

    /** Returns what happens in the event taken last. */
    public int kind() {
        return (int) (event >>> (SUBJECT_BITS + STAMP_BITS));
    }

    /** Returns to whom the event taken last happens. */
    public int subject() {
        return (int) (event >>> STAMP_BITS) & ((1 << SUBJECT_BITS) - 1);
    }

    /** Returns the stamp that the event taken last was scheduled with. */
    public int stamp() {
        return (int) event & ((1 << STAMP_BITS) - 1);
    }

    /** Returns the root cause of the event taken last. */
    public int cause() {
        return (int) order & ((1 << CAUSE_BITS) - 1);
    }
}
