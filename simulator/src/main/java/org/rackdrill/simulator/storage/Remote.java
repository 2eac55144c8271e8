package org.rackdrill.simulator.storage;

/**
 * Storage at the other end of a network: what is written crosses it before, what is read crosses it after.
 *
 * @param layout at the other end
 * @param there the number of the line in the rig that goes there
 * @param back the number of the line that comes back
 * @param delayMillis a question and its answer under way, without any data; not negative
 */
public record Remote(Layout layout, int there, int back, double delayMillis) implements Layout {

    public Remote {
        Positive.orZero("delayMillis", delayMillis);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        plan.after(delayMillis);
        layout.read(plan, record, place, bytes);
        plan.then().read(back, place, bytes);
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        plan.after(delayMillis).read(there, place, write.bytes()).then();
        layout.write(plan, record, place, write);
    }

    @Override
    public Remote without(int device) {
        return new Remote(layout.without(device), there, back, delayMillis);
    }
}
