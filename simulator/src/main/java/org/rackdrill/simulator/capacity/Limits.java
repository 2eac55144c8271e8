package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.simulator.capacity.Limit.Kind;

/** What a lab is short of, or will be, the first first. */
final class Limits {

    /**
     * A disk that is busier than this a quarter of the time makes people wait: queues grow with 1 / (1 - utilisation). So do
     * those for processors, whose means hide their peaks.
     */
    private static final double BUSY = 0.8;

    /** What is reached later than this is not the owner's worry today. */
    private static final double SOON_YEARS = 10;

    /** With less room than this above today's load a pool is worth a look. */
    private static final double LITTLE_ROOM = 3;

    private final List<Limit> now = new ArrayList<>();
    private final List<Limit> later = new ArrayList<>();

    private Limits() {}

    static List<Limit> of(
            StorageAnswer storage,
            SpaceAnswer space,
            MemoryAnswer memory,
            CpuAnswer cpu,
            NetworkAnswer network,
            PowerAnswer power) {
        Limits limits = new Limits();
        limits.storage(storage);
        limits.space(space);
        limits.memory(memory);
        limits.cpu(cpu);
        limits.network(network);
        power.sites().forEach(limits::site);
        power.ups().forEach(limits::ups);
        return limits.inOrder();
    }

