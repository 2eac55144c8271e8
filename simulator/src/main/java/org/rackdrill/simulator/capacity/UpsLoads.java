package org.rackdrill.simulator.capacity;

import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.RuntimeCurve;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.capacity.Consumer.Level;
import org.rackdrill.simulator.compiled.BatteryPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.UpsPlan;

/** What UPS carry, for how long, and what they draw for it. */
final class UpsLoads {

    private static final double MINUTES = 60;

    private final List<Consumer> consumers;
    private final Unknowns unknowns;

    UpsLoads(Lab lab, List<Consumer> consumers, Unknowns unknowns) {
        this.consumers = consumers;
        this.unknowns = unknowns;
    }

    /** Returns the watts that it gives. */
    Drawn output(Ups ups, Level level) {
        return Consumers.from(ups.name(), consumers, level, unknowns);
    }

    /** Returns the watts that one gives when another one has failed. */
    Drawn without(Ups gone, Ups ups) {
        return Consumers.without(gone.name(), ups.name(), consumers, unknowns);
    }

    /** Returns whether something hangs on both. */
    boolean shares(Ups one, Ups other) {
        return consumers.stream().anyMatch(it -> it.share(one.name()) > 0 && it.share(other.name()) > 0);
    }

    /** Returns the watts that it takes for it from the mains, with a full battery. */
    Drawn input(Ups ups, Level level) {
        return output(ups, level).over(unknowns.quantity(ups.name(), ups.part(), Trait.EFFICIENCY));
    }

    /** Returns the watts that it takes on top while its battery is charged again after carrying an ordinary day's load. */
    Drawn charging(Ups ups) {
        double hours = Lifetimes.meanHours(ups.part().traits().value(Trait.RECHARGE));
        if (!(hours > 0)) {
            return unknowns.certain(0);
        }
        RuntimeCurve curve = ups.part().traits().value(Trait.RUNTIME);
        Drawn wattHours =
                output(ups, Level.USUAL).map(watts -> watts > 0 ? watts * curve.minutesAt(watts) / MINUTES : 0);
        return wattHours
                .over(unknowns.number(ups.name(), ups.part(), Trait.RECHARGE, hours))
                .times(1 / BatteryPlan.CHARGING_EFFICIENCY);
    }

    /** Returns what age leaves of the runtime of a new battery. */
    Drawn batteryLeft(Ups ups) {
        double life = Lifetimes.meanHours(ups.part().traits().value(Trait.BATTERY_LIFE));
        double age = Hours.of(ups.batteryAge());
        return unknowns.number(ups.name(), ups.part(), Trait.BATTERY_LIFE, life)
                .map(hours -> BatteryPlan.left(age, hours));
    }

    Drawn voltAmperes(Drawn watts) {
        return watts.times(1 / UpsPlan.POWER_FACTOR);
    }

    /** Returns the share of what it may carry, by watts or volt-amperes, whichever limit is nearer. */
    Drawn share(Ups ups, Drawn watts) {
        return watts.over(limit(ups));
    }

    private Drawn limit(Ups ups) {
        Drawn real = unknowns.quantity(ups.name(), ups.part(), Trait.WATT_LIMIT);
        double apparent = ups.part().traits().value(Trait.VOLT_AMPERES).voltAmperes();
        return real.smaller(unknowns.certain(apparent * UpsPlan.POWER_FACTOR));
    }

    /** Returns the minutes that its battery carries a load; none when the load is more than it may carry. */
    Drawn minutes(Ups ups, Drawn watts) {
        RuntimeCurve curve = ups.part().traits().value(Trait.RUNTIME);
        Drawn known = unknowns.number(ups.name(), ups.part(), Trait.RUNTIME, 1);
        Drawn minutes = watts.map(curve::minutesAt).times(known).times(batteryLeft(ups));
        return minutes.with(share(ups, watts), (time, share) -> share > 1 ? 0 : time);
    }
}
