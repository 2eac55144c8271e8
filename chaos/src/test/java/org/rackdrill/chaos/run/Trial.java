package org.rackdrill.chaos.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.journal.SimulatedDisk;

/**
 * One history from one seed: a drill on hosts that have troubles, by a process that may be killed, stopped, signalled or
 * disturbed, then the next process, and at last quiet in which everything has to become good.
 */
final class Trial {
    static final Terms TERMS = Terms.USUAL;

    private final SplittableRandom luck;
    private final Adversity adversity;
    private final PlantedBug bug;
    private final SimulatedWorld.Looks looks;
    private final Hosts hosts;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Set<Status> ends = EnumSet.noneOf(Status.class);
    private final Set<String> runs = new HashSet<>();
    private final List<SimulatedWorld> worlds = new ArrayList<>();
    private int calls;
    private int firstDiskCalls;
    private boolean intruding;
    private boolean mayBeKilled;

    private Trial(SplittableRandom luck, Adversity adversity, PlantedBug bug, SimulatedWorld.Looks looks) {
        this.bug = bug;
        this.looks = looks;
        this.luck = luck;
        this.adversity = adversity;
        this.hosts = new Hosts(Scenario.NODES, adversity, luck.split());
    }

    /**
     * What came of a history.
     *
     * @param ends how the drills ended
     * @param calls of the first process, to the world and to its disk
     * @param diskCalls those to its disk alone
     * @param looks how often a probe was asked
     * @param journals of all runs, one after the other
     */
    record Result(List<String> violations, Set<Status> ends, int calls, int diskCalls, int looks, String journals) {}

    /** Draws everything from a seed. */
    static Result of(long seed, PlantedBug bug) {
        return of(seed, bug, SimulatedWorld.Looks.COST);
    }

    /** The same, with looks of another kind. */
    static Result of(long seed, PlantedBug bug, SimulatedWorld.Looks looks) {
        SplittableRandom luck = new SplittableRandom(seed);
        Trial trial = new Trial(luck, Adversity.of(luck.split()), bug, looks);
        trial.hosts.advance(Duration.ofSeconds(luck.nextInt(2_000)));
        return trial.result(() -> Scenario.drawn(luck.split()));
    }

    /** One drill under one adversity. */
    static Result of(Adversity adversity, Drill drill) {
        return new Trial(new SplittableRandom(1), adversity, PlantedBug.NONE, SimulatedWorld.Looks.COST)
                .result(() -> drill);
    }

    private Result result(Supplier<Drill> drills) {
        int first = run(drills);
        return new Result(hosts.violations(), ends, first, firstDiskCalls, asked(), journals());
    }

    private int run(Supplier<Drill> drills) {
        disk.failWhen(this::diskFails, adversity.diskFailureIsDone());
        mayBeKilled = true;
        boolean killed = process("run1", drills.get());
        int first = calls;
        firstDiskCalls = disk.calls();
        mayBeKilled = luck.nextBoolean();
        calls = 0;
        hosts.advance(Duration.ofSeconds(luck.nextInt(killed ? 200 : 20)));
        if (killed || luck.nextDouble() < 0.2) {
            killed = process("run2", drills.get());
        }
        mayBeKilled = false;
        becomeGood(killed);
        return first;
    }

    private boolean diskFails(int call) {
        tick();
        int at = adversity.diskFailsAt();
        return at > 0 && (adversity.diskFailsForEver() ? call >= at : call == at);
    }

    private void tick() {
        calls++;
        if (killsNow()) {
            throw new SimulatedWorld.Killed();
        }
    }

    private boolean killsNow() {
        return mayBeKilled && !intruding && calls == adversity.killedAt();
    }

    private void everyCall() {
        tick();
        if (mayBeKilled && !intruding && calls == adversity.stoppedAt()) {
            hosts.advance(TERMS.lease().multipliedBy(2).plusSeconds(luck.nextInt(200)));
        }
        if (mayBeKilled && !intruding && calls == adversity.intruderAt()) {
            intrude();
        }
    }

    /** Runs a process to its end; true when it was killed. */
    private boolean process(String run, Drill drill) {
        SimulatedWorld world = world(run, drill, disk);
        runs.add(run);
        try {
            Plan plan = new Planner(bug.world(world)).plan(drill, run);
            Outcome outcome = new Runner(bug.world(world), bug.disk(disk), TERMS).run(plan);
            ends.add(outcome.status());
            ended(run, outcome, world, plan);
            disk.processEnds();
            return false;
        } catch (SimulatedWorld.Killed e) {
            if (adversity.powerCut()) {
                disk.powerCut(sector -> luck.nextBoolean(), luck.nextBoolean());
            } else {
                disk.processEnds();
            }
            return true;
        }
    }

