package org.rackdrill.simulator.capacity;

import java.util.List;
import java.util.Optional;

/**
 * Whether a lab can carry what is asked of it, as it is written to {@code capacity.json}: every report is made from this
 * alone. Shares are 0 to 1; keys are only ever added.
 *
 * @param format version of this shape; a reader ignores unknown keys of the same major and refuses another
 * @param study always {@code capacity}
 * @param rackdrill version of the program
 * @param lab short name, as given on the command line
 * @param title the name that the lab gives itself
 * @param asOf the day from which years are counted, as in 2026-11-26
 * @param limits what is short or will be, the first first
 * @param assumed one sentence for each thing that the lab file does not say and that was taken as usual
 * @param notJudged one sentence for each thing that was left out
 */
public record Capacity(
        String format,
        String study,
        String rackdrill,
        String lab,
        String title,
        String labHash,
        long seed,
        String asOf,
        List<Limit> limits,
        List<OfPool> pools,
        List<StorageAnswer.OfService> services,
        List<StorageAnswer.OfFeel> feels,
        List<StorageAnswer.Remedy> remedies,
        List<StorageAnswer.Overload> overloads,
        SpaceAnswer space,
        MemoryAnswer memory,
        CpuAnswer cpu,
        NetworkAnswer network,
        PowerAnswer power,
        List<String> assumed,
        List<String> notJudged,
        StorageAnswer.Simulated simulated) {

    public static final String FORMAT = "1.0";
    public static final String STUDY = "capacity";

    /**
     * A pool in a usual week.
     *
     * @param utilisation of its busiest disk over windows of five minutes
     * @param hitRatio reads answered from memory or a cache device
     * @param saturatesAt how many times today's load its disks can do in the busiest hour of the week
     * @param latencyMillis of all requests to it
     * @param degraded with one disk lost; none where nothing is left then
     * @param resilvering while a new disk is filled; none where no disk can be lost
     * @param scrubbing while every block is read
     * @param week utilisation of its busiest disk in each hour, Monday 0:00 first
     * @param curve latency by load
     * @param bottleneck what limits it, as one sentence
     */
    public record OfPool(
            String name,
            Percentiles utilisation,
            Likely hitRatio,
            Likely saturatesAt,
            Percentiles latencyMillis,
            Optional<StorageAnswer.Use> degraded,
            Optional<StorageAnswer.Use> resilvering,
            Optional<StorageAnswer.Use> scrubbing,
            List<Double> week,
            List<StorageAnswer.CurvePoint> curve,
            String bottleneck) {

        static OfPool of(StorageAnswer.OfPool pool) {
            return new OfPool(
                    pool.name(),
                    pool.today().utilisation(),
                    pool.today().hitRatio(),
                    pool.saturatesAt(),
                    pool.today().latencyMillis(),
                    pool.degraded(),
                    pool.resilvering(),
                    pool.scrubbing(),
                    pool.week(),
                    pool.curve(),
                    pool.bottleneck());
        }
    }
}
