package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.quantity.Share;
import tools.jackson.databind.json.JsonMapper;

/** Everything that can be said in a drill file arrives in the records. */
class CompleteDrillTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PoolRef TANK = new PoolRef("node1", "tank");

    private final Drill drill = Drills.drill("""
            drill: 1
            name: Everything
            lab: v1
            why: to see that nothing is lost
            worlds: [sim, live]
            seed: 42
            lasts: 9 h
            steady:
              - {up: jellyfin, tolerates: 4 min}
              - {used: node1/tank, at-most: 80%, tolerates: anything}
              - {quorate: pve}
            timeline:
              - name: dead
                at: 90 s
                node-power-loss: the node that runs jellyfin
                for: 10 min
                then:
                  - {delay: 1 min, wait-for: {runs: jellyfin, on: node2}, within: 5 min}
                  - {failback: jellyfin}
              - {at: 2 h, disk-failure: any 2 disks of node1/tank, for: 1 h}
              - {during: disk-failure, delay: 5 min, replace-disk: the target of disk-failure, within: 30 min}
              - {name: late, after: disk-failure, delay: 1 h, link-latency: {of: sw1 - node2, extra: 200 ms}, for: 1 min}
              - {at: 6 h, clock-skew: {of: every node of pve, by: -2 min}, for: 1 min}
            expect:
              - {recovers: the target of dead, within: 30 min}
              - {always: {runs-once: win11}}
              - nothing-else: [sw1]
            abort-unless:
              - {charged: ups1, at-least: 40%, patience: 1 min}
            blast-radius: {touches: [node1, pve], faults-at-once: 3}
            accepts: [quorum-loss, data-loss]
            calendar: {every: 3 months, hours: "10:00-16:00", days: [tue], not-on: 2027-12-24, not-while: scrub}
            approvals: [owner, {by: a friend, before: late}]
            """);

    @Test
    void theHead() {
        assertThat(drill.name()).isEqualTo("Everything");
        assertThat(drill.lab()).isEqualTo("v1");
        assertThat(drill.worlds()).containsExactly(WorldKind.SIM, WorldKind.LIVE);
        assertThat(drill.seed()).contains(42L);
        assertThat(drill.lasts()).isEqualTo(Duration.ofHours(9));
        assertThat(drill.accepts()).containsExactly(Danger.QUORUM_LOSS, Danger.DATA_LOSS);
    }

    @Test
    void whatIsHealthy() {
        assertThat(drill.steady())
                .containsExactly(
                        new Steady(new Probe.Up(new Target.Service("jellyfin")), Optional.of(Duration.ofMinutes(4))),
                        new Steady(new Probe.Used(new Target.Pool(TANK), new Share(0.8)), Optional.empty()),
                        new Steady(new Probe.Quorate(new Target.Cluster("pve")), Optional.of(Duration.ZERO)));
        assertThat(drill.guardrails())
                .containsExactly(new Guardrail(
                        new Probe.Charged(new Target.Ups("ups1"), new Share(0.4)), Duration.ofMinutes(1)));
    }

    @Test
    void stepsHaveNamesAndTimes() {
        assertThat(drill.timeline().stream().map(Step::name))
                .containsExactly("dead", "wait-for", "failback", "disk-failure", "replace-disk", "late", "clock-skew");
        assertThat(drill.timeline().stream().map(Step::when))
                .containsExactly(
                        new When.At(Duration.ofSeconds(90)),
                        new When.After("dead", Duration.ofMinutes(1)),
                        new When.After("wait-for", Duration.ZERO),
                        new When.At(Duration.ofHours(2)),
                        new When.During("disk-failure", Duration.ofMinutes(5)),
                        new When.After("disk-failure", Duration.ofHours(1)),
                        new When.At(Duration.ofHours(6)));
        assertThat(drill.timeline().get(0).line()).isEqualTo(13);
    }

    @Test
    void stepsBreakAndDo() {
        assertThat(act(0))
                .isEqualTo(new Act.Break<>(
                        new Fault.NodePowerLoss(), new Aim.Running("jellyfin"), Optional.of(Duration.ofMinutes(10))));
        assertThat(act(1))
                .isEqualTo(
                        new Act.Gate(new Probe.RunsOn(new Target.Service("jellyfin"), "node2"), Duration.ofMinutes(5)));
        assertThat(act(2))
                .isEqualTo(new Act.Perform<>(
                        new Operation.Failback(), new Aim.Named<>(new Target.Service("jellyfin")), Optional.empty()));
        Aim.Any<?> disks = (Aim.Any<?>) ((Act.Break<?>) act(3)).aim();
        assertThat(disks.count()).isEqualTo(2);
        assertThat(disks.among().stream().map(Target::text)).hasSize(8).contains("node1/tank/8");
        assertThat(((Act.Perform<?>) act(4)).aim())
                .isEqualTo(new Aim.OfStep<Target.Disk>("disk-failure", TargetKind.DISK));
        assertThat(act(5))
                .isEqualTo(new Act.Break<Target.Cable>(
                        new Fault.LinkLatency(Duration.ofMillis(200), Duration.ZERO),
                        new Aim.Named<>(new Target.Cable("node2", "sw1")),
                        Optional.of(Duration.ofMinutes(1))));
        assertThat(act(6))
                .isEqualTo(new Act.Break<>(
                        new Fault.ClockSkew(Duration.ofMinutes(-2)),
                        new Aim.Every<>(
                                "every node of pve", List.of(new Target.Node("node1"), new Target.Node("node2"))),
                        Optional.of(Duration.ofMinutes(1))));
    }

    @Test
    void whatIsProven() {
        assertThat(drill.expectations())
                .containsExactly(
                        new Expectation.Recovers(
                                new Target.HitBy("dead", TargetKind.NODE), Duration.ofMinutes(30), Optional.empty()),
                        new Expectation.Always(new Probe.RunsOnce(new Target.Service("win11")), Optional.empty()),
                        new Expectation.NothingElse(List.of(new Target.Box("sw1"))));
    }

    @Test
    void whereItEndsAndWhenItStarts() {
        assertThat(drill.blastRadius().touches()).containsExactly(new Target.Node("node1"), new Target.Cluster("pve"));
        assertThat(drill.blastRadius().faultsAtOnce()).contains(3);
        Calendar calendar = drill.calendar().orElseThrow();
        assertThat(calendar.days()).containsExactly(DayOfWeek.TUESDAY);
        assertThat(calendar.notOn().get(0).contain(LocalDate.of(2027, 12, 24))).isTrue();
        assertThat(calendar.notWhile()).isEqualTo(Set.of(Calendar.Busy.SCRUB));
        assertThat(drill.approvals())
                .containsExactly(
                        new Approval("owner", Optional.empty()), new Approval("a friend", Optional.of("late")));
    }

    @Test
    void withoutAnEndItLastsAsLongAsItsLastLook() {
        Drill open = Drills.drill("""
                drill: 1
                name: x
                lab: v1
                why: y
                steady: [{up: node3}]
                timeline: [{at: 10 min, node-power-loss: node1}]
                expect: [{recovers: jellyfin, within: 2 h}, {down: nas, at-most: 1 h}]
                """);

        assertThat(open.lasts()).isEqualTo(Duration.ofMinutes(130));
        assertThat(open.worlds()).containsExactly(WorldKind.SIM);
    }

    static List<Path> shipped() {
        return Drills.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDrillReadsBackFromItsJson(Path file) {
        Drill written = Drills.drill(Drills.text(file));

        assertThat(JSON.readValue(JSON.writeValueAsString(written), Drill.class))
                .isEqualTo(written);
    }

    private Act act(int index) {
        return drill.timeline().get(index).act();
    }
}
