package org.rackdrill.model.lab;

import java.util.List;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.quantity.VoltAmperes;
import org.rackdrill.model.quantity.Watts;

/**
 * A property that a part has, as the catalogue and the lab file spell it.
 *
 * @param key the key in YAML
 * @param type of the value
 * @param means one sentence for the schema and {@code explain}
 */
public record Trait<T>(String key, Class<T> type, String means) {

    public static final Trait<Life> FAILS = life("fails", "time to a failure that needs a repair or a new part");
    public static final Trait<Life> WEARS_OUT =
            life("wears-out", "time until it is worn out, beside the failures by chance in `fails`");
    public static final Trait<Life> REPAIR = life("repair", "getting the part or the repair when there is no spare");
    public static final Trait<Life> CRASHES = life("crashes", "time to a crash or hang of its software");
    public static final Trait<Share> HANGS = share("hangs", "crashes that wait for a person instead of restarting");
    public static final Trait<Life> BOOT = life("boot", "from firmware to ready (a guest: from start to ready)");
    public static final Trait<Life> POST = life("post", "from power to the boot loader");
    public static final Trait<Life> SHUTDOWN = life("shutdown", "stopping all guests and powering off in order");
    public static final Trait<Share> HARD_STOP =
            share("hard-stop", "losses of power without a shutdown after which it waits for a person");
    public static final Trait<Life> UPDATE_TAKES = life("update-takes", "down for a firmware or system update");
    public static final Trait<Watts> IDLE_WATTS = watts("idle-watts", "power when it does nothing");
    public static final Trait<Watts> WATTS = watts("watts", "power on an ordinary day");
    public static final Trait<Watts> MAX_WATTS = watts("max-watts", "power at full load, PoE included");
    public static final Trait<Integer> PSUS =
            new Trait<>("psus", Integer.class, "power supplies, one of which is enough");
    public static final Trait<Life> PSU_FAILS = life("psu-fails", "time to the failure of one power supply");
    public static final Trait<Life> PSU_WEARS_OUT =
            life("psu-wears-out", "time until a power supply is worn out, beside the failures in `psu-fails`");
    public static final Trait<Life> BOOT_DISK_FAILS = life("boot-disk-fails", "time to the loss of the boot disk");
    public static final Trait<Amps> INRUSH = new Trait<>(
            "inrush", Amps.class, "current of its first half wave after power returns, as a circuit breaker feels it");
    public static final Trait<Integer> CONTROLLERS =
            new Trait<>("controllers", Integer.class, "disk controllers that share the disks of each pool in turn");
    public static final Trait<Life> CONTROLLER_FAILS =
            life("controller-fails", "time to the failure of one disk controller or backplane, its disks left whole");
    public static final Trait<Bytes> MEMORY = new Trait<>("memory", Bytes.class, "memory installed");
    public static final Trait<Processor> CPU =
            new Trait<>("cpu", Processor.class, "processor cores, and the threads that they run at once");
    public static final Trait<VoltAmperes> VOLT_AMPERES =
            new Trait<>("volt-amperes", VoltAmperes.class, "apparent power it can carry");
    public static final Trait<Watts> WATT_LIMIT = watts("watt-limit", "real power it can carry");
    public static final Trait<Topology> TOPOLOGY = new Trait<>("topology", Topology.class, "how the UPS is built");
    public static final Trait<RuntimeCurve> RUNTIME =
            new Trait<>("runtime", RuntimeCurve.class, "minutes on a new, full battery by load");
    public static final Trait<Share> EFFICIENCY = share("efficiency", "output over input power on mains");
    public static final Trait<Life> RECHARGE = life("recharge", "from empty to 90 % charged");
    public static final Trait<Life> BATTERY_LIFE = life("battery-life", "until the battery holds 80 % of its runtime");
    public static final Trait<Life> BATTERY_DIES =
            life("battery-dies", "time to a battery that carries nothing, which nobody sees");
    public static final Trait<Share> TRANSFER_RESETS = share(
            "transfer-resets", "machines that a standby UPS resets when it takes over; line-interactive: a tenth");
    public static final Trait<Share> BYPASS =
            share("bypass", "failures of its own after which it passes the mains through");
    public static final Trait<Bytes> CAPACITY = new Trait<>("capacity", Bytes.class, "size as sold");
    public static final Trait<Life> LATENT =
            life("latent-errors", "time to an unreadable block that nobody sees, per disk");
    public static final Trait<Share> BATCH_SPREAD =
            share("batch-spread", "how much the hazards of disks differ by batch: standard deviation over mean");
    public static final Trait<Share> REBUILD_STRESS =
            share("rebuild-stress", "how much the hazard of a disk grows while its group resilvers");
    public static final Trait<Bandwidth> SEQUENTIAL = bandwidth("sequential", "streaming rate, mean over the platter");
    public static final Trait<Bandwidth> REBUILD = bandwidth("rebuild", "rate of a resilver in an aged pool, per disk");
    public static final Trait<Iops> RANDOM_IOPS = new Trait<>("iops", Iops.class, "random operations a second");
    public static final Trait<Iops> SYNC_WRITES = new Trait<>(
            "sync-writes", Iops.class, "synchronous writes a second, one after the other: little without capacitors");
    public static final Trait<Bytes> WRITE_CACHE =
            new Trait<>("write-cache", Bytes.class, "what it takes in at full speed before it slows down");
    public static final Trait<Bandwidth> SUSTAINED = bandwidth("sustained", "rate of a write that never ends");
    public static final Trait<Life> LASTS = life("lasts", "how long an outage lasts");
    public static final Trait<Life> DIPS = life("dips", "time to a momentary interruption");
    public static final Trait<Life> DIP_LASTS = life("dip-lasts", "how long a momentary interruption lasts");
    public static final Trait<Share> MOUNTS_RECOVER =
            share("mounts-recover", "restarts of its storage after which its network drives work again by themselves");
    public static final Trait<Iops> BOOT_IOPS =
            new Trait<>("boot-iops", Iops.class, "random operations a second that its start asks of the disks");
    public static final Trait<Life> EVERY =
            life("every", "time between two storms, or heatwaves, that cut power in the region");
    public static final Trait<Share> CUTS_MAINS = share("cuts-mains", "storms that take the mains of a site");
    public static final Trait<Share> CUTS_WAN =
            share("cuts-wan", "internet accesses that fail too where a storm has taken the mains");
    public static final Trait<Life> WAN_LASTS = life("wan-lasts", "how long a storm takes an internet access away");
    public static final Trait<Line> LINE = new Trait<>("line", Line.class, "what the internet access comes in by");
    public static final Trait<Bandwidth> UP = bandwidth("up", "upload rate");
    public static final Trait<Bandwidth> DOWN = bandwidth("down", "download rate");

