package org.rackdrill.simulator.compiled;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is asked of its pools does this to a lab: resilvers and starts take longer, and services may be slower than they
 * aim at. It is found out request by request before the first history, since no history can play single requests.
 *
 * @param pools by name, {@code node/pool} or {@code cluster/ceph}; those are left out of which the lab does not say what is
 *     asked
 */
public record Contention(Map<String, OfPool> pools) implements Serializable {

    /** A lab of which nobody knows what is asked of its disks. */
    public static final Contention NONE = new Contention(Map.of());

    private static final OfPool IDLE = new OfPool(1, 1, List.of());

    public Contention {
        pools = Map.copyOf(pools);
    }

    /** Returns what is known of a pool: that nothing is in the way, when nothing is known. */
    public OfPool of(String pool) {
        return pools.getOrDefault(pool, IDLE);
    }

    /** What happens to the disks of a pool, the more important first. */
    public enum State {
        /** A new disk is filled. */
        RESILVERING("while a new disk is filled"),
        /** A disk is lost and not replaced. */
        DISK_LOST("with a disk lost"),
        /** Every block is read. */
        SCRUBBING("while it is scrubbed"),
        /** All is well. */
        WHOLE("as it is every week");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** Returns when that is, as the end of a sentence. */
        public String words() {
            return words;
        }
    }

    /**
     * One pool.
     *
     * @param resilverSpeed beside what is asked, over that on an idle pool; above 0, at most 1
     * @param startSpeed random operations that starting guests get beside what is asked, over those on an idle pool
     * @param aims the services that aim at a latency
     */
    public record OfPool(double resilverSpeed, double startSpeed, List<Aim> aims) implements Serializable {

        public OfPool {
            aims = List.copyOf(aims);
        }

        /** Returns the services that miss their aim in some hour of some state. */
        public List<Aim> slow() {
            return aims.stream().filter(aim -> !aim.hours().isEmpty()).toList();
        }
    }

    /**
     * A latency that a service aims at, and what becomes of it.
     *
     * @param share of its requests that shall be answered within {@code limitMillis}
     * @param millis within which that share of them is answered in the week, while all is well
     * @param hours of the week, Monday 0:00 first, that miss it in each state; a state is missing when none does
     */
    public record Aim(String service, double share, double limitMillis, double millis, Map<State, List<Integer>> hours)
            implements Serializable {

        public Aim {
            hours = Map.copyOf(hours);
        }

        /** Returns the hours that miss it in a state. */
        public List<Integer> in(State state) {
            return hours.getOrDefault(state, List.of());
        }
    }
}
