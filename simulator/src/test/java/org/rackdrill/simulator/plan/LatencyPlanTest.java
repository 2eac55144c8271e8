package org.rackdrill.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mirror that is too slow in the evening: what makes it faster is seen, in uptime and in latency. */
@Tag("simulates")
class LatencyPlanTest {

    private static final Workshop WORKSHOP = Workshop.of("""
            rackdrill: 1
            name: Evening
            nodes:
              nas: {memory: 8 GiB, pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
            services:
              photos:
                on: nas
                data: {at: nas/tank, size: 4 TB}
                load: {reads: 80/s, working-set: 4 TB, hottest-tenth: 20%, size: 16 KiB, in-sequence: 0%, when: evening}
                latency: p95 below 100 ms
            """, """
            rackdrill: 1
            options:
              - {name: SSDs, price: 1200, set: {nodes: {nas: {pools: {tank: {disks: 2 x generic-ssd}}}}}}
              - {name: cache, price: 300, add: {nodes: {nas: {pools: {tank: {cache: 1 x generic-ssd}}}}}}
              - {name: a page more of memory, price: 10, set: {nodes: {nas: {memory: 8200 MiB}}}}
            """);

    private static final PlanResults PLAN = WORKSHOP.plan(0.9, Double.POSITIVE_INFINITY);

    @Test
    void whatMendsALatencyIsSeenInUptimeAndInLatency() {
        PlanResults.Point now = PLAN.points().get(PLAN.now());
        PlanResults.Offered solid = offered("SSDs");
        PlanResults.Point with = PLAN.points().get(Objects.requireNonNull(solid.alone()));
        assertThat(latency(now).service()).isEqualTo("photos");
        assertThat(latency(now).limitMillis()).isEqualTo(100);
        assertThat(latency(now).millis()).isGreaterThan(100);
        assertThat(latency(with).millis()).isLessThan(10);
        assertThat(Objects.requireNonNull(solid.latencyFactor())).isLessThan(0.1);
        // At least the six hours of each of the five evenings of a working week are given back.
        assertThat(Objects.requireNonNull(solid.lessHours()).hoursPerYear()).isGreaterThan(5 * 6 * 52);
        assertThat(solid.effect()).isIn(Worth.UPTIME, Worth.BOTH);
        assertThat(with.front()).isTrue();
    }

    @Test
    void whatChangesNoLatencyIsNoMedicine() {
        PlanResults.Offered more = offered("a page more of memory");
        assertThat(more.effect()).isIn(Worth.NOTHING, Worth.TOO_LITTLE);
        assertThat(Objects.requireNonNull(more.latencyFactor())).isBetween(0.9, 1.1);
    }

    private static PlanResults.Latency latency(PlanResults.Point point) {
        return Objects.requireNonNull(point.latency());
    }

    private static PlanResults.Offered offered(String name) {
        return PLAN.offers().stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
