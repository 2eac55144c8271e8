package org.rackdrill.simulator.storage;

/**
 * A device of which only the mean time of service is known.
 *
 * @param channels how many operations it serves at once; at least 1
 * @param millis the mean time that one takes; positive
 * @param memoryless whether the times are exponential; otherwise all are equal
 */
public record Server(int channels, double millis, boolean memoryless) implements Device {

    public Server {
        Positive.atLeastOne("channels", channels);
        Positive.number("millis", millis);
    }

    /** Returns a server that takes exponential times. */
    public static Server exponential(int channels, double meanMillis) {
        return new Server(channels, meanMillis, true);
    }

    /** Returns a server that always takes the same time. */
    public static Server fixed(int channels, double millis) {
        return new Server(channels, millis, false);
    }
}
