package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.Action.MoveGuest;
import org.rackdrill.simulator.ha.Action.StartGuest;
import org.rackdrill.simulator.ha.Action.StopGuest;

/** The guests of a cluster: where they run, what they are busy with, and that none runs twice. */
final class Guests {
    /**
     * Something that takes its time.
     *
     * @param end seconds
     */
    private record Task(long end, Action action) {}

    /** How something ended. */
    record Outcome(int node, int service, boolean good) {}

    private final Physics physics;
    private final Links links;
    private final BitSet[] running;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<Integer, Integer> failedStarts = new TreeMap<>();
    private final Map<Integer, Integer> failedMoves = new TreeMap<>();
    private final TreeMap<Integer, Long> upSince = new TreeMap<>();

    Guests(int nodes, Physics physics, Links links) {
        this.links = links;
        this.physics = physics;
        this.running = new BitSet[nodes];
        for (int i = 0; i < nodes; i++) {
            running[i] = new BitSet();
        }
    }

    BitSet on(int node) {
        return (BitSet) running[node].clone();
    }

    BitSet all() {
        BitSet all = new BitSet();
        for (BitSet on : running) {
            all.or(on);
        }
        return all;
    }

    /** Returns since when a guest has been of use, or -1. */
    long upSince(int service, long now) {
        Long since = upSince.get(service);
        return since == null || since > now ? -1 : since;
    }

    Object shape() {
        List<Object> shape = new ArrayList<>();
        for (BitSet on : running) {
            shape.add(on.clone());
        }
        shape.add(List.copyOf(tasks));
        shape.add(Map.copyOf(failedStarts));
        shape.add(Map.copyOf(failedMoves));
        return shape;
    }

    void nodeDied(int node) {
        running[node].stream().forEach(upSince::remove);
        running[node].clear();
        tasks.removeIf(task -> nodeOf(task.action()) == node);
    }

    /** Marks a guest as running that nobody here has started. */
    void found(int node, int service, long now) {
        run(node, service, now);
    }

    void carried(int service, int target, long now) {
        boolean ran = false;
        for (BitSet on : running) {
            ran |= on.get(service);
            on.clear(service);
        }
        if (ran && physics.arrivesRunning()) {
            run(target, service, now);
        }
    }

    private void run(int node, int service, long up) {
        for (int other = 0; other < running.length; other++) {
            if (other != node && running[other].get(service)) {
                throw new IllegalStateException(
                        "service " + service + " would run on nodes " + other + " and " + node + " at once");
            }
        }
        running[node].set(service);
        upSince.put(service, up);
    }

    private void end(int node, int service) {
        running[node].clear(service);
        upSince.remove(service);
    }

    /** Begins what an agent wants; what takes no time is done at once. */
    List<Outcome> act(Action action, HaState state, long now) {
        if (action instanceof StartGuest start) {
            Physics.Guest trait = trait(start.service());
            int failures = trait.failsOn(start.node()) ? trait.startFailures() : 0;
            if (!succeeds(failedStarts, start.service(), failures, state)) {
                return List.of(new Outcome(start.node(), start.service(), false));
            }
            run(start.node(), start.service(), now + physics.startSeconds());
            return later(action, physics.startSeconds(), state, now);
        } else if (action instanceof StopGuest stop) {
            int patience = stop.timeoutSeconds() < 0 ? physics.stopSeconds() : stop.timeoutSeconds();
            return later(action, Math.min(physics.stopSeconds(), patience), state, now);
        } else if (action instanceof MoveGuest) {
            return later(action, physics.moveSeconds(), state, now);
        }
        return List.of();
    }

    private List<Outcome> later(Action action, int seconds, HaState state, long now) {
        if (seconds == 0) {
            return List.of(finish(action, state, now));
        }
        tasks.add(new Task(now + seconds, action));
        return List.of();
    }

    /** Returns what has ended on a node by now. */
    List<Outcome> ended(int node, HaState state, long now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Task task : List.copyOf(tasks)) {
            if (nodeOf(task.action()) == node && task.end() <= now) {
                tasks.remove(task);
                outcomes.add(finish(task.action(), state, task.end()));
            }
        }
        return outcomes;
    }

    /** Returns when the next task ends, or the largest number. */
    long nextEnd() {
        return tasks.stream().mapToLong(Task::end).min().orElse(Long.MAX_VALUE);
    }

    private Outcome finish(Action action, HaState state, long now) {
        if (action instanceof StartGuest start) {
            return new Outcome(start.node(), start.service(), true);
        } else if (action instanceof StopGuest stop) {
            boolean good = !trait(stop.service()).neverStops() && !locked(stop.service(), state);
            if (good) {
                end(stop.node(), stop.service());
            }
            return new Outcome(stop.node(), stop.service(), good);
        }
        return move((MoveGuest) action, state, now);
    }

    private Outcome move(MoveGuest move, HaState state, long now) {
        int service = move.service();
        Physics.Guest trait = trait(service);
        int failures = trait.failsOn(move.node()) ? trait.moveFailures() : 0;
        boolean arrives = !physics.arrivesRunning() || links.power[move.target()];
        boolean good = arrives && succeeds(failedMoves, service, failures, state);
        if (good && running[move.node()].get(service)) {
            long since = upSince.getOrDefault(service, now);
            end(move.node(), service);
            if (move.live() && physics.arrivesRunning()) {
                run(move.target(), service, since);
            }
        }
        return new Outcome(move.node(), service, good);
    }

    private boolean succeeds(Map<Integer, Integer> failures, int service, int needed, HaState state) {
        if (locked(service, state)) {
            return false;
        }
        int so = failures.getOrDefault(service, 0);
        boolean good = so >= needed;
        failures.put(service, good ? 0 : so + 1);
        return good;
    }

    private static boolean locked(int service, HaState state) {
        ServiceConfig config = state.configured(service);
        return config != null && config.lock() != null;
    }

    private Physics.Guest trait(int service) {
        return physics.guests().getOrDefault(service, Physics.Guest.GOOD);
    }

    private static int nodeOf(Action action) {
        if (action instanceof StartGuest start) {
            return start.node();
        } else if (action instanceof StopGuest stop) {
            return stop.node();
        } else if (action instanceof MoveGuest move) {
            return move.node();
        }
        return -1;
    }
}
