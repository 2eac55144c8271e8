package org.rackdrill.chaos.measurement;

import java.util.Optional;

/**
 * What a disk or a pool had to do while somebody looked.
 *
 * @param device as the tool calls it: {@code sda}, or the name of a pool
 * @param pool whether it is a pool, and no single disk
 * @param samples of how many looks this is the mean; at least 1
 * @param sinceBoot whether there was but one look, at everything since the machine was started
 * @param readBytes of one read in the mean; 0 when there were none
 * @param writeBytes of one write in the mean; 0 when there were none
 * @param readMillis what a read took in the mean, waiting included
 * @param busy the share of the time in which it worked, from 0 to 1
 */
public record DiskLoad(
        String device,
        boolean pool,
        int samples,
        boolean sinceBoot,
        double readsPerSecond,
        double readBytes,
        double writesPerSecond,
        double writeBytes,
        Optional<Double> readMillis,
        Optional<Double> writeMillis,
        Optional<Double> busy)
        implements Measurement {}
