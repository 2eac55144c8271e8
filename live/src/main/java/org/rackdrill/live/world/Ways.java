package org.rackdrill.live.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.lab.Service;

/**
 * Which host does a fault, and what it is told. What cuts its target off is done by a witness: whoever switches the
 * target's power, or the rack where the whole physical world is ours.
 */
final class Ways {

    private final Lab lab;
    private final Hosts hosts;
    private final Eyes eyes;

    Ways(Lab lab, Hosts hosts, Eyes eyes) {
        this.lab = lab;
        this.hosts = hosts;
        this.eyes = eyes;
    }

    /**
     * Returns the way of a fault.
     *
     * @param lasts how long it is to stay; none: it is done once, or stays until the end
     */
    Way of(Hit hit, Optional<Duration> lasts) {
        Map<String, String> words = amounts(hit.fault());
        lasts.ifPresent(time -> lasting(hit.fault(), time, words));
        words.put("fault", hit.fault().kind().word());
        return place(hit.fault(), hit.target(), words);
    }

    /** What is over at once unless somebody says how long it shall stay. */
    private static void lasting(Fault<?> fault, Duration lasts, Map<String, String> words) {
        switch (fault.kind().lasting()) {
            case ONCE_OR_AGAIN -> words.put("stay", "yes");
            case OWN_TIME -> words.put("lasts", Long.toString(Math.max(1, lasts.toSeconds())));
            case MOMENT, UNTIL_UNDONE -> {}
        }
    }

    private Way place(Fault<?> fault, Target target, Map<String, String> words) {
        if (target instanceof Target.Node node) {
            return node(fault, node, words);
        } else if (target instanceof Target.Service service) {
            return service(service, words);
        } else if (target instanceof Target.Disk disk) {
            words.put("disk", Integer.toString(disk.number()));
            return pool(disk.pool(), words);
        } else if (target instanceof Target.Pool pool) {
            return fault instanceof Fault.EncryptionKeyMissing ? locked(pool.at(), words) : pool(pool.at(), words);
        } else if (target instanceof Target.Dataset data) {
            return dataset(data, words);
        } else if (target instanceof Target.Copy copy) {
            return copy(fault, copy, words);
        }
        return physical(fault, target, words);
    }

    private Way node(Fault<?> fault, Target.Node node, Map<String, String> words) {
        if (fault instanceof Fault.MemoryPressure
                || fault instanceof Fault.CpuPressure
                || fault instanceof Fault.ClockSkew) {
            return Way.at(node.name(), words);
        }
        words.put("node", node.name());
        return witness(node.name())
                .map(witness -> Way.at(witness, words))
                .orElseGet(() -> Way.none("the lab does not say who switches the power of " + node.name()
                        + ": write `power: through NODE`"));
    }

    /** Returns who switches the power of a node. */
    Optional<String> witness(String node) {
        return reach(node).flatMap(Reach::power);
    }

    private Way service(Target.Service service, Map<String, String> words) {
        Optional<Reach> reach = reach(service.name());
        Optional<String> resource = reach.flatMap(Reach::resource);
        Optional<String> unit = reach.flatMap(Reach::unit);
        if (resource.isEmpty() && unit.isEmpty()) {
            return Way.none("the lab does not say what " + service.name() + " is: write `unit:` or `resource:`");
        }
        resource.ifPresent(name -> words.put("resource", name));
        unit.ifPresent(name -> words.put("unit", name));
        return Way.at(runners(service.name()), words);
    }

    /** The node that runs it first, then where else it may run. */
    private List<String> runners(String service) {
        List<String> on = lab.service(service).map(Service::on).orElse(List.of());
        return Stream.concat(eyes.runs(service).stream(), on.stream())
                .distinct()
                .toList();
    }

    private static Way pool(PoolRef at, Map<String, String> words) {
        words.put("pool", at.pool());
        return Way.at(at.node(), words);
    }

    /** The key of a pool is that of the dataset at its root. */
    private static Way locked(PoolRef at, Map<String, String> words) {
        words.put("dataset", at.pool());
        return Way.at(at.node(), words);
    }

    private Way dataset(Target.Dataset data, Map<String, String> words) {
        Optional<PoolRef> at =
                lab.service(data.service()).flatMap(Service::data).map(Service.Data::at);
        if (at.isEmpty()) {
            return Way.none(data.service() + " has no data");
        }
        words.put("dataset", dataset(data.service(), at.get()));
        return Way.at(at.get().node(), words);
    }

