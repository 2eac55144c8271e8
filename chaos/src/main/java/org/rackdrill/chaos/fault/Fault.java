package org.rackdrill.chaos.fault;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;

/**
 * Something that is broken on purpose: the same in the simulator, in the sandbox and on live machines.
 *
 * @param <T> what it can hit
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Fault<T extends Target> {

    /** Returns which fault it is, and with it what all faults of this kind have in common. */
    FaultKind kind();

    /** Returns how it is taken back. */
    default UndoKind undo() {
        return kind().undo();
    }

    /** A node without power. */
    record NodePowerLoss() implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.NODE_POWER_LOSS;
        }
    }

    /** A node that answers nothing and stays on. */
    record NodeHang() implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.NODE_HANG;
        }
    }

    /** A restart without warning. */
    record NodeReboot() implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.NODE_REBOOT;
        }
    }

    /** The death of the program inside a guest. */
    record ProcessKill() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.PROCESS_KILL;
        }
    }

    /** The death of a whole guest. */
    record ServiceCrash() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.SERVICE_CRASH;
        }
    }

    /** A line on which nothing passes. */
    record LinkDown() implements Fault<Target.Line> {
        @Override
        public FaultKind kind() {
            return FaultKind.LINK_DOWN;
        }
    }

    /**
     * A line that loses packets.
     *
     * @param lost of all packets, in both directions
     */
    record LinkLoss(Share lost) implements Fault<Target.Line> {
        @Override
        public FaultKind kind() {
            return FaultKind.LINK_LOSS;
        }
    }

    /**
     * A line on which every packet comes later.
     *
     * @param extra added to the way there, and again to the way back
     * @param jitter how far single packets differ from that; zero for none
     */
    record LinkLatency(Duration extra, Duration jitter) implements Fault<Target.Line> {
        @Override
        public FaultKind kind() {
            return FaultKind.LINK_LATENCY;
        }
    }

    /**
     * A line on which less passes.
     *
     * @param limit in each direction
     */
    record LinkBandwidth(Bandwidth limit) implements Fault<Target.Line> {
        @Override
        public FaultKind kind() {
            return FaultKind.LINK_BANDWIDTH;
        }
    }

    /** Two sets of nodes that stop hearing each other. */
    record Partition() implements Fault<Target.Border> {
        @Override
        public FaultKind kind() {
            return FaultKind.PARTITION;
        }
    }

    /** The restart of a router, switch or access point. */
    record SwitchReboot() implements Fault<Target.Box> {
        @Override
        public FaultKind kind() {
            return FaultKind.SWITCH_REBOOT;
        }
    }

    /** An internet access that is gone. */
    record WanDown() implements Fault<Target.Wan> {
        @Override
        public FaultKind kind() {
            return FaultKind.WAN_DOWN;
        }
    }

    /** No answers about names. */
    record DnsDown() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.DNS_DOWN;
        }
    }

    /** A public grid that is off. */
    record MainsOutage() implements Fault<Target.Mains> {
        @Override
        public FaultKind kind() {
            return FaultKind.MAINS_OUTAGE;
        }
    }

    /** A sag of less than a second. */
    record MainsDip() implements Fault<Target.Mains> {
        @Override
        public FaultKind kind() {
            return FaultKind.MAINS_DIP;
        }
    }

    /**
     * A battery that holds less than everybody thinks.
     *
     * @param holds of the charge that it should hold
     */
    record UpsBatteryFault(Share holds) implements Fault<Target.Ups> {
        @Override
        public FaultKind kind() {
            return FaultKind.UPS_BATTERY_FAULT;
        }
    }

    /** A UPS that nobody hears. */
    record UpsCommunicationLost() implements Fault<Target.Ups> {
        @Override
        public FaultKind kind() {
            return FaultKind.UPS_COMMUNICATION_LOST;
        }
    }

    /** A disk that is gone. */
    record DiskFailure() implements Fault<Target.Disk> {
        @Override
        public FaultKind kind() {
            return FaultKind.DISK_FAILURE;
        }
    }

    /**
     * A disk that is slow and reports nothing.
     *
     * @param extra added to every read and write
     */
    record SlowDisk(Duration extra) implements Fault<Target.Disk> {
        @Override
        public FaultKind kind() {
            return FaultKind.SLOW_DISK;
        }
    }

    /**
     * Blocks that are wrong without an error.
     *
     * @param amount how much is overwritten, over the whole disk
     */
    record SilentCorruption(Bytes amount) implements Fault<Target.Disk> {
        @Override
        public FaultKind kind() {
            return FaultKind.SILENT_CORRUPTION;
        }
    }

    /**
     * A pool without room.
     *
     * @param to of its capacity that is then taken
     */
    record PoolFull(Share to) implements Fault<Target.Pool> {
        @Override
        public FaultKind kind() {
            return FaultKind.POOL_FULL;
        }
    }

    /** A pool whose reads and writes never return. */
    record PoolHung() implements Fault<Target.Pool> {
        @Override
        public FaultKind kind() {
            return FaultKind.POOL_HUNG;
        }
    }

    /**
     * A node that is short of memory.
     *
     * @param to of its memory that is then taken
     */
    record MemoryPressure(Share to) implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.MEMORY_PRESSURE;
        }
    }

    /**
     * A node whose processors are busy.
     *
     * @param to of its processors that are then busy
     */
    record CpuPressure(Share to) implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.CPU_PRESSURE;
        }
    }

    /**
     * A clock that is wrong.
     *
     * @param by ahead of the true time; behind it when negative
     */
    record ClockSkew(Duration by) implements Fault<Target.Node> {
        @Override
        public FaultKind kind() {
            return FaultKind.CLOCK_SKEW;
        }
    }

    /**
     * Data that somebody has deleted.
     *
     * @param snapshots whether their snapshots are deleted with them, which nothing but a copy survives
     */
    record DatasetDeleted(boolean snapshots) implements Fault<Target.Dataset> {
        @Override
        public FaultKind kind() {
            return FaultKind.DATASET_DELETED;
        }

        @Override
        public UndoKind undo() {
            return snapshots ? UndoKind.IRREVERSIBLE : kind().undo();
        }
    }

    /**
     * Files that ransomware has encrypted.
     *
     * @param files of all files
     */
    record FilesEncrypted(Share files) implements Fault<Target.Dataset> {
        @Override
        public FaultKind kind() {
            return FaultKind.FILES_ENCRYPTED;
        }
    }

    /** A copy that somebody has written to, so that the next sync does not fit. */
    record ReplicaDiverged() implements Fault<Target.Copy> {
        @Override
        public FaultKind kind() {
            return FaultKind.REPLICA_DIVERGED;
        }
    }

    /** A sync that may no longer log in. */
    record SyncCredentialsBroken() implements Fault<Target.Copy> {
        @Override
        public FaultKind kind() {
            return FaultKind.SYNC_CREDENTIALS_BROKEN;
        }
    }

    /** Data whose key is not at hand. */
    record EncryptionKeyMissing() implements Fault<Target.Locked> {
        @Override
        public FaultKind kind() {
            return FaultKind.ENCRYPTION_KEY_MISSING;
        }
    }

    /** A certificate that is out of date. */
    record CertificateExpired() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.CERTIFICATE_EXPIRED;
        }
    }

    /** No login by the identity provider. */
    record IdentityProviderDown() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.IDENTITY_PROVIDER_DOWN;
        }
    }

    /** Nobody who watches. */
    record MonitoringDown() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.MONITORING_DOWN;
        }
    }

    /** No scheduled jobs. */
    record AutomationDown() implements Fault<Target.Service> {
        @Override
        public FaultKind kind() {
            return FaultKind.AUTOMATION_DOWN;
        }
    }

    /**
     * A site that is gone.
     *
     * @param destroyed whether everything there is destroyed, as by fire; otherwise it only has no power and no lines
     */
    record SiteLost(boolean destroyed) implements Fault<Target.Site> {
        @Override
        public FaultKind kind() {
            return FaultKind.SITE_LOST;
        }

        @Override
        public UndoKind undo() {
            return destroyed ? UndoKind.IRREVERSIBLE : kind().undo();
        }
    }
}
