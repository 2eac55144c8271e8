package org.rackdrill.reports.drill;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.journal.Disk;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.Unreadable;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;

/** Drills that are run by the real runner; what is left of each run is its journal. */
final class Rehearsals {
    private static final Path LABS = Path.of("../scenarios/labs");
    private static final DrillReader READER = new DrillReader(name -> {
        try {
            byte[] lab = Files.readAllBytes(LABS.resolve(name + ".yaml"));
            return new LabReader(Catalogue.load()).read(name, lab).lab().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    });

    private Rehearsals() {}

    /** Reads a drill that must be usable. */
    static Drill drill(String yaml) {
        DrillReading reading = READER.read("test.drill.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return reading.drill().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    static Replay run(ScriptedWorld world, Drill drill) {
        return run(world, drill, Function.identity());
    }

    /** Runs a drill and reads its journal. */
    static Replay run(ScriptedWorld world, Drill drill, Function<Plan, Plan> change) {
        return replay(journal(world, drill, change));
    }

    static Replay replay(byte[] journal) {
        try {
            return Replay.of(Recovered.of(journal));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    static byte[] journal(ScriptedWorld world, Drill drill, Function<Plan, Plan> change) {
        Memory memory = new Memory();
        Plan plan = change.apply(new Planner(world).plan(drill, "2026-11-26-1400"));
        try {
            var unused = new Runner(world, memory, Terms.USUAL).run(plan);
        } catch (ScriptedWorld.Killed e) {
            // The journal of a dead process is what this run is about.
        }
        return memory.only();
    }

    /** Undoes what an earlier run left, and reads the journal of that. */
    static Replay reconciled(byte[] left) {
        Memory memory = new Memory();
        memory.files.put("2026-11-26-1400.journal", left);
        var unused = new Runner(new ScriptedWorld(org.rackdrill.chaos.drill.WorldKind.LIVE), memory, Terms.USUAL)
                .reconcile("2026-11-26-1500");
        return replay(
                Optional.ofNullable(memory.files.get("2026-11-26-1500.journal")).orElseThrow());
    }

    /** A directory that is gone with the test. */
    private static final class Memory implements Disk {
        private final Map<String, byte[]> files = new TreeMap<>();

        byte[] only() {
            return files.values().iterator().next();
        }

        @Override
        public Created create(String name) {
            files.put(name, new byte[0]);
            return new Created() {
                @Override
                public void write(long position, byte[] bytes) throws IOException {
                    byte[] old = file(name);
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    out.write(Arrays.copyOf(old, (int) position));
                    out.write(bytes);
                    int end = (int) position + bytes.length;
                    if (end < old.length) {
                        out.write(old, end, old.length - end);
                    }
                    files.put(name, out.toByteArray());
                }

                @Override
                public void flush() {}

                @Override
                public void shorten(long size) {
                    files.put(name, Arrays.copyOf(file(name), (int) size));
                }

                @Override
                public void close() {}
            };
        }

        private byte[] file(String name) {
            return Optional.ofNullable(files.get(name)).orElseThrow();
        }

        @Override
        public void flushNames() {}

        @Override
        public List<String> names() {
            return List.copyOf(files.keySet());
        }

        @Override
        public byte[] read(String name) {
            return file(name);
        }

        @Override
        public Optional<Closeable> claim() {
            return Optional.of(() -> {});
        }
    }
}
