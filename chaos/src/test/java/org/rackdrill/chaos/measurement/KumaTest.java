package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.importing.draft.Unusable;

/** The heartbeats of Uptime Kuma. */
class KumaTest {

    private static Watched named(List<Measurement> all, String name) {
        return all.stream()
                .map(Watched.class::cast)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOutageLastsFromTheFirstBeatThatIsDownToTheFirstThatIsUp() {
        Watched jellyfin = named(Recorded.file("kuma-2.0.csv"), "jellyfin");

        assertThat(jellyfin.outages())
                .containsExactly(
                        new Watched.Outage(Instant.parse("2026-03-01T12:00:00Z"), Duration.ofMinutes(30), true),
                        new Watched.Outage(Instant.parse("2026-05-01T03:03:00Z"), Duration.ofHours(2), true));
    }

    @Test
    void itIsWatchedUntilTheLastBeatOfAnyMonitorButNotDuringMaintenance() {
        Watched jellyfin = named(Recorded.file("kuma-2.0.csv"), "jellyfin");

        assertThat(jellyfin.watched())
                .isEqualTo(Duration.ofDays(365).plusSeconds(10).minusHours(6));
    }

    @Test
    void outagesAtTheSameTimeAreSeenToOverlap() {
        List<Measurement> all = Recorded.file("kuma-2.0.csv");

        Watched.Outage dns = named(all, "dns").outages().get(0);
        assertThat(named(all, "jellyfin").outages()).extracting(dns::overlaps).containsExactly(false, true);
    }

    @Test
    void whatIsStillDownAtTheEndIsAnOutageThatIsNotOver() {
        Watched nas = named(Recorded.text("""
                monitor_id,status,time
                7,1,2026-01-01 00:00:00
                7,0,2026-01-02 00:00:00
                8,1,2026-01-03 00:00:00
                """), "7");

        assertThat(nas.outages())
                .containsExactly(new Watched.Outage(Instant.parse("2026-01-02T00:00:00Z"), Duration.ofDays(1), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitor,status,time\n",
                "monitor,status,time\nnas,1\n",
                "monitor,status,time\nnas,up,2026-01-01 00:00:00\n",
                "monitor,status,time\nnas,1,yesterday\n",
                "monitor,status,time\nnas,1,2026-01-02 00:00:00\nnas,1,2026-01-01 00:00:00\n",
                "{\"version\": \"1.23.16\", \"notificationList\": [], \"monitorList\": [{\"id\": 1}]}",
            })
    void whatIsNoTableOfHeartbeatsIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Recorded.text(text))
                .isInstanceOfSatisfying(
                        Unusable.class, e -> assertThat(e.problem().text()).matches("it:\\d+:\\d+: error: [^\n]+"));
    }
}
