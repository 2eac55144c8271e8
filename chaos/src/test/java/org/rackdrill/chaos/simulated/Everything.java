package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;

/** Every fault there is, and everything in a lab that it can hit. */
record Everything(Lab lab) {

    /** A fault at something. */
    record Hit(Fault<?> fault, Target target) {
        @Override
        public String toString() {
            return fault.kind().word() + " at " + target.text();
        }
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            for (Target target : targets()) {
                if (kind.targets().contains(target.kind())) {
                    faults(kind).forEach(fault -> hits.add(new Hit(fault, target)));
                }
            }
        }
        return hits;
    }

    /** Returns the fault of a kind in every strength that makes a difference. */
    static List<Fault<?>> faults(FaultKind kind) {
        return switch (kind) {
            case NODE_POWER_LOSS -> List.of(new Fault.NodePowerLoss());
            case NODE_HANG -> List.of(new Fault.NodeHang());
            case NODE_REBOOT -> List.of(new Fault.NodeReboot());
            case PROCESS_KILL -> List.of(new Fault.ProcessKill());
            case SERVICE_CRASH -> List.of(new Fault.ServiceCrash());
            case LINK_DOWN -> List.of(new Fault.LinkDown());
            case LINK_LOSS -> List.of(new Fault.LinkLoss(new Share(0.05)), new Fault.LinkLoss(new Share(1)));
            case LINK_LATENCY -> List.of(new Fault.LinkLatency(Duration.ofMillis(300), Duration.ZERO));
            case LINK_BANDWIDTH -> List.of(new Fault.LinkBandwidth(new Bandwidth(125_000)));
            case PARTITION -> List.of(new Fault.Partition());
            case SWITCH_REBOOT -> List.of(new Fault.SwitchReboot());
            case WAN_DOWN -> List.of(new Fault.WanDown());
            case DNS_DOWN -> List.of(new Fault.DnsDown());
            case MAINS_OUTAGE -> List.of(new Fault.MainsOutage());
            case MAINS_DIP -> List.of(new Fault.MainsDip());
            case UPS_BATTERY_FAULT -> List.of(new Fault.UpsBatteryFault(new Share(0.2)));
            case UPS_COMMUNICATION_LOST -> List.of(new Fault.UpsCommunicationLost());
            case DISK_FAILURE -> List.of(new Fault.DiskFailure());
            case SLOW_DISK -> List.of(new Fault.SlowDisk(Duration.ofMillis(500)));
            case SILENT_CORRUPTION -> List.of(new Fault.SilentCorruption(new Bytes(1e7)));
            case POOL_FULL -> List.of(new Fault.PoolFull(new Share(0.95)), new Fault.PoolFull(new Share(1)));
            case POOL_HUNG -> List.of(new Fault.PoolHung());
            case MEMORY_PRESSURE ->
                List.of(new Fault.MemoryPressure(new Share(0.98)), new Fault.MemoryPressure(new Share(1)));
            case CPU_PRESSURE -> List.of(new Fault.CpuPressure(new Share(1)));
            case CLOCK_SKEW -> List.of(new Fault.ClockSkew(Duration.ofMinutes(5)));
            case DATASET_DELETED -> List.of(new Fault.DatasetDeleted(false), new Fault.DatasetDeleted(true));
            case FILES_ENCRYPTED -> List.of(new Fault.FilesEncrypted(new Share(0.8)));
            case REPLICA_DIVERGED -> List.of(new Fault.ReplicaDiverged());
            case SYNC_CREDENTIALS_BROKEN -> List.of(new Fault.SyncCredentialsBroken());
            case ENCRYPTION_KEY_MISSING -> List.of(new Fault.EncryptionKeyMissing());
            case CERTIFICATE_EXPIRED -> List.of(new Fault.CertificateExpired());
            case IDENTITY_PROVIDER_DOWN -> List.of(new Fault.IdentityProviderDown());
            case MONITORING_DOWN -> List.of(new Fault.MonitoringDown());
            case AUTOMATION_DOWN -> List.of(new Fault.AutomationDown());
            case SITE_LOST -> List.of(new Fault.SiteLost(false), new Fault.SiteLost(true));
        };
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        lab.sites().forEach(site -> {
            targets.add(new Target.Site(site.name()));
            targets.add(new Target.Mains(site.name()));
        });
        lab.ups().forEach(ups -> targets.add(new Target.Ups(ups.name())));
        lab.network().forEach(link -> addLink(targets, link));
        lab.nodes().forEach(node -> addNode(targets, node));
        lab.clusters().forEach(cluster -> addBorders(targets, cluster));
        lab.services().forEach(service -> {
            targets.add(new Target.Service(service.name()));
            service.data().ifPresent(data -> targets.add(new Target.Dataset(service.name())));
        });
        lab.copies().forEach(copy -> targets.add(new Target.Copy(copy.service(), copy.to())));
        return targets;
    }

    private static void addLink(List<Target> targets, Link link) {
        if (link instanceof Link.Box box) {
            targets.add(new Target.Box(box.name()));
            box.uplinks().forEach(uplink -> targets.add(new Target.Cable(box.name(), uplink)));
        } else if (link instanceof Link.Wan) {
            targets.add(new Target.Wan(link.name()));
        } else {
            targets.add(new Target.Vpn(link.name()));
        }
    }

    private static void addNode(List<Target> targets, Node node) {
        targets.add(new Target.Node(node.name()));
        node.networks().forEach(box -> targets.add(new Target.Cable(node.name(), box)));
        node.pools().forEach(pool -> {
            PoolRef ref = new PoolRef(node.name(), pool.name());
            targets.add(new Target.Pool(ref));
            // All disks of a pool are alike; the first and the last show that numbers are right.
            targets.add(new Target.Disk(ref, 1));
            targets.add(new Target.Disk(ref, pool.disks().size()));
        });
    }

    /** Each member against all others. */
    private static void addBorders(List<Target> targets, Cluster cluster) {
        for (String member : cluster.members()) {
            List<String> others = cluster.members().stream()
                    .filter(other -> !other.equals(member))
                    .toList();
            targets.add(new Target.Border(List.of(member), others));
        }
    }
}
