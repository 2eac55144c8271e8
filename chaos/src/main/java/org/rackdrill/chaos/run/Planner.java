package org.rackdrill.chaos.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.WorldKind;

/** Finds out what a drill would do in a world, and changes nothing there. */
public final class Planner {
    private final World world;
    private final Examinations examinations;
    private final boolean ignoresCalendar;

    /** Plans for a world. */
    public Planner(World world) {
        this(world, new Examinations(world));
    }

    Planner(World world, Examinations examinations) {
        this(world, examinations, false);
    }

    private Planner(World world, Examinations examinations, boolean ignoresCalendar) {
        this.world = world;
        this.examinations = examinations;
        this.ignoresCalendar = ignoresCalendar;
    }

    /** Returns a planner for a person who wants a drill to be run now, whatever its calendar says. */
    public Planner ignoringCalendar() {
        return new Planner(world, examinations, true);
    }

    /**
     * Finds the targets of every step, and what hitting them would mean.
     *
     * @param run the name that the run is going to have, unique over all runs
     */
    public Plan plan(Drill drill, String run) {
        List<Planned> hits = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        if (!drill.worlds().contains(world.kind())) {
            refusals.add("the drill may not run in " + world.kind().word());
        }
        if (!ignoresCalendar && world.kind() != WorldKind.SIM) {
            drill.calendar().ifPresent(calendar -> refusals.addAll(refusals(calendar)));
        }
        Targets targets = new Targets(drill, world);
        Guards guards = new Guards(drill);
        for (Step step : drill.timeline()) {
            if (step.act() instanceof Act.Gate) {
                continue;
            }
            Found found = targets.of(step);
            if (found.targets().isEmpty()) {
                refusals.add("step " + step.name() + ": " + found.why());
            }
            if (step.act() instanceof Act.Break<?> act) {
                for (Hit hit : Targets.hits(run, step.name(), act.fault(), found.targets())) {
                    Examined examined = examinations.of(hit);
                    hits.add(new Planned(hit, examined));
                    String refusal = guards.refuses(hit, examined);
                    if (!refusal.isEmpty()) {
                        refusals.add("step " + step.name() + ": " + refusal);
                    }
                }
            }
        }
        return new Plan(
                Plan.FORMAT,
                run,
                drill,
                world.kind(),
                world.labHash(),
                world.date().toLocalDate(),
                false,
                ignoresCalendar,
                Optional.empty(),
                hits,
                refusals,
                Optional.empty());
    }

    /** Nothing in a simulator disturbs anybody. Elsewhere, what nobody knows may well be going on. */
    private List<String> refusals(Calendar calendar) {
        List<String> refusals = new ArrayList<>();
        String time = calendar.refuses(world.date());
        if (!time.isEmpty()) {
            refusals.add("the calendar: " + time);
        }
        for (Calendar.Busy what : calendar.notWhile()) {
            Truth busy = world.busy(what);
            if (busy != Truth.FALSE) {
                String is = busy == Truth.TRUE ? "is going on" : "may be going on, nobody knows";
                refusals.add("the calendar: " + what.word() + " " + is);
            }
        }
        return refusals;
    }

    /** What a dry run shows: the plan, and what the probes of the drill see now. */
    public record DryRun(Plan plan, List<Look> looks) {
        public DryRun {
            looks = List.copyOf(looks);
        }
    }

    /** What one probe sees. */
    public record Look(Probe probe, Observation seen) {}

    /** Plans, and asks every probe of the drill once. */
    public DryRun dryRun(Drill drill, String run) {
        List<Look> looks = new ArrayList<>();
        for (Probe probe : Watch.probes(drill)) {
            looks.add(new Look(probe, world.observe(probe)));
        }
        return new DryRun(plan(drill, run), looks);
    }

    /** Returns the content of a plan's file. */
    public static byte[] file(Plan plan) {
        return (Entries.json(plan.asSaved()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the content of a plan's file.
     *
     * @throws Unreadable when it is none, or of another format
     */
    public static Plan read(byte[] file) throws Unreadable {
        Plan plan = Entries.plan(new String(file, StandardCharsets.UTF_8));
        if (!plan.format().startsWith("1.")) {
            throw new Unreadable("the plan has format " + plan.format() + ", and this version reads 1.x: plan again");
        }
        return plan;
    }

    /** Returns the hash of what a plan would write to its file. */
    public static String hash(Plan plan) {
        return sha256(file(plan));
    }

    /** Returns the hash of what a drill does, whatever it is called and wherever its file is. */
    public static String hash(Drill drill) {
        return sha256(Entries.json(drill).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns why a plan may not be run now; empty when it may. */
    List<String> refusals(Plan plan) {
        Planner same = new Planner(world, examinations, plan.ignoresCalendar());
        Plan now = same.plan(plan.drill(), plan.run());
        List<String> refusals = new ArrayList<>(now.refusals());
        if (plan.world() != now.world()) {
            refusals.add("the plan is for " + plan.world().word() + ", not for "
                    + now.world().word());
        }
        if (!plan.labHash().equals(now.labHash())) {
            refusals.add("the lab has changed since the plan was made: plan again");
        }
        if (plan.exact() && !plan.day().equals(now.day())) {
            refusals.add("the plan is for " + plan.day() + ", and today is " + now.day() + ": plan again");
        }
        if (plan.exact() && !aims(plan).equals(aims(now))) {
            refusals.add(
                    "the plan hits " + aims(plan) + ", and the same drill would now hit " + aims(now) + ": plan again");
        }
        return refusals;
    }

    private static List<String> aims(Plan plan) {
        return plan.hits().stream()
                .map(planned -> planned.hit().step() + ": " + planned.hit().text())
                .toList();
    }
}
