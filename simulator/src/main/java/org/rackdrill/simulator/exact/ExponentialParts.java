package org.rackdrill.simulator.exact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Traits;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.Survival;
import org.rackdrill.simulator.compiled.UpsPlan;

/** Components with the means of what fails in a compiled lab: each way to fail is one that fails and is repaired by itself. */
final class ExponentialParts {

    private static final int SLICES = 2_000;

    private final CompiledLab lab;
    private final double[] guess;
    private final List<Component> made = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<Integer, String> ofMode = new HashMap<>();

    ExponentialParts(CompiledLab lab) {
        this.lab = lab;
        guess = lab.parameters().bestGuess();
    }

    List<Component> components() {
        return List.copyOf(made);
    }

    /** Returns the names of the parts for all ways in which a thing fails by itself. */
    List<String> of(Mode.Owner owner, int subject, double extraHours) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lab.modes().length; i++) {
            if (lab.modes()[i].owner() == owner && lab.modes()[i].subject() == subject) {
                names.add(ofMode(i, extraHours));
            }
        }
        return names;
    }

    /** Returns the name of the part for one way to fail. */
    String ofMode(int number, double extraHours) {
        String known = ofMode.get(number);
        if (known == null) {
            Mode mode = lab.modes()[number];
            known = part(
                    lab.causes().get(mode.cause()).label(),
                    lab.lives().mean(mode.fails(), guess),
                    repairHours(mode) + extraHours);
            ofMode.put(number, known);
        }
        return known;
    }

    /** From the failure to the end of the repair in the mean, by whoever ends it. */
    private double repairHours(Mode mode) {
        Mode.Repair repair = mode.repair();
        double lasts = mean(repair.lasts());
        if (repair.by() != Mode.Repair.By.OPERATOR) {
            return lasts;
        }
        double travel = repair.hands() ? mean(lab.operator().travel()[repair.site()]) : 0;
        double byHand = mean(lab.operator().noticesAfter()) + lasts + travel + mean(repair.work());
        return repair.waits() * byHand + restartHours(mode);
    }

    private double restartHours(Mode mode) {
        return switch (mode.owner()) {
            case MACHINE -> {
                Machine machine = lab.machines()[mode.subject()];
                yield mean(machine.post()) + mean(machine.boot());
            }
            case GUEST -> mean(lab.guests()[mode.subject()].boot());
            case VPN -> mean(lab.vpnRestarts()[mode.subject()]);
            default -> 0;
        };
    }

    private double mean(int life) {
        return lab.lives().mean(life, guess);
    }

    /** Returns the names of the parts for power cuts through which a full battery does not carry its load. */
    List<String> longCuts(UpsPlan ups) {
        List<String> names = new ArrayList<>();
        double watts = ups.steadyWatts();
        for (int machine : ups.machines()) {
            watts += lab.machines()[machine].watts();
        }
        double carried = ups.runtime().minutesAt(watts) * ups.runtimeFactor() / 60;
        for (Mode mode : lab.modes()) {
            if (mode.owner() == Mode.Owner.MAINS && mode.subject() == ups.site()) {
                Survival lasts = lab.lives().survival(mode.repair().lasts(), guess);
                double outlasts = lasts.chance(carried);
                if (outlasts > 0) {
                    names.add(part(
                            lab.causes().get(mode.cause()).label() + " that outlast " + ups.name(),
                            lab.lives().mean(mode.fails(), guess) / outlasts,
                            (mean(mode.repair().lasts()) - until(lasts, carried)) / outlasts));
                }
            }
        }
        return names;
    }

    /** Returns the name of the part for a UPS that dies and takes its load along until somebody uses the wall socket. */
    String dead(UpsPlan ups) {
        Mode failure = lab.modes()[ups.failure()];
        return part(
                lab.causes().get(failure.cause()).label(),
                mean(failure.fails()) / (1 - ups.bypass().under(guess)),
                Math.min(repairHours(failure), repairHours(lab.modes()[ups.wall()])));
    }

    /** The mean of what of a duration lies before a moment. */
    private static double until(Survival lasts, double hours) {
        double sum = 0;
        for (int i = 0; i < SLICES; i++) {
            sum += lasts.chance((i + 0.5) * hours / SLICES);
        }
        return sum * hours / SLICES;
    }

    /** Returns a part that never fails. */
    String nothing() {
        String name = "nothing that fails";
        if (used.merge(name, 1, Integer::sum) == 1) {
            made.add(component(name, new Life.Never(), new Life.Exponential(1)));
        }
        return name;
    }

    /** What never fails, or is repaired in no time, is no part. */
    private String part(String label, double life, double repair) {
        if (!(life > 0) || Double.isInfinite(life) || !(repair > 0)) {
            return Wires.ALWAYS;
        }
        int number = used.merge(label, 1, Integer::sum);
        String name = number == 1 ? label : label + " (" + number + ")";
        made.add(component(name, new Life.Exponential(life), exponential(repair)));
        return name;
    }

    private static Component component(String name, Life fails, Life repair) {
        return new Component(
                name,
                part(name, fails, repair),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a component that is only memoryless now, and seen at once: what it is wired to stays. */
    Component memoryless(Component component) {
        Life fails = component.part().traits().value(Trait.FAILS);
        Life repair = component.part().traits().value(Trait.REPAIR);
        double waits = component.tested().map(Duration::toMillis).orElse(0L)
                / 2.0
                / Duration.ofHours(1).toMillis();
        return new Component(
                component.name(),
                part(
                        component.part().label(),
                        exponential(Lifetimes.meanHours(fails)),
                        exponential(Lifetimes.meanHours(repair) + waits)),
                component.crew(),
                component.standby(),
                Optional.empty(),
                component.agesWhile());
    }

    private static Life exponential(double hours) {
        if (Double.isInfinite(hours)) {
            return new Life.Never();
        }
        return hours == 0 ? new Life.Fixed(0) : new Life.Exponential(hours);
    }

    private static Part part(String label, Life fails, Life repair) {
        return new Part(
                "generic-component",
                label,
                PartKind.COMPONENT,
                new Traits(Map.of(Trait.FAILS, setting(fails), Trait.REPAIR, setting(repair))));
    }

    private static Setting<Life> setting(Life life) {
        return new Setting<>(
                life,
                LifeText.format(life),
                Setting.Range.CERTAIN,
                new Origin(Origin.Kind.DEFAULT, "", "the mean of what the lab says, made exponential", true));
    }
}
