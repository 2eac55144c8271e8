package org.rackdrill.model.lab;

import static org.rackdrill.model.lab.Trait.ALARMED;
import static org.rackdrill.model.lab.Trait.ALARM_AFTER;
import static org.rackdrill.model.lab.Trait.ARMING;
import static org.rackdrill.model.lab.Trait.BATCH_SPREAD;
import static org.rackdrill.model.lab.Trait.BATTERY_DIES;
import static org.rackdrill.model.lab.Trait.BATTERY_LIFE;
import static org.rackdrill.model.lab.Trait.BIT_FLIPS;
import static org.rackdrill.model.lab.Trait.BOOT;
import static org.rackdrill.model.lab.Trait.BOOT_DISK_FAILS;
import static org.rackdrill.model.lab.Trait.BOOT_IOPS;
import static org.rackdrill.model.lab.Trait.BYPASS;
import static org.rackdrill.model.lab.Trait.CAPACITY;
import static org.rackdrill.model.lab.Trait.CLEANING;
import static org.rackdrill.model.lab.Trait.CONTROLLERS;
import static org.rackdrill.model.lab.Trait.CONTROLLER_FAILS;
import static org.rackdrill.model.lab.Trait.CPU;
import static org.rackdrill.model.lab.Trait.CRASHES;
import static org.rackdrill.model.lab.Trait.CUTS_MAINS;
import static org.rackdrill.model.lab.Trait.CUTS_WAN;
import static org.rackdrill.model.lab.Trait.DECAYS;
import static org.rackdrill.model.lab.Trait.DEPTH;
import static org.rackdrill.model.lab.Trait.DIPS;
import static org.rackdrill.model.lab.Trait.DIP_LASTS;
import static org.rackdrill.model.lab.Trait.DOWN;
import static org.rackdrill.model.lab.Trait.ECC_PRICE;
import static org.rackdrill.model.lab.Trait.EFFICIENCY;
import static org.rackdrill.model.lab.Trait.EVERY;
import static org.rackdrill.model.lab.Trait.FAILBACK_TAKES;
import static org.rackdrill.model.lab.Trait.FAILOVER_TAKES;
import static org.rackdrill.model.lab.Trait.FAILS;
import static org.rackdrill.model.lab.Trait.FOUND_AFTER;
import static org.rackdrill.model.lab.Trait.GETS_SNAPSHOTS;
import static org.rackdrill.model.lab.Trait.HANGS;
import static org.rackdrill.model.lab.Trait.HARD_STOP;
import static org.rackdrill.model.lab.Trait.HOPELESS;
import static org.rackdrill.model.lab.Trait.HOTTEST_TENTH;
import static org.rackdrill.model.lab.Trait.IDLE_WATTS;
import static org.rackdrill.model.lab.Trait.INRUSH;
import static org.rackdrill.model.lab.Trait.LAN;
import static org.rackdrill.model.lab.Trait.LASTS;
import static org.rackdrill.model.lab.Trait.LATENT;
import static org.rackdrill.model.lab.Trait.LINE;
import static org.rackdrill.model.lab.Trait.MAX_WATTS;
import static org.rackdrill.model.lab.Trait.MEMORY;
import static org.rackdrill.model.lab.Trait.MISSED_AFTER;
import static org.rackdrill.model.lab.Trait.MOUNTS_RECOVER;
import static org.rackdrill.model.lab.Trait.NEVER_WORKED;
import static org.rackdrill.model.lab.Trait.POST;
import static org.rackdrill.model.lab.Trait.PRICE;
import static org.rackdrill.model.lab.Trait.PSUS;
import static org.rackdrill.model.lab.Trait.PSU_FAILS;
import static org.rackdrill.model.lab.Trait.PSU_WEARS_OUT;
import static org.rackdrill.model.lab.Trait.RANDOM_IOPS;
import static org.rackdrill.model.lab.Trait.REACHES_DATA;
import static org.rackdrill.model.lab.Trait.READS;
import static org.rackdrill.model.lab.Trait.REBUILD;
import static org.rackdrill.model.lab.Trait.REBUILD_STRESS;
import static org.rackdrill.model.lab.Trait.RECHARGE;
import static org.rackdrill.model.lab.Trait.RECONCILING;
import static org.rackdrill.model.lab.Trait.REPAIR;
import static org.rackdrill.model.lab.Trait.REPLACE_TAKES;
import static org.rackdrill.model.lab.Trait.RESTORE_TAKES;
import static org.rackdrill.model.lab.Trait.REWRITTEN;
import static org.rackdrill.model.lab.Trait.RUNTIME;
import static org.rackdrill.model.lab.Trait.SCRUB_TAKES;
import static org.rackdrill.model.lab.Trait.SEEN_AFTER;
import static org.rackdrill.model.lab.Trait.SEQUENTIAL;
import static org.rackdrill.model.lab.Trait.SEQUENTIAL_SHARE;
import static org.rackdrill.model.lab.Trait.SHUTDOWN;
import static org.rackdrill.model.lab.Trait.SIZE;
import static org.rackdrill.model.lab.Trait.SUSTAINED;
import static org.rackdrill.model.lab.Trait.SYNC;
import static org.rackdrill.model.lab.Trait.SYNC_TAKES;
import static org.rackdrill.model.lab.Trait.SYNC_WRITES;
import static org.rackdrill.model.lab.Trait.TAKES_SNAPSHOTS;
import static org.rackdrill.model.lab.Trait.TOPOLOGY;
import static org.rackdrill.model.lab.Trait.TRANSFER_RESETS;
import static org.rackdrill.model.lab.Trait.UNANSWERED;
import static org.rackdrill.model.lab.Trait.UNDOING;
import static org.rackdrill.model.lab.Trait.UP;
import static org.rackdrill.model.lab.Trait.UPDATE_TAKES;
import static org.rackdrill.model.lab.Trait.UPS_ALARM_AFTER;
import static org.rackdrill.model.lab.Trait.URGENCY;
import static org.rackdrill.model.lab.Trait.VOLT_AMPERES;
import static org.rackdrill.model.lab.Trait.WAN_LASTS;
import static org.rackdrill.model.lab.Trait.WATTS;
import static org.rackdrill.model.lab.Trait.WATT_LIMIT;
import static org.rackdrill.model.lab.Trait.WEARS_OUT;
import static org.rackdrill.model.lab.Trait.WHEN;
import static org.rackdrill.model.lab.Trait.WORKING_SET;
import static org.rackdrill.model.lab.Trait.WRITES;
import static org.rackdrill.model.lab.Trait.WRITE_CACHE;

