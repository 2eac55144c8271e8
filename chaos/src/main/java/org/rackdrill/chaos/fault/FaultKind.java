package org.rackdrill.chaos.fault;

import static org.rackdrill.chaos.fault.Lasting.MOMENT;
import static org.rackdrill.chaos.fault.Lasting.ONCE_OR_AGAIN;
import static org.rackdrill.chaos.fault.Lasting.OWN_TIME;
import static org.rackdrill.chaos.fault.Lasting.UNTIL_UNDONE;
import static org.rackdrill.chaos.fault.TargetKind.BORDER;
import static org.rackdrill.chaos.fault.TargetKind.BOX;
import static org.rackdrill.chaos.fault.TargetKind.CABLE;
import static org.rackdrill.chaos.fault.TargetKind.COPY;
import static org.rackdrill.chaos.fault.TargetKind.DATASET;
import static org.rackdrill.chaos.fault.TargetKind.DISK;
import static org.rackdrill.chaos.fault.TargetKind.MAINS;
import static org.rackdrill.chaos.fault.TargetKind.NODE;
import static org.rackdrill.chaos.fault.TargetKind.POOL;
import static org.rackdrill.chaos.fault.TargetKind.SERVICE;
import static org.rackdrill.chaos.fault.TargetKind.SITE;
import static org.rackdrill.chaos.fault.TargetKind.UPS;
import static org.rackdrill.chaos.fault.TargetKind.VPN;
import static org.rackdrill.chaos.fault.TargetKind.WAN;

import java.util.List;
import java.util.Locale;

/** Every fault there is, under its word in drill files, with what all worlds must agree on. */
public enum FaultKind {
    NODE_POWER_LOSS(List.of(NODE), UndoKind.POWER_ON, UNTIL_UNDONE, true, "the node loses its power at once"),
    NODE_HANG(List.of(NODE), UndoKind.POWER_CYCLE, UNTIL_UNDONE, true, "the node answers nothing and stays on"),
    NODE_REBOOT(List.of(NODE), UndoKind.BY_ITSELF, MOMENT, false, "the node restarts without warning its guests"),
    PROCESS_KILL(List.of(SERVICE), UndoKind.START, ONCE_OR_AGAIN, false, "the program inside the guest is killed"),
    SERVICE_CRASH(List.of(SERVICE), UndoKind.START, ONCE_OR_AGAIN, false, "the whole guest stops without a shutdown"),

    LINK_DOWN(List.of(CABLE, WAN, VPN), UndoKind.LINK_UP, UNTIL_UNDONE, true, "nothing passes"),
    LINK_LOSS(List.of(CABLE, WAN, VPN), UndoKind.CLEAR_NETWORK, UNTIL_UNDONE, true, "some packets are lost"),
    LINK_LATENCY(List.of(CABLE, WAN, VPN), UndoKind.CLEAR_NETWORK, UNTIL_UNDONE, true, "every packet comes later"),
    LINK_BANDWIDTH(List.of(CABLE, WAN, VPN), UndoKind.CLEAR_NETWORK, UNTIL_UNDONE, true, "less passes in a second"),
    PARTITION(List.of(BORDER), UndoKind.CLEAR_NETWORK, UNTIL_UNDONE, true, "two sets of nodes stop hearing each other"),
    SWITCH_REBOOT(List.of(BOX), UndoKind.BY_ITSELF, OWN_TIME, true, "the router, switch or access point restarts"),
    WAN_DOWN(List.of(WAN), UndoKind.LINK_UP, UNTIL_UNDONE, true, "the internet access is gone"),
    DNS_DOWN(List.of(SERVICE), UndoKind.START, UNTIL_UNDONE, false, "names are no longer resolved"),

    MAINS_OUTAGE(List.of(MAINS), UndoKind.MAINS_ON, UNTIL_UNDONE, true, "the public grid is off"),
    MAINS_DIP(List.of(MAINS), UndoKind.BY_ITSELF, OWN_TIME, false, "the mains sag for less than a second"),
    UPS_BATTERY_FAULT(
            List.of(UPS), UndoKind.RESTORE_UPS, UNTIL_UNDONE, false, "the battery holds less than everybody thinks"),
    UPS_COMMUNICATION_LOST(
            List.of(UPS), UndoKind.RESTORE_UPS, UNTIL_UNDONE, false, "nobody hears what the UPS has to say"),

