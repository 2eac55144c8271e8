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
 * How many random operations a second a disk answers. A hard disk is asked one by one, for what a queue adds the model knows by
 * itself; a solid-state disk with a deep queue, for one request keeps only one of its channels busy.
 */
final class DisksAsked {

    private static final double LARGEST_BLOCK = 16_384;

    /** Reads under way that keep all channels of an ordinary solid-state disk busy, and what makers measure with. */
    private static final int DEEP = 32;

    private static final String ONLY_RANDOM =
            "only random reads one by one (`rw=randread`, `iodepth=1`, `bs=4k`) say what a hard disk can do, and of a"
                    + " solid-state disk " + DEEP + " at a time";

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
                        () -> learn(given, benchmark, found));
            }
        }
    }

    private static Optional<String> useless(Given given, Benchmark it) {
        if (!it.direct()) {
            return Optional.of("without `direct=1` it was the memory that answered");
        } else if (!it.random() || it.reads().isEmpty() || it.blockBytes() > LARGEST_BLOCK) {
            return Optional.of(ONLY_RANDOM);
        } else if (it.writes().isPresent()) {
            return Optional.of("reads and writes wait for each other; let it only read");
        } else if (!it.device().matches("/dev/(?:sd|vd|hd|xvd|nvme|disk/).*")) {
            return Optional.of("what was asked is no disk but something above, with caches of its own");
        } else if (given.at().isEmpty()) {
            return Optional.of("it is not said which pool the disk is in; a folder NODE/POOL says it");
        }
        return Optional.empty();
    }

    private void learn(Given given, Benchmark benchmark, Found found) {
        Benchmark.Side reads = benchmark.reads().orElseThrow();
        PoolRef at = given.at().orElseThrow();
        List<Part> disks = pool(at).map(Pool::disks).orElse(List.of());
        if (disks.isEmpty() || disks.stream().map(Part::model).distinct().count() > 1) {
            found.leave(given.file(), "the disks of " + at + " differ, and which one was asked is not said");
            return;
        }
        Setting<Iops> before = disks.get(0).traits().get(Trait.RANDOM_IOPS);
        boolean solid = before.value().perSecond() > HardDisk.MOST_PER_SECOND;
        Optional<String> why = solid ? tooShallow(benchmark) : noArm(benchmark, reads);
        if (why.isPresent()) {
            found.leave(given.file(), why.get());
            return;
        }
        if (before.range().certain()) {
            found.leave(given.file(), "`iops` of " + at + " is known exactly in the lab file");
            return;
        }
        found.add(moved(at, before, reads, solid ? benchmark.depth() + " at a time" : "one by one", given.file()));
    }

    private static Optional<String> noArm(Benchmark benchmark, Benchmark.Side reads) {
        if (benchmark.depth() > 1) {
            return Optional.of(ONLY_RANDOM);
        }
        return reads.perSecond() > HardDisk.MOST_PER_SECOND
                ? Optional.of("no arm moves that often, and the lab file says that it is a hard disk")
                : Optional.empty();
    }

    /** With fewer under way some channels are idle, and what is measured is the time of one read. */
    private static Optional<String> tooShallow(Benchmark benchmark) {
        return benchmark.depth() < DEEP
                ? Optional.of("a solid-state disk shows what it can do with " + DEEP
                        + " reads or more under way (`iodepth=" + DEEP + "`)")
                : Optional.empty();
    }

    /** Logarithms of both are nearly normal, so that each counts as its precision. */
    private Moved moved(PoolRef at, Setting<Iops> before, Benchmark.Side reads, String how, String file) {
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
                Found.count(reads.count(), "random read") + " " + how + ", " + Uncertain.digits(reads.perSecond())
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
