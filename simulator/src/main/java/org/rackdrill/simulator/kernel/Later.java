package org.rackdrill.simulator.kernel;

import java.util.Arrays;

/**
 * What comes later of the future events: a calendar whose pages are equally long and hold a few events each, unsorted
 * (Brown, Calendar queues, CACM 31(10), 1988). What is beyond its last page lies aside until a new calendar begins there,
 * as in the ladder queue of Tang, Goh and Thng (ACM TOMACS 15(3), 2005).
 *
 * <p>A later time never has an earlier page, even where rounding moves it to a neighbouring one: a difference, a product
 * with a positive number and a cut keep the order. So no event on a page to come is due before one in the heap.
 */
final class Later {

    /** What an event takes: its time as bits, its order, what it is, and the next one on the same page. */
    private static final int WIDTH = 4;

    private static final int NONE = -1;

    /** Pages are so much longer than the mean time between two of the events that they are made for. */
    private static final double LONGER = 3;

    /** More events for each page than this make a new calendar worth its while. */
    private static final int CROWDED = 4;

    private long[] slots = new long[64 * WIDTH];
    private int used;
    private int free;

    /** The first event of each page; the last page stands for all that is beyond. */
    private int[] pages = new int[0];

    private int last;
    private double begin;
    private double pagesPerHour;

    /** The page whose events are in the heap. */
    int today;

    /** How many events are on pages to come. */
    int count;

    Later() {
        close();
    }

    /** Has but one page, and nothing on another. */
    void close() {
        begin = 0;
        pagesPerHour = 0;
        today = 0;
        last = 0;
        count = 0;
        used = 0;
        free = NONE;
    }

    /** Returns the page of a time; not after {@link #today} when it belongs into the heap. */
    int page(double time) {
        double page = (time - begin) * pagesPerHour;
        return page < last ? (int) page : last;
    }

    /** Puts an event on a page to come, and says whether the calendar has become too crowded. */
    boolean put(int page, double time, long order, long event) {
        int slot = free;
        if (slot == NONE) {
            slot = used++;
            if (used * WIDTH > slots.length) {
                slots = Arrays.copyOf(slots, slots.length * 2);
            }
        } else {
            free = (int) slots[slot * WIDTH + 3];
        }
        int at = slot * WIDTH;
        slots[at] = Double.doubleToRawLongBits(time);
        slots[at + 1] = order;
        slots[at + 2] = event;
        slots[at + 3] = pages[page];
        pages[page] = slot;
        return ++count > CROWDED * last;
    }

    /** Turns to the next page and moves what is on it into the heap; says no when what is beyond wants a new calendar. */
    boolean turn(Soon soon) {
        if (today + 1 >= last) {
            return false;
        }
        move(++today, soon, true);
        return true;
    }

    private void move(int page, Soon soon, boolean sorted) {
        int slot = pages[page];
        pages[page] = NONE;
        while (slot != NONE) {
            int at = slot * WIDTH;
            if (sorted) {
                soon.add(Double.longBitsToDouble(slots[at]), slots[at + 1], slots[at + 2]);
            } else {
                soon.append(Double.longBitsToDouble(slots[at]), slots[at + 1], slots[at + 2]);
            }
            int next = (int) slots[at + 3];
            slots[at + 3] = free;
            free = slot;
            slot = next;
            count--;
        }
    }

    /** Begins a new calendar of all that is to come. */
    void open(Soon soon) {
        for (int page = today + 1; page <= last; page++) {
            move(page, soon, false);
        }
        int events = soon.size;
        double first = Double.POSITIVE_INFINITY;
        for (int i = 0; i < events; i++) {
            first = Math.min(first, soon.times[i]);
        }
        double sum = 0;
        for (int i = 0; i < events; i++) {
            sum += soon.times[i] - first;
        }
        close();
        double perHour = events / (LONGER * sum / events);
        begin = first;
        pagesPerHour = perHour < Double.MAX_VALUE ? perHour : 0;
        last = pagesPerHour > 0 ? events : 0;
        if (pages.length <= last) {
            pages = new int[Math.max(2 * pages.length, last + 1)];
        }
        Arrays.fill(pages, 0, last + 1, NONE);
        soon.size = 0;
        for (int i = 0; i < events; i++) {
            double time = soon.times[i];
            int page = page(time);
            if (page > today) {
                put(page, time, soon.order(i), soon.event(i));
            } else {
                soon.add(time, soon.order(i), soon.event(i));
            }
        }
    }
}
