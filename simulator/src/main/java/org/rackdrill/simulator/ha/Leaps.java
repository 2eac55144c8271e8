package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Timers.Scale;

/**
 * The driver of studies and drills. It runs the same rounds as {@link LockStep}, but once two rounds in a row have been
 * alike it leaps over those that must be alike too: up to the next injection, the end of a guest's task, or the moment
 * when a time or a counter that the rounds depend on begins to matter.
 */
public final class Leaps {
    /** What a round has done, with times relative to its beginning. */
    private record Round(Object shape, List<Entry> said, List<Long> times, List<Scale> scales) {}

    private final MachineRoom room;
    private final boolean repeats;
    private Round before = new Round("", List.of(), List.of(), List.of());
    private @Nullable Round last;
    private boolean alike;

    private Leaps(MachineRoom room, boolean repeats) {
        this.room = room;
        this.repeats = repeats;
    }

    /**
     * Runs a room until that time.
     *
     * @param repeats whether complaints that come every round are written down for rounds that are leapt over
     * @return the number of rounds that were not leapt over
     */
    public static long run(MachineRoom room, List<Timed> schedule, long until, boolean repeats) {
        Leaps leaps = new Leaps(room, repeats);
        long rounds = 0;
        room.agenda = new Agenda(schedule);
        while (room.now() < until) {
            int met = room.agenda.met();
            leaps.round();
            rounds++;
            if (room.agenda.met() > met) {
                // A round in which something came from outside says nothing about the next ones.
                leaps.last = null;
            } else {
                leaps.leap(until);
            }
        }
        return rounds;
    }

    private void round() {
        long begin = room.now();
        int said = room.log().size();
        before = last == null ? before : last;
        boolean comparable = last != null;
        LockStep.step(room);
        List<Entry> lines = new ArrayList<>();
        for (Entry entry : room.log().subList(said, room.log().size())) {
            lines.add(entry.at(entry.at() - begin));
        }
        List<Long> times = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        room.times((scale, value) -> {
            times.add(value);
            scales.add(scale);
            return value;
        });
        Round now = new Round(room.shape(), lines, times, scales);
        alike = comparable && now.shape().equals(before.shape()) && now.said().equals(before.said());
        last = now;
    }

    private void leap(long until) {
        Round now = last;
        if (!alike || now == null || !now.scales().equals(before.scales())) {
            return;
        }
        long length = room.physics.roundSeconds();
        long rounds = Math.max(0, (until - room.now() + length - 1) / length);
        rounds = Math.min(rounds, quiet(room.agenda.next() - room.now()));
        rounds = Math.min(rounds, quiet(room.guests.nextEnd() - room.now()));
        for (int i = 0; i < now.times().size(); i++) {
            long moved = now.times().get(i) - before.times().get(i);
            rounds = Math.min(rounds, quiet(now.scales().get(i), now.times().get(i), moved));
        }
        if (rounds > 0) {
            skip(now, rounds);
        }
    }

    private long quiet(long seconds) {
        return seconds == Long.MAX_VALUE ? seconds : Math.max(0, seconds / room.physics.roundSeconds());
    }

    /** Returns for how many rounds something that moves like this makes no difference. */
    private long quiet(Scale scale, long value, long moved) {
        if (scale.isTime()) {
            if (moved == room.physics.roundSeconds()) {
                return Long.MAX_VALUE;
            }
            return moved == 0 ? quiet(scale.quietSeconds(value, room.now(), room.physics.roundSeconds())) : 0;
        }
        return scale.quietRounds(value, moved, room.state.settings());
    }

    private void skip(Round now, long rounds) {
        long length = room.physics.roundSeconds();
        if (repeats) {
            for (long round = 0; round < rounds; round++) {
                for (Entry entry : now.said()) {
                    room.say(entry.at(entry.at() + room.now() + round * length));
                }
            }
        }
        int[] place = {0};
        List<Long> old = before.times();
        room.times((scale, value) -> {
            long moved = value - old.get(place[0]);
            place[0]++;
            return value + rounds * moved;
        });
        room.setClocks(room.now() + rounds * length);
        // The next round is compared with one that did not happen; two must be alike again before the next leap.
        last = null;
        alike = false;
    }
}
