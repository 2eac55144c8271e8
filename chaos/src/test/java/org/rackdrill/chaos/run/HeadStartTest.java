package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.Recovered;

/** Where calls take their time, a fault is made ready before it is due, and breaks when it is. */
class HeadStartTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMillis(250);

    private final Bench bench = new Bench();
    private final List<Duration> armed = new ArrayList<>();
    private final List<Duration> injected = new ArrayList<>();

    @Test
    void aFaultIsArmedAheadAndInjectedWhenItIsDue() {
        Outcome outcome = bench.run("r", Bench.drill(), it -> slow(it, Set.of()));
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Status.PASSED);
        Duration began = began();
        assertThat(injected).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Duration due = began.plus(MINUTE.multipliedBy(1 + 2L * i));
            assertThat(armed.get(i)).isBetween(due.minusSeconds(3), due.minusSeconds(1));
            assertThat(injected.get(i)).isBetween(due, due.plus(LATE));
        }
    }

    @Test
    void withoutAHeadStartItIsLate() {
        bench.run("r", Bench.drill(), it -> new Relay(slow(it, Set.of())) {
            @Override
            public Duration headStart() {
                return Duration.ZERO;
            }
        });
        assertThat(injected.get(0)).isGreaterThan(began().plus(MINUTE).plus(LATE));
    }

    @Test
    void whatIsReadyIsExaminedAgainWhenAnotherThingWasBrokenMeanwhile() {
        // Both are made ready while nothing is broken yet.
        Drill drill = Bench.of(
                List.of(step("first", "node1", MINUTE, 1), step("second", "node2", MINUTE.plusSeconds(1), 2)),
                List.of(),
                Set.of());
        Outcome outcome = bench.run("r", drill, it -> slow(it, Set.of(Danger.LAST_REDUNDANCY)));
        assertThat(outcome.status()).isEqualTo(Status.STEP_FAILED);
        assertThat(outcome.why()).contains("second", "last-redundancy");
        assertThat(bench.sent()).containsExactly("r/first/1");
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aGuardrailThatFiresInTheHeadStartKeepsItFromBeingInjected() {
        Guardrail guardrail = new Guardrail(Scenario.up("node3"), Duration.ZERO);
        Drill drill = Bench.of(List.of(step("first", "node1", MINUTE, 1)), List.of(guardrail), Set.of());
        Outcome outcome = bench.run("r", drill, it -> new Relay(slow(it, Set.of())) {
            @Override
            public Observation observe(Probe probe) {
                boolean bad = !armed.isEmpty() && probe.equals(Scenario.up("node3"));
                return bad ? new Observation(Truth.FALSE, "", "") : world.observe(probe);
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(armed).hasSize(1);
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void whatSpeaksAgainstItAheadMayBeOverWhenItIsDue() {
        Drill drill = Bench.of(
                List.of(
                        new Step(
                                "first",
                                new When.At(MINUTE),
                                Scenario.breaks(new Fault.NodePowerLoss(), "node1", MINUTE),
                                1),
                        new Step(
                                "second",
                                new When.After("first", Duration.ofSeconds(1)),
                                Scenario.breaks(new Fault.NodePowerLoss(), "node2", MINUTE),
                                2)),
                List.of(),
                Set.of());
        Outcome outcome = bench.run("r", drill, it -> slow(it, Set.of(Danger.LAST_REDUNDANCY)));
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Status.PASSED);
        assertThat(bench.sent()).hasSize(2);
    }

    @Test
    void whatNobodyCanTakeBackIsExaminedAheadAndWrittenDownWhenItIsDue() {
        Drill drill = Bench.of(
                List.of(new Step(
                        "first",
                        new When.At(MINUTE),
                        new Act.Break<>(
                                new Fault.NodeReboot(), new Aim.Named<>(Scenario.node("node1")), Optional.empty()),
                        1)),
                List.of(),
                Set.of());
        bench.run("r", drill, it -> slow(it, Set.of()));
        Duration due = began().plus(MINUTE);
        assertThat(injected).hasSize(1);
        assertThat(injected.get(0)).isBetween(due, due.plus(LATE));
        assertThat(entries())
                .filteredOn(Entry.Intended.class::isInstance)
                .allSatisfy(entry -> assertThat(entry.at()).isBetween(due, due.plus(LATE)));
    }

    private static Step step(String name, String node, Duration at, int order) {
        return new Step(
                name, new When.At(at), Scenario.breaks(new Fault.NodePowerLoss(), node, Duration.ofMinutes(2)), order);
    }

    private Duration began() {
        return entries().stream()
                .filter(entry -> entry instanceof Entry.Began it && it.phase() == Entry.Phase.TIMELINE)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private List<Entry> entries() {
        try {
            return Entries.of(Recovered.of(bench.disk.bytes("r" + LeftBehind.JOURNAL)));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** A world that needs a second to look at a hit and another half to arm it. */
    private World slow(World world, Set<Danger> whenAnythingIsBroken) {
        return new Relay(world) {
            @Override
            public Duration headStart() {
                return Duration.ofSeconds(3);
            }

            @Override
            public Examined examine(Hit hit) {
                Set<Danger> dangers = EnumSet.noneOf(Danger.class);
                if (bench.hosts.brokenHits().stream().anyMatch(other -> !other.equals(hit))) {
                    dangers.addAll(whenAnythingIsBroken);
                }
                bench.hosts.advance(Duration.ofSeconds(1));
                Undo undo = new Undo(hit.fault().undo(), hit.target(), Map.of("was", "good"));
                return new Examined("", dangers, List.of(), undo, Duration.ofSeconds(20));
            }

            @Override
            public Answer arm(Hit hit, Undo undo, Duration lease) {
                armed.add(now());
                bench.hosts.advance(Duration.ofMillis(500));
                return world.arm(hit, undo, lease);
            }

            @Override
            public Answer inject(Hit hit) {
                injected.add(now());
                return world.inject(hit);
            }
        };
    }
}
