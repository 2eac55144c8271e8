package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.simulator.capacity.Consumer.Level;
import org.rackdrill.simulator.compiled.BreakerPlan;

/** Watts, amperes, minutes on battery and money of a lab. */
public final class PowerStudy {

    private static final double MONTHS = 12;

    private final Lab lab;
    private final Unknowns unknowns;
    private final List<Consumer> consumers;
    private final UpsLoads loads;

    PowerStudy(Lab lab, Unknowns unknowns) {
        this.lab = lab;
        this.unknowns = unknowns;
        this.consumers = Consumers.of(lab, unknowns);
        this.loads = new UpsLoads(lab, consumers, unknowns);
    }

    /** Returns the best guesses alone: every interval is as narrow as a point. */
    public static PowerAnswer of(Lab lab) {
        return new PowerStudy(lab, new Unknowns(0, 0)).answer();
    }

    PowerAnswer answer() {
        Drawn watts = unknowns.certain(0);
        Drawn idle = watts;
        Drawn most = watts;
        Drawn cost = watts;
        String currency = lab.currency().orElse("");
        List<PowerAnswer.AtSite> sites = new ArrayList<>();
        for (Site site : lab.sites()) {
            Drawn here = input(site, Level.USUAL);
            watts = watts.plus(here);
            idle = idle.plus(input(site, Level.IDLE));
            most = most.plus(input(site, Level.MOST));
            if (site.electricity().value().currency().equals(currency)) {
                cost = cost.plus(cost(site, here));
            }
            sites.add(site(site, here));
        }
        Drawn heat = watts.map(Energy::btuPerHour);
        return new PowerAnswer(
                watts.likely(),
                idle.likely(),
                most.likely(),
                watts.map(Energy::kWhPerMonth).likely(),
                watts.map(Energy::kWhPerYear).likely(),
                currency,
                cost.times(1 / MONTHS).likely(),
                cost.likely(),
                heat.likely(),
                draws(),
                sites,
                lab.ups().stream().map(this::ups).toList());
    }

    private List<PowerAnswer.Draws> draws() {
        return consumers.stream()
                .map(it -> new PowerAnswer.Draws(
                        it.name(),
                        it.site(),
                        it.kind(),
                        it.idle().likely(),
                        it.usual().likely(),
                        it.most().likely()))
                .toList();
    }

    /** Returns what a site's socket gives: what hangs on it directly, and the input of its UPS. */
    private Drawn input(Site site, Level level) {
        Drawn watts = Consumers.from(site.name(), consumers, level, unknowns);
        for (Ups ups : lab.ups()) {
            if (ups.site().equals(site.name())) {
                watts = watts.plus(loads.input(ups, level));
            }
        }
        return watts;
    }

    private Drawn cost(Site site, Drawn watts) {
        Money price = site.electricity().value();
        return watts.map(Energy::kWhPerYear)
                .times(unknowns.setting(site.name() + " electricity", site.electricity(), price.amount()));
    }

    private PowerAnswer.AtSite site(Site site, Drawn watts) {
        double volts = site.outlet().volts().volts();
        Drawn charging = watts;
        for (Ups ups : lab.ups()) {
            if (ups.site().equals(site.name())) {
                charging = charging.plus(loads.charging(ups));
            }
        }
        Drawn most = input(site, Level.MOST);
        return new PowerAnswer.AtSite(
                site.name(),
                volts,
                watts.likely(),
                most.likely(),
                watts.times(1 / volts).likely(),
                most.times(1 / volts).likely(),
                charging.times(1 / volts).likely(),
                site.outlet().amps().amperes(),
                site.breaker().map(breaker -> circuit(breaker, volts, watts)).orElse(null),
                new Inrushes(lab, consumers).at(site),
                watts.map(Energy::kWhPerYear).likely(),
                cost(site, watts).likely(),
                site.electricity().value().currency());
    }

    private static PowerAnswer.@Nullable Circuit circuit(Site.Breaker breaker, double volts, Drawn watts) {
        double amps = breaker.amps().amperes();
        return new PowerAnswer.Circuit(
                amps,
                breaker.curve().name(),
                breaker.sharedWatts() / volts,
                watts.plus(breaker.sharedWatts()).times(1 / volts).likely(),
                amps * BreakerPlan.BEARS,
                amps * BreakerPlan.TRIPS);
    }

    private PowerAnswer.AtUps ups(Ups ups) {
        List<PowerAnswer.Load> all = new ArrayList<>();
        for (Level level : Level.values()) {
            add(all, level.word(), ups, loads.output(ups, level));
        }
        for (Ups other : lab.ups()) {
            if (!other.equals(ups) && loads.shares(ups, other)) {
                add(all, "without " + other.name(), ups, loads.without(other, ups));
            }
        }
        return new PowerAnswer.AtUps(
                ups.name(),
                ups.site(),
                ups.part().label(),
                ups.part().traits().value(Trait.WATT_LIMIT).watts(),
                ups.part().traits().value(Trait.VOLT_AMPERES).voltAmperes(),
                ups.batteryAge().toSeconds() / 3600.0 / 8760,
                loads.batteryLeft(ups).likely(),
                ups.shutdownAt().map(left -> left.toSeconds() / 60.0).orElse(null),
                all);
    }

    private void add(List<PowerAnswer.Load> all, String at, Ups ups, Drawn watts) {
        if (watts.bestGuess() > 0) {
            all.add(new PowerAnswer.Load(
                    at,
                    watts.likely(),
                    loads.voltAmperes(watts).likely(),
                    loads.share(ups, watts).likely(),
                    loads.minutes(ups, watts).likely()));
        }
    }
}
