package org.rackdrill.simulator.capacity;

import java.util.List;
import java.util.Optional;

/**
 * What the disks of a lab make of what is asked of them in a usual week. Pools on which nothing is asked are left out.
 *
 * @param pools in the order of the lab; a Ceph is named {@code cluster/ceph}, any other pool {@code node/pool}
 * @param services those that ask something of a pool, in the order of the lab
 * @param feels what people wait for
 * @param remedies what would make a difference where a pool is short, each tried by itself
 * @param overloads pools that cannot keep up whatever one waits; their other numbers are left out
 * @param assumed one sentence for each thing that the lab file does not say and that was taken as usual
 * @param notSimulated one sentence for each thing that was left out
 * @param simulated how much was simulated for the numbers of today
 */
public record StorageAnswer(
        List<OfPool> pools,
        List<OfService> services,
        List<OfFeel> feels,
        List<Remedy> remedies,
        List<Overload> overloads,
        List<String> assumed,
        List<String> notSimulated,
        Simulated simulated) {

    public StorageAnswer {
        pools = List.copyOf(pools);
        services = List.copyOf(services);
        feels = List.copyOf(feels);
        remedies = List.copyOf(remedies);
        overloads = List.copyOf(overloads);
        assumed = List.copyOf(assumed);
        notSimulated = List.copyOf(notSimulated);
    }

    /**
     * A pool in a usual week.
     *
     * @param today with all its disks
     * @param degraded with one disk lost and not replaced; none where nothing is left then
     * @param resilvering while a new disk is filled; none where no disk can be lost
     * @param scrubbing while every block is read
     * @param saturatesAt how many times today's load its disks can do in the busiest hour of the week
     * @param week utilisation of its busiest disk in each hour, Monday 0:00 first; 168 numbers from 0 to 1
     * @param curve latency by load, from light to nearly saturated
     * @param bottleneck what limits it, as one sentence
     */
    public record OfPool(
            String name,
            Use today,
            Optional<Use> degraded,
            Optional<Use> resilvering,
            Optional<Use> scrubbing,
            Likely saturatesAt,
            List<Double> week,
            List<CurvePoint> curve,
            String bottleneck) {

        public OfPool {
            week = List.copyOf(week);
            curve = List.copyOf(curve);
        }
    }

    /**
     * A pool at work.
     *
     * @param utilisation of its busiest disk, over one minute of each hour of a week, from 0 to 1
     * @param hitRatio reads answered from memory or a cache device, from 0 to 1
     * @param latencyMillis of all requests to the pool
     */
    public record Use(Percentiles utilisation, Likely hitRatio, Percentiles latencyMillis) {}

    /**
     * Latency at a multiple of today's load.
     *
     * @param factor 1 is today
     */
    public record CurvePoint(double factor, double p50Millis, double p95Millis, double p99Millis) {}

    /**
     * What a service waits for its pool.
     *
     * @param latencyMillis with all disks
     * @param degradedMillis with one disk lost; none where nothing is left then
     * @param scrubbingMillis while its pool is scrubbed
     * @param goal the latency it aims at
     */
    public record OfService(
            String name,
            String pool,
            Percentiles latencyMillis,
            Optional<Percentiles> degradedMillis,
            Optional<Percentiles> scrubbingMillis,
            Optional<Goal> goal) {}

    /**
     * A latency that a service aims at.
     *
     * @param share of its requests that shall be answered within {@code millis}
     * @param met the share of the hours of a week that keep the goal, from 0 to 1
     */
    public record Goal(double share, double millis, Likely met) {}

    /**
     * Something that people wait for: reads, each of which needs the one before.
     *
     * @param what what people call it
     * @param reads one after the other
     * @param seconds from the first to the last, in the median of the hours in which people are awake
     * @param p95Seconds of the same, what 95 of 100 do not exceed, at the best guess
     * @param atP75Seconds at the hour whose utilisation is the 75th percentile, at the best guess
     * @param degradedSeconds the median with one disk lost; none where nothing is left then
     */
    public record OfFeel(
            String what,
            String service,
            int reads,
            Likely seconds,
            double p95Seconds,
            double atP75Seconds,
            Optional<Double> degradedSeconds) {}

    /**
     * A change that was tried.
     *
     * @param change for people, as in "32 GiB of memory in synology"
     * @param pool that it is for
     * @param utilisationP75 of the busiest disk with the change
     * @param seconds of the pool's slowest feel with the change, in the median; none where nothing is felt
     * @param latencyP95Millis of the pool's requests with the change
     * @param sentence what it would have done, as one sentence
     */
    public record Remedy(
            String change,
            String pool,
            double utilisationP75,
            Optional<Double> seconds,
            double latencyP95Millis,
            String sentence) {}

    /**
     * A pool whose disks cannot do what is asked.
     *
     * @param times what is asked in the busiest hour over what its disks can do; above 1
     * @param sentence the same for people: "never keeps up: 1.8 times what the disks can do"
     */
    public record Overload(String pool, Likely times, String sentence) {}

    /**
     * How much was simulated.
     *
     * @param requestsPerSecond of all pools together, in the mean over the week
     * @param requests simulated for the numbers of today
     * @param draws sets of inputs
     */
    public record Simulated(double requestsPerSecond, long requests, int draws) {}
}
