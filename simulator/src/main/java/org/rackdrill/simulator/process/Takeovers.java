package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.ClusterPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.PacePlan;
import org.rackdrill.simulator.timeline.Loss;
import org.rackdrill.simulator.timeline.PacemakerTimeline;
import org.rackdrill.simulator.timeline.Script;
import org.rackdrill.simulator.timeline.Timeline;

/**
 * What each cluster's manager makes of a change among its members, and when: it asks the {@link Timeline} and remembers
 * who led and when who was lost.
 */
final class Takeovers {

    private static final double DAY_SECONDS = 86_400;

    private final Stage stage;
    private final ClusterPlan[] clusters;

    /** What each cluster's clock shows at the start of the history, in seconds: it was not set up at a round moment. */
    private final double[] clockStart;

    /** The members of each cluster that have a majority. */
    private final long[] majority;

    /** The place of the member that leads each cluster, or would if there were a majority. */
    private final int[] master;

    /** By node: where it stands among the members of its cluster. */
    private final int[] place;

    /** By node: when it was lost, how, and who led then. */
    private final double[] lostAt;

    /** By cluster: its timeline, for Pacemaker as luck has drawn it for the last change. */
    private final Timeline[] timelines;

    private final Loss[] how;
    private final int[] masterThen;

    /** The change that is going on. */
    private long before;

    private long after;

    Takeovers(Stage stage) {
        this.stage = stage;
        clusters = stage.lab.clusters();
        int nodes = stage.lab.nodes().length;
        clockStart = new double[clusters.length];
        majority = new long[clusters.length];
        master = new int[clusters.length];
        place = new int[nodes];
        lostAt = new double[nodes];
        timelines = new Timeline[clusters.length];
        how = new Loss[nodes];
        masterThen = new int[nodes];
        for (ClusterPlan cluster : clusters) {
            for (int i = 0; i < cluster.members().length; i++) {
                place[cluster.members()[i]] = i;
            }
        }
    }

    void begin() {
        for (int i = 0; i < clusters.length; i++) {
            clockStart[i] = stage.luck.of(clusters[i].stream()).nextDouble() * DAY_SECONDS;
            timelines[i] = drawn(clusters[i]);
            majority[i] = -1L >>> (Long.SIZE - clusters[i].members().length);
            master[i] = 0;
        }
    }

    /** Some members have a majority now; they may be the same as before. */
    void change(int cluster, long members) {
        before = majority[cluster];
        after = members;
        majority[cluster] = members;
        if (before != after) {
            timelines[cluster] = drawn(clusters[cluster]);
        }
    }

    /** It happens too often for an Optional to be mapped, which would make things that must be cleared away. */
    private Timeline drawn(ClusterPlan cluster) {
        return cluster.pace().isPresent() ? drawn(cluster.pace().get()) : cluster.timeline();
    }

    private PacemakerTimeline drawn(PacePlan pace) {
        return new PacemakerTimeline(new PacemakerTimeline.Seconds(
                pace.device(),
                seconds(pace.lossNoticed(), pace),
                seconds(pace.joins(), pace),
                seconds(pace.fencesIn(), pace),
                seconds(pace.decidesIn(), pace),
                seconds(pace.waitsForOthers(), pace),
                pace.stays()));
    }

    private double seconds(int duration, PacePlan pace) {
        return stage.sample(duration, pace.stream()) / Hours.ofSeconds(1);
    }

    /** Returns hours until a member that has no majority now stops its guests; infinite when something resets it. */
    double stopsWithoutMajority(int cluster) {
        return timelines[cluster] instanceof PacemakerTimeline it
                ? Hours.ofSeconds(it.stopsWithoutMajority())
                : Double.POSITIVE_INFINITY;
    }

    /** Returns whether a device fences. */
    boolean device(int cluster) {
        return clusters[cluster].pace().filter(PacePlan::device).isPresent();
    }

    /** Returns hours until a guest that has died is found. */
    double crashNoticed(int cluster) {
        if (clusters[cluster].pace().isEmpty()) {
            return 0;
        }
        PacePlan pace = clusters[cluster].pace().get();
        return stage.sample(pace.crashNoticed(), pace.stream());
    }

    /** Returns whether nobody is left to notice anything. */
    boolean nobodyLeft() {
        return after == 0;
    }

    /** Returns hours until a member that is lost now, though it runs, resets itself. */
    double resets(int cluster, int node) {
        return hours(cluster, lost(cluster, node).resets());
    }

    /** Returns hours until the guests of a member that is lost now start elsewhere. */
    double recovers(int cluster, int node) {
        return hours(cluster, lost(cluster, node).recovers());
    }

    /** A member is lost. */
    void loses(int cluster, int node, Loss way) {
        lostAt[node] = stage.now;
        how[node] = way;
        masterThen[node] = master[cluster];
    }

    /** A member that was lost before is down now, whatever it was then. */
    void stops(int node) {
        how[node] = how[node] == Loss.CUT ? Loss.DEAD : how[node];
    }

    private Script lost(int cluster, int node) {
        return timelines[cluster].lost(place[node], masterThen[node], before, after, how[node], clock(cluster));
    }

    /**
     * Returns what happens now that somebody comes back: to a member that is back itself, or to one that is still
     * missing.
     */
    Script back(int cluster, int node) {
        double away = (stage.now - lostAt[node]) / Hours.ofSeconds(1);
        return timelines[cluster].back(place[node], masterThen[node], before, after, how[node], away, clock(cluster));
    }

    /** The change is known to all: who led and is lost has an heir, and whoever starts anew finds somebody to lead. */
    void settle(int cluster) {
        if (after == before || after == 0 || (before != 0 && has(after, master[cluster]))) {
            return;
        }
        int lost = master[cluster];
        int node = clusters[cluster].members()[lost];
        Script script = before == 0 ? back(cluster, node) : lost(cluster, node);
        int heir = script.master();
        master[cluster] = heir >= 0 && has(after, heir) ? heir : Long.numberOfTrailingZeros(after);
    }

    /** Returns the place of the member that leads, or would if there were a majority. */
    int master(int cluster) {
        return master[cluster];
    }

    private double clock(int cluster) {
        return clockStart[cluster] + stage.now / Hours.ofSeconds(1);
    }

    /** Returns hours from now until a time of a script. */
    double hours(int cluster, double seconds) {
        return Hours.ofSeconds(seconds - timelines[cluster].into(clock(cluster)));
    }

    private static boolean has(long members, int place) {
        return (members >>> place & 1) != 0;
    }
}
