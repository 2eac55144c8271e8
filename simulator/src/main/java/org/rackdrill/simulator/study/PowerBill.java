package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.UpsPlan;

/** Watts, amps, minutes and money of a lab on an ordinary day, at best guesses. */
final class PowerBill {

    private static final double WATTS_PER_KILOWATT = 1000;

    private final Lab lab;
    private final CompiledLab compiled;

    PowerBill(Lab lab, CompiledLab compiled) {
        this.lab = lab;
        this.compiled = compiled;
    }

    Results.Power power() {
        List<Results.Consumer> consumers = consumers();
        Site home = lab.sites().get(0);
        double load = consumers.stream()
                .filter(it -> it.site().equals(home.name()))
                .mapToDouble(Results.Consumer::watts)
                .sum();
        List<Results.UpsLoad> ups = new ArrayList<>();
        double losses = 0;
        for (UpsPlan plan : compiled.ups()) {
            double watts = load(plan);
            Site site = lab.sites().get(plan.site());
            double input = watts / plan.efficiency();
            if (plan.site() == 0) {
                losses += input - watts;
            }
            double minutes = watts > 0 ? plan.runtime().minutesAt(watts) * plan.runtimeFactor() : 0;
            ups.add(new Results.UpsLoad(
                    plan.name(),
                    site.name(),
                    watts,
                    plan.wattLimit(),
                    minutes,
                    input / site.outlet().volts().volts()));
        }
        double watts = load + losses;
        double kilowattHours = watts * Hours.PER_YEAR / WATTS_PER_KILOWATT;
        Money price = home.electricity().value();
        return new Results.Power(
                watts,
                watts / home.outlet().volts().volts(),
                home.outlet().amps().amperes(),
                ups.isEmpty() ? null : ups.get(0).minutes(),
                kilowattHours,
                new Results.CostPerYear(kilowattHours * price.amount(), price.currency()),
                ups,
                consumers);
    }

    /** Returns what people should know about the load before they plug it in. */
    List<String> warnings(Results.Power power) {
        List<String> warnings = new ArrayList<>();
        if (power.amps() > power.outletAmps()) {
            warnings.add(String.format(
                    java.util.Locale.ROOT,
                    "The rack draws %.1f A from an outlet rated for %.0f A.",
                    power.amps(),
                    power.outletAmps()));
        }
        for (Results.UpsLoad ups : power.ups()) {
            if (ups.watts() > ups.wattLimit()) {
                warnings.add(String.format(
                        java.util.Locale.ROOT,
                        "%s carries %.0f W and may carry %.0f W.",
                        ups.name(),
                        ups.watts(),
                        ups.wattLimit()));
            }
        }
        return warnings;
    }

    private double load(UpsPlan plan) {
        double watts = plan.steadyWatts();
        for (int i = 0; i < plan.machines().length; i++) {
            Machine machine = compiled.machines()[plan.machines()[i]];
            watts += machine.watts() * plan.feeds()[i].length / machine.feeds().length;
        }
        return watts;
    }

    private List<Results.Consumer> consumers() {
        List<Results.Consumer> consumers = new ArrayList<>();
        for (Machine machine : compiled.machines()) {
            consumers.add(new Results.Consumer(
                    machine.name(), lab.sites().get(machine.site()).name(), machine.watts()));
        }
        for (Link link : lab.network()) {
            if (link instanceof Link.Wan wan) {
                consumers.add(new Results.Consumer(
                        wan.name(),
                        wan.site(),
                        wan.part().traits().value(Trait.WATTS).watts()));
            }
        }
        return consumers;
    }
}
