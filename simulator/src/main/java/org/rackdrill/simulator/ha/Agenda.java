package org.rackdrill.simulator.ha;

import java.util.List;

/** What is to happen to a cluster from outside, in order of time. */
final class Agenda {
    private final List<Timed> events;
    private int met;

    Agenda(List<Timed> events) {
        this.events = events;
    }

    /** Returns when the next thing happens, or the largest number. */
    long next() {
        return met < events.size() ? events.get(met).at() : Long.MAX_VALUE;
    }

    /** Returns the next thing, which has happened then. */
    Injection meet() {
        met++;
        return events.get(met - 1).injection();
    }

    /** Returns how much has happened. */
    int met() {
        return met;
    }
}
