package org.rackdrill.simulator.timeline;

/**
 * When a cluster's manager acts. The same question always gets the same answer, whoever asks first.
 *
 * <p>Members have places from 0, in the order of the lab file; sets of them are bit masks. {@code before} and {@code
 * after} are those with a majority before and after the change.
 */
public sealed interface Timeline permits ProxmoxTimeline, PacemakerTimeline, KeepalivedTimeline, NoTimeline {

    /** As many members as fit into a mask. */
    int MOST_MEMBERS = Long.SIZE;

    /**
     * Returns what follows for a member that is lost.
     *
     * @param master the place of the member that leads
     * @param clock seconds on the cluster's clock
     */
    Script lost(int member, int master, long before, long after, Loss how, double clock);

    /**
     * Returns what follows for a member, back or still missing, when others come back.
     *
     * @param master the place of the member that led when it was lost
     * @param how it was lost; {@code CUT}: it still runs, and never stopped
     * @param awaySeconds how long ago that was
     * @param clock seconds on the cluster's clock
     */
    Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock);

    /**
     * Returns how many seconds into a round something happens; negative when the daemons have had their turns and the
     * next round is the first to see it. Without rounds it is 0.
     */
    double into(double clock);
}
