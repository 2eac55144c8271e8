package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.rackdrill.model.lab.CommonCause;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles components that have nothing but two distributions, and what they can die of together. */
final class ComponentSection {

    private static final int OF_ITS_OWN = -1;

    private final Draft draft;
    private final Map<String, Integer> crews = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, CommonCause> commonCauses = new HashMap<>();
    private final List<Component> components;
    private final List<int[]> own = new ArrayList<>();

    ComponentSection(Draft draft) {
        this.draft = draft;
        components = draft.lab.components();
        for (String crew : new TreeSet<>(draft.lab.crews().keySet())) {
            crews.put(crew, crews.size());
        }
        if (draft.has(Behaviour.COMMON_CAUSE)) {
            draft.lab.commonCauses().forEach(cause -> cause.of().forEach(member -> commonCauses.put(member, cause)));
        }
        Map<String, Integer> shared = new HashMap<>();
        for (Component component : components) {
            numbers.put(component.name(), numbers.size());
            int leaf = draft.structure.leaf();
            own.add(new int[] {leaf});
            CommonCause cause = commonCauses.get(component.name());
            int point = cause == null
                    ? leaf
                    : draft.structure.all(leaf, shared.computeIfAbsent(cause.name(), key -> draft.structure.leaf()));
            draft.points.put(component.name(), point);
        }
        sharedLeaves = shared;
    }

    private final Map<String, Integer> sharedLeaves;

    int[] crewSizes() {
        return new TreeSet<>(draft.lab.crews().keySet())
                .stream().mapToInt(draft.lab.crews()::get).toArray();
    }

    /** Makes the plans, once the services that components age with have their points. */
    ComponentPlan[] compile() {
        List<ComponentPlan> plans = new ArrayList<>();
        for (Component component : components) {
            plans.add(plan(component, plans.size()));
        }
        if (draft.has(Behaviour.COMMON_CAUSE)) {
            for (CommonCause cause : draft.lab.commonCauses()) {
                plans.add(common(cause, plans.size()));
            }
        }
        return new Company(draft).of(plans).toArray(ComponentPlan[]::new);
    }

    private ComponentPlan plan(Component component, int number) {
        String name = component.name();
        CommonCause common = commonCauses.get(name);
        Life fails = component.part().traits().value(Trait.FAILS);
        int parameter = draft.parameters.number(
                name,
                component.part().model(),
                Trait.FAILS.key(),
                component.part().traits().get(Trait.FAILS));
        int life = draft.lives.number(common == null ? fails : stretched(fails, 1 / (1 - common.beta())), parameter);
        int mode = mode(name, number, name, life, draft.life(name, component.part(), Trait.REPAIR));
        Optional<Component.Standby> standby = draft.has(Behaviour.STANDBY) ? component.standby() : Optional.empty();
        return new ComponentPlan(
                name,
                own.get(number)[0],
                mode,
                component.crew().map(crews::get).orElse(-1),
                component.tested().map(Hours::of).orElse(0.0),
                standby.map(it -> numbers.getOrDefault(it.behind(), -1)).orElse(-1),
                standby.map(Component.Standby::dormancy).orElse(1.0),
                component.agesWhile().map(draft::point).orElse(-1),
                OF_ITS_OWN);
    }

    /** All members share one more part, whose hazard is the members' share beta. */
    private ComponentPlan common(CommonCause cause, int number) {
        Component first = components.get(numbers.getOrDefault(cause.of().get(0), 0));
        Life fails = stretched(first.part().traits().value(Trait.FAILS), 1 / cause.beta());
        int life = draft.lives.number(fails, Parameters.CERTAIN);
        int mode = mode(
                cause.name(),
                number,
                "common cause of " + cause.name(),
                life,
                draft.life(first.name(), first.part(), Trait.REPAIR));
        return new ComponentPlan(
                cause.name(),
                sharedLeaves.getOrDefault(cause.name(), 0),
                mode,
                first.crew().map(crews::get).orElse(-1),
                0,
                -1,
                1,
                -1,
                OF_ITS_OWN);
    }

    private int mode(String name, int number, String label, int life, int repair) {
        return draft.mode(new Mode(
                Owner.COMPONENT,
                number,
                draft.cause(name, CauseKind.FAILURE, label, 'H'),
                draft.stream(name),
                life,
                Repair.byCrew(repair)));
    }

    /** Returns the life whose hazard is smaller by the factor; exact for an exponential, and in the mean for others. */
    private static Life stretched(Life life, double factor) {
        if (life instanceof Life.Exponential it) {
            return new Life.Exponential(it.meanHours() * factor);
        }
        if (life instanceof Life.Weibull it) {
            // The cumulative hazard (t/scale)^shape shrinks by the factor when the scale grows by its root.
            return new Life.Weibull(it.shape(), it.scaleHours() * Math.pow(factor, 1 / it.shape()), it.locationHours());
        }
        throw new Unanswerable("a common cause needs lives of the form exp(...) or weibull(...)");
    }
}
