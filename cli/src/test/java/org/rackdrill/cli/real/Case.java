package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.chaos.run.World;
import org.rackdrill.live.host.Request;

/**
 * One blow in one run, and what has to be true when its controller has come to grief.
 *
 * @param journals where the run keeps its journal
 */
record Case(Ward ward, Blow blow, String run, Path journals) {
    /** What the promise allows after the lease is over. */
    static final Duration LIMIT = Duration.ofSeconds(Ward.LEASE + 10);

    /** How far a run came that has not yet written down that it is going to break something: it has asked for nothing. */
    static final String NOTHING = "nothing";

    private static final Pattern KIND = Pattern.compile("\"is\":\"([A-Z][a-z]+[A-Za-z]*)\"");
    private static final List<String> STEPS =
            List.of("Intended", "Armed", "Injected", "Undoing", "Undone", "Proved", "Disarmed", "Closed");

    /** Returns a case with a run and journals of its own. */
    static Case of(Ward ward, Blow blow) {
        String run = blow.kind().word() + "-" + System.nanoTime();
        return new Case(ward, blow, run, ward.journals(run));
    }

    String hit() {
        return run + "/hit/1";
    }

    /**
     * Waits until the thing itself is seen to be as before, at most until the lease and some seconds are over; returns how
     * long it was broken.
     *
     * @param since {@link System#nanoTime()} when nobody cared for it any more
     */
    Duration gone(long since) {
        try (RealVenue venue = ward.open()) {
            World world = venue.world(blow.drill());
            AtomicLong at = new AtomicLong();
            Awaitility.await(blow.text() + " is gone within the lease and 10 s")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(LIMIT)
                    .until(
                            () -> {
                                Observation seen = world.prove(blow.hit(run), blow.undo());
                                at.set(System.nanoTime());
                                return seen;
                            },
                            seen -> seen.truth() == Truth.TRUE);
            return Duration.ofNanos(at.get() - since);
        }
    }

    /** The same, seen by the helper on the node itself, whose network may be away. */
    Duration goneInside(String node, long since) {
        Request prove = Request.of("prove").with("hit", hit()).with("run", run);
        Awaitility.await(blow.text() + " is gone within the lease and 10 s")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(RuntimeException.class)
                .atMost(LIMIT)
                .until(
                        () -> ward.inside(node, prove.line() + "\n", "/usr/local/libexec/rackdrill-helper"),
                        "done\ntrue\n"::equals);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Waits until the run has written down what it is going to break. */
    void awaitIntent() {
        Awaitility.await("an intent")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !furthest().equals(NOTHING));
    }

    /** Returns how far the run came, as its journal tells. */
    String furthest() throws IOException {
        List<String> kinds = kinds();
        return STEPS.stream()
                .filter(kinds::contains)
                .reduce((before, after) -> after)
                .orElse(NOTHING);
    }

    /** The next start says what was left, and after it nothing is; the journal of the run reads back. */
    void isReportedByTheNextStart() throws IOException {
        List<String> kinds = kinds();
        boolean armed = blow.hit(run).needsArming();
        boolean owes = kinds.contains("Intended") && !kinds.contains(armed ? "Disarmed" : "Proved");
        Outcome next = ward.reconcile(run + "-next", journals);
        assertThat(next.status()).as(next.why()).isEqualTo(Status.PASSED);
        if (owes) {
            assertThat(next.faults()).containsEntry(hit(), FaultState.UNDONE_VERIFIED);
        }
        assertThat(ward.reconcile(run + "-again", journals).why()).isEqualTo("nothing was left");
        assertThat(ward.armed()).isEmpty();
        if (kinds.contains("Intended")) {
            // What was sent before the end of its sender and came late has not begun it again.
            gone(System.nanoTime());
        }
    }

    private List<String> kinds() throws IOException {
        Path journal = journals.resolve(run + ".journal");
        if (!Files.exists(journal)) {
            return List.of();
        }
        Recovered recovered = Recovered.of(Files.readAllBytes(journal));
        assertThat(recovered.damage().filter(damage -> damage.hides())).isEmpty();
        return recovered.records().stream()
                .map(KIND::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }
}
