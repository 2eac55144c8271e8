package org.rackdrill.simulator.compiled;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Study;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;

/** Compiles what age does: wear-out beside chance, and how old everything is at the start. */
final class AgeSection {

    /** Failure rates of the field are of parts in their first years: so many of them. Our estimate. */
    private static final double SERVICE_HOURS = 5 * Hours.PER_YEAR;

    /** However soon a part wears out, so much of its failure rate is chance. Our estimate. */
    private static final double LEAST_CHANCE = 0.1;

    private final Draft draft;
    private final Map<Integer, Duration> ages = new HashMap<>();

    AgeSection(Draft draft) {
        this.draft = draft;
    }

    /** Returns the number of a part's life: chance and wear-out, whichever strikes first. */
    int life(Behaviour behaviour, String name, Part part, Trait<Life> fails, Trait<Life> wears) {
        if (!draft.has(behaviour)) {
            return Lifetimes.NEVER;
        }
        Setting<Life> chance = part.traits().get(fails);
        Optional<Setting<Life>> wear = part.traits().find(wears).filter(found -> counts(chance, found));
        if (wear.isEmpty()) {
            return draft.life(name, part, fails);
        }
        Setting<Life> worn = wear.get();
        int wearing = draft.lives.number(worn.value(), draft.parameters.number(name, part.model(), wears.key(), worn));
        return draft.lives.first(
                draft.lives.number(
                        withoutWear(chance.value(), worn.value()),
                        draft.parameters.number(name, part.model(), fails.key(), chance)),
                wearing);
    }

    /** Who writes in a lab file how something fails, and nothing of wear, means that and no more. */
    private boolean counts(Setting<Life> chance, Setting<Life> wear) {
        boolean told =
                chance.origin().kind() == Origin.Kind.LAB_FILE && wear.origin().kind() != Origin.Kind.LAB_FILE;
        return draft.has(Behaviour.WEAR_OUT) && !told;
    }

    /** Field rates count every failure, worn parts too: what wear adds in the first years is not added once more. */
    private static Life withoutWear(Life chance, Life wear) {
        if (!(chance instanceof Life.Exponential it)) {
            return chance;
        }
        double worn = 0;
        for (Risk risk : Risk.of(wear)) {
            worn += risk.used(SERVICE_HOURS);
        }
        double share = Math.max(LEAST_CHANCE, 1 - worn * it.meanHours() / SERVICE_HOURS);
        return new Life.Exponential(it.meanHours() / share);
    }

    /** Takes down how old the thing is that fails in this way. */
    int of(int mode, Duration age) {
        ages.put(mode, age);
        return mode;
    }

    /** Makes the plan, once every way to fail has its number. */
    AgePlan plan() {
        Study.Initial initial = draft.lab.study().initial();
        double[] hours = new double[draft.modes.size()];
        if (draft.has(Behaviour.AGEING) && initial == Study.Initial.AS_DESCRIBED) {
            ages.forEach((mode, age) -> hours[mode] = Hours.of(age));
        }
        boolean always = draft.has(Behaviour.AGEING) && initial == Study.Initial.STATIONARY;
        int[] luck = new int[always ? hours.length : 0];
        for (int i = 0; i < luck.length; i++) {
            luck[i] = draft.companion(draft.modes.get(i).stream(), "age");
        }
        return new AgePlan(hours, luck);
    }
}
