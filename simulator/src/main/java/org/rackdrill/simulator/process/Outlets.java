package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.UpsPlan;

/**
 * What UPS do once their nodes have stopped in order. One that is set up for it cuts its outlets, so that the nodes see
 * power come back and start; mains that return a minute too early are then no matter. One that is not leaves them on, and
 * nodes that have stopped while their power never went stay off until somebody presses a button.
 */
final class Outlets {

    /** From the end of the last shutdown to the cut (Network UPS Tools, usbhid-ups: offdelay). */
    private static final double OFF_DELAY_HOURS = Hours.ofSeconds(20);

    /** How long the outlets stay without power when the mains are there (Network UPS Tools, usbhid-ups: ondelay). */
    static final double ON_DELAY_HOURS = Hours.ofSeconds(30);

    private final Stage stage;
    private final Machines machines;
    private final UpsPlan[] ups;
    private final boolean[] cycles;
    private final boolean[] stopping;
    private final boolean[] cut;
    private final boolean[] wantsButton;
    private final int[] stamp;

    Outlets(Stage stage, Machines machines) {
        this.stage = stage;
        this.machines = machines;
        ups = stage.lab.ups();
        cycles = new boolean[ups.length];
        stopping = new boolean[ups.length];
        cut = new boolean[ups.length];
        stamp = new int[ups.length];
        wantsButton = new boolean[stage.lab.machines().length];
    }

    void begin() {
        Arrays.fill(stopping, false);
        Arrays.fill(cut, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(wantsButton, false);
        for (int i = 0; i < ups.length; i++) {
            cycles[i] =
                    stage.luck.of(ups[i].stream()).chance(ups[i].powerCycles().under(stage.factors));
        }
    }

    /** Its nodes are being shut down. */
    void stopping(int i) {
        stopping[i] = ups[i].race();
    }

    boolean areStopping(int i) {
        return stopping[i];
    }

    boolean areCut(int i) {
        return cut[i];
    }

    boolean cycle(int i) {
        return cycles[i];
    }

    /** A node has stopped; the last one on a UPS tells it to cut its outlets. */
    void stopped(int i) {
        if (stopping[i] && cycles[i] && !cut[i] && nobodyWorks(i)) {
            stage.after(OFF_DELAY_HOURS, Event.OUTLETS_OFF, i, ++stamp[i]);
        }
    }

    private boolean nobodyWorks(int i) {
        for (int machine : ups[i].machines()) {
            if (stage.lab.machines()[machine].node() >= 0 && machines.draws(machine)) {
                return false;
            }
        }
        return true;
    }

    /** Cuts the outlets, unless something else has happened meanwhile. */
    boolean off(int i, int eventStamp) {
        if (eventStamp != stamp[i]) {
            return false;
        }
        cut[i] = true;
        return true;
    }

    /** Returns whether it is time to give power again. */
    boolean on(int i, int eventStamp) {
        return eventStamp == stamp[i] && cut[i];
    }

    /** The shutdown is history. */
    void over(int i) {
        stopping[i] = false;
        cut[i] = false;
        stamp[i]++;
    }

    /** A node that stopped waits for a finger. */
    void wantsButton(int machine, boolean waits) {
        wantsButton[machine] = waits;
    }

    boolean wantsButton(int machine) {
        return wantsButton[machine];
    }
}
