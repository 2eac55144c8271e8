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
}
