package org.rackdrill.simulator.storage;

/**
 * A solid-state disk: channels that work side by side, a cache for writes that is emptied at a constant rate, and a
 * flush for every synchronous write unless capacitors protect the cache. A write that finds the cache full waits until
 * there is room. Flushes go one after the other, whatever the channels.
 *
 * @param channels how many operations it serves at once
 * @param readMillis the time of a read before its transfer
 * @param writeMillis the time of a write into the cache before its transfer
 * @param bytesPerMilli how fast each channel transfers
 * @param cacheBytes how much it can take before it slows down; 0 for nothing
 * @param drainBytesPerMilli how fast the cache is emptied: the rate of a long write
 * @param flushMillis what a synchronous write takes in addition; 0 with power-loss protection
 */
public record SolidState(
        int channels,
        double readMillis,
        double writeMillis,
        double bytesPerMilli,
        double cacheBytes,
        double drainBytesPerMilli,
        double flushMillis)
        implements Device {

    public SolidState {
        Positive.atLeastOne("channels", channels);
        Positive.orZero("readMillis", readMillis);
        Positive.orZero("writeMillis", writeMillis);
        Positive.number("bytesPerMilli", bytesPerMilli);
        Positive.orZero("cacheBytes", cacheBytes);
        Positive.number("drainBytesPerMilli", drainBytesPerMilli);
        Positive.orZero("flushMillis", flushMillis);
    }

    /** What one read takes while no other is under way, however many the disk can do at once. Our estimate. */
    private static final double READ_MILLIS = 0.1;

    private static final double WRITE_MILLIS = 0.03;
    private static final int MOST_CHANNELS = 256;

    /**
     * Returns the solid-state disk that the figures of a catalogue belong to: as many channels as are needed for its
     * random operations when each takes a tenth of a millisecond, and a flush that makes up the time of its
     * synchronous writes.
     *
     * @param randomPerSecond with as many under way as it likes
     * @param bytesPerSecond its sequential rate
     * @param syncPerSecond synchronous writes, one after the other
     * @param cacheBytes what it takes in at full speed
     * @param sustainedPerSecond bytes of a write that never ends
     */
    public static SolidState ofFigures(
            double randomPerSecond,
            double bytesPerSecond,
            double syncPerSecond,
            double cacheBytes,
            double sustainedPerSecond) {
        int channels = (int) Math.max(1, Math.min(MOST_CHANNELS, Math.rint(randomPerSecond * READ_MILLIS / 1000)));
        double read = Math.max(0, channels * 1000 / randomPerSecond - 4096 / bytesPerSecond * 1000);
        double flush = Math.max(0, 1000 / syncPerSecond - WRITE_MILLIS);
        return new SolidState(
                channels, read, WRITE_MILLIS, bytesPerSecond / 1000, cacheBytes, sustainedPerSecond / 1000, flush);
    }
}
