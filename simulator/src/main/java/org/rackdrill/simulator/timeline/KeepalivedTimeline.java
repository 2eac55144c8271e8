package org.rackdrill.simulator.timeline;

/**
 * Keepalived, that is VRRP: a backup takes over when it has heard nothing for three advertisements and its skew, or at
 * once but for the skew when the master says that it leaves. It knows no majority and fences nobody.
 */
public record KeepalivedTimeline() implements Timeline {

    /** Seconds between two advertisements. Source: {@code advert_int}, keepalived.conf(5); RFC 5798, 6.1. */
    private static final double ADVERTISEMENT = 1;

    /** What a backup is given. Source: {@code priority}, keepalived.conf(5); RFC 5798, 5.2.4. */
    private static final double PRIORITY = 100;

    /** Seconds by which a backup waits longer the less it is preferred. Source: Skew_Time, RFC 5798, 6.1. */
    private static final double SKEW = (256 - PRIORITY) * ADVERTISEMENT / 256;

    /** Seconds of silence after which the master is taken for dead. Source: Master_Down_Interval, RFC 5798, 6.1. */
    private static final double MASTER_DOWN = 3 * ADVERTISEMENT + SKEW;

    private static final Script LOST = new Script(Script.NEVER, MASTER_DOWN, Script.NEVER, Script.NEVER, -1);

    /** A master that ends says so with priority 0. Source: RFC 5798, 6.4.3 and 6.4.2. */
    private static final Script SHUT_DOWN = new Script(Script.NEVER, SKEW, Script.NEVER, Script.NEVER, -1);

    /** Whoever starts is a backup first, and then does not listen to less preferred ones. Source: RFC 5798, 6.4.2. */
    private static final Script BACK = new Script(Script.NEVER, MASTER_DOWN, MASTER_DOWN, MASTER_DOWN, -1);

    @Override
    public Script lost(int member, int master, long before, long after, Loss how, double clock) {
        return how == Loss.SHUT_DOWN || how == Loss.MAINTAINED ? SHUT_DOWN : LOST;
    }

    @Override
    public Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock) {
        return BACK;
    }

    @Override
    public double into(double clock) {
        return 0;
    }
}
