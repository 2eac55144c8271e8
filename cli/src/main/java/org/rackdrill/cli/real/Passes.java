package org.rackdrill.cli.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planner;

/**
 * The drills that passed, one line each: when, where, the hash of the lab, the hash of the drill, its faults. A line that
 * nobody can read counts for nothing.
 */
public record Passes(Path file) {

    /** Remembers a run that passed; a list that cannot be written only means that a live run has to be forced. */
    public void add(Plan plan, Instant now) {
        String line = String.join(
                        " ",
                        now.toString(),
                        plan.world().word(),
                        plan.labHash(),
                        Planner.hash(plan.drill()),
                        String.join(",", faults(plan.drill())))
                + "\n";
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return;
        }
    }

    /**
     * Returns what is missing before a drill may run on live machines: it passed in the simulator, for this very lab, and
     * each of its faults was part of a drill that passed in the sandbox. Empty when nothing is missing.
     */
    public List<String> missing(Plan plan) {
        List<String[]> passed = lines();
        List<String> missing = new ArrayList<>();
        String drill = Planner.hash(plan.drill());
        if (passed.stream()
                .noneMatch(it ->
                        it[1].equals(WorldKind.SIM.word()) && it[2].equals(plan.labHash()) && it[3].equals(drill))) {
            missing.add("it has not passed in sim");
        }
        Set<String> unproven = faults(plan.drill());
        passed.stream()
                .filter(it -> it[1].equals(WorldKind.SANDBOX.word()))
                .forEach(it -> unproven.removeAll(List.of(it[4].split(","))));
        if (!unproven.isEmpty()) {
            missing.add("no drill with " + String.join(", ", unproven) + " has passed in a sandbox");
        }
        return missing;
    }

    private static Set<String> faults(Drill drill) {
        Set<String> faults = new TreeSet<>();
        for (Step step : drill.timeline()) {
            if (step.act() instanceof Act.Break<?> act) {
                faults.add(act.fault().kind().word());
            }
        }
        return faults;
    }

    private List<String[]> lines() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", -1))
                    .filter(words -> words.length == 5)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
