package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.ComponentPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.kernel.Luck;

/**
 * One clock for many components that fail at constant rates. All their failures together are one Poisson process, each of
 * which is a component's with the probability of its share in the rate (superposition and thinning: Lewis and Shedler,
 * Naval Research Logistics Quarterly 26, 1979). A tick for a component that is down already is lost, since it has no
 * memory; so only one failure has to wait in the list of what is to come, however many components there are.
 *
 * <p>The clock ticks a little faster than all of them fail, at a rate from a coarse scale, and the ticks that are too many
 * are nobody's: a lab with one more component, the last one, mostly shares the luck of all others.
 */
final class SharedClock {

    private static final int NONE = -1;

    /** So many rates lie on the scale between one and twice as much. */
    private static final int STEPS_OF_SCALE = 4;

    /** So many pieces for each member make it likely that there is but one in a piece. */
    private static final int PIECES = 8;

    private final Stage stage;
    private final int stream;
    private final int[] members;
    private final boolean[] isMember;
    private final int[] life;

    /** Failures an hour, up to and with each member. */
    private final double[] rates;

    /** For each of equally long pieces of the rate, and one more for what is rounded up, the first member with a part in it (Chen and Asau, 1974). */
    private final int[] guide;

    /** Whose the next tick is. */
    private int next;

    private double ticksPerHour;
    private double piecesPerRate;
    private double[] knownFor = {};

    SharedClock(Stage stage) {
        this.stage = stage;
        ComponentPlan[] all = stage.lab.components();
        Mode[] modes = stage.lab.modes();
        stream = Arrays.stream(all).mapToInt(ComponentPlan::clock).max().orElse(NONE);
        isMember = new boolean[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            isMember[i] = all[i].clock() != NONE;
            count += isMember[i] ? 1 : 0;
        }
        members = new int[count];
        life = new int[count];
        rates = new double[count];
        guide = new int[PIECES * count + 1];
        int member = 0;
        for (int i = 0; i < all.length; i++) {
            if (isMember[i]) {
                members[member] = i;
                life[member++] = modes[all[i].mode()].fails();
            }
        }
    }

    /** Returns whether a component fails by this clock. */
    boolean isOf(int component) {
        return isMember[component];
    }

    void begin() {
        if (members.length == 0) {
            return;
        }
        if (knownFor != stage.factors) {
            knownFor = stage.factors;
            share();
        }
        plan();
    }

    /** Returns the component that fails with this tick, if it can. */
    int tick() {
        int failing = next;
        plan();
        return failing;
    }

    /** Waits for the next tick that is somebody's. */
    private void plan() {
        Luck luck = stage.luck.of(stream);
        double time = stage.now;
        int member;
        do {
            time += luck.exponential() / ticksPerHour;
            double at = luck.nextDouble() * ticksPerHour;
            member = guide[(int) (at * piecesPerRate)];
            while (member < rates.length && rates[member] <= at) {
                member++;
            }
        } while (member == rates.length && time < stage.horizon);
        if (member < rates.length) {
            next = members[member];
            stage.at(time, Event.TICK, 0, 0);
        }
    }

    private void share() {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += stage.lab.lives().rate(life[i], stage.factors);
            rates[i] = sum;
        }
        double steps = Math.ceil(STEPS_OF_SCALE * Math.log(sum) / Math.log(2));
        ticksPerHour = Math.max(sum, Math.pow(2, steps / STEPS_OF_SCALE));
        piecesPerRate = (guide.length - 1) / ticksPerHour;
        int member = 0;
        for (int piece = 0; piece < guide.length; piece++) {
            while (member < rates.length && rates[member] * piecesPerRate <= piece) {
                member++;
            }
            guide[piece] = member;
        }
    }
}
