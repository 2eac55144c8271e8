package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Mode;

/** What a failure does when it strikes, by the process that it belongs to. */
final class Blows {

    private final Processes all;
    private final CompiledLab lab;
    private final boolean[] struck;

    /** The cause of each mode, where it is found at once. */
    private final int[] cause;

    Blows(Processes all) {
        this.all = all;
        lab = all.stage.lab;
        struck = new boolean[lab.causes().count()];
        cause = Arrays.stream(lab.modes()).mapToInt(Mode::cause).toArray();
    }

    void begin() {
        Arrays.fill(struck, false);
    }

    /** Returns whether a cause struck in this history. */
    boolean struck(int cause) {
        return struck[cause];
    }

    /** Takes down that something with a clock of its own has struck; a negative mode is nothing. */
    void strikes(int mode) {
        if (mode >= 0) {
            struck[cause[mode]] = true;
        }
    }

    void fails(int number, int stamp) {
        if (!all.failures.isDue(number, stamp)) {
            return;
        }
        Mode mode = lab.modes()[number];
        if (mode.owner() == Mode.Owner.DISK && !all.diskLives.dies(mode.subject(), stamp)) {
            return;
        }
        strike(number, mode);
    }

    /** Something strikes without having been due. */
    void strikesOnceMore(int number) {
        Mode mode = lab.modes()[number];
        if (mode.owner() == Mode.Owner.COMPONENT) {
            strikes(all.components.failsOnceMore(mode.subject()));
        } else {
            strike(number, mode);
        }
    }

    private void strike(int number, Mode mode) {
        all.stage.cause = mode.cause();
        struck[mode.cause()] = true;
        int subject = mode.subject();
        boolean waits = all.failures.waitsForOperator(mode);
        switch (mode.owner()) {
            case MAINS -> all.power.gridFails(subject);
            case UPS -> all.power.fails(subject, mode.stream());
            case MACHINE -> {
                machineFails(number, mode, waits);
                return;
            }
            case SUPPLY -> all.stage.set(lab.supplies()[subject], false);
            case WAN -> all.network.accessFails(subject);
            case VPN -> {
                all.stage.set(lab.vpns()[subject], false);
                if (!waits) {
                    all.stage.after(
                            all.stage.lasts(lab.vpnRestarts()[subject], mode.stream()), Event.TUNNEL_UP, number, 0);
                }
            }
            case DISK -> {
                if (all.ceph.owns(subject)) {
                    all.ceph.diskFails(subject, number);
                    return;
                }
                all.storage.diskFails(subject, number);
                all.controllers.disksChanged(lab.disks()[subject].pool());
                return;
            }
            case GUEST -> {
                guestFails(number, mode, waits);
                return;
            }
            case CONTROLLER -> all.controllers.fails(subject);
            case STORM -> {
                all.storms.strikes(subject);
                all.failures.next(number);
                return;
            }
            case SURGE -> {
                all.surges.strikes(subject);
                all.failures.next(number);
                return;
            }
            case DISASTER -> disaster(subject);
            case CHANGE -> {
                if (all.changes.breaks(subject, number)) {
                    all.operator.hears(number);
                }
                return;
            }
            case WRONG_DISK -> all.storage.pulled(subject);
            case PROTECTION -> {
                all.protections.fails(subject);
                return;
            }
            case DELETION -> {
                all.deletions.strikes(subject, number);
                return;
            }
            case ATTACK -> {
                all.attacks.strikes(subject, number);
                return;
            }
            case POOL,
                    STRANDED,
                    MOVE,
                    UNLOCK,
                    MOUNT,
                    CEPH,
                    COLD_START,
                    WALL,
                    BATTERY,
                    BUTTON,
                    HARD_STOP,
                    SURGED,
                    BREAKER,
                    COMPONENT -> throw new IllegalStateException(mode.owner() + " has no clock");
        }
        if (waits) {
            all.operator.hears(number);
        } else if (mode.repair().by() == Mode.Repair.By.ITSELF) {
            all.stage.after(all.stage.lasts(mode.repair().lasts(), mode.stream()), Event.MENDED, number, 0);
        }
    }

    private void machineFails(int number, Mode mode, boolean waits) {
        if (!waits) {
            all.machines.restart(mode.subject());
            all.failures.next(number);
        } else if (all.machines.breaks(mode.subject(), mode)) {
            all.operator.hears(number);
        } else {
            all.failures.next(number);
        }
    }

    private void guestFails(int number, Mode mode, boolean waits) {
        if (all.guests.crashes(mode.subject(), waits, all.clusters) && waits) {
            all.operator.hears(number);
        } else {
            all.failures.next(number);
        }
    }

    private void disaster(int site) {
        all.stage.set(lab.standing()[site], false);
        for (int i = 0; i < lab.pools().length; i++) {
            if (lab.nodes()[all.storage.node(i)].site() == site) {
                all.storage.destroy(i);
            }
        }
    }
}
