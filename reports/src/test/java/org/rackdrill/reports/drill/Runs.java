package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Entry;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.chaos.run.Replay;

/** Runs that end in every way that a run can end. */
public final class Runs {
    private static final long END = 1_000_000;

    private static final String NODE_DIES = """
            drill: 1
            name: The node that runs Home Assistant dies
            lab: v1
            why: Home Assistant comes back on the other node in less than five minutes, and nobody has to do anything
            worlds: [sim, sandbox, live]
            lasts: 30 min
            steady:
              - {up: home-assistant, tolerates: 6 min}
              - {quorate: pve}
              - {charged: ups1, at-least: 90%}
            timeline:
              - {name: power-loss, at: 1 min, node-power-loss: the node that runs home-assistant, for: 20 min}
            expect:
              - {recovers: home-assistant, within: 5 min}
              - {always: {quorate: pve}}
              - {always: {runs-once: home-assistant}}
              - {alarm: the target of power-loss, within: 5 min, clears: true}
              - {hands: 0}
              - nothing-else: [node2, jellyfin, uptime-kuma, xyops, dns, proxy]
            abort-unless:
              - {up: home-assistant, patience: 15 min}
            accepts: [last-redundancy]
            approvals: [owner]
            """;

    private static final String PHOTOS = """
            drill: 1
            name: Photos from the copy, and back again
            lab: v1
            why: Photos are back within an hour, at most 15 minutes are missing, and I know the way back
            worlds: [sim, live]
            lasts: 12 h
            steady:
              - {up: immich, tolerates: anything}
              - {fresh: immich at node2/tank, within: 45 min, tolerates: anything}
            timeline:
              - {name: dead, at: 10 min, node-power-loss: node1, for: 4 h}
              - {name: database, during: dead, delay: 20 min, failover: {of: immich-db, to: node2}, within: 30 min}
              - {name: photos, after: database, failover: {of: immich, to: node2}, within: 30 min}
              - name: back-online
                after: dead
                wait-for: {up: node1}
                within: 15 min
                then:
                  - {name: database-back, failback: immich-db, within: 2 h}
                  - {name: photos-back, failback: immich, within: 3 h}
            expect:
              - {recovers: immich, within: 1 h}
              - {loses: immich, at-most: 15 min}
              - {eventually: {runs: immich, on: node1}, within: 9 h}
              - {always: {runs-once: immich-db}}
            accepts: [last-redundancy, data-loss, beyond-radius]
            """;

    private Runs() {}

    /** Returns every sample by its name. */
    public static Map<String, Replay> all() {
        Map<String, Replay> runs = new LinkedHashMap<>();
        runs.put("drill-passed", passed(WorldKind.LIVE));
        runs.put("drill-sim", passed(WorldKind.SIM));
        runs.put("drill-failed", failed());
        runs.put("drill-guardrail", guardrail());
        runs.put("drill-unverified", unverified());
        runs.put("drill-interrupted", interrupted());
        runs.put("drill-photos", photos());
        runs.put("drill-not-seen", notSeen());
        runs.put("drill-not-steady", notSteady());
        runs.put("drill-step-failed", stepFailed());
        runs.put("drill-left-open", replay(leftOpen()));
        runs.put("drill-reconciled", Rehearsals.reconciled(leftOpen()));
        runs.put("drill-damaged", damaged());
        runs.put("drill-refused", refused());
        runs.put("drill-not-seen-before", notSeenBefore());
        runs.put("drill-not-recovered", notRecovered());
        runs.put("drill-undo-failed", undoFailed());
        runs.put("drill-journal-failed", journalFailed());
        runs.put("drill-killed", killed());
        runs.put("drill-timer-left", timerLeft());
        runs.put("drill-for-good", forGood());
        runs.put("drill-hostile", hostile());
        runs.put("drill-many", many());
        return runs;
    }

