package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Site.Breaker;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles circuit breakers; one that nothing in the lab can trip is left out. */
final class BreakerSection {

    /** Between two times that a household's other loads are on: a meal, a kettle. Our estimate. */
    private static final Setting<Life> SHARED_EVERY = estimate(new Life.Exponential(8), "about every 8 h", 0.4, 2.5);

    /** How long they stay on. Our estimate. */
    private static final Setting<Life> SHARED_LASTS = estimate(new Life.Exponential(0.1), "exp(6 min)", 0.5, 2.5);

    /** Uncertain watts and currents may lie this much above their best guess. */
    private static final double MARGIN = 3;

    private final Draft draft;
    private final PowerSection power;
    private final MachineSection machines;
    private final UpsSection upsSection;
    private final UpsPlan[] ups;

    BreakerSection(Draft draft, PowerSection power, MachineSection machines, UpsSection upsSection, UpsPlan[] ups) {
        this.draft = draft;
        this.power = power;
        this.machines = machines;
        this.upsSection = upsSection;
        this.ups = ups;
    }

    private static Setting<Life> estimate(Life life, String text, double low, double high) {
        return new Setting<>(
                life,
                text,
                new Setting.Range(low, high),
                new Origin(Origin.Kind.DEFAULT, "default", "our estimate of what else a household does", false));
    }

    BreakerPlan[] compile() {
        List<BreakerPlan> plans = new ArrayList<>();
        for (int i = 0; i < draft.lab.sites().size(); i++) {
            Site site = draft.lab.sites().get(i);
            if (power.breakers[i] >= 0 && draft.hasMachines() && mayTrip(site)) {
                plans.add(plan(plans.size(), i, site, site.breaker().orElseThrow()));
            }
        }
        return plans.toArray(BreakerPlan[]::new);
    }

    private boolean mayTrip(Site site) {
        Breaker breaker = site.breaker().orElseThrow();
        double watts = breaker.sharedWatts();
        for (Machine machine : machines.machines) {
            watts += machine.site() == draft.site(site.name()) ? MARGIN * machine.watts() : 0;
        }
        double amps = breaker.amps().amperes();
        double inrush = Arrays.stream(inrush(starting(site))).sum() * MARGIN;
        return watts > BreakerPlan.BEARS * amps * site.outlet().volts().volts() || inrush > magnetLow(breaker) * amps;
    }

    private static double magnetLow(Breaker breaker) {
        return BreakerPlan.magnetLow(breaker.curve());
    }

    private BreakerPlan plan(int number, int index, Site site, Breaker breaker) {
        String name = "breaker at " + site.name();
        int cause = draft.cause(name, CauseKind.BREAKER, "the " + name, 'P');
        int walk = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        int mode = draft.mode(new Mode(
                Owner.BREAKER,
                number,
                cause,
                draft.stream(name + " reset"),
                Lifetimes.NEVER,
                Repair.byHand(Lifetimes.AT_ONCE, walk, index, -1)));
        UpsSection.Loads loads = upsSection.loads(site.name());
        List<Node> starting = starting(site);
        return new BreakerPlan(
                index,
                power.breakers[index],
                mode,
                draft.stream(name),
                breaker.amps().amperes(),
                site.outlet().volts().volts(),
                magnetLow(breaker),
                2 * magnetLow(breaker) - (breaker.curve() == Site.Curve.B ? 1 : 0),
                loads.machines(),
                loads.feeds(machines),
                loads.steadyWatts,
                IntStream.range(0, ups.length)
                        .filter(i -> ups[i].site() == index)
                        .toArray(),
                starting.stream()
                        .mapToInt(node -> machines.numbers.getOrDefault(node.name(), 0))
                        .toArray(),
                inrush(starting),
                starting.stream()
                        .mapToInt(node -> draft.parameter(node.name(), node.hardware(), Trait.INRUSH))
                        .toArray(),
                breaker.sharedWatts(),
                draft.life("household", SHARED_EVERY),
                draft.life("household at once", SHARED_LASTS));
    }

    /** Nodes that draw their inrush through the breaker: an inverter of its own stands before the others. */
    private List<Node> starting(Site site) {
        return draft.lab.nodes().stream()
                .filter(node -> node.site().equals(site.name()))
                .filter(node ->
                        node.poweredBy().isEmpty() || node.poweredBy().stream().anyMatch(this::direct))
                .toList();
    }

    private boolean direct(String source) {
        return draft.lab.ups().stream()
                .filter(it -> it.name().equals(source))
                .noneMatch(it -> it.part().traits().value(Trait.TOPOLOGY) == Topology.DOUBLE_CONVERSION);
    }

    private static double[] inrush(List<Node> nodes) {
        return nodes.stream()
                .mapToDouble(
                        node -> node.hardware().traits().value(Trait.INRUSH).amperes())
                .toArray();
    }
}