    public static final Trait<Iops> READS =
            new Trait<>("reads", Iops.class, "reads a second in the mean over the week, for each unit");
    public static final Trait<Iops> WRITES =
            new Trait<>("writes", Iops.class, "writes a second in the mean over the week, for each unit");
    public static final Trait<Bytes> SIZE = new Trait<>("size", Bytes.class, "size of a request");
    public static final Trait<Share> SYNC = share("sync", "writes that wait until a power cut cannot take them away");
    public static final Trait<Share> SEQUENTIAL_SHARE =
            share("in-sequence", "requests that go on where the one before ended");
    public static final Trait<Bytes> WORKING_SET =
            new Trait<>("working-set", Bytes.class, "what is asked for again and again, for each unit");
    public static final Trait<Share> HOTTEST_TENTH = share(
            "hottest-tenth", "requests that go to the most popular tenth of the working set; 10% is no preference");
    public static final Trait<Daily> WHEN = new Trait<>("when", Daily.class, "when in the week it comes");
    public static final Trait<Integer> DEPTH = new Trait<>(
            "depth",
            Integer.class,
            "requests always under way, for what goes as fast as it is let; 0 for what comes when it comes");
    public static final Trait<Urgency> URGENCY = new Trait<>("urgency", Urgency.class, "who goes first at a disk");

    public static final Trait<Life> DECAYS = life("decays", "time until it silently stops working");
    public static final Trait<Share> ALARMED = share("alarmed", "silent failures that something reports by itself");
    public static final Trait<Share> NEVER_WORKED =
            share("never-worked", "those that did not work from the start where nobody has tried");
    public static final Trait<Share> HOPELESS =
            share("hopeless", "silent failures that cannot be mended any more when it is needed");

    public static final Trait<Share> TAKES_SNAPSHOTS = share(
            "takes-snapshots", "deletions by mistake that take a dataset with its snapshots along (zfs destroy -r)");
    public static final Trait<Life> MISSED_AFTER =
            life("missed-after", "until somebody misses what was deleted from a service that goes on working");
    public static final Trait<Share> GETS_SNAPSHOTS = share(
            "gets-snapshots", "attacks that also destroy snapshots and backups wherever a host of the lab may do so");
    public static final Trait<Life> SEEN_AFTER = life("seen-after", "until an attack that encrypts files is seen");
    public static final Trait<Life> CLEANING =
            life("cleaning", "making sure of every host after an attack, before anything is restored");
    public static final Trait<Life> BIT_FLIPS = life("bit-flips", "time to a wrong bit in one memory module of 16 GiB");
    public static final Trait<Share> REACHES_DATA =
            share("reaches-data", "wrong bits in memory without ECC that are written into somebody's files");
    public static final Trait<Life> FOUND_AFTER = life("found-after", "until somebody opens a file with wrong data");
    public static final Trait<Life> RECONCILING =
            life("reconciling", "work to make data agree that were restored from different moments");

