package org.rackdrill.bench;

import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * Machine repair in SSJ, through its public interface, with its default generator; each machine has one event
 * that is used again.
 */
final class SsjRepair {

    private final Simulator simulator;
    private final ExponentialGen fails;
    private final ExponentialGen mended;
    private final double horizon;
    private final int count;
    private int down;
    private double since;
    private double machineHours;
    private long events;

    SsjRepair(EventList list, int count, double failsHours, double mendedHours, double horizon) {
        simulator = new Simulator(list);
        MRG32k3a stream = new MRG32k3a();
        fails = new ExponentialGen(stream, 1 / failsHours);
        mended = new ExponentialGen(stream, 1 / mendedHours);
        this.horizon = horizon;
        this.count = count;
    }

    /** The horizon. */
    private static final class End extends Event {
        End(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            simulator().stop();
        }
    }

    /** Whichever comes next: it fails, or is whole again. */
    private final class Machine extends Event {
        private boolean failed;

        Machine(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            double now = simulator.time();
            machineHours += down * (now - since);
            since = now;
            events++;
            failed = !failed;
            down += failed ? 1 : -1;
            schedule(failed ? mended.nextDouble() : fails.nextDouble());
        }
    }

    /** Lets so many histories happen, and returns how many events that took. */
    long run(int histories) {
        events = 0;
        for (int i = 0; i < histories; i++) {
            simulator.init();
            down = 0;
            since = 0;
            new End(simulator).schedule(horizon);
            for (int machine = 0; machine < count; machine++) {
                new Machine(simulator).schedule(fails.nextDouble());
            }
            simulator.start();
        }
        return events;
    }

    /** Returns how many hours machines were down in all histories so far. */
    double machineHours() {
        return machineHours;
    }
}
