package org.rackdrill.live.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.live.cluster.ClusterStatus;
import org.rackdrill.live.nut.UpsAnswer;
import org.rackdrill.live.zfs.PoolStatus;
import org.rackdrill.model.lab.PoolRef;

/**
 * How a lab is at one moment, for whoever decides what may be broken now. What could not be seen is not in it.
 *
 * @param pools every pool that could be looked at
 * @param clusters by name
 * @param ups by name; always complete, because an answer can be that there was none
 * @param work what is going on at each node that answered, such as {@code syncoid}
 * @param unseen what could not be looked at, and why, one line each
 */
public record Picture(
        Map<PoolRef, PoolStatus> pools,
        Map<String, ClusterStatus> clusters,
        Map<String, UpsAnswer> ups,
        Map<String, List<String>> work,
        List<String> unseen) {

    private static final double FULL = 0.995;

    public Picture {
        pools = Map.copyOf(pools);
        clusters = Map.copyOf(clusters);
        ups = Map.copyOf(ups);
        work = Map.copyOf(work);
        unseen = List.copyOf(unseen);
    }

    /** Returns whether something that drills wait for is going on anywhere. */
    public Truth busy(Calendar.Busy what) {
        return switch (what) {
            case SCRUB ->
                any(pools.values().stream()
                        .map(pool -> truth(pool.scan().scrubs(), pool.scan().known()))
                        .toList());
            case RESILVER ->
                any(pools.values().stream()
                        .map(pool -> truth(pool.scan().resilvers(), pool.scan().known()))
                        .toList());
            case BACKUP -> any(doing("backup"));
            case SYNC -> any(doing("sync"));
            case UPS_CHARGING ->
                any(ups.values().stream().map(Picture::charging).toList());
            case PEOPLE -> Truth.UNKNOWN;
        };
    }

    private List<Truth> doing(String what) {
        return work.values().stream().map(it -> truth(it.contains(what), true)).toList();
    }

    private static Truth charging(UpsAnswer answer) {
        return answer.state()
                .map(state -> state.charge().isEmpty()
                        ? Truth.UNKNOWN
                        : truth(
                                state.charge().getAsDouble() < FULL
                                        || state.flags().contains("CHRG"),
                                true))
                .orElse(Truth.UNKNOWN);
    }

    /** Returns whether any is true; that none is, only when nothing was left unseen. */
    private Truth any(List<Truth> all) {
        List<Truth> truths = new ArrayList<>(all);
        if (truths.contains(Truth.TRUE)) {
            return Truth.TRUE;
        }
        return truths.contains(Truth.UNKNOWN) || !unseen.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth truth(boolean yes, boolean known) {
        return yes ? Truth.TRUE : known ? Truth.FALSE : Truth.UNKNOWN;
    }
}
