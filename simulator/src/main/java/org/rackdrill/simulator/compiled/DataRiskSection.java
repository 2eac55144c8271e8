package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.simulator.compiled.DataRiskPlan.AttackPlan;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles how data are harmed by people, attackers and memory. */
final class DataRiskSection {

    private static final String DELETE = "delete-dataset";

    private final Draft draft;
    private final Part risks;
    private final List<DataPlan> data;
    private final int software;

    private DataRiskSection(Draft draft, List<DataPlan> data) {
        this.draft = draft;
        this.data = data;
        risks = draft.lab.operations().dataRisks();
        software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
    }

    static DataRiskPlan compile(Draft draft, List<DataPlan> data) {
        return new DataRiskSection(draft, data).plan();
    }

    private DataRiskPlan plan() {
        boolean kept = !data.isEmpty();
        Optional<Double> proof = Optional.ofNullable(
                        draft.lab.operations().drills().get(Protection.RESTORE))
                .map(Hours::of);
        return new DataRiskPlan(
                deletions(),
                chance(kept, Trait.TAKES_SNAPSHOTS),
                life(kept, Trait.MISSED_AFTER),
                attacks(),
                chance(kept, Trait.GETS_SNAPSHOTS),
                life(kept, Trait.SEEN_AFTER),
                life(kept && draft.has(Behaviour.SILENT_CORRUPTION), Trait.BIT_FLIPS),
                chance(kept, Trait.REACHES_DATA),
                life(kept, Trait.FOUND_AFTER),
                proof.orElse(0.0),
                life(kept, Trait.RECONCILING));
    }

    /** A person hits one dataset of the lab, each with the same chance. */
    private int[] deletions() {
        int[] modes = new int[data.size()];
        Arrays.fill(modes, -1);
        Optional<Setting<Life>> every =
                Optional.ofNullable(draft.lab.operations().mistakes().get(DELETE));
        if (every.isEmpty() || !draft.has(Behaviour.DELETIONS)) {
            return modes;
        }
        int parameter = draft.parameters.number(DELETE, "", "every", every.get());
        int life = draft.lives.number(oneOf(every.get().value(), modes.length), parameter);
        int cause = draft.cause("mistakes", CauseKind.DELETION, "data deleted by mistake", 'D');
        for (int i = 0; i < modes.length; i++) {
            modes[i] = draft.mode(new Mode(
                    Owner.DELETION,
                    i,
                    cause,
                    draft.stream(DELETE + " " + data.get(i).name()),
                    life,
                    Repair.atKeyboard(software, data.get(i).site())));
        }
        return modes;
    }

    /** Returns the time to the next event of one of several alike, when the next of all takes a life. */
    private static Life oneOf(Life life, int alike) {
        boolean alone = alike == 1 || Lifetimes.meanHours(life) == Double.POSITIVE_INFINITY;
        return alone ? life : new Life.Exponential(alike * Lifetimes.meanHours(life));
    }

    private AttackPlan[] attacks() {
        List<AttackPlan> attacks = new ArrayList<>();
        for (Hazard hazard : draft.lab.hazards()) {
            int[] reached = IntStream.range(0, data.size())
                    .filter(i -> hazard.hits().isEmpty()
                            || hazard.hits().stream()
                                    .anyMatch(site ->
                                            draft.site(site) == data.get(i).site()))
                    .toArray();
            if (draft.has(Behaviour.RANSOMWARE) && !hazard.reaches().isEmpty() && reached.length > 0) {
                attacks.add(attack(hazard, attacks.size(), reached));
            }
        }
        return attacks.toArray(AttackPlan[]::new);
    }

    private AttackPlan attack(Hazard hazard, int number, int[] reached) {
        boolean offline = hazard.reaches().contains("all-copies");
        Setting<Life> every = hazard.every();
        int mode = draft.mode(new Mode(
                Owner.ATTACK,
                number,
                draft.cause(hazard.name(), CauseKind.RANSOMWARE, hazard.name(), 'S'),
                draft.stream(hazard.name()),
                draft.lives.number(every.value(), draft.parameters.number(hazard.name(), "", "every", every)),
                new Repair(
                        Repair.By.OPERATOR,
                        life(true, Trait.CLEANING),
                        software,
                        data.get(reached[0]).site(),
                        false,
                        -1,
                        1,
                        Parameters.CERTAIN)));
        return new AttackPlan(
                hazard.name(), mode, reached, offline || hazard.reaches().contains("snapshots"), offline);
    }

    /** A lab without data draws nothing for them. */
    private int life(boolean wanted, Trait<Life> trait) {
        return wanted ? draft.life("data", risks, trait) : Lifetimes.NEVER;
    }

    private Chance chance(boolean wanted, Trait<Share> trait) {
        Setting<Share> setting = risks.traits().get(trait);
        return new Chance(
                setting.value().fraction(),
                wanted ? draft.parameters.number("data", risks.model(), trait.key(), setting) : Parameters.CERTAIN);
    }
}
