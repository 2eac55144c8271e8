package org.rackdrill.live.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void anEmptyAnswerIsNoUnit() {
        assertThat(UnitStatus.read("")).isEmpty();
    }
}
