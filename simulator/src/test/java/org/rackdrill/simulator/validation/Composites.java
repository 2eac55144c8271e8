package org.rackdrill.simulator.validation;

import static org.rackdrill.simulator.validation.Quantity.UNAVAILABILITY;

import java.util.List;

/** Two whole racks, small enough for a calculator: {@code docs/composites.md} derives these numbers line by line. */
final class Composites {

    private static final double SECOND = 1 / 3600.0;
    private static final String BY_HAND = "by hand, see composites.md";

    /** Until Proxmox starts the third node's guest elsewhere, on average over a round: another node leads, or it did. */
    private static final double FAILOVER = 121 * SECOND;

    private static final double FAILOVER_OF_THE_MASTER = 182 * SECOND;

    /** Until its agent has its turn, when it starts together with one other node, and with both. */
    private static final double RESUME = 8 * SECOND;

    private static final double RESUME_OF_ALL = 10 * SECOND;

    /** Until it resets itself. */
    private static final double WATCHDOG = 56 * SECOND;

    private static final double NOTICED = 180 * SECOND;
    private static final double GUEST_STARTS = 30 * SECOND;
    private static final double BOX_BOOTS = 600 * SECOND;

    private Composites() {}

    static List<Case> all() {
        return List.of(
                Case.of("C1", Study.of("c1-three-nodes"), UNAVAILABILITY, "0.00167344", threeNodes(), BY_HAND)
                        .service("app"),
                Case.of("C2", Study.of("c2-two-feeds"), UNAVAILABILITY, "0.00055328", twoFeeds(), BY_HAND)
                        .service("dns"));
    }

    private static double threeNodes() {
        double cuts = Math.exp(-60 / 90.0) / 1001.5;
        double cut = cuts * (1.5 + BOX_BOOTS + RESUME_OF_ALL + GUEST_STARTS);
        double without = (BOX_BOOTS + RESUME_OF_ALL + GUEST_STARTS) / (1000 + BOX_BOOTS);
        // The first node leads after a start from nothing, the third after it, and then the first again.
        double leads = 1e-3 / (2 * 1e-3 + 1e-3 + cuts);
        double failover = (1 - leads) * FAILOVER + leads * FAILOVER_OF_THE_MASTER;
        return 1 - (1 - nodes(1e-3, 0.1, failover)) * (1 - without) * (1 - cut);
    }

    /** Fewer than two of three nodes, and what each change between them costs; one person repairs. */
    private static double nodes(double failure, double repair, double failover) {
        double unseen = 3 * failure * NOTICED;
        double one = 3 * failure / repair;
        double two = 2 * failure * (one + unseen) / repair;
        double three = failure * two / repair;
        double all = 1 + unseen + one + two + three;
        double hostFailsToo = RESUME;
        double hostFencesItself = RESUME - WATCHDOG;
        double majority = (hostFailsToo + hostFencesItself) / 2 + GUEST_STARTS;
        double failovers = failure * (failover + GUEST_STARTS);
        return (two + three + 2 * failure * (one + unseen) * majority + failovers) / all;
    }

    private static double twoFeeds() {
        double ratio = 0.01;
        double whole = 1 / (1 + 2 * ratio + 2 * ratio * ratio);
        double onlySecond = ratio * whole;
        double both = 2 * ratio * ratio * whole;
        double cuts = 1 / 505.0;
        double noneOn = cuts * 5 * Math.exp(-4);
        double firstOff = cuts * 5 * Math.exp(-0.1) - noneOn;
        double down = noneOn + firstOff * onlySecond + (1 - noneOn) * both;
        double starts = 2 * onlySecond / 2000 + firstOff * onlySecond * (1 / 5.0 + 1 / 20.0);
        double after = cuts * Math.exp(-4) * (BOX_BOOTS + GUEST_STARTS) + starts * GUEST_STARTS;
        return 1 - (1 - down - after) * (1 - BOX_BOOTS / (2000 + BOX_BOOTS));
    }
}
