package org.rackdrill.simulator.timeline;

/**
 * Pacemaker on Corosync. Fenced by watchdogs alone (SBD without a disk), Corosync notices, the lost member resets itself,
 * and the others wait until it must have done so. Fenced by a device, the others have it reset the member; where nobody
 * has a majority nobody may do that, and every member stops its guests instead ({@code no-quorum-policy}).
 */
public final class PacemakerTimeline implements Timeline {

    /** Seconds for guests to stop, before they start elsewhere. Our estimate. */
    private static final double STOP = 10;

    private final Seconds seconds;
    private final Script lost;
    private final Script alone;
    private final Script shutDown;
    private final Script joins;
    private final Script begins;
    private final Script meets;

    /**
     * How long each part takes, in seconds.
     *
     * @param device whether a device fences
     * @param noticed from a lost member to a membership without it
     * @param joined from a member that is heard again to a membership with it
     * @param fenced from there until a lost member surely runs nothing; a watchdog is trusted after twice its time
     * @param decided until guests start: an election, probes, the plan
     * @param alone for which a cluster that starts looks for others
     * @param stays whether guests stay where they are when their first member is back
     */
    public record Seconds(
            boolean device,
            double noticed,
            double joined,
            double fenced,
            double decided,
            double alone,
            boolean stays) {}

    /** Makes the timeline of a cluster. */
    public PacemakerTimeline(Seconds seconds) {
        this.seconds = seconds;
        double never = Script.NEVER;
        double decided = seconds.decided;
        double fenced = seconds.noticed + seconds.fenced;
        double reset = seconds.device ? fenced : seconds.noticed + seconds.fenced / 2;
        lost = new Script(reset, fenced + decided, never, never, -1);
        alone = new Script(seconds.device ? never : reset, fenced + decided, never, never, -1);
        shutDown = new Script(never, STOP + decided, never, never, -1);
        double starts = seconds.joined + decided;
        joins = new Script(never, starts, starts, homeAfter(starts + decided), -1);
        double looked = seconds.alone + starts;
        begins = new Script(never, looked + seconds.fenced, looked, homeAfter(looked + decided), -1);
        meets = new Script(never, starts + seconds.fenced, starts, homeAfter(starts + decided), -1);
    }

    private double homeAfter(double time) {
        return seconds.stays ? Script.NEVER : time;
    }

    /** Returns the seconds until a member without a majority stops its guests; infinite where a watchdog resets it. */
    public double stopsWithoutMajority() {
        return seconds.device ? seconds.noticed + seconds.decided : Script.NEVER;
    }

    @Override
    public Script lost(int member, int master, long before, long after, Loss how, double clock) {
        if (how == Loss.SHUT_DOWN || how == Loss.MAINTAINED) {
            return shutDown;
        }
        return after == 0 ? alone : lost;
    }

    @Override
    public Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock) {
        if (before != 0) {
            return joins;
        }
        // Who was only cut off need not start, and so does not wait for others.
        return seconds.device && how == Loss.CUT ? meets : begins;
    }

    @Override
    public double into(double clock) {
        return 0;
    }
}
