package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Entry;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Unreadable;
import tools.jackson.databind.json.JsonMapper;

/** How long after its time a fault is there on real hosts, as the journals of drills tell. */
public final class HitDelays {
    private HitDelays() {}

    /**
     * What came of it.
     *
     * @param begun from when a fault was due until it was begun
     * @param there until its host had answered that it is there; to fill a pool takes its time
     */
    record Result(Percentiles begun, Percentiles there) {}

    /** Nanoseconds after a fault was due. */
    record Delay(long begun, long there) {}

    /**
     * Reads the journals of runs in a sandbox.
     *
     * @param arguments a folder with journals in it, however deep, and the file of the result
     */
    public static void main(String... arguments) throws IOException {
        List<Delay> nanos = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".journal"))
                    .sorted()
                    .toList()) {
                nanos.addAll(delays(Files.readAllBytes(file)));
            }
        }
        if (nanos.isEmpty()) {
            throw new IllegalStateException("no journal of a sandbox in " + arguments[0]);
        }
        Files.writeString(
                Path.of(arguments[1]),
                JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(new Result(
                                        Percentiles.of(
                                                nanos.stream().map(Delay::begun).toList()),
                                        Percentiles.of(
                                                nanos.stream().map(Delay::there).toList())))
                        + "\n");
    }

    /** Returns the delay of the first hit of each step. */
    static List<Delay> delays(byte[] journal) {
        List<Delay> delays = new ArrayList<>();
        try {
            Replay replay = Replay.of(Recovered.of(journal));
            Optional<Duration> began = replay.part(Entry.Phase.TIMELINE).map(Replay.Part::from);
            boolean real = replay.opened()
                    .filter(it -> it.world() == WorldKind.SANDBOX)
                    .isPresent();
            if (began.isPresent() && real) {
                replay.hits().stream()
                        .filter(hit -> !hit.taken() && hit.hit().number() == 1)
                        .forEach(hit -> due(replay, hit.hit().step())
                                .map(began.get()::plus)
                                .flatMap(due -> delay(replay, hit, due))
                                .ifPresent(delays::add));
            }
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
        return delays;
    }

    private static Optional<Delay> delay(Replay replay, Replay.Harm hit, Duration due) {
        Optional<Duration> started = replay.steps().stream()
                .filter(step -> step.name().equals(hit.hit().step()))
                .findFirst()
                .flatMap(Replay.Stage::started);
        return started.flatMap(from -> hit.injected()
                .map(to -> new Delay(from.minus(due).toNanos(), to.minus(due).toNanos())));
    }

    /** Returns when a step is due, for one that waits for no other. */
    private static Optional<Duration> due(Replay replay, String step) {
        return replay.plan()
                .flatMap(plan -> plan.drill().step(step))
                .map(Step::when)
                .filter(When.At.class::isInstance)
                .map(when -> ((When.At) when).time());
    }
}