    /** Returns those whose pages do not look like another one's: a browser takes seconds for each. */
    public static Map<String, Replay> unlike() {
        Map<String, Replay> runs = all();
        runs.keySet()
                .removeAll(Set.of(
                        "drill-not-seen",
                        "drill-not-seen-before",
                        "drill-not-recovered",
                        "drill-step-failed",
                        "drill-refused",
                        "drill-killed",
                        "drill-journal-failed",
                        "drill-for-good",
                        "drill-timer-left",
                        "drill-interrupted"));
        return runs;
    }

    static Replay passed(WorldKind kind) {
        return Rehearsals.run(usual(kind, 95), Rehearsals.drill(NODE_DIES), plan -> plan.with(expected()));
    }

    /** Too late, against what the simulator thought, and nobody was told. */
    static Replay failed() {
        ScriptedWorld world = new ScriptedWorld(WorldKind.LIVE)
                .sees("up: home-assistant", Truth.FALSE, 0, 437)
                .sees("redundant: pve", Truth.FALSE, 0, 1300)
                .looks("nothing else is affected", Truth.TRUE, "", "")
                .looks("nobody has to do anything", Truth.TRUE, "nothing was done", "");
        return Rehearsals.run(world, Rehearsals.drill(NODE_DIES), plan -> plan.with(expected()));
    }

    static Replay guardrail() {
        return Rehearsals.run(usual(WorldKind.LIVE, END), Rehearsals.drill(NODE_DIES), plan -> plan.with(expected()));
    }

    static Replay unverified() {
        return Rehearsals.run(
                usual(WorldKind.LIVE, 95).proves("power-loss", Truth.UNKNOWN), Rehearsals.drill(NODE_DIES));
    }

    static Replay interrupted() {
        return Rehearsals.run(usual(WorldKind.SANDBOX, 95).signalAt(500), Rehearsals.drill(NODE_DIES));
    }

    static Replay photos() {
        ScriptedWorld world = new ScriptedWorld(WorldKind.LIVE)
                .sees("up: immich", Truth.FALSE, 0, 2260)
                .sees("up: immich", Truth.UNKNOWN, 20_000, 20_400)
                .sees("up: node1", Truth.FALSE, 0, 14_520)
                .sees("runs: immich", Truth.FALSE, 2260, 15_300)
                .sees("runs: immich", Truth.UNKNOWN, 0, 2260)
                .looks("immich loses at most the last 15 min", Truth.TRUE, "the last 9 min", "");
        return Rehearsals.run(world, Rehearsals.drill(PHOTOS));
    }

    static Replay notSeen() {
        ScriptedWorld world = usual(WorldKind.LIVE, 95).sees("quorate: pve", Truth.UNKNOWN, 200, 420);
        return Rehearsals.run(world, Rehearsals.drill(NODE_DIES));
    }

    static Replay notSteady() {
        ScriptedWorld world = new ScriptedWorld(WorldKind.LIVE).sees("quorate: pve", Truth.FALSE, -1, 0);
        return Rehearsals.run(world, Rehearsals.drill(NODE_DIES));
    }

    static Replay notSeenBefore() {
        ScriptedWorld world = new ScriptedWorld(WorldKind.LIVE).sees("quorate: pve", Truth.UNKNOWN, -1, 0);
        return Rehearsals.run(world, Rehearsals.drill(NODE_DIES));
    }

    /** The battery is empty when all is over. */
    static Replay notRecovered() {
        ScriptedWorld world = usual(WorldKind.LIVE, 95).sees("charged: ups1", Truth.FALSE, 1740, END);
        return Rehearsals.run(
                world, Rehearsals.drill(NODE_DIES.replace("at-least: 90%}", "at-least: 90%, tolerates: anything}")));
    }

    static Replay undoFailed() {
        return Rehearsals.run(usual(WorldKind.SIM, 95).proves("power-loss", Truth.FALSE), Rehearsals.drill(NODE_DIES));
    }

    static Replay timerLeft() {
        return Rehearsals.run(usual(WorldKind.LIVE, 95).keepsTimers(), Rehearsals.drill(NODE_DIES));
    }