    public static final Trait<Life> REWRITTEN =
            life("rewritten", "until as much of a dataset has been changed as it holds, beside its growth");
    public static final Trait<Bandwidth> LAN = bandwidth("lan", "what a cable between two machines carries of data");
    public static final Trait<Life> ALARM_AFTER =
            life("alarm-after", "from something going wrong to the alarm that the monitoring raises");
    public static final Trait<Life> UPS_ALARM_AFTER =
            life("ups-alarm-after", "from a UPS that says something is wrong, or nothing at all, to the alarm");
    public static final Trait<Life> FAILOVER_TAKES =
            life("failover", "moving a service by hand, until it starts elsewhere");
    public static final Trait<Life> FAILBACK_TAKES =
            life("failback", "moving a service home by hand, what has to be copied included, until it starts there");
    public static final Trait<Life> RESTORE_TAKES =
            life("restore-proof", "a restore on trial, beside reading the data: preparing and comparing");
    public static final Trait<Life> SYNC_TAKES = life("sync", "a sync, beside carrying the data: finding what to send");
    public static final Trait<Life> SCRUB_TAKES = life("scrub", "a scrub, beside reading the blocks");
    public static final Trait<Life> REPLACE_TAKES = life("replace-disk", "a new disk put to work, beside filling it");
    public static final Trait<Life> ARMING =
            life("arming", "from a drill's step to its fault, while its way back is laid");
    public static final Trait<Life> UNDOING = life("undoing", "from a drill's word to undo a fault until it is undone");
    public static final Trait<Life> UNANSWERED =
            life("unanswered", "a drill's look at something silent, until it is given up");
    public static final Trait<Money> PRICE = money("price", "what one costs to buy");
    public static final Trait<Money> ECC_PRICE = money("ecc-price", "what memory with ECC costs in place of its own");

    /** Every trait there is, in the order in which documentation lists them. */
    public static final List<Trait<?>> ALL = List.of(
            FAILS,
            WEARS_OUT,
            REPAIR,
            CRASHES,
            HANGS,
            BOOT,
            POST,
            SHUTDOWN,
            HARD_STOP,
            UPDATE_TAKES,
            IDLE_WATTS,
            WATTS,
            MAX_WATTS,
            PSUS,
            PSU_FAILS,
            PSU_WEARS_OUT,
            BOOT_DISK_FAILS,
            CONTROLLERS,
            CONTROLLER_FAILS,
            INRUSH,
            MEMORY,
            CPU,
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
            CAPACITY,
            LATENT,
            BATCH_SPREAD,
            REBUILD_STRESS,
            SEQUENTIAL,
            REBUILD,
            RANDOM_IOPS,
            SYNC_WRITES,
            WRITE_CACHE,
            SUSTAINED,
            READS,
            WRITES,
            SIZE,
            SYNC,
            SEQUENTIAL_SHARE,
            WORKING_SET,
            HOTTEST_TENTH,
            WHEN,
            DEPTH,
            URGENCY,
            LASTS,
            DIPS,
            DIP_LASTS,
            MOUNTS_RECOVER,
            BOOT_IOPS,
            EVERY,
            CUTS_MAINS,
            CUTS_WAN,
            WAN_LASTS,
            LINE,
            UP,
            DOWN,
            DECAYS,
            ALARMED,
            NEVER_WORKED,
            HOPELESS,
            TAKES_SNAPSHOTS,
            MISSED_AFTER,
            GETS_SNAPSHOTS,
            SEEN_AFTER,
            CLEANING,
            BIT_FLIPS,
            REACHES_DATA,
            FOUND_AFTER,
            RECONCILING,
            REWRITTEN,
            LAN,
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
            UNANSWERED,
            PRICE,
            ECC_PRICE);

    private static Trait<Life> life(String key, String means) {
        return new Trait<>(key, Life.class, means);
    }

    private static Trait<Share> share(String key, String means) {
        return new Trait<>(key, Share.class, means);
    }

    private static Trait<Watts> watts(String key, String means) {
        return new Trait<>(key, Watts.class, means);
    }

    private static Trait<Money> money(String key, String means) {
        return new Trait<>(key, Money.class, means);
    }

    private static Trait<Bandwidth> bandwidth(String key, String means) {
        return new Trait<>(key, Bandwidth.class, means);
    }
}
