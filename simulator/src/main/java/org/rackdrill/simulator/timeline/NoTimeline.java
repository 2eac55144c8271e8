package org.rackdrill.simulator.timeline;

/** A cluster that nobody manages: nothing starts elsewhere, and nothing waits for a majority. */
public record NoTimeline() implements Timeline {

    private static final Script NOTHING = new Script(Script.NEVER, Script.NEVER, 0, Script.NEVER, -1);

    @Override
    public Script lost(int member, int master, long before, long after, Loss how, double clock) {
        return NOTHING;
    }

    @Override
    public Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock) {
        return NOTHING;
    }

    @Override
    public double into(double clock) {
        return 0;
    }
}
