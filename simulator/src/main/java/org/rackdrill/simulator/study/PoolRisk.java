package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.simulator.compiled.BatchPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.exact.Chain;

/**
 * How often disks fail a pool in one year of the study: a Markov chain over failed disks, whose rates are those of
 * renewal theory for disks of their age, averaged over the luck of the batch. Resilvers strain by the share of the time
 * of a repair that they take.
 */
final class PoolRisk {

    /** Points and weights of the Gauss-Hermite rule with five points, for a normal number. */
    private static final double[] NORMAL = {
        0, 1.355626179974266, -1.355626179974266, 2.856970013872806, -2.856970013872806
    };

    private static final double[] WEIGHT = {
        0.5333333333333333, 0.2220759220056126, 0.2220759220056126, 0.0112574113277207, 0.0112574113277207
    };

    private static final int STEPS_A_YEAR = 12;

    /** Years are computed at once, since each needs those before it. */
    private static final int LEAST_YEARS = 10;

    private final CompiledLab lab;

    /**
     * Failures a year of a disk, by kind of pool, set of parameters, point of the rule and year; several threads may ask.
     * A hall of equal nodes has one kind of pool.
     */
    private final Map<Object, Map<double[], double[][]>> known = new ConcurrentHashMap<>();

    private final Map<PoolPlan, Object> kinds = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * What was asked about pools that are alike.
     *
     * @param disks that a group has lost
     */
    private record Asked(int alike, int year, double replaceHours, int disks) {}

    /** How often groups lose so many disks, by set of parameters. */
    private final Map<Asked, Map<double[], Double>> found = new ConcurrentHashMap<>();

    private final Map<PoolPlan, Integer> alikes = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Object, Integer> numbers = new HashMap<>();

    /** Found out once: a large lab has many disks. */
    private final boolean ages;

    PoolRisk(CompiledLab lab) {
        this.lab = lab;
        ages = Arrays.stream(lab.disks()).anyMatch(disk -> !lab.lives().ageless(lab.modes()[disk.mode()].fails()));
    }

    /** Returns whether some disk fails more often in one year than in another. */
    boolean ages() {
        return ages;
    }

    /**
     * Returns how often a disk of a pool fails, in failures an hour.
     *
     * @param year of the study, the next one being 0
     */
    double failureRate(PoolPlan pool, double[] factors, int year) {
        return averaged(pool, factors, year, rate -> rate);
    }

    /**
     * Returns how often a pool loses more disks than it bears, an hour.
     *
     * @param replaceHours from the failure of a disk to the new one in its place
     */
    double loss(PoolPlan pool, double[] factors, int year, double replaceHours) {
        return pool.groups() * gone(pool, factors, year, replaceHours, pool.tolerance() + 1);
    }

    /** Returns how often a group has lost so many disks at once, an hour. */
    private double gone(PoolPlan pool, double[] factors, int year, double replaceHours, int disks) {
        Map<double[], Double> byDraw = found.computeIfAbsent(
                new Asked(alike(pool), year, replaceHours, disks),
                key -> Collections.synchronizedMap(new IdentityHashMap<>()));
        Double before = byDraw.get(factors);
        if (before != null) {
            return before;
        }
        double gone = averaged(
                pool,
                factors,
                year,
                rate -> chain(pool, factors, replaceHours, rate, disks).absorptionRate());
        byDraw.put(factors, gone);
        return gone;
    }

    /** Returns how often redundancy is gone while an unreadable block waits on what is left, an hour. */
    double damaged(PoolPlan pool, double[] factors, int year, double replaceHours) {
        double latent = 0;
        int left = pool.disks().length / pool.groups() - pool.tolerance();
        for (int i = 0; i < left; i++) {
            latent += 1 / lab.lives().mean(pool.latent()[i], factors);
        }
        if (pool.tolerance() == 0 || latent == 0) {
            return latent;
        }
        double exhausted = pool.groups() * gone(pool, factors, year, replaceHours, pool.tolerance());
        return exhausted
                * (pool.errorsFound() >= 0
                        ? foundOneByOne(pool, factors, year, left)
                        : foundByScrubs(pool, factors, replaceHours, latent));
    }

    /** Each disk is clean and not in turn; what nobody finds has added up since the start. */
    private double foundOneByOne(PoolPlan pool, double[] factors, int year, int left) {
        double found = lab.lives().mean(pool.errorsFound(), factors);
        double clean = 1;
        for (int i = 0; i < left; i++) {
            double latent = lab.lives().mean(pool.latent()[i], factors);
            clean *= Double.isInfinite(found)
                    ? Math.exp(-(year + 0.5) * Hours.PER_YEAR / latent)
                    : latent / (latent + found);
        }
        return 1 - clean;
    }

    /**
     * The last scrub was some time ago, any time up to its interval with equal chance; and as much longer as a resilver
     * runs already, which there is only where the group had lost another disk before.
     */
    private double foundByScrubs(PoolPlan pool, double[] factors, double replaceHours, double latent) {
        double expected = latent * pool.scrubHours();
        double unseen = -Math.expm1(-expected) / expected;
        double resilver = resilverHours(pool, factors);
        double during = latent * resilver;
        if (!pool.scrubPauses() || pool.tolerance() < 2 || during == 0) {
            return 1 - unseen;
        }
        double share = resilver / (resilver + waitHours(pool, replaceHours));
        return 1 - unseen * (1 - share + share * -Math.expm1(-during) / during);
    }

