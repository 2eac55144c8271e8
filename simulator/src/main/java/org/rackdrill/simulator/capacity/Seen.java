package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.storage.Observed;

/** What one run of a pool showed, by service. */
final class Seen {

    private static final double ROUNDING = 1e-12;

    private final PoolModel pool;
    private final Observed observed;

    Seen(PoolModel pool, Observed observed) {
        this.pool = pool;
        this.observed = observed;
    }

    /** Returns the disk with the most work. */
    Observed.OfDevice busiest() {
        return observed.devices().subList(0, pool.disks()).stream()
                .max(Comparator.comparingDouble(Observed.OfDevice::utilisation))
                .orElseThrow();
    }

    /** Returns the utilisation of the busiest disk that a share of the windows does not exceed. */
    double utilisation(double share) {
        double[] windows =
                busiest().windows().stream().mapToDouble(it -> it).sorted().toArray();
        return quantile(windows, share);
    }

    /** Returns the value that a share of sorted numbers does not exceed. */
    static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /** Returns how often memory or the cache device had what was read. */
    double hitRatio() {
        double asked = 0;
        double hits = 0;
        for (Stream stream : pool.streams()) {
            double reads = stream.reads() / stream.run();
            asked += reads;
            hits += reads * of(stream).map(Observed.OfLoad::hitShare).orElse(0.0);
        }
        return asked == 0 ? 0 : hits / asked;
    }

    Optional<Observed.OfLoad> of(Stream stream) {
        return of(stream.name());
    }

    Optional<Observed.OfLoad> of(String load) {
        return observed.loads().stream().filter(it -> it.name().equals(load)).findFirst();
    }

    /** Returns how long all answers took that somebody waits for. */
    LogHistogram times() {
        LogHistogram all = new LogHistogram();
        for (Stream stream : pool.streams()) {
            if (stream.service().isPresent() && !stream.background()) {
                of(stream).ifPresent(load -> all.add(load.times()));
            }
        }
        return all;
    }

    /** Returns how long the answers to each service took. */
    Map<String, LogHistogram> timesByService() {
        Map<String, LogHistogram> times = new LinkedHashMap<>();
        for (Stream stream : pool.streams()) {
            stream.service()
                    .ifPresent(service -> of(stream)
                            .ifPresent(load -> times.computeIfAbsent(service, name -> new LogHistogram())
                                    .add(load.times())));
        }
        return times;
    }

    /** Returns the share of the windows in which a service had enough answers in time. */
    double met(String service, double share) {
        boolean[] kept = kept(service, share);
        int all = 0;
        for (boolean one : kept) {
            all += one ? 1 : 0;
        }
        return kept.length == 0 ? 1 : all / (double) kept.length;
    }

    /** Returns for each window whether a service had enough answers in time; none when it asked nothing. */
    boolean[] kept(String service, double share) {
        double[] sums = new double[0];
        double weight = 0;
        for (Stream stream : pool.streams()) {
            Optional<Observed.OfLoad> load = of(stream);
            if (stream.service().filter(service::equals).isPresent() && load.isPresent()) {
                List<Double> within = load.get().within();
                sums = sums.length == 0 ? new double[within.size()] : sums;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += within.get(i) * load.get().perSecond();
                }
                weight += load.get().perSecond();
            }
        }
        boolean[] kept = new boolean[sums.length];
        for (int i = 0; i < sums.length; i++) {
            kept[i] = sums[i] >= share * weight - ROUNDING;
        }
        return kept;
    }

    /** Returns how many requests were answered a second, in the mean. */
    double perSecond() {
        return pool.streams().stream()
                .flatMap(stream -> of(stream).stream())
                .mapToDouble(Observed.OfLoad::perSecond)
                .sum();
    }

    /** Returns the share of what came that found too many before it. */
    double refused() {
        List<Double> refused = new ArrayList<>();
        observed.loads().forEach(load -> refused.add(load.refusedShare()));
        return refused.stream().mapToDouble(it -> it).max().orElse(0);
    }
}