    private List<Limit> inOrder() {
        // What holds today in the order of its kind and size, but what needs a failure first comes after what has a
        // date.
        List<Limit> all = new ArrayList<>(now.stream()
                .filter(limit -> order(limit) < Kind.SPACE.ordinal())
                .sorted(Comparator.comparingInt(Limits::order)
                        .thenComparingDouble(limit -> -limit.value() / Math.max(1e-9, limit.bound())))
                .toList());
        later.stream().sorted(Comparator.comparingDouble(Limits::years)).forEach(all::add);
        now.stream()
                .filter(limit -> order(limit) >= Kind.SPACE.ordinal())
                .sorted(Comparator.comparingInt(Limits::order))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static int order(Limit limit) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(limit.kind())) {
                return kind.ordinal();
            }
        }
        return Kind.values().length;
    }

    private static double years(Limit limit) {
        Reached when = limit.when();
        Double years = when == null ? null : when.years();
        return years == null ? Double.POSITIVE_INFINITY : years;
    }

    private void storage(StorageAnswer storage) {
        for (StorageAnswer.Overload pool : storage.overloads()) {
            now.add(Limit.now(Kind.OVERLOAD, pool.pool(), "", pool.times().best(), 1));
        }
        for (StorageAnswer.OfPool pool : storage.pools()) {
            double p75 = pool.today().utilisation().p75().best();
            double room = pool.saturatesAt().best();
            if (p75 >= BUSY) {
                now.add(Limit.now(Kind.BUSY, pool.name(), "", p75, BUSY));
            } else if (room < LITTLE_ROOM) {
                now.add(Limit.now(Kind.LOAD, pool.name(), "", room, 1));
            }
        }
        for (StorageAnswer.OfService service : storage.services()) {
            service.goal()
                    .filter(goal -> goal.met().best() < goal.share())
                    .ifPresent(goal -> now.add(Limit.now(
                            Kind.SLOW,
                            service.name(),
                            service.pool(),
                            goal.met().best(),
                            goal.share())));
        }
    }

    private void space(SpaceAnswer space) {
        for (SpaceAnswer.OfPool pool : space.pools()) {
            Double years = pool.rule().years();
            if (years != null && years <= SOON_YEARS) {
                later.add(Limit.later(Kind.SPACE, pool.name(), pool.usedShare().best(), pool.ruleShare(), pool.rule()));
            }
        }
    }

    private void memory(MemoryAnswer memory) {
        for (MemoryAnswer.OfNode node : memory.nodes()) {
            double room = node.installedBytes() - node.systemBytes();
            if (node.guestsBytes() > room) {
                now.add(Limit.now(Kind.MEMORY, node.name(), "", node.guestsBytes(), room));
            }
        }
        for (MemoryAnswer.Lost lost : memory.lost()) {
            lost.out().stream()
                    .filter(out -> out.why().equals("no-room"))
                    .forEach(out -> now.add(
                            Limit.now(Kind.NODE_LOST, lost.node(), out.guest(), out.bytes(), out.mostFreeBytes())));
        }
    }

    private void cpu(CpuAnswer cpu) {
        for (CpuAnswer.OfNode node : cpu.nodes()) {
            node.refused().forEach(no -> now.add(Limit.now(Kind.CORES, no.on(), no.guest(), no.cores(), no.threads())));
            if (node.usedShare().best() > BUSY) {
                now.add(Limit.now(Kind.CPU, node.name(), "", node.used().best(), node.cores()));
            }
        }
        for (CpuAnswer.Lost lost : cpu.lost()) {
            lost.refused()
                    .forEach(no ->
                            now.add(Limit.now(Kind.CORES_LOST, lost.node(), no.guest(), no.cores(), no.threads())));
            lost.nodes().stream()
                    .filter(left -> left.usedShare().best() > BUSY)
                    .forEach(left -> now.add(Limit.now(
                            Kind.CPU_LOST, lost.node(), left.name(), left.used().best(), left.cores())));
        }
    }

    private void network(NetworkAnswer network) {
        for (NetworkAnswer.Job job : network.jobs()) {
            Double years = job.outgrown().years();
            if (job.share().best() > 1) {
                now.add(Limit.now(
                        Kind.WINDOW, job.name(), job.line(), job.hours().best(), job.windowHours()));
            } else if (years != null && years <= SOON_YEARS) {
                later.add(Limit.later(
                        Kind.WINDOW_LATER, job.name(), job.hours().best(), job.windowHours(), job.outgrown()));
            }
        }
    }

    private void site(PowerAnswer.AtSite site) {
        if (site.amps().best() > site.outletAmps()) {
            now.add(Limit.now(Kind.OUTLET, site.name(), "", site.amps().best(), site.outletAmps()));
        } else if (site.mostAmps().best() > site.outletAmps()) {
            now.add(Limit.now(Kind.OUTLET_BUSY, site.name(), "", site.mostAmps().best(), site.outletAmps()));
        }
        PowerAnswer.Circuit circuit = site.circuit();
        if (circuit != null && circuit.withAllAmps().best() > circuit.bearsAmps()) {
            now.add(Limit.now(
                    Kind.BREAKER, site.name(), "", circuit.withAllAmps().best(), circuit.bearsAmps()));
        }
        Double bears = site.inrush().bearsAmps();
        if (bears != null && site.inrush().amps().best() > bears) {
            now.add(Limit.now(Kind.INRUSH, site.name(), "", site.inrush().amps().best(), bears));
        }
    }

    private void ups(PowerAnswer.AtUps ups) {
        boolean over = false;
        for (PowerAnswer.Load load : ups.loads()) {
            if (load.share().best() <= 1) {
                continue;
            }
            double limit = load.watts().best() / load.share().best();
            if (load.at().equals("usual")) {
                over = true;
                now.add(Limit.now(Kind.UPS, ups.name(), "", load.watts().best(), limit));
            } else if (load.at().equals("most") && !over) {
                now.add(Limit.now(Kind.UPS_BUSY, ups.name(), "", load.watts().best(), limit));
            } else if (load.at().startsWith("without ") && !over) {
                now.add(Limit.now(
                        Kind.UPS_LOST,
                        ups.name(),
                        load.at().substring("without ".length()),
                        load.watts().best(),
                        limit));
            }
        }
        Double shutdown = ups.shutdownMinutes();
        double minutes = ups.usual().map(load -> load.minutes().best()).orElse(Double.POSITIVE_INFINITY);
        if (!over && shutdown != null && minutes <= shutdown) {
            now.add(Limit.now(Kind.BATTERY, ups.name(), "", minutes, shutdown));
        }
    }
}