import java.util.List;

/** What a catalogue entry describes; each kind has a generic entry that carries every one of its traits. */
public enum PartKind {
    /** A computer: server, mini PC, NAS. Its operating system is a part of its own. */
    NODE(
            "generic-node",
            List.of(
                    FAILS,
                    WEARS_OUT,
                    REPAIR,
                    PSUS,
                    PSU_FAILS,
                    PSU_WEARS_OUT,
                    BOOT_DISK_FAILS,
                    CONTROLLERS,
                    CONTROLLER_FAILS,
                    POST,
                    IDLE_WATTS,
                    WATTS,
                    MAX_WATTS,
                    INRUSH,
                    MEMORY,
                    CPU,
                    PRICE,
                    ECC_PRICE)),
    /** Hypervisor or NAS system on a node. */
    OS("generic-os", List.of(CRASHES, HANGS, BOOT, SHUTDOWN, HARD_STOP, UPDATE_TAKES)),
    /** An uninterruptible power supply. */
    UPS(
            "generic-ups",
            List.of(
                    FAILS,
                    WEARS_OUT,
                    REPAIR,
                    VOLT_AMPERES,
                    WATT_LIMIT,
                    TOPOLOGY,
                    RUNTIME,
                    EFFICIENCY,
                    RECHARGE,
                    BATTERY_LIFE,
                    BATTERY_DIES,
                    TRANSFER_RESETS,
                    BYPASS,
                    PRICE)),
    /** A router or gateway. */
    ROUTER("generic-router", List.of(FAILS, REPAIR, CRASHES, HANGS, BOOT, UPDATE_TAKES, WATTS, MAX_WATTS, PRICE)),
    /** A switch. */
    SWITCH("generic-switch-1g", List.of(FAILS, REPAIR, CRASHES, HANGS, BOOT, UPDATE_TAKES, WATTS, MAX_WATTS, PRICE)),
    /** A wireless access point. */
    ACCESS_POINT(
            "generic-access-point",
            List.of(FAILS, REPAIR, CRASHES, HANGS, BOOT, UPDATE_TAKES, WATTS, MAX_WATTS, PRICE)),
    /** An internet access with what the provider puts on the wall. */
    WAN("generic-wan", List.of(FAILS, LASTS, DIPS, DIP_LASTS, LINE, UP, DOWN, WATTS, PRICE)),
    /** A tunnel between two routers. */
    VPN("generic-vpn", List.of(CRASHES, HANGS, BOOT)),
    /** A hard disk or SSD. */
    DISK(
            "generic-hdd",
            List.of(
                    FAILS,
                    WEARS_OUT,
                    REPAIR,
                    LATENT,
                    BATCH_SPREAD,
                    REBUILD_STRESS,
                    CAPACITY,
                    SEQUENTIAL,
                    REBUILD,
                    RANDOM_IOPS,
                    SYNC_WRITES,
                    WRITE_CACHE,
                    SUSTAINED,
                    WATTS,
                    PRICE)),
    /** The public grid at one place. */
    MAINS("generic-mains", List.of(FAILS, LASTS, DIPS, DIP_LASTS)),
    /** Storms of one region, which take mains and internet of several sites together. */
    STORMS("generic-storms", List.of(EVERY, CUTS_MAINS, LASTS, CUTS_WAN, WAN_LASTS)),
    /** Heatwaves of one region, in which networks shed load and fail. */
    HEATWAVES("generic-heatwaves", List.of(EVERY, CUTS_MAINS, LASTS, CUTS_WAN, WAN_LASTS)),
    /** What runs on a node: container, virtual machine or plain program. */
    GUEST("generic-container", List.of(CRASHES, HANGS, BOOT, MOUNTS_RECOVER, BOOT_IOPS)),
    /** What a service asks of disks, for one person, camera or machine. */
    WORKLOAD(
            "generic-workload",
            List.of(READS, WRITES, SIZE, SYNC, SEQUENTIAL_SHARE, WORKING_SET, HOTTEST_TENTH, WHEN, DEPTH, URGENCY)),
    /** Something that guards against harm and can itself fail unseen. */
    PROTECTION("generic-protection", List.of(DECAYS, ALARMED, NEVER_WORKED, HOPELESS)),
    /** How data are harmed by people, attackers and memory. */
    DATA_RISK(
            "generic-data-risk",
            List.of(
                    TAKES_SNAPSHOTS,
                    MISSED_AFTER,
                    GETS_SNAPSHOTS,
                    SEEN_AFTER,
                    CLEANING,
                    BIT_FLIPS,
                    REACHES_DATA,
                    FOUND_AFTER,
                    RECONCILING)),
    /** How much a copy has to carry, and how fast. */
    TRANSFER("generic-transfer", List.of(REWRITTEN, LAN)),
    /** How long it takes to notice things, and to do them by hand or by a drill. */
    WORK(
            "generic-work",
            List.of(
                    ALARM_AFTER,
                    UPS_ALARM_AFTER,
                    FAILOVER_TAKES,
                    FAILBACK_TAKES,
                    RESTORE_TAKES,
                    SYNC_TAKES,
                    SCRUB_TAKES,
                    REPLACE_TAKES,
                    ARMING,
                    UNDOING,
                    UNANSWERED)),
    /** Anything else that fails and is repaired by itself. */
    COMPONENT("generic-component", List.of(FAILS, REPAIR));

    private final String generic;
    private final List<Trait<?>> traits;

    PartKind(String generic, List<Trait<?>> traits) {
        this.generic = generic;
        this.traits = traits;
    }

    /** Returns the name of the catalogue entry that stands in where nothing better is known. */
    public String generic() {
        return generic;
    }

    /** Returns the traits that every part of this kind has. */
    public List<Trait<?>> traits() {
        return traits;
    }
}
