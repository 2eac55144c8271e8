package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.storage.Cache;

/** How memory is shared, beside what is known and beside caches that are simulated. */
class SharingTest {

    /** Che's approximation for Zipf(1) on 5 records of which 2 are held, and on 10 of which 4 are. */
    @ParameterizedTest
    @CsvSource({"5, 2, 0.5108261", "10, 4, 0.5835820"})
    void oneReaderHitsAsOftenAsTheApproximationSays(int records, int held, double hits) {
        Zipf popularity = new Zipf(records, 1);
        Sharing.Reader reader = new Sharing.Reader(popularity, 100, 1);
        double stays = Sharing.staysSeconds(List.of(reader), held);

        double sum = 0;
        for (int rank = 1; rank <= records; rank++) {
            double chance = new Zipf(records, 1).hottest((double) rank / records)
                    - new Zipf(records, 1).hottest((rank - 1.0) / records);
            sum += chance * -Math.expm1(-100 * stays * chance);
        }

        assertThat(sum).isCloseTo(hits, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.6, 3000", "0.9, 3000", "1.1, 600"})
    void aSimulatedCacheOfTheSameSizeHitsAsOftenAsSaid(double exponent, int held) {
        int records = 20_000;
        Zipf popularity = new Zipf(records, exponent);
        double stays = Sharing.staysSeconds(List.of(new Sharing.Reader(popularity, 1, 1)), held);
        Cache cache = Cache.Policy.LRU.empty(records, held);
        var zipf = RejectionInversionZipfSampler.of(RandomSource.XO_RO_SHI_RO_128_PP.create(3L), records, exponent);
        int hits = 0;
        for (int i = 0; i < 600_000; i++) {
            hits += cache.ask(zipf.sample() - 1) && i >= 200_000 ? 1 : 0;
        }

        // What is asked for again within the time that it stays, in the mean of all requests.
        double said = 1 - (popularity.distinct(stays + 1) - popularity.distinct(stays));
        assertThat(said).isCloseTo(hits / 400_000.0, within(0.005));
    }

    @Test
    void whoAsksMoreOftenHoldsMoreAndTogetherTheyFillTheMemory() {
        Sharing.Reader eager = new Sharing.Reader(new Zipf(1e6, 0.8), 300, 16_384);
        Sharing.Reader seldom = new Sharing.Reader(new Zipf(1e6, 0.8), 3, 16_384);

        double stays = Sharing.staysSeconds(List.of(eager, seldom), 1e9);

        assertThat((eager.held(stays) + seldom.held(stays)) * 16_384).isCloseTo(1e9, within(1e3));
        assertThat(eager.held(stays)).isGreaterThan(20 * seldom.held(stays));
    }

    @Test
    void whatFitsStaysForEverAndWithoutMemoryNothingStays() {
        Sharing.Reader reader = new Sharing.Reader(new Zipf(100, 0.5), 10, 4096);

        assertThat(Sharing.staysSeconds(List.of(reader), 1e6)).isInfinite();
        assertThat(Sharing.staysSeconds(List.of(reader), 0)).isZero();
    }

    @Test
    void theHottestTenthGetsTheShareThatWasAskedFor() {
        for (double records : new double[] {1000, 65_536, 2e8}) {
            for (double share : new double[] {0.15, 0.5, 0.9}) {
                assertThat(Zipf.ofHottestTenth(records, share).hottest(0.1)).isCloseTo(share, within(1e-6));
            }
        }
    }

    @Test
    void classesOfRanksAddUpAsSingleRanksDo() {
        int records = 5000;
        double exponent = 0.8;
        double sum = 0;
        for (int rank = 1; rank <= records; rank++) {
            sum += Math.pow(rank, -exponent);
        }
        double distinct = 0;
        for (int rank = 1; rank <= records; rank++) {
            distinct -= Math.expm1(-2000 * Math.pow(rank, -exponent) / sum);
        }

        assertThat(new Zipf(records, exponent).distinct(2000)).isCloseTo(distinct, within(0.002 * distinct));
    }
}
