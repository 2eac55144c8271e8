package org.rackdrill.cli.real;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.journal.FileDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.input.ShippedLabs;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.sandbox.Condition;
import org.rackdrill.live.sandbox.Sandbox;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/**
 * A sandbox in which controllers may die.
 *
 * @param name of the sandbox, which is up
 */
record Ward(String name) {
    static final int LEASE = 5;

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofSeconds(150);

    /** What is late is not broken: the next case need not wait for it. */
    private static final Set<String> LATE = Set.of("alarms", "copies");

    static Reading lab() {
        return new LabReader(Catalogue.load())
                .read("sandbox.yaml", ShippedLabs.find("sandbox").orElseThrow().bytes());
    }

    Sandbox sandbox() {
        return Sandbox.running(name).orElseThrow(() -> new IllegalStateException(name + " is not up"));
    }

    /** Returns where one run keeps its journal: each has a folder of its own, as if it had a machine of its own. */
    Path journals(String run) {
        return sandbox().state().resolve("journals").resolve(run);
    }

    /** Opens the way to its machines. */
    RealVenue open() {
        Reading lab = lab();
        SimulatedLab model = new SimulatedLab(lab.lab().orElseThrow(), lab.hash());
        return new RealVenue(
                ground(lab),
                model,
                Clock.systemDefaultZone(),
                () -> false,
                new RealVenue.Asked(1, Optional.of(LEASE), List.of()));
    }

    private Ground ground(Reading lab) {
        return Ground.of(WorldKind.SANDBOX, name, lab.lab().orElseThrow());
    }

    /** Runs a drill whose controller comes to grief at a point of the protocol. */
    Outcome run(Blow blow, List<String> accepted, String run, String doomed, Path journals) throws IOException {
        Doom doom = new Doom(doomed);
        var drill = blow.drill(accepted);
        try (RealVenue venue = open()) {
            DoomedWorld world = new DoomedWorld(venue.world(drill), doom);
            return new Runner(world, new DoomedDisk(new FileDisk(journals), doom), venue.terms(drill))
                    .run(new Planner(world.world()).plan(drill, run));
        }
    }

    /** Undoes what is left, as the next start does. */
    Outcome reconcile(String run, Path journals) throws IOException {
        try (RealVenue venue = open()) {
            var drill = Blow.all(1).get(0).drill();
            return new Runner(venue.world(drill), new FileDisk(journals), venue.terms(drill)).reconcile(run);
        }
    }

    /** Waits until all that has to run does, and nothing is armed or broken on any of its machines. */
    void well() {
        Awaitility.await(name + " is well")
                .atMost(RECOVERY)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::troubles, List::isEmpty);
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>(sandbox().deviations());
        for (Condition node : Condition.of(sandbox())) {
            if (!node.power().equals("on") || !node.ssh()) {
                troubles.add(node.node() + " is " + node.power());
            }
            node.parts().forEach((part, how) -> {
                if (!how.equals("ok") && !LATE.contains(part)) {
                    troubles.add(node.node() + " " + part + " " + how);
                }
            });
        }
        if (troubles.isEmpty()) {
            troubles.addAll(armed());
        }
        return troubles;
    }

    /** Returns what is armed anywhere, as the helpers say it. */
    List<String> armed() {
        List<String> armed = new ArrayList<>();
        try (Ground ground = ground(lab())) {
            for (String host : List.of("node1", "node2", "node3", "node4", Reach.RACK)) {
                var reply = ground.hosts().host(host).orElseThrow().ask(Request.of("armed"), WITHIN);
                armed.addAll(reply.done() ? reply.body().lines().toList() : List.of(reply.why()));
            }
        }
        return armed;
    }

    /** Runs a program as root in a node, without its network, and returns what it said. */
    String inside(String node, String input, String... program) throws IOException {
        Process process = new ProcessBuilder(sandbox().inside(node, List.of(program)))
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Does something by hand at the rack. */
    void rack(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(sandbox().rack().toString()));
        command.addAll(List.of(words));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the rack does not do " + command);
        }
    }

    /** The process that dies: sandbox, run, what becomes of it, journals, and the words of the blow and of its dangers. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        Outcome outcome = new Ward(words.get(0))
                .run(
                        Blow.said(words.subList(4, 7)),
                        words.subList(7, words.size()),
                        words.get(1),
                        words.get(2),
                        Path.of(words.get(3)));
        System.out.println(outcome.status() + " " + outcome.why() + " " + outcome.faults());
        System.exit(outcome.exitCode());
    }
}