    private Chain chain(PoolPlan pool, double[] factors, double replaceHours, double rate, int last) {
        int disks = pool.disks().length / pool.groups();
        double resilver = resilverHours(pool, factors);
        double repair = resilver + waitHours(pool, replaceHours);
        double strained = repair == 0 ? 1 : 1 + strain(pool, factors) * resilver / repair;
        Chain chain = new Chain(last + 1);
        for (int failed = 0; failed < last; failed++) {
            chain.rate(failed, failed + 1, (disks - failed) * rate * (failed == 0 ? 1 : strained));
            if (failed > 0) {
                chain.rate(failed, failed - 1, failed / Math.max(repair, 1e-6));
            }
        }
        return chain;
    }

    private static double waitHours(PoolPlan pool, double replaceHours) {
        return pool.spares() > 0 ? 0 : replaceHours;
    }

    private static double resilverHours(PoolPlan pool, double[] factors) {
        return pool.resilverHours() / factors[pool.rebuildParameter()];
    }

    private double strain(PoolPlan pool, double[] factors) {
        double sum = 0;
        for (int disk : pool.disks()) {
            DiskPlan it = lab.disks()[disk];
            sum += it.strain() * factors[it.strainParameter()];
        }
        return sum / pool.disks().length;
    }

    /** Something that depends on how often disks fail. */
    private interface OfRate {
        double of(double perHour);
    }

    private double averaged(PoolPlan pool, double[] factors, int year, OfRate what) {
        Map<double[], double[][]> ofPool =
                known.computeIfAbsent(kind(pool), key -> Collections.synchronizedMap(new IdentityHashMap<>()));
        double[][] failures = ofPool.get(factors);
        if (failures == null || failures[0].length <= year) {
            failures = failures(pool, factors, Math.max(LEAST_YEARS, year + 1));
            ofPool.put(factors, failures);
        }
        double sum = 0;
        for (int i = 0; i < failures.length; i++) {
            sum += (failures.length == 1 ? 1 : WEIGHT[i]) * what.of(failures[i][year] / Hours.PER_YEAR);
        }
        return sum;
    }

    /** Returns what pools have in common whose disks fail as often; batches are only told apart. */
    private Object kind(PoolPlan pool) {
        return kinds.computeIfAbsent(pool, key -> {
            int[] batches = Arrays.stream(pool.disks())
                    .map(disk -> lab.disks()[disk].batch())
                    .distinct()
                    .sorted()
                    .toArray();
            List<Object> kind = new ArrayList<>();
            for (int number : pool.disks()) {
                DiskPlan disk = lab.disks()[number];
                BatchPlan batch = lab.batches()[disk.batch()];
                kind.add(List.of(lab.modes()[disk.mode()].fails(), lab.ages().hours()[disk.mode()]));
                kind.add(List.of(Arrays.binarySearch(batches, disk.batch()), batch.spread(), batch.parameter()));
            }
            return kind;
        });
    }

    /** Returns a number that pools share whose groups lose disks as often. */
    private int alike(PoolPlan pool) {
        Integer known = alikes.get(pool);
        if (known != null) {
            return known;
        }
        List<Object> all = new ArrayList<>(List.of(kind(pool), pool.groups(), pool.spares()));
        all.add(List.of(pool.resilverHours(), pool.rebuildParameter()));
        for (int number : pool.disks()) {
            DiskPlan disk = lab.disks()[number];
            all.add(List.of(disk.strain(), disk.strainParameter()));
        }
        int alike;
        synchronized (numbers) {
            alike = numbers.computeIfAbsent(all, key -> numbers.size());
        }
        alikes.put(pool, alike);
        return alike;
    }

    private double[][] failures(PoolPlan pool, double[] factors, int years) {
        double spread = spread(pool, factors);
        double[][] failures = new double[spread == 0 ? 1 : NORMAL.length][years];
        for (int i = 0; i < failures.length; i++) {
            double frailty = spread == 0 ? 1 : BatchPlan.factor(spread, NORMAL[i]);
            Map<String, double[]> ofDisks = new HashMap<>();
            for (int disk : pool.disks()) {
                int mode = lab.disks()[disk].mode();
                int life = lab.modes()[mode].fails();
                double age = lab.ages().hours()[mode];
                double[] ofDisk =
                        ofDisks.computeIfAbsent(life + " " + age, key -> deaths(life, factors, age, frailty, years));
                for (int year = 0; year < years; year++) {
                    failures[i][year] += ofDisk[year] / pool.disks().length;
                }
            }
        }
        return failures;
    }

    private double[] deaths(int life, double[] factors, double age, double frailty, int years) {
        return life == Lifetimes.NEVER
                ? new double[years]
                : lab.lives().survival(life, factors).deaths(age, frailty, years, STEPS_A_YEAR);
    }

    /** Batches do not know of each other: the more there are in a pool, the less their luck matters. */
    private double spread(PoolPlan pool, double[] factors) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int disk : pool.disks()) {
            counts.merge(lab.disks()[disk].batch(), 1, Integer::sum);
        }
        double variance = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            BatchPlan batch = lab.batches()[entry.getKey()];
            double part = (double) entry.getValue() / pool.disks().length;
            variance += Math.pow(part * batch.spread() * factors[batch.parameter()], 2);
        }
        return Math.sqrt(variance);
    }
}
