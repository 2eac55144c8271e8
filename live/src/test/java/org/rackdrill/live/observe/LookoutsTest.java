package org.rackdrill.live.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** Hosts are asked one question at a time, and none twice for the same. */
class LookoutsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Request POOL = Request.of("zpool-status").with("pool", "tank");

    private final List<Request> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Lookouts lookouts = new Lookouts(new RecordedHosts()
            .says("node1", "zpool-status", this::patiently)
            .says("node1", "zpool-list", this::patiently)
            .says("node1", "identity", "machine-id=1"));

    /** Answers when the test lets it, by how many questions were begun before. */
    private Reply patiently(Request request) {
        begun.add(request);
        int number = begun.size();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.done("answer " + number);
    }

    @AfterEach
    void end() {
        open.countDown();
    }

    private CompletableFuture<Reply> underWay() {
        CompletableFuture<Reply> first = lookouts.put("node1", POOL, TIME);
        await().until(() -> begun.size() == 1);
        return first;
    }

    @Test
    void equalQuestionsThatWaitAreAskedOnce() {
        CompletableFuture<Reply> first = underWay();
        List<CompletableFuture<Reply>> others = List.of(
                lookouts.put("node1", Within.patient(POOL, TIME), TIME),
                lookouts.put("node1", Within.patient(POOL, TIME.dividedBy(2)), TIME));
        open.countDown();

        assertThat(first.join().body()).isEqualTo("answer 1");
        assertThat(others).extracting(it -> it.join().body()).containsOnly("answer 2");
        assertThat(begun).hasSize(2);
    }

    @Test
    void aQuestionThatIsUnderWayIsAskedAgainBecauseItsAnswerMayBeOlder() {
        underWay();
        CompletableFuture<Reply> second = lookouts.put("node1", POOL, TIME);
        open.countDown();

        assertThat(second.join().body()).isEqualTo("answer 2");
    }

    @Test
    void anotherQuestionIsAnotherOne() {
        underWay();
        CompletableFuture<Reply> list = lookouts.put("node1", Request.of("zpool-list"), TIME);
        CompletableFuture<Reply> other =
                lookouts.put("node1", Request.of("zpool-status").with("pool", "b"), TIME);
        open.countDown();

        assertThat(list.join()).isNotEqualTo(other.join());
        assertThat(begun).hasSize(3);
    }

    @Test
    void whoHasMuchMorePatienceDoesNotGiveUpWithOneWhoHasLittle() {
        underWay();
        CompletableFuture<Reply> hasty = lookouts.put("node1", POOL, TIME);
        CompletableFuture<Reply> patient = lookouts.put("node1", POOL, TIME.multipliedBy(4));

        assertThat(patient).isNotSameAs(hasty);
    }

    @Test
    void disksThatHangKeepNobodyFromSeeingThatTheHostWorks() {
        underWay();

        assertThat(lookouts.ask("node1", Request.of("identity"), TIME).done()).isTrue();
    }
}