    private SimulatedWorld world(String run, Drill drill, SimulatedDisk journals) {
        int most = drill.blastRadius().faultsAtOnce().orElse(Integer.MAX_VALUE);
        Set<String> earlier = journals == disk ? Set.copyOf(runs) : Set.of();
        SimulatedWorld world = new SimulatedWorld(
                hosts,
                looks,
                adversity,
                luck.split(),
                most,
                earlier,
                () -> entries(run, journals),
                this::killsNow,
                this::everyCall);
        worlds.add(world);
        return world;
    }

    private int asked() {
        return worlds.stream().mapToInt(SimulatedWorld::asked).sum();
    }

    private static List<Entry> entries(String run, SimulatedDisk journals) {
        return entries(journals.sureBytes(run + LeftBehind.JOURNAL));
    }

    private static List<Entry> entries(byte[] journal) {
        try {
            return Entries.of(Recovered.of(journal));
        } catch (Unreadable e) {
            throw new AssertionError("a journal of our own", e);
        }
    }

    private void ended(String run, Outcome outcome, SimulatedWorld world, @Nullable Plan plan) {
        boolean passed = outcome.verdict() == Verdict.PASSED;
        if (passed != (outcome.exitCode() == 0)) {
            hosts.violated("I5: " + outcome.status() + " ends with " + outcome.exitCode());
        }
        if (passed && plan != null) {
            world.passed(plan);
        }
        if (outcome.verdict() != Verdict.UNDO_FAILED
                && hosts.brokenHits().stream().anyMatch(hit -> hit.run().equals(run))) {
            hosts.violated("I5: " + outcome.status() + ", and something is still there");
        }
        if (adversity.diskFailsAt() == 0 && outcome.status() != Status.REFUSED) {
            Outcome again = Judge.judge(entries(run, disk), java.util.Optional.empty());
            if (plan != null && again.status() != outcome.status()) {
                hosts.violated("the journal says " + again.status() + ", the run " + outcome.status());
            }
        }
    }

    /** Another controller comes while this one is at work; it is at work alone as long as it runs. */
    private void intrude() {
        intruding = true;
        SimulatedDisk journals = adversity.intruderIsHere() ? disk : new SimulatedDisk();
        Drill drill = Scenario.drawn(luck.split());
        SimulatedWorld world = world("intruder", drill, journals);
        Plan plan = new Planner(bug.world(world)).plan(drill, "intruder");
        boolean free = !disk.isClaimed();
        Outcome outcome = new Runner(bug.world(world), bug.disk(journals), TERMS).run(plan);
        if (journals == disk && !free && outcome.status() != Status.REFUSED && world.anythingSent()) {
            hosts.violated("I6: two controllers worked with the same journals");
        }
        if (journals != disk && outcome.verdict() == Verdict.PASSED) {
            world.passed(plan);
        }
        intruding = false;
    }

    /** Nothing new goes wrong: timers undo what is left, and a last run proves it. */
    private void becomeGood(boolean killed) {
        disk.failWhen(call -> false, false);
        hosts.calm();
        boolean quiet = adversity.lost() + adversity.crashes() + adversity.hangs() == 0;
        hosts.advance(quiet ? TERMS.lease().plus(Terms.GRACE) : Duration.ofMinutes(15));
        for (Hit hit : hosts.brokenHits()) {
            if (hosts.canUndo(hit.target().text())) {
                hosts.violated("I4: " + hit.key() + " is there after its lease");
            }
        }
        SimulatedWorld world = world("last", Scenario.drawn(luck.split()), disk);
        Outcome last = new Runner(bug.world(world), bug.disk(disk), TERMS).reconcile("last");
        ended("last", last, world, null);
        boolean curable = Scenario.NODES.stream().allMatch(hosts::canUndo);
        if (curable && last.exitCode() != 0) {
            hosts.violated("nothing is wrong any more, and reconciling ends with " + last.status() + " " + last.why());
        }
        if (last.exitCode() == 0 && hosts.brokenHits().stream().anyMatch(hit -> runs.contains(hit.run()))) {
            hosts.violated("I5: reconciled, and something is still there; killed: " + killed);
        }
    }

    private String journals() {
        List<String> all = new ArrayList<>();
        try {
            for (String name : disk.names()) {
                all.add(name);
                all.addAll(Recovered.of(disk.read(name)).records());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", all);
    }
}
