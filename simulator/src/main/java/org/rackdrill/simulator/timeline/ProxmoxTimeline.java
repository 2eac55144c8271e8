package org.rackdrill.simulator.timeline;

import org.rackdrill.simulator.ha.Physics;

/**
 * The manager of Proxmox VE: what its state machine does in each situation, to the second of the round. A script is
 * written when a situation comes up for the first time, and remembered.
 */
public final class ProxmoxTimeline implements Timeline {

    /** Seconds before which nobody is given up, so that it does not matter how long a member was away. */
    private static final int BRIEFLY = 50;

    /** Rounds after which it does not matter any more: all locks and delays are over. */
    private static final int LONG_AGO = 32;

    /** Rounds that a shutdown in good order takes at most, before which nobody comes back from one. */
    private static final int SHUTDOWN = 6;

    /** Between the turns of two daemons, in seconds. */
    private static final int TURN = 1;

    private static final int DAEMONS = 2;

    /** As many members as have their turns, one after the other, within a real round of ten seconds. */
    private static final int LARGEST = 5;

    private final int members;

    /** How many of them play. */
    private final int size;

    private final int roundSeconds;

    /** The second of a round in which its last turn begins. */
    private final int lastTurn;

    private final Scripts scripts = new Scripts();

    /** Makes the timeline of a cluster of so many members. */
    public ProxmoxTimeline(int members) {
        this.members = members;
        this.size = Math.min(members, LARGEST);
        this.roundSeconds = Physics.real(size, 0, 0).roundSeconds();
        this.lastTurn = (DAEMONS * size - 1) * TURN;
    }

    /** Returns how many members it knows. */
    public int members() {
        return members;
    }

    @Override
    public Script lost(int member, int master, long before, long after, Loss how, double clock) {
        return script(member, master, before, after, how, Situation.NOW, second(clock));
    }

    @Override
    public Script back(int member, int master, long before, long after, Loss how, double awaySeconds, double clock) {
        int briefly = BRIEFLY / roundSeconds;
        double away = Math.rint(awaySeconds / roundSeconds);
        Loss ended = how;
        int rounds = (int) Math.max(briefly, Math.min(LONG_AGO, away));
        if (how == Loss.CUT) {
            ended = Loss.DEAD;
            // Back without having reset itself: nobody can have given it up.
            rounds = Situation.has(after, member) ? briefly : rounds;
        } else if (how == Loss.MAINTAINED && before != 0) {
            rounds = LONG_AGO;
        } else if (how != Loss.DEAD) {
            // Where nobody was left, no guest could be moved away.
            ended = Loss.SHUT_DOWN;
            rounds = Math.max(SHUTDOWN, rounds);
        }
        return script(member, master, before, after, ended, rounds, second(clock));
    }

    @Override
    public double into(double clock) {
        double into = clock - Math.floor(clock / roundSeconds) * roundSeconds;
        return into > lastTurn ? into - roundSeconds : into;
    }

    /** Turns begin with whole seconds: what happens between two is seen by the next. */
    private int second(double clock) {
        return Math.max(0, (int) Math.ceil(into(clock)));
    }

    /** Looks a situation up, or plays it through; of a large cluster only as many members as matter. */
    private Script script(int member, int master, long before, long after, Loss how, int roundsAway, int second) {
        if (members == size) {
            return known(member, master, before, after, how, roundsAway, second);
        }
        long cast = cast(member, master, before, after);
        return known(
                place(member, cast),
                place(master, cast),
                only(before, cast),
                only(after, cast),
                how,
                roundsAway,
                second);
    }

    /** Returns the members that a situation is about, and others until there are enough. */
    private long cast(int member, int master, long before, long after) {
        long cast = 1L << member
                | 1L << master
                | Long.lowestOneBit(before)
                | Long.lowestOneBit(after)
                | Long.lowestOneBit(after & ~before);
        long others = (before | after) & ~cast;
        while (others != 0 && Long.bitCount(cast) < size) {
            cast |= Long.lowestOneBit(others);
            others &= others - 1;
        }
        return cast;
    }

    private static int place(int member, long cast) {
        return Long.bitCount(cast & ((1L << member) - 1));
    }

    private static long only(long set, long cast) {
        long places = 0;
        for (long left = set & cast; left != 0; left &= left - 1) {
            places |= 1L << place(Long.numberOfTrailingZeros(left), cast);
        }
        return places;
    }

    private Script known(int member, int master, long before, long after, Loss how, int roundsAway, int second) {
        Script known = scripts.find(member, master, before, after, how, roundsAway, second);
        if (known != null) {
            return known;
        }
        Situation situation = new Situation(member, master, before, after, how, roundsAway, second);
        Script written = Play.of(situation, size);
        if (situation.isBack() && written.resumes() == Script.NEVER) {
            throw new IllegalStateException("no guest would ever start again: " + situation);
        }
        boolean usual = before != 0 && roundsAway == LONG_AGO;
        if (situation.isBack() && written.returns() == Script.NEVER && !usual) {
            written = written.returning(homecoming(situation, written));
        }
        if (members > size) {
            written = written.ledByTheFirst();
        }
        scripts.add(situation, written);
        return written;
    }

    /**
     * When nothing was started elsewhere while a member was away, nothing has to move; but for guests that were elsewhere
     * before, and they go as they always do.
     */
    private double homecoming(Situation situation, Script script) {
        long others = situation.after() & ~(1L << situation.member());
        if (others == 0) {
            return script.resumes();
        }
        int master = Long.numberOfTrailingZeros(others);
        return known(
                        situation.member(),
                        master,
                        others,
                        situation.after(),
                        situation.how(),
                        LONG_AGO,
                        situation.second())
                .returns();
    }
}
