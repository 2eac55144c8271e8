package org.rackdrill.simulator.compiled;

/**
 * Who is wired to whom.
 *
 * @param boxMachine the machine of each box
 * @param boxSite the site of each box
 * @param accessPoint whether a box is one
 * @param router whether internet accesses hang on a box
 * @param links pairs of boxes that are wired together
 * @param tunnels pairs of routers that a tunnel joins
 * @param tunnelPoint whether each tunnel works
 * @param internet for each box the point that says whether the internet is behind it, or -1
 * @param nodeBoxes for each node the boxes that it is plugged into
 * @param homeOnAir the point that says whether people at home reach their router over an access point, or -1
 * @param siteTunnelled whether two sites are joined by a tunnel in the lab: {@code [a * sites + b]}
 */
public record NetworkPlan(
        int sites,
        int[] boxMachine,
        int[] boxSite,
        boolean[] accessPoint,
        boolean[] router,
        int[][] links,
        int[][] tunnels,
        int[] tunnelPoint,
        int[] internet,
        int[][] nodeBoxes,
        int[] nodeSite,
        int homeOnAir,
        boolean[] siteTunnelled) {}