    /** Returns the name of the dataset that holds the data of a service. */
    private String dataset(String service, PoolRef at) {
        return reach(service).flatMap(Reach::dataset).orElse(at.pool() + "/" + service);
    }

    private Way copy(Fault<?> fault, Target.Copy target, Map<String, String> words) {
        words.put(
                "dataset",
                reach(target.text()).flatMap(Reach::dataset).orElse(target.at().pool() + "/" + target.service()));
        if (fault instanceof Fault.SyncCredentialsBroken) {
            return Way.at(logsIn(target), words);
        }
        return Way.at(target.at().node(), words);
    }

    /** The host that holds the password of the other one. */
    private List<String> logsIn(Target.Copy target) {
        boolean pulls = lab.copies().stream()
                .anyMatch(copy -> copy.service().equals(target.service())
                        && copy.to().equals(target.at())
                        && copy.direction() == Copy.Direction.PULL);
        return pulls
                ? List.of(target.at().node())
                : lab.service(target.service()).flatMap(Service::data).stream()
                        .map(data -> data.at().node())
                        .toList();
    }

    private Way physical(Fault<?> fault, Target target, Map<String, String> words) {
        if (hosts.host(Reach.RACK).isEmpty()) {
            return Way.none("nothing that we may drive switches " + target.text() + " on these machines");
        }
        if (target instanceof Target.Cable cable) {
            words.put("port", port(cable));
        } else if (target instanceof Target.Wan wan) {
            words.put(fault instanceof Fault.WanDown ? "wan" : "port", wan.name());
        } else if (target instanceof Target.Vpn vpn) {
            words.put("port", vpn.name());
        } else if (target instanceof Target.Border border) {
            words.put("these", String.join(",", border.these()));
            words.put("those", String.join(",", border.those()));
        } else if (target instanceof Target.Site site) {
            // The line to the other site stays: whoever runs the drill may stand behind it.
            words.put("nodes", nodes(site));
        } else if (target instanceof Target.Mains mains) {
            words.put("site", mains.site());
        } else {
            words.put(target.kind().name().toLowerCase(Locale.ROOT), target.text());
        }
        return Way.at(Reach.RACK, words);
    }

    /** A port has the name of what is plugged into it; the switch itself is plugged into the router. */
    private String port(Target.Cable cable) {
        return lab.node(cable.from()).isPresent() ? cable.from() : cable.to();
    }

    private String nodes(Target.Site site) {
        return lab.nodes().stream()
                .filter(node -> node.site().equals(site.name()))
                .map(Node::name)
                .collect(Collectors.joining(","));
    }

    private Optional<Reach> reach(String name) {
        return Optional.ofNullable(lab.reach().get(name));
    }

    /** Amounts as plain numbers: percent, milliseconds, kilobits a second, bytes, seconds. */
    private static Map<String, String> amounts(Fault<?> fault) {
        Map<String, String> words = new HashMap<>();
        if (fault instanceof Fault.LinkLoss it) {
            words.put("lost", percent(it.lost().fraction()));
        } else if (fault instanceof Fault.LinkLatency it) {
            words.put("extra", millis(it.extra()));
            words.put("jitter", millis(it.jitter()));
        } else if (fault instanceof Fault.LinkBandwidth it) {
            words.put("limit", number(it.limit().bytesPerSecond() * 8 / 1000));
        } else if (fault instanceof Fault.UpsBatteryFault it) {
            words.put("to", percent(it.holds().fraction()));
        } else if (fault instanceof Fault.SlowDisk it) {
            words.put("extra", millis(it.extra()));
        } else if (fault instanceof Fault.SilentCorruption it) {
            words.put("amount", number(it.amount().count()));
        } else if (fault instanceof Fault.PoolFull it) {
            words.put("to", percent(it.to().fraction()));
        } else if (fault instanceof Fault.MemoryPressure it) {
            words.put("to", percent(it.to().fraction()));
        } else if (fault instanceof Fault.CpuPressure it) {
            words.put("to", percent(it.to().fraction()));
        } else if (fault instanceof Fault.ClockSkew it) {
            words.put("by", Long.toString(it.by().toSeconds()));
        } else if (fault instanceof Fault.DatasetDeleted it && it.snapshots()) {
            words.put("snapshots", "destroyed");
        } else if (fault instanceof Fault.FilesEncrypted it) {
            words.put("files", percent(it.files().fraction()));
        } else if (fault instanceof Fault.SiteLost it && it.destroyed()) {
            words.put("destroyed", "yes");
        }
        return words;
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction * 100)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static String number(double amount) {
        return BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
