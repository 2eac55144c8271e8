package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.StormPlan;

/** Storms over a region: each of its sites may lose its mains, and with them its line to the internet, for long. */
final class Storms {

    private final Stage stage;
    private final Power power;
    private final Network network;
    private final StormPlan[] plans;

    Storms(Stage stage, Power power, Network network) {
        this.stage = stage;
        this.power = power;
        this.network = network;
        plans = stage.lab.power().storms();
    }

    void strikes(int region) {
        StormPlan plan = plans[region];
        for (StormPlan.Place place : plan.sites()) {
            boolean hit = stage.luck.of(place.stream()).chance(plan.cutsMains().under(stage.factors));
            double hours = stage.sample(plan.mainsLast(), place.stream());
            if (hit) {
                stage.lasted(plan.mainsLast(), hours);
                power.gridFails(place.site());
                stage.after(hours, Event.STORM_PAST, place.site(), 0);
            }
            for (int i = 0; i < place.wans().length; i++) {
                lines(plan, place.wans()[i], place.wanStreams()[i], hit);
            }
        }
    }

    private void lines(StormPlan plan, int wan, int stream, boolean hit) {
        boolean goes = stage.luck.of(stream).chance(plan.cutsWan().under(stage.factors));
        double hours = stage.sample(plan.wanLasts(), stream);
        if (hit && goes) {
            stage.lasted(plan.wanLasts(), hours);
            network.accessFails(wan);
            stage.after(hours, Event.LINE_MENDED, wan, 0);
        }
    }
}
