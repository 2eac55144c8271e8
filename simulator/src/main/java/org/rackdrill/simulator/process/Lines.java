package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.Hours;

/**
 * Lines that are worse than usual: what still passes of a sync, and how much later an answer comes. A single connection
 * gets no more than its window in a round trip, and no more than its losses leave (Mathis, Semke, Mahdavi and Ott, The
 * Macroscopic Behavior of the TCP Congestion Avoidance Algorithm, 1997).
 */
final class Lines {

    /** Bytes in one packet without its headers, on Ethernet. */
    private static final double SEGMENT = 1460;

    /** The largest window that Linux opens by itself: the maximum of {@code net.ipv4.tcp_rmem}. */
    private static final double WINDOW = 6.0 * 1024 * 1024;

    /** The usual way there and back between two sites, in seconds. Our estimate. */
    private static final double FAR = 0.02;

    /** The same within a site. Our estimate. */
    private static final double NEAR = 0.0005;

    /** Round trips until a page is there: the connection, TLS 1.3 (RFC 8446) and the request. */
    private static final double ROUND_TRIPS = 3;

    /** What is left of a line on which nothing passes: too little to notice in a history, and nothing to divide by. */
    private static final double LEAST = 1e-9;

    /**
     * Something that makes a line worse.
     *
     * @param copies those that travel over it
     * @param nodes those that are reached over it
     * @param bytesPerSecond what passes at most
     * @param lost share of packets
     * @param extraSeconds one way
     */
    record Burden(int[] copies, int[] nodes, double bytesPerSecond, double lost, double extraSeconds) {}

    private final Stage stage;
    private final Copies copies;
    private final List<Burden> burdens = new ArrayList<>();

    Lines(Stage stage, Copies copies) {
        this.stage = stage;
        this.copies = copies;
    }

    void begin() {
        burdens.clear();
    }

    void add(Burden burden) {
        burdens.add(burden);
        pace(burden);
    }

    void remove(Burden burden) {
        burdens.remove(burden);
        pace(burden);
    }

    private void pace(Burden changed) {
        for (int copy : changed.copies()) {
            copies.pace(copy, share(copy));
        }
    }

    private double share(int copy) {
        CopyPlan usual = stage.lab.copies()[copy].under(stage.factors);
        double rate = stage.lab.data()[usual.dataset()].sizeBytes() / (usual.seedHours() / Hours.ofSeconds(1));
        if (!(rate > 0) || Double.isInfinite(rate)) {
            return 1;
        }
        double passes = rate;
        double roundTrip = stage.lab.data()[usual.dataset()].site() == usual.site() ? NEAR : FAR;
        double lost = 0;
        boolean worse = false;
        for (Burden burden : burdens) {
            if (contains(burden.copies(), copy)) {
                passes = Math.min(passes, burden.bytesPerSecond());
                roundTrip += 2 * burden.extraSeconds();
                lost = 1 - (1 - lost) * (1 - burden.lost());
                worse |= burden.extraSeconds() > 0;
            }
        }
        passes = worse ? Math.min(passes, WINDOW / roundTrip) : passes;
        passes = lost > 0 ? Math.min(passes, SEGMENT / roundTrip * Math.sqrt(1.5 / lost)) : passes;
        return lost >= 1 ? LEAST : Math.max(LEAST, passes / rate);
    }

    /** Returns by how many seconds an answer from a node comes later than usual. */
    double laterFrom(int node) {
        double extra = 0;
        for (Burden burden : burdens) {
            extra += contains(burden.nodes(), node) ? 2 * burden.extraSeconds() * ROUND_TRIPS : 0;
        }
        return extra;
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }
}