    /** What the runner writes into its reserve when the disk is full in the middle. */
    static Replay journalFailed() {
        List<Entry> entries = new ArrayList<>(passed(WorldKind.LIVE).entries());
        int undoing = 0;
        while (!(entries.get(undoing) instanceof Entry.Began began && began.phase() == Entry.Phase.UNDOING)) {
            undoing++;
        }
        Entry stopped = new Entry.Stopped(
                entries.get(undoing).at(), Entry.Cause.JOURNAL, "the journal cannot be written: no space");
        entries.add(undoing, stopped);
        return Replay.of(entries, Optional.empty());
    }

    /** The last record is missing. */
    static Replay killed() {
        List<Entry> entries = passed(WorldKind.LIVE).entries();
        return Replay.of(entries.subList(0, entries.size() - 1), Optional.empty());
    }

    static Replay stepFailed() {
        ScriptedWorld world =
                usual(WorldKind.SANDBOX, 95).injects("power-loss", Answer.refused("the outlet does not switch"));
        return Rehearsals.run(world, Rehearsals.drill(NODE_DIES));
    }

    static byte[] leftOpen() {
        return Rehearsals.journal(
                usual(WorldKind.LIVE, 95).deadAt(400), Rehearsals.drill(NODE_DIES), UnaryOperator.identity());
    }

    private static Replay replay(byte[] journal) {
        return Rehearsals.replay(journal);
    }

    /** A byte in the middle is another one. */
    static Replay damaged() {
        byte[] journal =
                Rehearsals.journal(usual(WorldKind.LIVE, 95), Rehearsals.drill(NODE_DIES), UnaryOperator.identity());
        int end = journal.length;
        while (journal[end - 1] == '\n') {
            end--;
        }
        byte[] changed = Arrays.copyOf(journal, end);
        changed[end * 3 / 4] ^= 1;
        return replay(changed);
    }

    static Replay refused() {
        return Rehearsals.run(
                usual(WorldKind.LIVE, 95),
                Rehearsals.drill(NODE_DIES.replace("worlds: [sim, sandbox, live]", "worlds: [sim, sandbox]")));
    }

    /** Home Assistant is down for so long, and an alarm rings while its node is. */
    static ScriptedWorld usual(WorldKind kind, long down) {
        return new ScriptedWorld(kind)
                .sees("up: home-assistant", Truth.FALSE, 0, down)
                .sees("no-alarm: node1", Truth.FALSE, 70, 1260)
                .looks("nobody has to do anything", Truth.TRUE, "nothing was done", "");
    }

    static Prediction expected() {
        return new Prediction(
                "sha256:5f2c0e9a71",
                1,
                400,
                392,
                List.of(
                        Foreseen.of("home-assistant recovers within 5 min", 381, 11, 0, times(70, 300, 381)),
                        Foreseen.of("always quorate: pve", 392, 0, 0, times(0, 0, 392)),
                        Foreseen.of("always runs-once: home-assistant", 392, 0, 0, times(0, 0, 392)),
                        Foreseen.of(
                                "an alarm about node1 within 5 min, silent again at the end",
                                210,
                                182,
                                0,
                                times(60, 280, 210)),
                        Foreseen.of("nobody has to do anything", 386, 6, 0, List.of()),
                        Foreseen.of("nothing else is affected", 388, 4, 0, List.of())));
    }

