package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;

/** Makes faults and operations out of what stands beside their targets. */
final class Faults {

    private static final Share ALL = new Share(1);
    private static final Share NEARLY_ALL = new Share(0.95);
    private static final Bytes MEBIBYTE = new Bytes(1 << 20);
    private static final Duration SLOW = Duration.ofMillis(50);

    private Faults() {}

    /** Returns a fault with the strength that a file says, or a default; what is missing has been noted. */
    static Fault<?> fault(FaultKind kind, Fields fields) {
        return switch (kind) {
            case NODE_POWER_LOSS -> new Fault.NodePowerLoss();
            case NODE_HANG -> new Fault.NodeHang();
            case NODE_REBOOT -> new Fault.NodeReboot();
            case PROCESS_KILL -> new Fault.ProcessKill();
            case SERVICE_CRASH -> new Fault.ServiceCrash();
            case LINK_DOWN -> new Fault.LinkDown();
            case LINK_LOSS -> new Fault.LinkLoss(or(fields, FaultKeys.LOST, ALL));
            case LINK_LATENCY ->
                new Fault.LinkLatency(
                        or(fields, FaultKeys.EXTRA, Duration.ZERO), or(fields, FaultKeys.JITTER, Duration.ZERO));
            case LINK_BANDWIDTH -> new Fault.LinkBandwidth(or(fields, FaultKeys.LIMIT, new Bandwidth(0)));
            case PARTITION -> new Fault.Partition();
            case SWITCH_REBOOT -> new Fault.SwitchReboot();
            case WAN_DOWN -> new Fault.WanDown();
            case DNS_DOWN -> new Fault.DnsDown();
            case MAINS_OUTAGE -> new Fault.MainsOutage();
            case MAINS_DIP -> new Fault.MainsDip();
            case UPS_BATTERY_FAULT -> new Fault.UpsBatteryFault(or(fields, FaultKeys.HOLDS, new Share(0)));
            case UPS_COMMUNICATION_LOST -> new Fault.UpsCommunicationLost();
            case DISK_FAILURE -> new Fault.DiskFailure();
            case SLOW_DISK -> new Fault.SlowDisk(or(fields, FaultKeys.SLOWER, SLOW));
            case SILENT_CORRUPTION -> new Fault.SilentCorruption(or(fields, FaultKeys.AMOUNT, MEBIBYTE));
            case POOL_FULL -> new Fault.PoolFull(or(fields, FaultKeys.FILLED, ALL));
            case POOL_HUNG -> new Fault.PoolHung();
            default -> more(kind, fields);
        };
    }

    private static Fault<?> more(FaultKind kind, Fields fields) {
        return switch (kind) {
            case MEMORY_PRESSURE -> new Fault.MemoryPressure(or(fields, FaultKeys.LOADED, NEARLY_ALL));
            case CPU_PRESSURE -> new Fault.CpuPressure(or(fields, FaultKeys.LOADED, NEARLY_ALL));
            case CLOCK_SKEW -> new Fault.ClockSkew(or(fields, FaultKeys.BY, Duration.ZERO));
            case DATASET_DELETED -> new Fault.DatasetDeleted(or(fields, FaultKeys.SNAPSHOTS, false));
            case FILES_ENCRYPTED -> new Fault.FilesEncrypted(or(fields, FaultKeys.FILES, ALL));
            case REPLICA_DIVERGED -> new Fault.ReplicaDiverged();
            case SYNC_CREDENTIALS_BROKEN -> new Fault.SyncCredentialsBroken();
            case ENCRYPTION_KEY_MISSING -> new Fault.EncryptionKeyMissing();
            case CERTIFICATE_EXPIRED -> new Fault.CertificateExpired();
            case IDENTITY_PROVIDER_DOWN -> new Fault.IdentityProviderDown();
            case MONITORING_DOWN -> new Fault.MonitoringDown();
            case AUTOMATION_DOWN -> new Fault.AutomationDown();
            case SITE_LOST -> new Fault.SiteLost(or(fields, FaultKeys.DESTROYED, true));
            default -> throw new IllegalStateException("nobody can make the fault " + kind);
        };
    }

    /** Returns an operation; names of nodes have been looked up. */
    static Operation<?> operation(OperationKind kind, Optional<String> node) {
        return switch (kind) {
            case FAILOVER -> new Operation.Failover(node);
            case FAILBACK -> new Operation.Failback();
            case SYNC -> new Operation.Sync();
            case SCRUB -> new Operation.Scrub();
            case BACKUP -> new Operation.Backup();
            case RESTORE_PROOF -> new Operation.RestoreProof(node);
            case REPLACE_DISK -> new Operation.ReplaceDisk();
            case MAINTENANCE_ON -> new Operation.MaintenanceOn();
            case MAINTENANCE_OFF -> new Operation.MaintenanceOff();
            case ORDERED_SHUTDOWN -> new Operation.OrderedShutdown();
            case START -> new Operation.Start();
        };
    }

    private static <T> T or(Fields fields, Key<T> key, T fallback) {
        return fields.get(key).orElse(fallback);
    }
}
