package org.rackdrill.bench;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** The hold model in SSJ, through its public interface; each event is an object that is used again. */
final class SsjHold {

    private final Simulator simulator;
    private final Increments increments;
    private int left;

    SsjHold(EventList list, int pending, Increments increments) {
        this.increments = increments;
        simulator = new Simulator(list);
        simulator.init();
        for (int i = 0; i < pending; i++) {
            new Again(simulator).schedule(increments.next());
        }
    }

    /** What happens is that it happens again. */
    private final class Again extends Event {
        Again(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            schedule(increments.next());
            if (--left == 0) {
                simulator.stop();
            }
        }
    }

    double hold(int times) {
        left = times;
        simulator.start();
        return simulator.time();
    }
}
