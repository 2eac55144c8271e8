package org.rackdrill.simulator.capacity;

import org.apache.commons.rng.UniformRandomProvider;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Plan;
import org.rackdrill.simulator.storage.Route;

/**
 * The way of what memory holds and the disks do not: where it belongs, or, where nothing is overwritten in place, to
 * wherever there is room, many blocks together.
 */
final class LateRoute implements Route {

    private static final int PLACES = 1 << 20;

    private final Layout layout;
    private final Layout.Write write;
    private final UniformRandomProvider luck;

    LateRoute(Layout layout, double bytes, UniformRandomProvider luck) {
        this.layout = layout;
        this.write = new Layout.Write(bytes, false, true);
        this.luck = luck;
    }

    @Override
    public void lay(Plan plan) {
        plan.late();
        layout.write(plan, luck.nextInt(PLACES), luck.nextDouble(), write);
    }
}
