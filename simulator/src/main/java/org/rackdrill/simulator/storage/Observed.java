package org.rackdrill.simulator.storage;

import java.util.List;
import org.rackdrill.simulator.statistics.LogHistogram;

/**
 * What one history showed.
 *
 * @param loads in the order of the rig
 * @param devices in the order of the rig
 */
public record Observed(List<OfLoad> loads, List<OfDevice> devices) {

    /**
     * What became of the requests of a load.
     *
     * @param perSecond how many were answered
     * @param refusedShare of those that came, how many found too many before them
     * @param meanMillis from the question to the answer
     * @param times of all answers, in milliseconds
     * @param within the share of the answers of each window that came within the load's limit; none where it has no
     *     limit, and 1 for a window without answers
     * @param hitShare of the reads that its route remembers something about, how many memory answered
     */
    public record OfLoad(
            String name,
            double perSecond,
            double refusedShare,
            double meanMillis,
            LogHistogram times,
            List<Double> within,
            double hitShare) {

        public OfLoad {
            within = List.copyOf(within);
        }

        /** Returns the time within which a share of all answers came. */
        public double quantileMillis(double share) {
            return times.quantile(share);
        }
    }

    /**
     * What a device did.
     *
     * @param perSecond operations done
     * @param utilisation the share of its channels that work, in the mean
     * @param underWay operations that wait or are served, in the mean
     * @param waitedShare of the operations, how many had to wait
     * @param waitMillis how long an operation waits in the mean, those counted that do not
     * @param utilisations of the windows of the history
     * @param windows the same, one by one in their order
     */
    public record OfDevice(
            double perSecond,
            double utilisation,
            double underWay,
            double waitedShare,
            double waitMillis,
            LogHistogram utilisations,
            List<Double> windows) {

        public OfDevice {
            windows = List.copyOf(windows);
        }

        /** Returns the utilisation that a share of all windows did not exceed. */
        public double utilisation(double share) {
            // The histogram's bins are wider than what lies between full and nearly full.
            return Math.min(1, utilisations.quantile(share));
        }
    }

    /** Returns what became of the first load. */
    public OfLoad load() {
        return loads.get(0);
    }

    /** Returns what the first device did. */
    public OfDevice device() {
        return devices.get(0);
    }
}
