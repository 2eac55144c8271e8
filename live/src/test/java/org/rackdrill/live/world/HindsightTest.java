package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.quantity.Share;

class HindsightTest {
    private static final Target.Dataset DB = new Target.Dataset("db");
    private static final Target.Copy COPY = new Target.Copy("db", new PoolRef("node2", "tank"));
    private static final Optional<String> SINCE = Optional.empty();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lab lab = Rooms.two();
    private final Look look = new Look();

    // Before anybody looks: what was seen once is not unseen any more.
    {
        look.things().put("web", Truth.UNKNOWN);
    }

    private final Time time = Time.beginning(Clock.systemUTC(), () -> false);
    private final Lookout lookout = new Lookout(lab, look, time::now, Duration.ofMillis(5));

    @AfterEach
    void close() {
        lookout.close();
    }

    /** What was written down: writes that are gone, a restore, a stop; each relative to the moment of the fault. */
    private record Book(Optional<Missing> gone, Optional<Restored> restore, Optional<Stop> stop) implements Ledger {
        static final Book EMPTY = new Book(Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public Optional<Restored> restored(Target.Copy copy) {
            return restore;
        }

        @Override
        public Optional<Missing> missing(String service, Instant before) {
            return gone;
        }

        @Override
        public Observation neverTwice(String service, Duration ago) {
            boolean remembers = service.equals("db") && ago.compareTo(Duration.ZERO) >= 0;
            return new Observation(remembers ? Truth.TRUE : Truth.UNKNOWN, "", "");
        }

        @Override
        public Optional<Stop> lastStop(String node, Instant after) {
            return stop;
        }
    }

    private Observation look(Book book, Expectation expectation) {
        return look(WorldKind.LIVE, book, expectation);
    }

    private Observation look(WorldKind kind, Book book, Expectation expectation) {
        return new Hindsight(kind, lab, time, lookout, book).look(expectation, Duration.ZERO);
    }

    private Truth loses(Optional<Ledger.Missing> missing, Duration atMost) {
        return look(new Book(missing, Optional.empty(), Optional.empty()), new Expectation.Loses(DB, atMost, SINCE))
                .truth();
    }

    private static Optional<Ledger.Missing> gone(Duration before) {
        return Optional.of(new Ledger.Missing(3, Optional.of(Instant.now().minus(before))));
    }

    @Test
    void whetherSomethingRanTwiceUnseenIsKnownToTheNodes() {
        assertThat(look(Book.EMPTY, once("db")).truth()).isEqualTo(Truth.TRUE);
        assertThat(look(Book.EMPTY, once("web")).truth()).isEqualTo(Truth.UNKNOWN);
    }

    private static Expectation once(String service) {
        return new Expectation.Always(new Probe.RunsOnce(new Target.Service(service)), SINCE);
    }

