package org.rackdrill.live.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.simulated.Belongings;
import org.rackdrill.model.lab.Lab;

/** Whether expectations were met that no probe can see. What nobody counted is unknown. */
public final class Hindsight {
    private final WorldKind kind;
    private final Lab lab;
    private final Time time;
    private final Lookout lookout;
    private final Ledger ledger;

    /** Looks back at a run. */
    public Hindsight(WorldKind kind, Lab lab, Time time, Lookout lookout, Ledger ledger) {
        this.kind = kind;
        this.lab = lab;
        this.time = time;
        this.lookout = lookout;
        this.ledger = ledger;
    }

    Observation look(Expectation expectation, Duration since) {
        if (expectation instanceof Expectation.Loses loses) {
            return loses(loses, since);
        } else if (expectation instanceof Expectation.Restores restores) {
            return restores(restores, since);
        } else if (expectation instanceof Expectation.NothingElse nothing) {
            return nothingElse(nothing, since);
        } else if (expectation instanceof Expectation.ShutsDown stops) {
            return shutsDown(stops, since);
        } else if (expectation instanceof Expectation.Always always && always.probe() instanceof Probe.RunsOnce once) {
            return ledger.neverTwice(once.of().text(), time.now().minus(since));
        } else if (expectation instanceof Expectation.Hands) {
            // Nobody has hands in a sandbox; elsewhere nobody tells us what they do.
            return kind == WorldKind.SANDBOX ? said(true, "0 times") : unknown("nobody counts what people do");
        }
        return unknown("nobody can tell");
    }

    private Instant instant(Duration at) {
        return Instant.ofEpochMilli(Math.round(time.epoch(at) * 1e3));
    }

    /**
     * How long before the fault the oldest write was confirmed that is gone now. Where nothing may be lost, that is true of
     * what was confirmed after it too.
     */
    private Observation loses(Expectation.Loses loses, Duration since) {
        Instant struck = instant(since);
        Optional<Ledger.Missing> missing = ledger.missing(loses.of().service(), struck);
        if (missing.isEmpty()) {
            return unknown("nobody counts what " + loses.of().service() + " is given to keep");
        }
        if (missing.get().oldest().isEmpty()) {
            return said(true, "nothing");
        }
        Duration age = Duration.between(missing.get().oldest().get(), struck);
        String rows = missing.get().rows() + " rows";
        return said(
                !loses.atMost().isZero() && age.compareTo(loses.atMost()) <= 0,
                age.isNegative() ? rows + " confirmed after it" : "the last " + text(age) + ", " + rows);
    }

    private Observation restores(Expectation.Restores restores, Duration since) {
        Optional<Restored> restored =
                ledger.restored(restores.of()).filter(it -> !it.ended().isBefore(instant(since)));
        if (restored.isEmpty()) {
            return said(false, "no restore came to its end");
        }
        Restored it = restored.get();
        Duration age = Duration.between(it.state(), instant(since));
        age = age.isNegative() ? Duration.ZERO : age;
        boolean good = it.took().compareTo(restores.within()) <= 0
                && (restores.age().isEmpty() || age.compareTo(restores.age().get()) <= 0)
                && (!restores.matches() || it.whole());
        String not = it.whole() ? "" : ", and not what was there: " + it.why();
        return said(good, text(it.took()) + ", " + text(age) + " old" + not);
    }

    private Observation nothingElse(Expectation.NothingElse nothing, Duration since) {
        Set<Target> allowed = new HashSet<>(nothing.but());
        List<String> others = others(lookout.downSince(since), allowed);
        if (!others.isEmpty()) {
            return said(false, String.join(", ", others));
        }
        List<String> unseen = others(lookout.unseenSince(since), allowed);
        return unseen.isEmpty() ? said(true, "") : unknown("nobody could see " + String.join(", ", unseen));
    }

    private List<String> others(List<Target> targets, Set<Target> allowed) {
        Belongings belongings = new Belongings(lab);
        Set<String> names = new HashSet<>();
        allowed.forEach(target -> names.add(target.text()));
        return targets.stream()
                .filter(target -> !allowed.contains(target)
                        && !names.contains(target.text())
                        && allowed.stream().noneMatch(whole -> belongings.belongs(target, whole)))
                .map(Target::text)
                .toList();
    }

    private Observation shutsDown(Expectation.ShutsDown expected, Duration since) {
        Optional<Ledger.Stop> stop = ledger.lastStop(expected.of().name(), instant(since));
        if (stop.isEmpty()) {
            return unknown("nobody can tell how " + expected.of().name() + " was stopped");
        }
        if (!stop.get().orderly()) {
            return said(false, "it lost its power before it was done");
        }
        if (expected.chargeLeft().isEmpty()) {
            return said(true, "");
        }
        Optional<Double> charge = stop.get().charge();
        return charge.map(left -> said(
                        left >= expected.chargeLeft().get().fraction(),
                        String.format(Locale.ROOT, "with %.0f %% of the charge left", left * 100)))
                .orElseGet(() -> unknown("the UPS did not say how much was left"));
    }

    private static Observation said(boolean good, String value) {
        return new Observation(good ? Truth.TRUE : Truth.FALSE, value, "");
    }

    private static Observation unknown(String why) {
        return new Observation(Truth.UNKNOWN, "", why);
    }

    private static String text(Duration time) {
        double seconds = time.toMillis() / 1e3;
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
