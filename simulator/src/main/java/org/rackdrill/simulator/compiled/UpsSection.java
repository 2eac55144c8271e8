package org.rackdrill.simulator.compiled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles UPS, their batteries, and who hangs on them. */
final class UpsSection {

    /**
     * A line-interactive UPS takes over in 3 to 6 ms and nearly every power supply bridges that; a standby UPS takes some
     * ten, and supplies under load bridge 12 to 17. So its share of resets counts a tenth. Our estimate.
     */
    private static final double LINE_INTERACTIVE = 0.1;

    private final Draft draft;
    private final PowerSection power;
    private final MachineSection machines;
    private final int handsOn;
    private final Map<String, Link.Box> boxes = new HashMap<>();

    UpsSection(Draft draft, PowerSection power, MachineSection machines) {
        this.draft = draft;
        this.power = power;
        this.machines = machines;
        for (Link link : draft.lab.network()) {
            if (link instanceof Link.Box box) {
                boxes.put(box.name(), box);
            }
        }
        handsOn = draft.life(
                "operator hands-on", draft.lab.operations().operator().handsOn());
    }

    UpsPlan[] compile() {
        List<UpsPlan> plans = new ArrayList<>();
        for (Ups ups : draft.lab.ups()) {
            plans.add(plan(plans.size(), ups, loads(ups.name())));
        }
        return plans.toArray(UpsPlan[]::new);
    }

    private UpsPlan plan(int number, Ups ups, Loads loads) {
        Part part = ups.part();
        int site = draft.site(ups.site());
        int cause = draft.cause(ups.name(), CauseKind.FAILURE, "UPS " + ups.name(), 'P');
        int failure = draft.mode(new Mode(
                Owner.UPS,
                number,
                cause,
                draft.stream(ups.name() + " failure"),
                draft.ages.life(Behaviour.UPS_FAILURES, ups.name(), part, Trait.FAILS, Trait.WEARS_OUT),
                shipped(ups, site)));
        // A UPS is as old as its battery at least.
        draft.ages.of(failure, ups.batteryAge());
        int wall = draft.mode(new Mode(
                Owner.WALL,
                number,
                cause,
                draft.stream(ups.name() + " wall"),
                Lifetimes.NEVER,
                Repair.byHand(Lifetimes.AT_ONCE, handsOn, site, -1)));
        double life = Lifetimes.meanHours(part.traits().value(Trait.BATTERY_LIFE));
        double left = BatteryPlan.left(Hours.of(ups.batteryAge()), life);
        return new UpsPlan(
                ups.name(),
                site,
                power.mains[site],
                power.outputs[number],
                part.traits().value(Trait.RUNTIME),
                draft.parameters.number(
                        ups.name(),
                        part.model(),
                        Trait.RUNTIME.key(),
                        part.traits().get(Trait.RUNTIME)),
                draft.has(Behaviour.BATTERY_RUNTIME) ? left : Double.POSITIVE_INFINITY,
                battery(number, ups, site),
                draft.stream(ups.name() + " outlets"),
                transfer(ups),
                draft.chance(Behaviour.UPS_BYPASS, ups.name(), part, Trait.BYPASS),
                failure,
                wall,
                draft.chance(ups.name(), ups.name(), "after-shutdown: power-cycle", ups.powerCycles()),
                draft.has(Behaviour.POWER_RACE),
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

    private Repair shipped(Ups ups, int site) {
        return Repair.byHand(
                draft.duration(Behaviour.SHIPPING, ups.name(), ups.part(), Trait.REPAIR),
                handsOn,
                site,
                draft.spare(ups.part().model()));
    }

    private BatteryPlan battery(int number, Ups ups, int site) {
        String name = "battery of " + ups.name();
        Part part = ups.part();
        int mode = draft.mode(new Mode(
                Owner.BATTERY,
                number,
                draft.cause(name, CauseKind.BATTERY, name, 'P'),
                draft.stream(name),
                Lifetimes.NEVER,
                Repair.byHand(draft.duration(Behaviour.SHIPPING, ups.name(), part, Trait.REPAIR), handsOn, site, -1)));
        Optional<Duration> tested = draft.has(Behaviour.SELF_TESTS) ? ups.selfTest() : Optional.empty();
        return new BatteryPlan(
                mode,
                draft.stream(name + " life"),
                Hours.of(ups.batteryAge()),
                draft.has(Behaviour.BATTERY_AGEING),
                draft.life(ups.name(), part, Trait.BATTERY_LIFE),
                draft.life(Behaviour.BATTERY_DEATH, ups.name(), part, Trait.BATTERY_DIES),
                draft.has(Behaviour.BATTERY_RECHARGE)
                        ? draft.life(ups.name(), part, Trait.RECHARGE)
                        : Lifetimes.AT_ONCE,
                tested.map(Hours::of).orElse(0.0),
                draft.has(Behaviour.SELF_TESTS));
    }

    private Chance transfer(Ups ups) {
        Topology topology = ups.part().traits().value(Trait.TOPOLOGY);
        if (topology == Topology.DOUBLE_CONVERSION) {
            return Chance.NONE;
        }
        Chance standby = draft.chance(Behaviour.UPS_TRANSFER, ups.name(), ups.part(), Trait.TRANSFER_RESETS);
        return topology == Topology.STANDBY
                ? standby
                : new Chance(standby.share() * LINE_INTERACTIVE, standby.parameter());
    }

    /** Returns the load in watts at which the first of both limits is reached. */
    private static double limit(Part part) {
        return Math.min(
                part.traits().value(Trait.WATT_LIMIT).watts(),
                part.traits().value(Trait.VOLT_AMPERES).voltAmperes() * UpsPlan.POWER_FACTOR);
    }

    /** What hangs on one UPS or socket: for each machine, which of its feeds come from here. */
    static final class Loads {
        private final Map<Integer, List<Integer>> feeds = new TreeMap<>();
        double steadyWatts;

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

    /** Returns what hangs on a UPS or on the mains of a site. */
    Loads loads(String source) {
        Loads loads = new Loads();
        for (Link link : draft.lab.network()) {
            if (link instanceof Link.Box box) {
                hang(loads, source, box.name(), box.poweredBy());
            } else if (link instanceof Link.Wan wan) {
                loads.steadyWatts += wan.part().traits().value(Trait.WATTS).watts() * share(source, wan.poweredBy());
            }
        }
        for (Node node : draft.lab.nodes()) {
            hang(loads, source, node.name(), node.poweredBy());
        }
        return loads;
    }

    private void hang(Loads loads, String from, String name, List<String> poweredBy) {
        int number = machines.numbers.getOrDefault(name, 0);
        int feeds = poweredBy.isEmpty() ? 0 : machines.machines.get(number).feeds().length;
        for (int feed = 0; feed < feeds; feed++) {
            if (root(poweredBy.get(feed % poweredBy.size())).equals(from)) {
                loads.feeds.computeIfAbsent(number, key -> new ArrayList<>()).add(feed);
            }
        }
    }

    /** Follows power over the network cable to the UPS or socket behind it. */
    private String root(String source) {
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

    private static double share(String from, List<String> sources) {
        long here = sources.stream().filter(from::equals).count();
        return sources.isEmpty() ? 0 : (double) here / sources.size();
    }
}
