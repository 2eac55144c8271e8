package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Contention.State;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.SlowPlan;

/**
 * Services that are slower than they aim at, and so not up: in some hours of the week, by what happens to the disks that
 * they read. A history begins on a Monday at midnight.
 */
final class Slowness {

    private static final int HOURS_PER_WEEK = 168;

    /** A little into the hour, lest rounding puts it into the one before. */
    private static final double INTO_THE_HOUR = 1e-6;

    private final Stage stage;
    private final SlowPlan[] plans;

    /** The plan of each pool and Ceph, or -1. */
    private final int[] planOf;

    private final int[] disks;
    private final boolean[] scrubbing;
    private final int[] stamp;
    private final int[] host;
    private final boolean[] struck;

    Slowness(Stage stage) {
        this.stage = stage;
        plans = stage.lab.storageNetwork().slow();
        planOf = new int[stage.lab.pools().length + stage.lab.storageNetwork().ceph().length];
        Arrays.fill(planOf, -1);
        for (int i = 0; i < plans.length; i++) {
            planOf[plans[i].place()] = i;
        }
        disks = new int[plans.length];
        scrubbing = new boolean[plans.length];
        stamp = new int[plans.length];
        host = new int[stage.lab.guests().length];
        struck = new boolean[stage.lab.causes().count()];
    }

    void begin() {
        Arrays.fill(disks, State.WHOLE.ordinal());
        Arrays.fill(scrubbing, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(struck, false);
        for (int i = 0; i < host.length; i++) {
            host[i] = stage.lab.guests()[i].home();
        }
        for (int i = 0; i < plans.length; i++) {
            if (plans[i].scrubHours() < Double.POSITIVE_INFINITY) {
                stage.after(
                        plans[i].scrubHours() * stage.luck.of(plans[i].stream()).nextDouble(),
                        Event.SCRUB_BEGINS,
                        i,
                        0);
            }
            look(i);
        }
    }

    /** Returns whether slowness of a cause struck in this history. */
    boolean struck(int cause) {
        return struck[cause];
    }

    /** Something happened to the disks of a pool or a Ceph. */
    void disks(int place, State state) {
        int plan = planOf[place];
        if (plan >= 0 && disks[plan] != state.ordinal()) {
            disks[plan] = state.ordinal();
            look(plan);
        }
    }

    /** A guest is somewhere else now. */
    void moved(int guest, int node) {
        if (plans.length > 0 && node != Guests.NOWHERE && host[guest] != node) {
            host[guest] = node;
            for (int i = 0; i < plans.length; i++) {
                look(i);
            }
        }
    }

    void scrubBegins(int plan) {
        SlowPlan it = plans[plan];
        stage.after(it.scrubHours(), Event.SCRUB_BEGINS, plan, 0);
        double hours = it.scrubLasts() / stage.factors[it.rebuildParameter()];
        if (!scrubbing[plan] && hours < it.scrubHours()) {
            scrubbing[plan] = true;
            stage.after(hours, Event.SCRUB_ENDS, plan, 0);
            look(plan);
        }
    }

    void scrubEnds(int plan) {
        scrubbing[plan] = false;
        look(plan);
    }

    /** Another hour of the week has begun, in which somebody may be too slow, or not any more. */
    void hour(int plan, int eventStamp) {
        if (eventStamp == stamp[plan]) {
            look(plan);
        }
    }

    private void look(int plan) {
        int state = disks[plan] == State.WHOLE.ordinal() && scrubbing[plan] ? State.SCRUBBING.ordinal() : disks[plan];
        double hour = Hours.whole(stage.now + INTO_THE_HOUR);
        int ofWeek = (int) (hour % HOURS_PER_WEEK);
        int next = HOURS_PER_WEEK;
        for (SlowPlan.OfService service : plans[plan].services()) {
            boolean[] slow = service.slow()[state];
            set(service, state, slow[ofWeek]);
            int same = 1;
            while (same < next && slow[(ofWeek + same) % HOURS_PER_WEEK] == slow[ofWeek]) {
                same++;
            }
            next = same;
        }
        stamp[plan]++;
        if (next < HOURS_PER_WEEK) {
            stage.at(hour + next, Event.SLOW_HOUR, plan, stamp[plan]);
        }
    }

    private void set(SlowPlan.OfService service, int state, boolean slow) {
        int cause = service.causes()[state];
        boolean uses = service.guest() < 0 || service.here()[host[service.guest()]];
        struck[cause] |= slow && uses;
        boolean tooSlow = slow && uses && cause != stage.absent;
        int former = stage.cause;
        stage.cause = cause;
        if (tooSlow && !stage.up(service.point())) {
            stage.blame(service.point());
        } else {
            stage.set(service.point(), !tooSlow);
        }
        stage.cause = former;
    }
}
