package org.rackdrill.simulator.storage;

/**
 * How long a history is.
 *
 * @param warmUpMillis what is left out at the start, while queues and caches fill; not negative
 * @param measuredMillis positive
 * @param windowMillis how busy a device was is looked at after every such time; it divides {@code measuredMillis}
 */
public record Span(double warmUpMillis, double measuredMillis, double windowMillis) {

    private static final double ROUNDING = 1e-6;

    public Span {
        Positive.orZero("warmUpMillis", warmUpMillis);
        Positive.number("measuredMillis", measuredMillis);
        Positive.number("windowMillis", windowMillis);
        double windows = measuredMillis / windowMillis;
        if (windows < 1 || Math.abs(windows - Math.rint(windows)) > ROUNDING) {
            throw new IllegalArgumentException(
                    measuredMillis + " ms are not a number of whole windows of " + windowMillis + " ms");
        }
    }

    /** One window that is the whole history. */
    public Span(double warmUpMillis, double measuredMillis) {
        this(warmUpMillis, measuredMillis, measuredMillis);
    }

    /** Returns a history of which a tenth as much is left out before. */
    public static Span ofSeconds(double measured) {
        return new Span(measured * 100, measured * 1000);
    }

    long windows() {
        return Math.round(measuredMillis / windowMillis);
    }

    double endMillis() {
        return warmUpMillis + measuredMillis;
    }
}
