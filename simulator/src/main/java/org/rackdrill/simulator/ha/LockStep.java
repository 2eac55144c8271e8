package org.rackdrill.simulator.ha;

import java.util.List;
import org.rackdrill.simulator.ha.Entry.Voice;

/** The driver of the conformance cases: round after round, with a list of injections in every fifth. */
public final class LockStep {
    /** Rounds between two lists of injections. */
    public static final int ROUNDS_PER_SLOT = 5;
    /** Seconds after the last injection until a run is over. */
    private static final long QUIET = 500;
    /** Seconds after which a run is broken off. */
    private static final long LONGEST = 10_000;

    private LockStep() {}

    /** Gives every daemon one round. */
    static void step(MachineRoom room) {
        long begin = room.now();
        room.round();
        room.setClocks(Math.max(room.now(), begin + room.physics.roundSeconds()));
    }

    /** Runs a room, round by round, until that time. */
    public static void run(MachineRoom room, List<Timed> schedule, long until) {
        room.agenda = new Agenda(schedule);
        while (room.now() < until) {
            step(room);
        }
    }

    /**
     * Runs a room through a schedule.
     *
     * @return whether the run came to its end before it had to be broken off
     */
    public static boolean run(MachineRoom room, List<List<Injection>> slots) {
        long lastInjection = 0;
        long resume = 0;
        int slot = 0;
        for (long rounds = 0; room.now() <= LONGEST; ) {
            step(room);
            if (room.now() < resume) {
                continue;
            }
            if (rounds % ROUNDS_PER_SLOT == 0) {
                if (slot == slots.size()) {
                    if (room.now() - lastInjection > QUIET) {
                        room.say(new Entry(room.now(), Voice.HARDWARE, -1, Kind.ENDS, -1, -1, -1, ""));
                        return true;
                    }
                } else {
                    for (Injection injection : slots.get(slot)) {
                        lastInjection = room.now();
                        if (injection instanceof Injection.Delay delay) {
                            resume = room.now() + delay.seconds();
                        }
                        room.inject(injection, Voice.SCHEDULE);
                    }
                    slot++;
                }
            }
            rounds++;
        }
        return false;
    }
}
