package org.rackdrill.chaos.measurement;

import java.util.Optional;

/**
 * Looks at a device, summed up. Where there are several, the first is left out: most tools begin with the mean since the
 * machine was started.
 */
final class LoadSum {

    private final String device;
    private final boolean pool;
    private int looks;
    private Look first = Look.NOTHING;
    private Look rest = Look.NOTHING;

    LoadSum(String device, boolean pool) {
        this.device = device;
        this.pool = pool;
    }

    /**
     * One look.
     *
     * @param readBytes a second
     * @param writeBytes a second
     * @param readMillis of a read; not a number where nobody has measured it
     * @param busy not a number where nobody has measured it
     */
    record Look(
            double reads,
            double readBytes,
            double writes,
            double writeBytes,
            double readMillis,
            double writeMillis,
            double busy) {
        static final Look NOTHING = new Look(0, 0, 0, 0, 0, 0, 0);

        /** Adds one; times count as often as there were operations that took them. */
        Look plus(Look other) {
            return new Look(
                    reads + other.reads,
                    readBytes + other.readBytes,
                    writes + other.writes,
                    writeBytes + other.writeBytes,
                    readMillis + other.reads * other.readMillis,
                    writeMillis + other.writes * other.writeMillis,
                    busy + other.busy);
        }
    }

    void add(Look look) {
        if (looks++ == 0) {
            first = Look.NOTHING.plus(look);
        } else {
            rest = rest.plus(look);
        }
    }

    DiskLoad mean() {
        Look sum = looks == 1 ? first : rest;
        int samples = Math.max(1, looks - 1);
        return new DiskLoad(
                device,
                pool,
                samples,
                looks == 1,
                sum.reads / samples,
                each(sum.readBytes, sum.reads),
                sum.writes / samples,
                each(sum.writeBytes, sum.writes),
                known(sum.reads == 0 ? Double.NaN : sum.readMillis / sum.reads),
                known(sum.writes == 0 ? Double.NaN : sum.writeMillis / sum.writes),
                known(sum.busy / samples));
    }

    private static double each(double all, double count) {
        return count == 0 ? 0 : all / count;
    }

    private static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }
}
