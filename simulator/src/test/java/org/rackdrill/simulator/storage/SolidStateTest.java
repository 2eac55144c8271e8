package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every time of this disk is fixed, so that all answers are exact. */
class SolidStateTest {

    private static final double BLOCK = 4096;

    /** 4 channels, reads of 0.1 ms, writes of 0.02 ms, a cache of 1 MB that empties at 0.1 MB a ms, flushes of 2 ms. */
    private static final SolidState CHEAP = new SolidState(4, 0.1, 0.02, 1e12, 1e6, 1e5, 2);

    private static final SolidState PROTECTED = new SolidState(4, 0.1, 0.02, 1e12, 1e6, 1e5, 0);

    private static Observed.OfLoad run(SolidState disk, int clients, Span span, Route route) {
        Rig rig = Rig.of(List.of(disk), new Load.Closed("fio", clients, 0, luck -> route));
        return new Traffic(rig).run(span, 1, 0).load();
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "3, 30000", "4, 40000", "32, 40000"})
    void readsSideBySideOnEveryChannel(int clients, double perSecond) {
        Observed.OfLoad found = run(CHEAP, clients, Span.ofSeconds(1), plan -> plan.read(0, 0, BLOCK));

        assertThat(found.perSecond()).isCloseTo(perSecond, within(5.0));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "8, 0.5"})
    void flushesGoOneAfterTheOther(int clients, double perMilli) {
        Observed.OfLoad found = run(CHEAP, clients, Span.ofSeconds(10), plan -> plan.syncWrite(0, 0, BLOCK));

        assertThat(found.perSecond()).isCloseTo(1000 * perMilli, withinPercentage(clients == 1 ? 1.1 : 0.1));
    }

    @Test
    void withPowerLossProtectionNobodyWaitsForAFlush() {
        // Few enough for the cache to be emptied meanwhile.
        Observed.OfLoad found =
                run(PROTECTED, 1, Span.ofSeconds(1), plan -> plan.after(0.08).syncWrite(0, 0, BLOCK));

        assertThat(found.meanMillis()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void writesAreFastUntilTheCacheIsFull() {
        Route route = plan -> plan.write(0, 0, BLOCK);
        // 4096 bytes in 0.02 ms come twice as fast as the cache empties: it is full after 9.5 ms.
        double fullMillis = 1e6 / (BLOCK / 0.02 - 1e5);

        Observed.OfLoad before = run(CHEAP, 1, new Span(0, 0.9 * fullMillis), route);
        Observed.OfLoad after = run(CHEAP, 1, new Span(1.1 * fullMillis, 1000), route);

        assertThat(before.meanMillis()).isCloseTo(0.02, within(1e-6));
        assertThat(after.meanMillis()).isCloseTo(BLOCK / 1e5, within(1e-5));
    }

    @Test
    void aFullCacheIsNotEmptiedFasterByMoreClients() {
        Observed.OfLoad found = run(CHEAP, 16, new Span(100, 1000), plan -> plan.write(0, 0, BLOCK));

        assertThat(found.perSecond() * BLOCK).isCloseTo(1e5 * 1000, withinPercentage(0.2));
    }
}
