package org.rackdrill.live.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;

/** Looks at everything in the lab while a drill goes on, whatever the drill itself looks at. */
public final class Lookout implements AutoCloseable {
    private final Eyes eyes;
    private final Supplier<Duration> now;
    private final Duration pause;
    private final List<Probe> probes;
    private final Map<Target, Seen> seen = new HashMap<>();
    private final Thread thread;

    /** When a thing was last seen to be down, and when it was last seen at all. */
    record Seen(Duration down, Duration known) {}

    private static final Duration NEVER = Duration.ofSeconds(-1);

    /**
     * Begins to look.
     *
     * @param now the time of the run
     * @param pause between two rounds
     */
    public Lookout(Lab lab, Eyes eyes, Supplier<Duration> now, Duration pause) {
        this.eyes = eyes;
        this.now = now;
        this.pause = pause;
        probes = probes(lab);
        thread = new Thread(this::look, "lookout");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Probe> probes(Lab lab) {
        List<Probe> probes = new ArrayList<>();
        lab.nodes().forEach(node -> probes.add(new Probe.Up(new Target.Node(node.name()))));
        for (Link link : lab.network()) {
            if (link instanceof Link.Box box) {
                probes.add(new Probe.Up(new Target.Box(box.name())));
            }
        }
        lab.ups().forEach(ups -> probes.add(new Probe.Up(new Target.Ups(ups.name()))));
        lab.services().forEach(service -> {
            probes.add(new Probe.Up(new Target.Service(service.name())));
            service.data().ifPresent(data -> probes.add(new Probe.Intact(new Target.Dataset(service.name()))));
        });
        return probes;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            for (Probe probe : probes) {
                Observation observed = eyes.see(probe);
                note(probe.of(), observed.truth());
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void note(Target target, Truth truth) {
        if (truth == Truth.UNKNOWN) {
            return;
        }
        Duration at = now.get();
        Seen before = seen.getOrDefault(target, new Seen(NEVER, NEVER));
        // Data that were harmed and are whole again were not lost: only what they are at the end counts.
        boolean forgives = target instanceof Target.Dataset && truth == Truth.TRUE;
        Duration down = truth == Truth.FALSE ? at : forgives ? NEVER : before.down();
        seen.put(target, new Seen(down, at));
    }

    /** Returns what was seen to be down at some time since then. */
    synchronized List<Target> downSince(Duration since) {
        return filtered(it -> it.down().compareTo(since) >= 0);
    }

    /** Returns what nobody could see since then. */
    synchronized List<Target> unseenSince(Duration since) {
        return filtered(it -> it.known().compareTo(since) < 0);
    }

    private List<Target> filtered(java.util.function.Predicate<Seen> which) {
        return probes.stream()
                .map(Probe::of)
                .filter(target -> which.test(seen.getOrDefault(target, new Seen(NEVER, NEVER))))
                .toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
