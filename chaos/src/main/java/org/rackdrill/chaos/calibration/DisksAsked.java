package org.rackdrill.chaos.calibration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.chaos.measurement.Benchmark;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.reading.Explained;
import org.rackdrill.simulator.storage.HardDisk;

/**
 * How many random operations a second a hard disk answers, from a benchmark that asked one by one. What a queue adds the model
 * knows by itself.
 */
final class DisksAsked {

    private static final double LARGEST_BLOCK = 16_384;

    /** The 95th percentile of the normal distribution. */
    private static final double Z95 = 1.6448536269514722;

    /** How far disks of one model, and places of one disk, differ: our estimate. */
    private static final double BETWEEN_DISKS = 0.04;

    private final Lab lab;
    private final List<Explained> explained;

    DisksAsked(Lab lab, List<Explained> explained) {
        this.lab = lab;
        this.explained = explained;
    }

    void learn(List<Given> all, Found found) {
        for (Given given : all) {
            if (given.measurement() instanceof Benchmark benchmark) {
                Optional<String> useless = useless(given, benchmark);
                useless.ifPresentOrElse(
                        why -> found.leave(given.file(), "job " + Found.shown(benchmark.job()) + ": " + why),
                        () -> learn(given, benchmark.reads().orElseThrow(), found));
            }
        }
    }

    private static Optional<String> useless(Given given, Benchmark it) {
        if (!it.direct()) {
            return Optional.of("without `direct=1` it was the memory that answered");
        } else if (!it.random() || it.reads().isEmpty() || it.depth() > 1 || it.blockBytes() > LARGEST_BLOCK) {
            return Optional.of(
                    "only random reads one by one (`rw=randread`, `iodepth=1`, `bs=4k`) say what a disk can do");
        } else if (it.writes().isPresent()) {
            return Optional.of("reads and writes wait for each other; let it only read");
        } else if (!it.device().matches("/dev/(?:sd|vd|hd|xvd|disk/).*")) {
            return Optional.of("what was asked is no disk but something above, with caches of its own");
        } else if (given.at().isEmpty()) {
            return Optional.of("it is not said which pool the disk is in; a folder NODE/POOL says it");
        }
        return Optional.empty();
    }

    private void learn(Given given, Benchmark.Side reads, Found found) {
        PoolRef at = given.at().orElseThrow();
        List<Part> disks = pool(at).map(Pool::disks).orElse(List.of());
        if (disks.isEmpty() || disks.stream().map(Part::model).distinct().count() > 1) {
            found.leave(given.file(), "the disks of " + at + " differ, and which one was asked is not said");
            return;
        }
        if (reads.perSecond() > HardDisk.MOST_PER_SECOND) {
            found.leave(given.file(), "no arm moves that often, and of solid-state disks one by one says little");
            return;
        }
        Setting<Iops> before = disks.get(0).traits().get(Trait.RANDOM_IOPS);
        if (before.range().certain()) {
            found.leave(given.file(), "`iops` of " + at + " is known exactly in the lab file");
            return;
        }
        found.add(moved(at, before, reads, given.file()));
    }

    /** Logarithms of both are nearly normal, so that each counts as its precision. */
    private Moved moved(PoolRef at, Setting<Iops> before, Benchmark.Side reads, String file) {
        double width = Math.log(before.range().high() / before.range().low()) / 2 / Z95;
        double sure = 1 / (width * width);
        double seen = 1 / (BETWEEN_DISKS * BETWEEN_DISKS + 1.0 / reads.count());
        double best = before.value().perSecond();
        double now = Math.exp((sure * Math.log(best) + seen * Math.log(reads.perSecond())) / (sure + seen));
        double half = Math.exp(Z95 / Math.sqrt(sure + seen));
        String path = "nodes\\." + Pattern.quote(at.node()) + "\\.pools\\." + Pattern.quote(at.pool())
                + "\\.disks(?:\\[\\d+])?\\.iops";
        List<String> paths = explained.stream()
                .map(Explained::path)
                .filter(it -> it.matches(path))
                .toList();
        return new Moved(
                paths,
                before.text() + " (" + rate(best * before.range().low()) + " - "
                        + rate(best * before.range().high()) + ")",
                rate(now) + " (" + rate(now / half) + " - " + rate(now * half) + ")",
                Optional.of(now / best),
                Found.count(reads.count(), "random read") + " one by one, " + Uncertain.digits(reads.perSecond())
                        + " a second (" + file + ")");
    }

    private Optional<Pool> pool(PoolRef at) {
        return lab.nodes().stream()
                .filter(node -> node.name().equals(at.node()))
                .flatMap(node -> node.pools().stream())
                .filter(pool -> pool.name().equals(at.pool()))
                .findFirst();
    }

    private static String rate(double perSecond) {
        return Uncertain.digits(perSecond) + " IOPS";
    }
}