    DISK_FAILURE(List.of(DISK), UndoKind.ONLINE_DISK, UNTIL_UNDONE, false, "the disk is gone"),
    SLOW_DISK(List.of(DISK), UndoKind.CLEAR_INJECTION, UNTIL_UNDONE, false, "every access takes longer"),
    SILENT_CORRUPTION(List.of(DISK), UndoKind.SCRUB, UNTIL_UNDONE, false, "blocks are wrong and nobody is told"),
    POOL_FULL(List.of(POOL), UndoKind.FREE_SPACE, UNTIL_UNDONE, false, "the pool has no room left"),
    POOL_HUNG(List.of(POOL), UndoKind.POWER_CYCLE, UNTIL_UNDONE, true, "reads and writes never return"),

    MEMORY_PRESSURE(List.of(NODE), UndoKind.END_LOAD, UNTIL_UNDONE, false, "memory is short"),
    CPU_PRESSURE(List.of(NODE), UndoKind.END_LOAD, UNTIL_UNDONE, false, "the processors are busy"),
    CLOCK_SKEW(List.of(NODE), UndoKind.SET_CLOCK, UNTIL_UNDONE, false, "the clock is wrong and not corrected"),

    DATASET_DELETED(List.of(DATASET), UndoKind.MOVE_BACK, UNTIL_UNDONE, false, "somebody deletes the data"),
    FILES_ENCRYPTED(List.of(DATASET), UndoKind.ROLL_BACK, UNTIL_UNDONE, false, "ransomware encrypts files"),
    REPLICA_DIVERGED(List.of(COPY), UndoKind.ROLL_BACK, UNTIL_UNDONE, false, "somebody has written to the copy"),
    SYNC_CREDENTIALS_BROKEN(List.of(COPY), UndoKind.MOVE_BACK, UNTIL_UNDONE, false, "the sync may no longer log in"),
    ENCRYPTION_KEY_MISSING(List.of(POOL, COPY), UndoKind.MOVE_BACK, UNTIL_UNDONE, false, "the key is not at hand"),

    CERTIFICATE_EXPIRED(List.of(SERVICE), UndoKind.MOVE_BACK, UNTIL_UNDONE, false, "the certificate is out of date"),
    IDENTITY_PROVIDER_DOWN(List.of(SERVICE), UndoKind.START, UNTIL_UNDONE, false, "nobody can log in by it"),
    MONITORING_DOWN(List.of(SERVICE), UndoKind.START, UNTIL_UNDONE, false, "nobody is told of anything"),
    AUTOMATION_DOWN(List.of(SERVICE), UndoKind.START, UNTIL_UNDONE, false, "scheduled jobs do not run"),
    SITE_LOST(List.of(SITE), UndoKind.POWER_ON, UNTIL_UNDONE, true, "the whole site is gone");

    private final List<TargetKind> targets;
    private final UndoKind undo;
    private final Lasting lasting;
    private final boolean cutsOff;
    private final String means;

    FaultKind(List<TargetKind> targets, UndoKind undo, Lasting lasting, boolean cutsOff, String means) {
        this.targets = targets;
        this.undo = undo;
        this.lasting = lasting;
        this.cutsOff = cutsOff;
        this.means = means;
    }

    /** Returns its word in drill files, such as {@code node-power-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it can hit. */
    public List<TargetKind> targets() {
        return targets;
    }

    /** Returns how it is taken back, unless the fault itself says otherwise: see {@link Fault#undo}. */
    public UndoKind undo() {
        return undo;
    }

    /** Returns what {@code for} means beside it. */
    public Lasting lasting() {
        return lasting;
    }

    /** Returns whether what it hits may be out of reach afterwards, so that its undo has to wait somewhere else. */
    public boolean cutsOff() {
        return cutsOff;
    }

    /** Returns what happens, as a clause. */
    public String means() {
        return means;
    }
}
