package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

class FaultsTest {
    private static final Hit POWER = new Hit("run", "dark", 1, new Fault.NodePowerLoss(), new Target.Node("node1"));

    /** It runs on the second node now and belongs to the first: both may have it. */
    private static final Hit WEB = new Hit("run", "crash", 1, new Fault.ServiceCrash(), new Target.Service("web"));

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Map<String, Scripted> hosts = new HashMap<>();
    private final Faults faults = new Faults(
            Rooms.two(),
            name -> Optional.<Host>ofNullable(hosts.get(name)),
            new Look(Map.of(), Map.of(), Map.of("web", "node2")),
            Duration.ofSeconds(1),
            hit -> Optional.empty());

    private void says(String host, Reply reply) {
        hosts.put(host, new Scripted(host, any -> reply));
    }

    private List<Request> asked(String host) {
        return Optional.ofNullable(hosts.get(host)).orElseThrow().asked();
    }

    private static Undo undo(Hit hit, Map<String, String> before) {
        return new Undo(hit.fault().undo(), hit.target(), before);
    }

    @Test
    void whatAHostSawBeforeIsKeptWithItsName() {
        says("rack", Reply.done("power=on\nsettles=4\n"));

        assertThat(faults.examine(POWER))
                .isEqualTo(new Faults.Before("", Map.of("at", "rack", "power", "on"), Duration.ofSeconds(4)));
    }

    @Test
    void aHostThatWouldNotSaysWhyAndOneThatNobodyReachesDoesNothing() {
        says("rack", Reply.refused("node1 is off already"));
        assertThat(faults.examine(POWER).refusal()).isEqualTo("node1 is off already");

        hosts.clear();
        assertThat(faults.examine(POWER).refusal()).isNotEmpty();
        Undo undo = undo(POWER, Map.of("at", "rack"));
        assertThat(faults.arm(POWER, undo, LEASE).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void whatWasBeforeGoesBackToTheHostThatSaidIt() {
        says("rack", Reply.done(""));

        assertThat(faults.arm(POWER, undo(POWER, Map.of("at", "rack", "power", "on")), LEASE))
                .isEqualTo(Answer.DONE);
        assertThat(asked("rack")).singleElement().satisfies(request -> {
            assertThat(request.verb()).isEqualTo("arm");
            assertThat(request.words())
                    .containsEntry("hit", "run/dark/1")
                    .containsEntry("run", "run")
                    .containsEntry("lease", "15")
                    .containsEntry("was-power", "on")
                    .doesNotContainKey("was-at");
        });
    }

    @Test
    void whatARequestCannotSayIsWrittenInNumbers() {
        says("rack", Reply.done(""));

        faults.undo(POWER, undo(POWER, Map.of("at", "rack", "name", "50% \"é")));

        assertThat(asked("rack").get(0).words()).containsEntry("was-name", "50%25%20%22%c3%a9");
    }

    @Test
    void anUndoOfWhichNobodyKnowsTheHostIsToldToAllThatMayHaveIt() {
        says("node1", Reply.done(""));
        says("node2", Reply.unknown("no answer"));

        assertThat(faults.undo(WEB, undo(WEB, Map.of()))).isEqualTo(Answer.unknown("no answer"));
        assertThat(asked("node1")).hasSize(1);
        assertThat(asked("node2")).hasSize(1);

        says("node2", Reply.done(""));
        assertThat(faults.undo(WEB, undo(WEB, Map.of()))).isEqualTo(Answer.DONE);
    }

    @Test
    void itIsGoneWhenEveryHostThatMayHaveItSaysSo() {
        says("node1", Reply.done("true\n"));
        says("node2", Reply.done("false the unit is masked\n"));
        assertThat(faults.prove(WEB, undo(WEB, Map.of())).truth()).isEqualTo(Truth.FALSE);
        assertThat(faults.prove(WEB, undo(WEB, Map.of("at", "node1"))).truth()).isEqualTo(Truth.TRUE);

        says("node2", Reply.done("true\n"));
        assertThat(faults.prove(WEB, undo(WEB, Map.of())).truth()).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown the pool does not answer", "TRUE", "truefalse", "true\nfalse it is back"})
    void whatNobodyUnderstandsProvesNothing(String body) {
        says("rack", Reply.done(body));

        assertThat(faults.prove(POWER, undo(POWER, Map.of("at", "rack"))).truth())
                .isEqualTo(Truth.UNKNOWN);
    }
}
