package org.rackdrill.chaos.simulated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Diary;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;
import org.rackdrill.simulator.process.Work;

/** Whether expectations were met that no probe can see. */
final class Hindsight {

    private static final double MINUTES = 60;

    private final Lab lab;
    private final Twin twin;
    private final Names names;
    private int hands;

    Hindsight(Lab lab, Twin twin) {
        this.lab = lab;
        this.twin = twin;
        names = twin.names();
    }

    /** From now on it counts what somebody has to do. */
    void begin() {
        hands = twin.eyes().interventions();
    }

    /**
     * Judges an expectation.
     *
     * @param since in hours of the history
     */
    Observation look(Expectation expectation, double since) {
        if (expectation instanceof Expectation.Loses loses) {
            return loses(loses, since);
        } else if (expectation instanceof Expectation.Restores restores) {
            return restores(restores, since);
        } else if (expectation instanceof Expectation.NothingElse nothing) {
            return nothingElse(nothing, since);
        } else if (expectation instanceof Expectation.ShutsDown stops) {
            return shutsDown(stops, since);
        } else if (expectation instanceof Expectation.Hands few) {
            int times = twin.eyes().interventions() - hands;
            return said(times <= few.atMost(), times == 1 ? "once" : times + " times");
        }
        return new Observation(Truth.UNKNOWN, "", "the simulator cannot tell");
    }

    private Observation loses(Expectation.Loses loses, double since) {
        int dataset = names.data(loses.of().service());
        double hours = twin.eyes().data().lostIfRestored(dataset);
        for (Diary.Loss loss : twin.diary().losses()) {
            if (loss.dataset() == dataset && loss.time() >= since) {
                hours = Math.max(hours, loss.hours());
            }
        }
        if (Double.isInfinite(hours)) {
            return said(false, "all of it");
        }
        return said(hours <= Hours.of(loses.atMost()), hours == 0 ? "nothing" : "the last " + time(hours));
    }

    private Observation restores(Expectation.Restores restores, double since) {
        Work.Restored last = twin.work()
                .restored(names.copy(restores.of().service(), restores.of().at()));
        if (last.ended() < since || Double.isInfinite(last.ended())) {
            return said(false, "no restore came to its end");
        }
        double took = last.ended() - last.began();
        double age = Math.max(0, since - last.state());
        boolean young = restores.age().map(limit -> age <= Hours.of(limit)).orElse(true);
        boolean good = took <= Hours.of(restores.within()) && young && (!restores.matches() || last.whole());
        return said(
                good, "%s, %s old%s".formatted(time(took), time(age), last.whole() ? "" : ", and not what was there"));
    }

    private Observation nothingElse(Expectation.NothingElse nothing, double since) {
        Set<Target> allowed = new HashSet<>(nothing.but());
        Belongings belongings = new Belongings(lab);
        List<String> others = new ArrayList<>();
        for (Target target : wentDown(since)) {
            boolean meant = allowed.contains(target)
                    || allowed.stream().anyMatch(whole -> belongings.belongs(target, whole))
                    || names(allowed).contains(target.text());
            if (!meant) {
                others.add(target.text());
            }
        }
        return said(others.isEmpty(), String.join(", ", others));
    }

    private static Set<String> names(Set<Target> targets) {
        Set<String> names = new HashSet<>();
        targets.forEach(target -> names.add(target.text()));
        return names;
    }

    private List<Target> wentDown(double since) {
        List<Target> down = new ArrayList<>();
        Diary diary = twin.diary();
        for (Node node : lab.nodes()) {
            if (diary.machineDownSince(names.machine(node.name()), since)) {
                down.add(new Target.Node(node.name()));
            }
        }
        for (Link link : lab.network()) {
            if (link instanceof Link.Box && diary.machineDownSince(names.machine(link.name()), since)) {
                down.add(new Target.Box(link.name()));
            }
        }
        for (Ups ups : lab.ups()) {
            if (!twin.eyes().upsUp(names.ups(ups.name()))) {
                down.add(new Target.Ups(ups.name()));
            }
        }
        for (Service service : lab.services()) {
            if (diary.serviceDownSince(names.service(service.name()), since)) {
                down.add(new Target.Service(service.name()));
            }
            int data = names.data(service.name());
            if (data != Names.NONE && twin.harm().data().harmed(data)) {
                down.add(new Target.Dataset(service.name()));
            }
        }
        return down;
    }

    private Observation shutsDown(Expectation.ShutsDown expected, double since) {
        int machine = names.machine(expected.of().name());
        for (Diary.Stop stop : twin.diary().stops()) {
            if (stop.machine() == machine && stop.time() >= since) {
                boolean enough = expected.chargeLeft()
                        .map(share -> stop.charge() >= share.fraction())
                        .orElse(true);
                return said(enough, "with %.0f %% of the charge left".formatted(stop.charge() * 100));
            }
        }
        return said(false, "no ordered shutdown came to its end");
    }

    private static Observation said(boolean good, String value) {
        return new Observation(good ? Truth.TRUE : Truth.FALSE, value, "");
    }

    private static String time(double hours) {
        return hours < 2
                ? String.format(Locale.ROOT, "%.0f min", hours * MINUTES)
                : String.format(Locale.ROOT, "%.1f h", hours);
    }
}
