package org.rackdrill.simulator.capacity;

/**
 * How much more a pool could do. The law of utilisation gives a first guess from a run in which nothing waits; since a
 * disk with a long queue does more, runs at higher loads then find the load at which the busiest disk never rests.
 *
 * @param hour the busiest of the week
 * @param atLight the first guess: times today's load in that hour, from a light load alone
 * @param times today's load in that hour, found by simulation
 * @param overMean the load in that hour over that in the mean of the week
 */
record Saturation(int hour, double atLight, double times, double overMean) {

    private static final double LIGHT_PER_SECOND = 4;
    private static final double LIGHT_MILLIS = 300_000;
    private static final double HEAVY_MILLIS = 90_000;
    private static final double ALWAYS_BUSY = 0.985;
    private static final double PRECISION = 1.03;

    /** Enough for the queues of all disks, and few enough that a load far too high costs little. */
    private static final int MOST_UNDER_WAY = 2_000;

    private static final double UNBOUNDED = 1000;

    static Saturation of(Run run, PoolModel pool) {
        int hour = busiestHour(pool);
        double mean = 0;
        for (int each = 0; each < Week.HOURS; each++) {
            mean += work(pool, each) / Week.HOURS;
        }
        double atLight = light(run, pool, hour);
        double low = atLight * 0.7;
        double high = low;
        while (high < UNBOUNDED && keepsUp(run, pool, hour, high)) {
            low = high;
            high *= 1.5;
        }
        while (high / low > PRECISION && high < UNBOUNDED) {
            double middle = Math.sqrt(low * high);
            if (keepsUp(run, pool, hour, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Saturation(hour, atLight, Math.sqrt(low * high), mean == 0 ? 1 : work(pool, hour) / mean);
    }

    /** Returns the first guess alone. */
    static double light(Run run, PoolModel pool, int hour) {
        double times = Math.min(1, LIGHT_PER_SECOND / Math.max(LIGHT_PER_SECOND, work(pool, hour)));
        double busy = run.hour(pool, hour, times, LIGHT_MILLIS, MOST_UNDER_WAY)
                .busiest()
                .utilisation();
        return Math.min(UNBOUNDED, times / Math.max(1e-9, busy));
    }

    private static boolean keepsUp(Run run, PoolModel pool, int hour, double times) {
        Seen seen = run.hour(pool, hour, times, HEAVY_MILLIS, MOST_UNDER_WAY);
        return seen.busiest().utilisation() < ALWAYS_BUSY && seen.refused() == 0;
    }

    static int busiestHour(PoolModel pool) {
        int busiest = 0;
        for (int hour = 1; hour < Week.HOURS; hour++) {
            busiest = work(pool, hour) > work(pool, busiest) ? hour : busiest;
        }
        return busiest;
    }

    /** Returns the requests a second in an hour, those left out that go as fast as they are let. */
    private static double work(PoolModel pool, int hour) {
        return pool.streams().stream()
                .filter(stream -> stream.depth() == 0)
                .mapToDouble(
                        stream -> (stream.reads() + stream.writes()) / stream.run() * Week.factors(stream.when())[hour])
                .sum();
    }

    /** Returns what is asked in the mean of the week over what the disks can do. */
    double meanOverload() {
        return 1 / (times * Math.max(1, overMean));
    }
}