    @Test
    void whatIsGoneIsAsOldAsItsOldestWrite() {
        assertThat(loses(gone(MINUTE), Duration.ofMinutes(2))).isEqualTo(Truth.TRUE);
        assertThat(loses(gone(Duration.ofMinutes(3)), Duration.ofMinutes(2))).isEqualTo(Truth.FALSE);
        assertThat(loses(Optional.of(new Ledger.Missing(0, Optional.empty())), Duration.ZERO))
                .isEqualTo(Truth.TRUE);
        assertThat(loses(Optional.empty(), Duration.ZERO)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whereNothingMayBeLostWritesAfterTheFaultCountToo() {
        assertThat(loses(gone(MINUTE.negated()), Duration.ZERO)).isEqualTo(Truth.FALSE);
        assertThat(loses(gone(MINUTE.negated()), MINUTE)).isEqualTo(Truth.TRUE);
    }

    private Truth restores(Duration ended, Duration took, Duration state, boolean whole) {
        Instant now = Instant.now();
        Restored restored = new Restored(now.plus(ended), took, now.plus(state), whole, whole ? "" : "a file differs");
        return look(
                        new Book(Optional.empty(), Optional.of(restored), Optional.empty()),
                        new Expectation.Restores(
                                COPY, Duration.ofMinutes(5), true, Optional.of(Duration.ofHours(1)), SINCE))
                .truth();
    }

    @Test
    void aRestoreHasToBeNewQuickYoungAndWhole() {
        Duration hour = Duration.ofHours(1);
        assertThat(restores(MINUTE, MINUTE, MINUTE.negated(), true)).isEqualTo(Truth.TRUE);

        assertThat(restores(MINUTE.negated(), MINUTE, MINUTE.negated(), true))
                .as("one of before the fault")
                .isEqualTo(Truth.FALSE);
        assertThat(restores(MINUTE, hour, MINUTE.negated(), true)).as("slow").isEqualTo(Truth.FALSE);
        assertThat(restores(MINUTE, MINUTE, hour.multipliedBy(-2), true))
                .as("old")
                .isEqualTo(Truth.FALSE);
        assertThat(restores(MINUTE, MINUTE, MINUTE.negated(), false)).as("torn").isEqualTo(Truth.FALSE);
        assertThat(look(Book.EMPTY, new Expectation.Restores(COPY, MINUTE, true, Optional.empty(), SINCE))
                        .truth())
                .as("none")
                .isEqualTo(Truth.FALSE);
    }

    private Truth shutsDown(Optional<Ledger.Stop> stop, Optional<Share> left) {
        return look(
                        new Book(Optional.empty(), Optional.empty(), stop),
                        new Expectation.ShutsDown(new Target.Node("node1"), left, SINCE))
                .truth();
    }

    @Test
    void aShutdownIsInOrderWithEnoughOfTheChargeLeft() {
        Ledger.Stop good = new Ledger.Stop(Instant.now(), true, Optional.of(0.4));
        Ledger.Stop silent = new Ledger.Stop(Instant.now(), true, Optional.empty());
        Ledger.Stop lost = new Ledger.Stop(Instant.now(), false, Optional.of(0.4));

        assertThat(shutsDown(Optional.of(good), Optional.of(new Share(0.3)))).isEqualTo(Truth.TRUE);
        assertThat(shutsDown(Optional.of(good), Optional.of(new Share(0.5)))).isEqualTo(Truth.FALSE);
        assertThat(shutsDown(Optional.of(silent), Optional.empty())).isEqualTo(Truth.TRUE);
        assertThat(shutsDown(Optional.of(silent), Optional.of(new Share(0.3)))).isEqualTo(Truth.UNKNOWN);
        assertThat(shutsDown(Optional.of(lost), Optional.empty())).isEqualTo(Truth.FALSE);
        assertThat(shutsDown(Optional.empty(), Optional.empty())).isEqualTo(Truth.UNKNOWN);
    }

    private Truth nothingElse(Target... but) {
        return look(Book.EMPTY, new Expectation.NothingElse(List.of(but))).truth();
    }

    @Test
    void nothingElseIsAffectedWhenAllElseWasSeenToBeUp() {
        Target web = new Target.Service("web");
        await().until(() -> lookout.unseenSince(Duration.ZERO).equals(List.of(web)));
        assertThat(nothingElse()).isEqualTo(Truth.UNKNOWN);
        assertThat(nothingElse(web)).isEqualTo(Truth.TRUE);

        look.things().put("web", Truth.FALSE);
        await().until(() -> lookout.downSince(Duration.ZERO).equals(List.of(web)));
        assertThat(nothingElse()).isEqualTo(Truth.FALSE);
        assertThat(nothingElse(web)).isEqualTo(Truth.TRUE);
    }

    @Test
    void nobodyHasHandsInASandboxAndNobodyCountsThemElsewhere() {
        Expectation hands = new Expectation.Hands(0, SINCE);

        assertThat(look(WorldKind.SANDBOX, Book.EMPTY, hands).truth()).isEqualTo(Truth.TRUE);
        assertThat(look(WorldKind.LIVE, Book.EMPTY, hands).truth()).isEqualTo(Truth.UNKNOWN);
    }
}
