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

    /** Real over apparent power of computers, which correct their power factor; 0.9 to 0.99. Our estimate. */
    private static final double POWER_FACTOR = 0.95;

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
        outage(
                number,
                site,
                part,
                Behaviour.MAINS_OUTAGES,
                Trait.FAILS,
                Trait.LASTS,
                CauseKind.OUTAGE,
                "power cuts" + of);
        outage(number, site, part, Behaviour.MAINS_DIPS, Trait.DIPS, Trait.DIP_LASTS, CauseKind.DIP, "power dips" + of);
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
            CauseKind kind,
            String label) {
        String name = "mains " + site.name();
        draft.mode(new Mode(
                Owner.MAINS,
                number,
                draft.cause(name, kind, label, 'P'),
                draft.stream(name + " " + kind.word()),
                draft.life(behaviour, name, part, every),
                Repair.byItself(draft.life(name, part, lasts))));
    }

    /** Compiles the UPS, once it is known what hangs on them. */
    UpsPlan[] ups(MachineSection machines) {
        List<UpsPlan> plans = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            Loads loads = loads(draft.lab.ups().get(i), machines);
            plans.add(ups(i, draft.lab.ups().get(i), loads, machines));
        }
        return plans.toArray(UpsPlan[]::new);
    }

    private UpsPlan ups(int number, Ups ups, Loads loads, MachineSection machines) {
        Part part = ups.part();
        int site = draft.site(ups.site());
        int mode = draft.mode(new Mode(
                Owner.UPS,
                number,
                draft.cause(ups.name(), CauseKind.FAILURE, "UPS " + ups.name(), 'P'),
                draft.stream(ups.name() + " failure"),
                draft.ages.life(Behaviour.UPS_FAILURES, ups.name(), part, Trait.FAILS, Trait.WEARS_OUT),
                // The rack goes back on the wall socket by hand; nobody waits for the new UPS.
                Repair.byHand(
                        Lifetimes.AT_ONCE,
                        draft.life(
                                "operator hands-on",
                                draft.lab.operations().operator().handsOn()),
                        site,
                        -1)));
        // A UPS is as old as its battery at least.
        draft.ages.of(mode, ups.batteryAge());
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
                loads.feeds(machines),
                loads.steadyWatts,
                part.traits().value(Trait.WATT_LIMIT).watts(),
                draft.has(Behaviour.UPS_OVERLOAD) ? limit(part) : Double.POSITIVE_INFINITY,
                draft.parameter(ups.name(), part, Trait.WATT_LIMIT),
                part.traits().value(Trait.EFFICIENCY).fraction());
    }

    /** Returns the load in watts at which the first of both limits is reached. */
    private static double limit(Part part) {
        return Math.min(
                part.traits().value(Trait.WATT_LIMIT).watts(),
                part.traits().value(Trait.VOLT_AMPERES).voltAmperes() * POWER_FACTOR);
    }

    /** What hangs on one UPS: for each machine, which of its feeds come from here. */
    private static final class Loads {
        private final Map<Integer, List<Integer>> feeds = new java.util.TreeMap<>();
        private double steadyWatts;

        int[] machines() {
            return feeds.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        int[][] feeds(MachineSection machines) {
            return feeds.entrySet().stream()
                    .map(entry -> entry.getValue().stream()
                            .mapToInt(feed ->
                                    machines.machines.get(entry.getKey()).feeds()[feed])
                            .toArray())
                    .toArray(int[][]::new);
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
        int number = machines.numbers.getOrDefault(name, 0);
        int feeds = poweredBy.isEmpty() ? 0 : machines.machines.get(number).feeds().length;
        for (int feed = 0; feed < feeds; feed++) {
            if (root(poweredBy.get(feed % poweredBy.size())).equals(ups.name())) {
                loads.feeds.computeIfAbsent(number, key -> new ArrayList<>()).add(feed);
            }
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
