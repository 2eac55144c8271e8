package org.rackdrill.chaos.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.measurement.DiskLoad;
import org.rackdrill.model.lab.Demand;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;

/**
 * What services ask of a pool, from what it was seen to do. That is what memory has not answered, so it is written as a load
 * that prefers nothing and that memory cannot answer once more.
 */
final class LoadsSeen {

    private final Lab lab;

    LoadsSeen(Lab lab) {
        this.lab = lab;
    }

    void learn(List<Given> all, Found found) {
        for (Given given : all) {
            if (given.measurement() instanceof DiskLoad load) {
                learn(given, load, all, found);
            }
        }
    }

    private void learn(Given given, DiskLoad load, List<Given> all, Found found) {
        Optional<PoolRef> at = load.pool() ? named(load, given) : given.at();
        if (at.isEmpty()) {
            found.leave(
                    given.file(),
                    "which pool of the lab " + Found.shown(load.device())
                            + " is or belongs to is not said; a folder NODE/POOL says it");
            return;
        }
        if (!load.pool() && !stands(given, load, all)) {
            found.leave(
                    given.file(),
                    "operations of single disks hold parity and copies; record `zpool iostat`, or the"
                            + " one device that stands for the pool, such as `md2`");
            return;
        }
        if (load.readsPerSecond() + load.writesPerSecond() == 0) {
            found.leave(given.file(), Found.shown(load.device()) + " did nothing in that time");
            return;
        }
        List<Service> asking = lab.services().stream()
                .filter(service ->
                        service.demand().loads().stream().anyMatch(it -> it.at().equals(at.get())))
                .toList();
        String written = text(load, at.get());
        if (asking.size() != 1) {
            found.leave(
                    given.file(),
                    (asking.isEmpty() ? "no service asks" : asking.size() + " services ask") + " anything of "
                            + at.get()
                            + ", and which of them asks what is not measured; of all together it is `load: " + written
                            + "`");
            return;
        }
        Service service = asking.get(0);
        found.add(new Moved(
                List.of("services." + service.name() + ".load"),
                said(service.demand()),
                written,
                Optional.empty(),
                load.sinceBoot()
                        ? "the mean since the machine was started (" + given.file() + ")"
                        : "the mean of " + Found.count(load.samples(), "look") + " (" + given.file()
                                + "); another day may ask something else"));
    }

    /** A pool says its name; a folder must not say another one. */
    private Optional<PoolRef> named(DiskLoad load, Given given) {
        List<PoolRef> called = new ArrayList<>();
        lab.nodes()
                .forEach(node -> node.pools().stream()
                        .filter(pool -> pool.name().equals(load.device()))
                        .forEach(pool -> called.add(new PoolRef(node.name(), pool.name()))));
        return given.at()
                .filter(called::contains)
                .or(() -> called.stream().filter(it -> called.size() == 1).findFirst());
    }

    /** Whether it is the only device of its record, or the only one that is made of others. */
    private static boolean stands(Given given, DiskLoad load, List<Given> all) {
        List<String> devices = all.stream()
                .filter(it -> it.file().equals(given.file()) && it.measurement() instanceof DiskLoad)
                .map(it -> ((DiskLoad) it.measurement()).device())
                .toList();
        List<String> made = devices.stream().filter(it -> it.matches("md\\d+")).toList();
        return devices.size() == 1 || made.equals(List.of(load.device()));
    }

    private String text(DiskLoad load, PoolRef at) {
        double operations = load.readsPerSecond() + load.writesPerSecond();
        double bytes = load.readsPerSecond() * load.readBytes() + load.writesPerSecond() * load.writeBytes();
        return "{at: " + at + ", reads: " + Uncertain.digits(load.readsPerSecond()) + "/s, writes: "
                + Uncertain.digits(load.writesPerSecond()) + "/s, size: "
                + Uncertain.digits(Math.max(0.5, bytes / operations / 1024)) + " KiB, working-set: "
                + Uncertain.digits(capacity(at) / 1e12) + " TB, hottest-tenth: 10%}";
    }

    private double capacity(PoolRef at) {
        return lab.nodes().stream()
                .filter(node -> node.name().equals(at.node()))
                .flatMap(node -> node.pools().stream())
                .filter(pool -> pool.name().equals(at.pool()))
                .flatMap((Pool pool) -> pool.disks().stream())
                .mapToDouble((Part disk) -> disk.traits().value(Trait.CAPACITY).count())
                .sum();
    }

    private static String said(Demand demand) {
        return demand.loads().stream()
                .map(it -> Uncertain.digits(it.scale()) + " x " + it.profile().model()
                        + (it.assumed() ? " (assumed)" : ""))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing");
    }
}
