package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rackdrill.chaos.fault.FaultKind;

/** What is really there: hosts with their timers, the messages under way, and time. No controller can see into it. */
final class Hosts {
    static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofDays(10);

    private final RandomGenerator luck;
    private final Adversity adversity;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<String> violations = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private long order;
    private boolean calm;

    private record Event(Duration at, long order, Runnable what) {}

    /** One host. A lease stays behind as a tombstone when it is over. */
    static final class Host {
        private boolean up = true;
        private Duration hungUntil = Duration.ZERO;
        private final Map<String, Lease> leases = new HashMap<>();
        private final Map<String, Hit> broken = new LinkedHashMap<>();
        /** Whether an undo that is asked for says that it is done and is not. */
        private boolean undoLies;
        /** Whether even the timer cannot undo. */
        private boolean timerLies;
    }

    private static final class Lease {
        private final Hit hit;
        private Duration deadline = Duration.ZERO;
        /** No more injecting. */
        private boolean undone;
        /** The timer has fired or is removed. */
        private boolean over;

        private Duration overSince = Duration.ZERO;

        Lease(Hit hit) {
            this.hit = hit;
        }
    }

    Hosts(List<String> names, Adversity adversity, RandomGenerator luck) {
        this.adversity = adversity;
        this.luck = luck;
        names.forEach(name -> hosts.put(name, new Host()));
        for (Host host : hosts.values()) {
            host.undoLies = luck.nextDouble() < adversity.undoLies();
            host.timerLies = host.undoLies && luck.nextDouble() < 0.5;
            trouble(host);
        }
    }

    private void trouble(Host host) {
        for (Duration at = gap(); at.compareTo(Duration.ofHours(3)) < 0; at = at.plus(gap())) {
            if (luck.nextDouble() < adversity.crashes()) {
                schedule(at, () -> crash(host));
            } else if (luck.nextDouble() < adversity.hangs()) {
                Duration length = Duration.ofSeconds(5 + luck.nextInt(200));
                schedule(at, () -> hang(host, length));
            }
        }
    }

    private Duration gap() {
        return Duration.ofSeconds(60 + luck.nextInt(900));
    }

    private void crash(Host host) {
        if (!calm && host.up) {
            host.up = false;
            schedule(now.plusSeconds(20 + luck.nextInt(100)), () -> boot(host));
        }
    }

    /** What is armed is undone at the next boot. */
    private void boot(Host host) {
        host.up = true;
        host.hungUntil = now;
        host.leases.values().forEach(lease -> fire(host, lease));
    }

    private void hang(Host host, Duration length) {
        if (!calm) {
            host.hungUntil = now.plus(length);
        }
    }

    private void fire(Host host, Lease lease) {
        if (!lease.over) {
            lease.over = true;
            lease.overSince = now;
            if (!host.timerLies) {
                host.broken.remove(lease.hit.key());
            }
        }
    }

    private void expire(Host host, Lease lease) {
        if (lease.over || lease.deadline.compareTo(now) > 0 || !host.up) {
            return;
        }
        if (host.hungUntil.compareTo(now) > 0) {
            schedule(host.hungUntil, () -> expire(host, lease));
        } else {
            fire(host, lease);
        }
    }

    /** From now on nothing new goes wrong; what is down comes back. */
    void calm() {
        calm = true;
    }

    Duration now() {
        return now;
    }

    /** Until then nothing changes by itself. */
    Duration quietUntil() {
        Duration quiet = events.isEmpty() ? FOR_EVER : events.element().at();
        for (Host host : hosts.values()) {
            boolean wakes = host.hungUntil.compareTo(now) > 0 && host.hungUntil.compareTo(quiet) < 0;
            quiet = wakes ? host.hungUntil : quiet;
        }
        return quiet;
    }

    void violated(String what) {
        violations.add(what + " at " + now);
    }

    List<String> violations() {
        return violations;
    }

    void advance(Duration time) {
        advanceTo(now.plus(time));
    }

    void advanceTo(Duration time) {
        if (time.compareTo(FOR_EVER) > 0) {
            throw new AssertionError("the run never ends");
        }
        while (!events.isEmpty() && events.element().at().compareTo(time) <= 0) {
            Event event = events.remove();
            now = event.at().compareTo(now) > 0 ? event.at() : now;
            event.what().run();
        }
        now = time.compareTo(now) > 0 ? time : now;
    }

    private void schedule(Duration at, Runnable what) {
        events.add(new Event(at, order++, what));
    }

