package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;

class LookoutTest {
    private static final Target WEB = new Target.Service("web");
    private static final Target DB = new Target.Service("db");
    private static final Target DATA = new Target.Dataset("db");

    private final Look look = new Look();
    private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ZERO);
    private final Lookout lookout = new Lookout(Rooms.two(), look, now::get, Duration.ofMillis(5));

    @AfterEach
    void close() {
        lookout.close();
    }

    /** Goes on to a second of the run, and waits until everything that can be seen was seen then. */
    private void at(int second) {
        now.set(Duration.ofSeconds(second));
        await().until(() -> lookout.unseenSince(Duration.ofSeconds(second)).stream()
                .allMatch(target -> look.things().get(target.text()) == Truth.UNKNOWN));
    }

    @Test
    void whatWasDownForAMomentIsRememberedFromThenOn() {
        at(1);
        look.things().put("web", Truth.FALSE);
        at(2);
        look.things().put("web", Truth.TRUE);
        at(3);
        at(4);

        assertThat(lookout.downSince(Duration.ofSeconds(1))).containsExactly(WEB);
        assertThat(lookout.downSince(Duration.ofSeconds(4))).isEmpty();
    }

    @Test
    void whatNobodyCanSeeIsNeitherUpNorDown() {
        look.things().put("web", Truth.UNKNOWN);
        at(5);

        assertThat(lookout.unseenSince(Duration.ofSeconds(5))).containsExactly(WEB);
        assertThat(lookout.downSince(Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void dataThatAreWholeAgainWereNotLostButTheirServiceWasDown() {
        look.things().put("db", Truth.FALSE);
        at(1);
        assertThat(lookout.downSince(Duration.ZERO)).contains(DB, DATA);
        look.things().put("db", Truth.TRUE);
        at(2);
        at(3);

        assertThat(lookout.downSince(Duration.ZERO)).containsExactly(DB);
    }
}
