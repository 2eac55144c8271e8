package org.rackdrill.cli.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.journal.FileDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.input.ShippedLabs;
import org.rackdrill.live.sandbox.Sandbox;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/**
 * A sandbox in which controllers may die.
 *
 * @param name of the sandbox, which is up
 */
record Ward(String name) {
    static final int LEASE = 5;

    /** The property that names a sandbox for these tests. */
    static final String PROPERTY = "rackdrill.sandbox";

    static Optional<Ward> here() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(name -> Sandbox.running(name).isPresent())
                .map(Ward::new);
    }

    private static Reading lab() {
        return new LabReader(Catalogue.load())
                .read("sandbox.yaml", ShippedLabs.find("sandbox").orElseThrow().bytes());
    }

    /** Returns a drill that breaks one thing for a few seconds. */
    static Drill drill(String fault) {
        String text = "drill: 1\nname: Ward\nlab: sandbox\nwhy: The controller dies\nworlds: [sandbox]\nlasts: 12 s\n"
                + "timeline:\n  - {name: hit, at: 1 s, " + fault + ", for: 7 s}\n"
                + "expect:\n  - {eventually: {up: node1}, within: 10 s}\n"
                + "accepts: [last-redundancy, quorum-loss, data-loss, harness-in-radius, scrub-running, ups-not-full]\n";
        DrillReading reading = new DrillReader(lab -> lab().lab().orElseThrow())
                .read("ward.drill.yaml", text.getBytes(StandardCharsets.UTF_8));
        return reading.drill().orElseThrow(() -> new IllegalArgumentException(reading.problems() + " in " + text));
    }

    RealVenue open() {
        Reading lab = lab();
        SimulatedLab model = new SimulatedLab(lab.lab().orElseThrow(), lab.hash());
        return new RealVenue(
                Ground.of(WorldKind.SANDBOX, name, model.lab()),
                model,
                Clock.systemDefaultZone(),
                () -> false,
                new RealVenue.Asked(1, Optional.of(LEASE), List.of()));
    }

    /** Runs a drill whose controller dies at a point of the protocol. */
    Outcome run(String fault, String run, String doomed) throws IOException {
        DoomedWorld.Doom doom = new DoomedWorld.Doom(doomed);
        Drill drill = drill(fault);
        try (RealVenue venue = open()) {
            Path journals = venue.journals(Path.of("."));
            DoomedWorld world = new DoomedWorld(venue.world(drill), doom);
            return new Runner(world, new DoomedDisk(new FileDisk(journals), doom), venue.terms(drill))
                    .run(new Planner(world.world()).plan(drill, run));
        }
    }

    /** Undoes what is left, as the next start does. */
    Outcome reconcile(String run) throws IOException {
        try (RealVenue venue = open()) {
            Drill drill = drill("cpu-pressure: {of: node1, to: 50%}");
            return new Runner(venue.world(drill), new FileDisk(venue.journals(Path.of("."))), venue.terms(drill))
                    .reconcile(run);
        }
    }

    /** The process that dies: sandbox, run, point of the protocol, fault. */
    public static void main(String[] arguments) throws IOException {
        Outcome outcome = new Ward(arguments[0]).run(arguments[3], arguments[1], arguments[2]);
        System.out.println(outcome.status() + " " + outcome.why());
        System.exit(outcome.exitCode());
    }
}