    /** Sends a message to a host. It may get lost, its answer may get lost, or it may arrive when nobody waits for it. */
    Answer message(String name, Supplier<Answer> what) {
        double draw = calm ? 1 : luck.nextDouble();
        Duration way = Duration.ofMillis(5 + luck.nextInt(300));
        advance(way);
        double lost = adversity.lost();
        if (draw < lost || !reachable(name)) {
            advance(CALL.minus(way));
            return Answer.unknown("no answer");
        }
        if (draw < 2 * lost) {
            schedule(now.plusSeconds(10 + luck.nextInt(300)), () -> {
                if (reachable(name)) {
                    Answer unused = what.get();
                }
            });
            advance(CALL.minus(way));
            return Answer.unknown("no answer");
        }
        Answer answer = what.get();
        // Whoever hangs a host lets it answer first.
        advance(draw < 3 * lost ? CALL.minus(way) : way);
        return draw < 3 * lost ? Answer.unknown("no answer") : answer;
    }

    /** A host whose link is cut by a fault hears nobody. */
    boolean reachable(String name) {
        Host host = host(name);
        return host.up
                && host.hungUntil.compareTo(now) <= 0
                && host.broken.values().stream().noneMatch(hit -> hit.fault().kind() == FaultKind.NODE_HANG);
    }

    Answer arm(String name, Hit hit, Duration lease) {
        Host host = host(name);
        for (Lease other : host.leases.values()) {
            if (!other.over && !other.deadline.isZero() && !other.hit.run().equals(hit.run())) {
                return Answer.refused("held by " + other.hit.run());
            }
        }
        // A fault that outlived its undo and its timer still holds the host: nobody else may build on that.
        for (Hit other : host.broken.values()) {
            if (!other.run().equals(hit.run())) {
                return Answer.refused("broken by " + other.run());
            }
        }
        Lease own = host.leases.computeIfAbsent(hit.key(), key -> new Lease(hit));
        if (own.over || own.undone) {
            return Answer.refused("it is over");
        }
        wind(host, own, lease);
        return Answer.DONE;
    }

    private void wind(Host host, Lease lease, Duration length) {
        lease.deadline = now.plus(length);
        schedule(lease.deadline, () -> expire(host, lease));
    }

    Answer extend(String name, Hit hit, Duration length) {
        Host host = host(name);
        Lease lease = host.leases.get(hit.key());
        if (lease == null || lease.over) {
            return Answer.refused("the timer has fired");
        }
        wind(host, lease, length);
        return Answer.DONE;
    }

    Answer inject(String name, Hit hit) {
        Host host = host(name);
        Lease lease = host.leases.get(hit.key());
        boolean fenced = lease == null ? hit.needsArming() : lease.over || lease.undone;
        if (fenced) {
            return Answer.refused("it is not armed");
        }
        for (Hit other : host.broken.values()) {
            if (!other.run().equals(hit.run())) {
                violated("I6: " + hit.key() + " broke a host that " + other.key() + " holds");
            }
        }
        host.broken.put(hit.key(), hit);
        if (!hit.needsArming()) {
            schedule(now.plusSeconds(15 + luck.nextInt(60)), () -> host.broken.remove(hit.key()));
        }
        return luck.nextDouble() < (calm ? 0 : adversity.halfDone())
                ? Answer.refused("the second command failed")
                : Answer.DONE;
    }

    Answer undo(String name, Hit hit) {
        Host host = host(name);
        Lease lease = host.leases.computeIfAbsent(hit.key(), key -> new Lease(hit));
        lease.undone = true;
        if (hit.needsArming() && !host.undoLies) {
            host.broken.remove(hit.key());
        }
        return Answer.DONE;
    }

    Answer disarm(String name, Hit hit) {
        host(name).leases.computeIfAbsent(hit.key(), key -> new Lease(hit)).over = true;
        return Answer.DONE;
    }

    boolean isBroken(String name, Hit hit) {
        return host(name).broken.containsKey(hit.key());
    }

    /** Whether the timer or a boot has undone it, and not just now. */
    boolean endedLongAgo(String name, Hit hit) {
        Lease lease = host(name).leases.get(hit.key());
        return lease != null
                && lease.over
                && lease.overSince.plus(CALL.multipliedBy(2)).compareTo(now) < 0;
    }

    boolean healthy(String name) {
        return reachable(name) && host(name).broken.isEmpty();
    }

    boolean canUndo(String name) {
        return !host(name).timerLies;
    }

    /** Every fault that is there, of hosts that could undo it. */
    Set<Hit> brokenHits() {
        Set<Hit> all = new HashSet<>();
        hosts.values().forEach(host -> all.addAll(host.broken.values()));
        return all;
    }

    List<String> names() {
        return List.copyOf(hosts.keySet());
    }

    private Host host(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("no host " + name);
        }
        return host;
    }
}
