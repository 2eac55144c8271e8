package org.rackdrill.simulator.storage;

/**
 * How long a history is.
 *
 * @param warmUpMillis what is left out at the start, while queues and caches fill; not negative
 * @param measuredMillis positive
 */
public record Span(double warmUpMillis, double measuredMillis) {

    public Span {
        Positive.orZero("warmUpMillis", warmUpMillis);
        Positive.number("measuredMillis", measuredMillis);
    }

    /** Returns a history whose first tenth is left out. */
    public static Span ofSeconds(double measured) {
        return new Span(measured * 100, measured * 1000);
    }

    double endMillis() {
        return warmUpMillis + measuredMillis;
    }
}
