package org.rackdrill.simulator.timeline;

/**
 * Pacemaker on Corosync, fenced by watchdogs alone (SBD without a disk): Corosync notices, the lost member resets itself,
 * the others wait until it must have done so and start its guests.
 */
public final class PacemakerTimeline implements Timeline {

    /** Seconds until a token counts as lost, with two members. Source: {@code token}, corosync.conf(5) since 3.1. */
    private static final double TOKEN = 3;

    /** Seconds more for each member beyond two. Source: {@code token_coefficient}, corosync.conf(5). */
    private static final double TOKEN_COEFFICIENT = 0.65;

    /** Tokens until the others agree on who is left. Source: {@code consensus}, corosync.conf(5). */
    private static final double CONSENSUS = 1.2;

    /** Seconds until SBD lets the watchdog fire. Source: {@code SBD_WATCHDOG_TIMEOUT}, sbd(8). */
    private static final double WATCHDOG = 5;

    /**
     * Seconds after which the others take a member for reset. Source: {@code stonith-watchdog-timeout},
     * pacemaker-controld(7), by its advice twice SBD's.
     */
    private static final double FENCED = 2 * WATCHDOG;

    /** Seconds for which a cluster that starts looks for others. Source: {@code dc-deadtime}, pacemaker-controld(7). */
    private static final double ALONE = 20;

    /** Seconds for an election, probes and the plan. Our estimate. */
    private static final double TRANSITION = 2;

    /** Seconds for guests to stop, before they start elsewhere. Our estimate. */
    private static final double STOP = 10;

    private final Script lost;
    private final Script shutDown;
    private final Script joins;
    private final Script begins;

    /** Makes the timeline of a cluster of so many members. */
    public PacemakerTimeline(int members) {
        double noticed = (TOKEN + TOKEN_COEFFICIENT * Math.max(0, members - 2)) * (1 + CONSENSUS);
        double never = Script.NEVER;
        lost = new Script(noticed + WATCHDOG, noticed + FENCED + TRANSITION, never, never, -1);
        shutDown = new Script(never, STOP + TRANSITION, never, never, -1);
        // What belongs elsewhere moves as soon as it can: resource-stickiness is 0 unless somebody sets it.
        joins = new Script(never, TRANSITION, TRANSITION, 2 * TRANSITION, -1);
        begins = new Script(never, ALONE + FENCED + TRANSITION, ALONE + TRANSITION, ALONE + 2 * TRANSITION, -1);
    }

    @Override
    public Script lost(int member, int master, long before, long after, Loss how, double clock) {
        return how == Loss.SHUT_DOWN || how == Loss.MAINTAINED ? shutDown : lost;
    }

    @Override
    public Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock) {
        return before == 0 ? begins : joins;
    }

    @Override
    public double into(double clock) {
        return 0;
    }
}
