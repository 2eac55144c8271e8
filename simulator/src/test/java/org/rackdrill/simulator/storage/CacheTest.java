package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caches beside a second, plain implementation of each, request by request. */
class CacheTest {

    private static final int RECORDS = 2000;
    private static final int REQUESTS = 200_000;

    /** A trace in which popular records, a walk over everything and a loop come in turns. */
    private static int[] trace(String kind) {
        SharedStateDiscreteSampler zipf =
                RejectionInversionZipfSampler.of(RandomSource.XO_RO_SHI_RO_128_PP.create(7L), RECORDS, 0.9);
        SplittableRandom random = new SplittableRandom(7);
        int[] trace = new int[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            boolean popular = switch (kind) {
                case "popular" -> true;
                case "popular and a walk" -> random.nextInt(4) > 0;
                case "popular, then a loop" -> i % 20_000 < 10_000;
                default -> throw new IllegalArgumentException(kind);
            };
            trace[i] = popular ? zipf.sample() - 1 : kind.endsWith("loop") ? i % 300 : i / 4 % RECORDS;
        }
        return trace;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LRU | popular | 100",
                "LRU | popular and a walk | 200",
                "LRU | popular, then a loop | 250",
                "ARC | popular | 1",
                "ARC | popular | 100",
                "ARC | popular and a walk | 200",
                "ARC | popular, then a loop | 250",
                "ARC | popular and a walk | 1500"
            })
    void everyRequestHitsOrMissesAsInThePlainOne(Cache.Policy policy, String kind, int held) {
        Cache cache = policy.empty(RECORDS, held);
        IntPredicate plain = policy == Cache.Policy.LRU ? new PlainLru(held) : new PlainArc(held);
        int hits = 0;

        for (int record : trace(kind)) {
            boolean there = cache.ask(record);
            assertThat(there).isEqualTo(plain.test(record));
            hits += there ? 1 : 0;
        }

        assertThat(hits).isBetween(1, REQUESTS - 1);
    }

    @Test
    void arcKeepsWhatIsAskedForOftenWhereAWalkFlushesLru() {
        int[] trace = trace("popular and a walk");

        assertThat(ratio(Cache.Policy.ARC.empty(RECORDS, 200), trace))
                .isGreaterThan(ratio(Cache.Policy.LRU.empty(RECORDS, 200), trace) + 0.02);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 100", "0.9, 100", "0.9, 800", "1.2, 50"})
    void lruOfManyHitsAsOftenAsChesApproximationSays(double exponent, int held) {
        SharedStateDiscreteSampler zipf =
                RejectionInversionZipfSampler.of(RandomSource.XO_RO_SHI_RO_128_PP.create(3L), RECORDS, exponent);
        Cache cache = Cache.Policy.LRU.empty(RECORDS, held);
        int[] trace = new int[500_000];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = zipf.sample() - 1;
        }

        assertThat(ratio(cache, trace)).isCloseTo(ClosedForms.approximateHits(RECORDS, exponent, held), within(0.003));
    }

    @Test
    void chesApproximationIsTheOneHandedDown() {
        assertThat(ClosedForms.approximateHits(5, 1, 2)).isCloseTo(0.5108261, within(5e-8));
        assertThat(ClosedForms.approximateHits(10, 1, 4)).isCloseTo(0.5835820, within(5e-8));
    }

    private static double ratio(Cache cache, int[] trace) {
        int hits = 0;
        for (int record : trace) {
            hits += cache.ask(record) ? 1 : 0;
        }
        return (double) hits / trace.length;
    }

    private record PlainLru(int held, Map<Integer, Boolean> kept) implements IntPredicate {

        PlainLru(int held) {
            this(held, new LinkedHashMap<>(16, 0.75f, true));
        }

        @Override
        public boolean test(int record) {
            boolean there = kept.put(record, true) != null;
            if (kept.size() > held) {
                kept.remove(kept.keySet().iterator().next());
            }
            return there;
        }
    }

    /** The algorithm of the paper, with sets that remember their order: oldest first. */
    private static final class PlainArc implements IntPredicate {

        private final int held;
        private final Set<Integer> once = new LinkedHashSet<>();
        private final Set<Integer> often = new LinkedHashSet<>();
        private final Set<Integer> onceGone = new LinkedHashSet<>();
        private final Set<Integer> oftenGone = new LinkedHashSet<>();
        private double target;

        PlainArc(int held) {
            this.held = held;
        }

        @Override
        public boolean test(int record) {
            if (once.remove(record) || often.remove(record)) {
                often.add(record);
                return true;
            }
            if (onceGone.contains(record)) {
                target = Math.min(held, target + Math.max(1, (double) oftenGone.size() / onceGone.size()));
                replace(false);
                onceGone.remove(record);
                often.add(record);
            } else if (oftenGone.contains(record)) {
                target = Math.max(0, target - Math.max(1, (double) onceGone.size() / oftenGone.size()));
                replace(true);
                oftenGone.remove(record);
                often.add(record);
            } else {
                forget();
                once.add(record);
            }
            return false;
        }

        private void forget() {
            if (once.size() + onceGone.size() == held) {
                if (once.size() < held) {
                    dropOldest(onceGone);
                    replace(false);
                } else {
                    dropOldest(once);
                }
                return;
            }
            int all = once.size() + often.size() + onceGone.size() + oftenGone.size();
            if (all == 2 * held) {
                dropOldest(oftenGone);
            }
            if (all >= held) {
                replace(false);
            }
        }

        private void replace(boolean forOftenGone) {
            boolean tooMany = once.size() > target || (forOftenGone && once.size() == target);
            if (!once.isEmpty() && tooMany) {
                onceGone.add(dropOldest(once));
            } else {
                oftenGone.add(dropOldest(often));
            }
        }

        private static int dropOldest(Set<Integer> from) {
            int oldest = from.iterator().next();
            from.remove(oldest);
            return oldest;
        }
    }
}
