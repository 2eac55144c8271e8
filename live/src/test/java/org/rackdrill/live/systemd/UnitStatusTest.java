package org.rackdrill.live.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.recorded.Recorded;

class UnitStatusTest {

    @Test
    void saysWhichUnitsWork() {
        assertThat(UnitStatus.read(Recorded.text("systemd-show.txt")))
                .extracting(UnitStatus::id, UnitStatus::load, UnitStatus::works)
                .containsExactly(
                        tuple("nginx.service", "masked", Truth.FALSE),
                        tuple("postgresql.service", "masked", Truth.FALSE),
                        tuple("ssh.service", "loaded", Truth.TRUE),
                        tuple("corosync.service", "loaded", Truth.TRUE),
                        tuple("nosuch.service", "not-found", Truth.FALSE));
    }

    @Test
    void saysWhyOneDoesNot() {
        assertThat(UnitStatus.read(Recorded.text("systemd-failed.txt")))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.works()).isEqualTo(Truth.FALSE);
                    assertThat(unit.result()).isEqualTo("exit-code");
                });
    }

    @Test
    void saysHowLongAgoOneBeganAndEnded() {
        String said = "Id=a.service\nInactiveExitTimestampMonotonic=70000000\nInactiveEnterTimestampMonotonic=0\n"
                + "WantedBy=multi-user.target\nRequiredBy=\nNowMonotonic=90500000\nStartMonotonic=30000000\n";
        assertThat(UnitStatus.read(said).get(0).ages())
                .contains(new UnitStatus.Ages(
                        Optional.of(Duration.ofMillis(20_500)), Optional.empty(), Duration.ofMillis(60_500), true));
        assertThat(UnitStatus.read(said.replace("multi-user.target", "")).get(0).ages())
                .hasValueSatisfying(ages -> assertThat(ages.kept()).isFalse());
        assertThat(UnitStatus.read(said.replace("NowMonotonic=90500000\n", ""))
                        .get(0)
                        .ages())
                .isEmpty();
        assertThat(UnitStatus.read(said.replace("=70000000", "=7e7")).get(0).ages())
                .isEmpty();
    }

    @Test
    void anEmptyAnswerIsNoUnit() {
        assertThat(UnitStatus.read("")).isEmpty();
    }
}
