package org.rackdrill.chaos.fault;

import java.time.Duration;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;

/** One fault of each kind, of an ordinary size: to ask a world whether it has a way to do such. */
public final class Sample {
    private static final Share MOST = new Share(0.95);
    private static final Share SOME = new Share(0.1);

    private Sample() {}

    /** Returns a fault of a kind. Of data it never is the sort that nothing brings back. */
    public static Fault<?> of(FaultKind kind) {
        return switch (kind) {
            case NODE_POWER_LOSS -> new Fault.NodePowerLoss();
            case NODE_HANG -> new Fault.NodeHang();
            case NODE_REBOOT -> new Fault.NodeReboot();
            case PROCESS_KILL -> new Fault.ProcessKill();
            case SERVICE_CRASH -> new Fault.ServiceCrash();
            case LINK_DOWN -> new Fault.LinkDown();
            case LINK_LOSS -> new Fault.LinkLoss(SOME);
            case LINK_LATENCY -> new Fault.LinkLatency(Duration.ofMillis(100), Duration.ZERO);
            case LINK_BANDWIDTH -> new Fault.LinkBandwidth(new Bandwidth(125_000));
            case PARTITION -> new Fault.Partition();
            case SWITCH_REBOOT -> new Fault.SwitchReboot();
            case WAN_DOWN -> new Fault.WanDown();
            case DNS_DOWN -> new Fault.DnsDown();
            case MAINS_OUTAGE -> new Fault.MainsOutage();
            case MAINS_DIP -> new Fault.MainsDip();
            case UPS_BATTERY_FAULT -> new Fault.UpsBatteryFault(SOME);
            case UPS_COMMUNICATION_LOST -> new Fault.UpsCommunicationLost();
            case DISK_FAILURE -> new Fault.DiskFailure();
            case SLOW_DISK -> new Fault.SlowDisk(Duration.ofMillis(100));
            case SILENT_CORRUPTION -> new Fault.SilentCorruption(new Bytes(1 << 20));
            case POOL_FULL -> new Fault.PoolFull(MOST);
            case POOL_HUNG -> new Fault.PoolHung();
            case MEMORY_PRESSURE -> new Fault.MemoryPressure(MOST);
            case CPU_PRESSURE -> new Fault.CpuPressure(MOST);
            case CLOCK_SKEW -> new Fault.ClockSkew(Duration.ofMinutes(5));
            case DATASET_DELETED -> new Fault.DatasetDeleted(false);
            case FILES_ENCRYPTED -> new Fault.FilesEncrypted(new Share(1));
            case REPLICA_DIVERGED -> new Fault.ReplicaDiverged();
            case SYNC_CREDENTIALS_BROKEN -> new Fault.SyncCredentialsBroken();
            case ENCRYPTION_KEY_MISSING -> new Fault.EncryptionKeyMissing();
            case CERTIFICATE_EXPIRED -> new Fault.CertificateExpired();
            case IDENTITY_PROVIDER_DOWN -> new Fault.IdentityProviderDown();
            case MONITORING_DOWN -> new Fault.MonitoringDown();
            case AUTOMATION_DOWN -> new Fault.AutomationDown();
            case SITE_LOST -> new Fault.SiteLost(false);
        };
    }
}
