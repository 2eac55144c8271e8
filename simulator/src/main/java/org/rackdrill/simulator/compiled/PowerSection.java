package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles mains, UPS and who hangs on them. */
final class PowerSection {

    /** The runtime that is left when a battery has reached its rated life (the meaning of that life). */
    private static final double RUNTIME_AT_END_OF_LIFE = 0.8;

    final int[] mains;
    final int[] standing;
    private final Draft draft;
    private final int[] outputs;

    PowerSection(Draft draft) {
        this.draft = draft;
        List<Site> sites = draft.lab.sites();
        mains = new int[sites.size()];
        standing = new int[sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            mains(i, sites.get(i));
        }
        outputs = new int[draft.lab.ups().size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = draft.structure.leaf();
            draft.points.put(draft.lab.ups().get(i).name(), outputs[i]);
        }
    }

    private void mains(int number, Site site) {
        int grid = draft.structure.leaf();
        standing[number] = draft.structure.leaf();
        mains[number] = draft.structure.all(grid, standing[number]);
        draft.structure.watch(mains[number], Watch.MAINS, number);
        gridPoints.add(grid);
        draft.points.put(site.name(), mains[number]);
        if (!draft.hasMachines()) {
            return;
        }
        Part part = site.mains();
        String of = draft.lab.sites().size() > 1 ? " at " + site.name() : "";
        outage(number, site, part, Behaviour.MAINS_OUTAGES, Trait.FAILS, Trait.LASTS, "outage", "power cuts" + of);
        outage(number, site, part, Behaviour.MAINS_DIPS, Trait.DIPS, Trait.DIP_LASTS, "dip", "power dips" + of);
    }

    /** The leaf of each site's grid, which the mains process sets. */
    final List<Integer> gridPoints = new ArrayList<>();

    private void outage(
            int number,
            Site site,
            Part part,
            Behaviour behaviour,
            Trait<org.rackdrill.model.life.Life> every,
            Trait<org.rackdrill.model.life.Life> lasts,
            String kind,
            String label) {
        String name = "mains " + site.name();
        draft.mode(new Mode(
                Owner.MAINS,
                number,
                draft.cause(name, kind, label, 'P'),
                draft.stream(name + " " + kind),
                draft.life(behaviour, name, part, every),
                Repair.byItself(draft.life(name, part, lasts))));
    }

    /** Compiles the UPS, once it is known what hangs on them. */
    UpsPlan[] ups(MachineSection machines) {
        List<UpsPlan> plans = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            plans.add(ups(i, draft.lab.ups().get(i), loads(draft.lab.ups().get(i), machines)));
        }
        return plans.toArray(UpsPlan[]::new);
    }

    private UpsPlan ups(int number, Ups ups, Loads loads) {
        Part part = ups.part();
        int site = draft.site(ups.site());
        draft.mode(new Mode(
                Owner.UPS,
                number,
                draft.cause(ups.name(), "failure", "UPS " + ups.name(), 'P'),
                draft.stream(ups.name() + " failure"),
                draft.life(Behaviour.UPS_FAILURES, ups.name(), part, Trait.FAILS),
                // The rack goes back on the wall socket by hand; nobody waits for the new UPS.
                Repair.byHand(
                        Lifetimes.AT_ONCE,
                        draft.life(
                                "operator hands-on",
                                draft.lab.operations().operator().handsOn()),
                        site,
                        -1)));
        double life = Lifetimes.meanHours(part.traits().value(Trait.BATTERY_LIFE));
        double aged = Math.pow(RUNTIME_AT_END_OF_LIFE, Hours.of(ups.batteryAge()) / life);
        boolean runsEmpty = draft.has(Behaviour.BATTERY_RUNTIME);
        return new UpsPlan(
                ups.name(),
                site,
                mains[site],
                outputs[number],
                part.traits().value(Trait.RUNTIME),
                draft.parameters.number(
                        ups.name(),
                        part.model(),
                        Trait.RUNTIME.key(),
                        part.traits().get(Trait.RUNTIME)),
                runsEmpty ? aged : Double.POSITIVE_INFINITY,
                draft.has(Behaviour.BATTERY_RECHARGE)
                        ? draft.life(ups.name(), part, Trait.RECHARGE)
                        : Lifetimes.AT_ONCE,
                draft.has(Behaviour.ORDERED_SHUTDOWN)
                        ? ups.shutdownAt().map(Hours::of).orElse(-1.0)
                        : -1,
                loads.machines(),
                loads.shares(),
                loads.steadyWatts,
                part.traits().value(Trait.WATT_LIMIT).watts(),
                part.traits().value(Trait.EFFICIENCY).fraction());
    }

    /** What hangs on one UPS. */
    private static final class Loads {
        private final Map<Integer, Double> share = new java.util.TreeMap<>();
        private double steadyWatts;

        int[] machines() {
            return share.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        double[] shares() {
            return share.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private Loads loads(Ups ups, MachineSection machines) {
        Loads loads = new Loads();
        for (Link link : draft.lab.network()) {
            if (link instanceof Link.Box box) {
                hang(loads, ups, machines, box.name(), box.poweredBy());
            } else if (link instanceof Link.Wan wan) {
                loads.steadyWatts += wan.part().traits().value(Trait.WATTS).watts() * share(ups, wan.poweredBy());
            }
        }
        for (Node node : draft.lab.nodes()) {
            hang(loads, ups, machines, node.name(), node.poweredBy());
        }
        return loads;
    }

    private void hang(Loads loads, Ups ups, MachineSection machines, String name, List<String> poweredBy) {
        double share = share(ups, poweredBy.stream().map(this::root).toList());
        if (share > 0) {
            loads.share.put(machines.numbers.getOrDefault(name, 0), share);
        }
    }

    /** Follows power over the network cable to the UPS or socket behind it. */
    private String root(String source) {
        Map<String, Link.Box> boxes = new HashMap<>();
        for (Link link : draft.lab.network()) {
            if (link instanceof Link.Box box) {
                boxes.put(box.name(), box);
            }
        }
        String at = source;
        for (int hops = 0; hops <= boxes.size(); hops++) {
            Link.Box box = boxes.get(at);
            if (box == null || box.poweredBy().isEmpty()) {
                return at;
            }
            at = box.poweredBy().get(0);
        }
        return at;
    }

    private static double share(Ups ups, List<String> sources) {
        long here = sources.stream().filter(ups.name()::equals).count();
        return sources.isEmpty() ? 0 : (double) here / sources.size();
    }
}