    private static List<Duration> times(long from, long to, int count) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double way = i / (double) count;
            times.add(Duration.ofSeconds(from + Math.round((to - from) * way * way)));
        }
        return times;
    }

    /** Deleted with all snapshots, which only the simulator does; of eight disks the first cannot be taken away, and the others are left. */
    static Replay forGood() {
        String drill = """
                drill: 1
                name: Somebody deletes the photos
                lab: v1
                why: A copy is whole
                worlds: [sim]
                lasts: 1 h
                steady:
                  - {up: proxy, tolerates: anything}
                timeline:
                  - {name: gone, at: 1 min, dataset-deleted: {of: immich, snapshots: true}}
                  - {name: disks, at: 10 min, disk-failure: every disk of node1/tank, for: 10 min}
                expect:
                  - {down: proxy, at-most: 5 min}
                accepts: [data-loss, last-redundancy]
                """;
        return Rehearsals.run(
                new ScriptedWorld(WorldKind.SIM).injects("disks", Answer.refused("no such disk")),
                Rehearsals.drill(drill));
    }

    /** Names that try to be markup, to turn the direction of text and to be very long. */
    static Replay hostile() {
        String evil = "<script>alert('x')</script>\"'&lt; onload=\"x\" \u202Egnp.exe \u05D0\u05D1\u05D2 \uD83D\uDE80 "
                + "--> ]]> {{x}} \u001b[31m\u0007\n" + "W".repeat(200);
        Target.Node node = new Target.Node(evil);
        Probe up = new Probe.Up(node);
        Drill drill = new Drill(
                evil,
                evil,
                evil,
                Set.of(WorldKind.LIVE),
                Optional.of(7L),
                List.of(new Steady(up, Optional.of(Duration.ofMinutes(1)))),
                List.of(
                        new Step(
                                evil,
                                new When.At(Duration.ofSeconds(30)),
                                new Act.Break<>(
                                        new Fault.NodePowerLoss(),
                                        new Aim.Named<>(node),
                                        Optional.of(Duration.ofMinutes(1))),
                                1),
                        new Step(
                                "gate " + evil,
                                new When.After(evil, Duration.ZERO),
                                new Act.Gate(new Probe.RunsOn(new Target.Service(evil), evil), Duration.ofMinutes(1)),
                                2)),
                List.of(
                        new Expectation.Recovers(node, Duration.ofMinutes(1), Optional.empty()),
                        new Expectation.Recovers(node, Duration.ofMinutes(1), Optional.empty()),
                        new Expectation.Hands(0, Optional.empty())),
                List.of(new Guardrail(up, Duration.ofHours(1))),
                new BlastRadius(List.of(node), Optional.of(1)),
                Set.of(Danger.LAST_REDUNDANCY),
                Optional.empty(),
                List.of(),
                Duration.ofMinutes(5));
        return Rehearsals.run(
                new ScriptedWorld(WorldKind.LIVE)
                        .sees(up.text(), Truth.FALSE, 0, 100)
                        .looks("nobody has to do anything", Truth.FALSE, evil, evil),
                drill,
                plan -> plan.with(new Prediction(evil, 1, 3, 2, List.of())));
    }

    /** Forty things that are watched, of which two go wrong, and three faults at once. */
    static Replay many() {
        List<Steady> steady = new ArrayList<>();
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Target.Service service = new Target.Service("service-" + i);
            steady.add(new Steady(new Probe.Up(service), Optional.of(Duration.ofMinutes(2))));
            expectations.add(new Expectation.Down(service, Duration.ofMinutes(2), Optional.empty()));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            steps.add(new Step(
                    "step-" + i,
                    new When.At(Duration.ofMinutes(2L * i)),
                    new Act.Break<>(
                            new Fault.NodeHang(),
                            new Aim.Named<>(new Target.Node("node" + i)),
                            Optional.of(Duration.ofMinutes(5))),
                    i));
        }
        Drill drill = new Drill(
                "Three nodes hang",
                "v1",
                "whatever hangs is noticed",
                Set.of(WorldKind.SANDBOX),
                Optional.empty(),
                steady,
                steps,
                expectations,
                List.of(),
                BlastRadius.AS_AIMED,
                Set.of(),
                Optional.empty(),
                List.of(),
                Duration.ofMinutes(20));
        return Rehearsals.run(
                new ScriptedWorld(WorldKind.SANDBOX)
                        .sees("up: service-3", Truth.FALSE, 20, 200)
                        .sees("up: service-17", Truth.UNKNOWN, 60, 300),
                drill,
                UnaryOperator.identity());
    }
}
