package org.rackdrill.simulator.validation;

import static org.rackdrill.simulator.validation.Quantity.UNAVAILABILITY;

import java.util.List;

/** Two whole racks, small enough for a calculator: {@code docs/composites.md} derives these numbers line by line. */
final class Composites {

    private static final double SECOND = 1 / 3600.0;
    private static final String BY_HAND = "by hand, see composites.md";

    /** Seconds of Proxmox: a lost node's guests start elsewhere, a manager begins its work, a node fences itself. */
    private static final double FAILOVER = 120 * SECOND;

    private static final double RESUME = 30 * SECOND;
    private static final double WATCHDOG = 60 * SECOND;

    private static final double NOTICED = 180 * SECOND;
    private static final double GUEST_STARTS = 30 * SECOND;
    private static final double BOX_BOOTS = 600 * SECOND;

    private Composites() {}

    static List<Case> all() {
        return List.of(
                Case.of("C1", Study.of("c1-three-nodes"), UNAVAILABILITY, "0.00167721", threeNodes(), BY_HAND)
                        .service("app"),
                Case.of("C2", Study.of("c2-two-feeds"), UNAVAILABILITY, "0.00055328", twoFeeds(), BY_HAND)
                        .service("dns"));
    }

    private static double threeNodes() {
        double cut = Math.exp(-60 / 90.0) / 1001.5 * (1.5 + BOX_BOOTS + RESUME + GUEST_STARTS);
        double without = (BOX_BOOTS + RESUME + GUEST_STARTS) / (1000 + BOX_BOOTS);
        return 1 - (1 - nodes(1e-3, 0.1)) * (1 - without) * (1 - cut);
    }

    /** Fewer than two of three nodes, and what each change between them costs; one person repairs. */
    private static double nodes(double failure, double repair) {
        double unseen = 3 * failure * NOTICED;
        double one = 3 * failure / repair;
        double two = 2 * failure * (one + unseen) / repair;
        double three = failure * two / repair;
        double all = 1 + unseen + one + two + three;
        double hostFailsToo = RESUME;
        double hostFencesItself = RESUME - WATCHDOG;
        double majority = (hostFailsToo + hostFencesItself) / 2 + GUEST_STARTS;
        double failovers = failure * (FAILOVER + GUEST_STARTS);
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
