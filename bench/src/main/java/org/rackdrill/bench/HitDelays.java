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
     * Reads the journals of runs in a sandbox.
     *
     * @param arguments a folder with journals in it, however deep, and the file of the result
     */
    public static void main(String... arguments) throws IOException {
        List<Long> nanos = new ArrayList<>();
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
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(Percentiles.of(nanos))
                        + "\n");
    }

    /** Returns the nanoseconds from when each first hit of a step was due until it was answered that it is there. */
    static List<Long> delays(byte[] journal) {
        List<Long> delays = new ArrayList<>();
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
                                .flatMap(due -> hit.injected()
                                        .map(at -> at.minus(began.get()).minus(due)))
                                .ifPresent(delay -> delays.add(delay.toNanos())));
            }
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
        return delays;
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
