package org.rackdrill.chaos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String NAME = "run.journal";

    @TempDir
    Path directory = Path.of("");

    @Test
    void aRealFileGivesBackWhatWasWritten() throws IOException {
        FileDisk disk = new FileDisk(directory.resolve("journals"));
        List<String> records = records(200);
        Journal journal = Journal.create(disk, NAME);
        for (String record : records) {
            journal.append(record);
            journal.flush();
        }
        assertThat(Files.size(directory.resolve("journals").resolve(NAME))).isEqualTo(Journal.CHUNK);
        Recovered open = Recovered.of(disk.read(NAME));
        journal.close();

        Recovered closed = Recovered.of(disk.read(NAME));
        assertThat(closed).isEqualTo(open).isEqualTo(new Recovered(records, journal.lastHash(), Optional.empty()));
        assertThat(disk.read(NAME).length).isLessThan(Journal.CHUNK);
        assertThat(disk.names()).containsExactly(NAME);
        assertThatThrownBy(() -> Journal.create(disk, NAME)).isInstanceOf(IOException.class);
    }

    @Test
    void aDirectoryBelongsToOneAtATime() throws IOException {
        FileDisk disk = new FileDisk(directory);
        Closeable held = disk.claim().orElseThrow();
        assertThat(disk.claim()).isEmpty();
        held.close();
        Optional<Closeable> again = disk.claim();
        assertThat(again).isPresent();
        again.orElseThrow().close();
    }

    @Test
    void everyCutLeavesABeginning() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        List<String> records = records(60);
        byte[] whole = written(disk, records);
        List<Integer> ends = ends(whole);

        for (int cut = 0; cut <= whole.length; cut++) {
            Recovered recovered = Recovered.of(Arrays.copyOf(whole, cut));
            int complete = complete(ends, cut);
            assertThat(recovered.records()).as("cut at byte %d", cut).isEqualTo(records.subList(0, complete));
            boolean between = cut == 0 || ends.contains(cut);
            assertThat(recovered.damage().isEmpty()).as("cut at byte %d", cut).isEqualTo(between);
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        List<String> records = records(20);
        byte[] whole = Arrays.copyOf(
                written(disk, records),
                ends(written(new SimulatedDisk(), records)).get(19) + 40);
        Arrays.fill(whole, whole.length - 40, whole.length, (byte) '\n');
        List<Integer> ends = ends(whole);

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Recovered recovered = Recovered.of(flipped);
            int complete = complete(ends, bit / 8);
            assertThat(recovered.records().equals(records.subList(0, complete)))
                    .as("bit %d", bit)
                    .isTrue();
            Damage damage = recovered.damage().orElseThrow();
            assertThat(damage.record()).isEqualTo(complete);
            // With the last record, or behind it, nothing whole can follow.
            assertThat(damage.hides()).as("bit %d", bit).isEqualTo(complete < records.size() - 1);
        }
    }

    @Test
    void everyCallMayFail() throws IOException {
        for (boolean forEver : new boolean[] {false, true}) {
            for (boolean doneAnyway : new boolean[] {false, true}) {
                int n = 1;
                while (!survives(n, forEver, doneAnyway)) {
                    n++;
                }
                // Create, space, its flush, the directory; a write and a flush for each record; flush and shorten.
                assertThat(n).isEqualTo(4 + 2 * 30 + 2 + 1);
            }
        }
    }

    /** Whether the n-th call was beyond the last one. If not: what was acknowledged is there, nothing was invented. */
    private static boolean survives(int n, boolean forEver, boolean doneAnyway) throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        IntPredicate fails = call -> forEver ? call >= n : call == n;
        disk.failWhen(fails, doneAnyway);
        List<String> records = records(30);
        int acknowledged = 0;
        boolean failed = false;
        boolean created = false;
        try (Journal journal = Journal.create(disk, NAME)) {
            created = true;
            for (String record : records) {
                try {
                    journal.append(record);
                    journal.flush();
                    assertThat(failed).as("a record after a failure, n = %d", n).isFalse();
                    acknowledged++;
                } catch (IOException e) {
                    failed = true;
                }
            }
        } catch (IOException e) {
            failed = true;
        }
        disk.failWhen(call -> false, false);
        disk.powerCut(sector -> false, false);
        if (created) {
            List<String> found = Recovered.of(disk.read(NAME)).records();
            assertThat(found).as("n = %d", n).isEqualTo(records.subList(0, found.size()));
            assertThat(found).as("n = %d", n).hasSizeGreaterThanOrEqualTo(acknowledged);
        }
        return !failed;
    }

    @Test
    void everySubsetOfUnflushedSectorsLeavesWhatWasAcknowledged() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        List<String> records = records(34);
        Journal journal = Journal.create(disk, NAME);
        for (int i = 0; i < records.size(); i++) {
            journal.append(records.get(i));
            if (i == 5) {
                journal.flush();
            }
        }
        List<Integer> unsure = disk.unsureSectors(NAME);
        assertThat(unsure).hasSizeBetween(11, 13);
        for (int kept = 0; kept < 1 << unsure.size(); kept++) {
            SimulatedDisk after = new SimulatedDisk();
            Journal same = Journal.create(after, NAME);
            for (int i = 0; i < records.size(); i++) {
                same.append(records.get(i));
                if (i == 5) {
                    same.flush();
                }
            }
            int sectors = kept;
            after.powerCut(sector -> (sectors >> unsure.indexOf(sector) & 1) == 1, true);
            List<String> found = Recovered.of(after.read(NAME)).records();
            assertThat(found.size()).isGreaterThanOrEqualTo(6);
            assertThat(found.equals(records.subList(0, found.size()))).isTrue();
        }
    }

    @Test
    void whatComesBehindTheEndInventsNothing() throws IOException {
        List<String> records = records(20);
        byte[] whole = written(new SimulatedDisk(), records);
        byte[] lastAgain =
                Arrays.copyOfRange(whole, ends(whole).get(18), ends(whole).get(19));
        for (byte[] tail :
                List.of(new byte[600], lastAgain, "{\"type\":\"closed\"}\n".getBytes(StandardCharsets.UTF_8))) {
            byte[] file = Arrays.copyOf(whole, whole.length + tail.length);
            System.arraycopy(tail, 0, file, whole.length, tail.length);
            Recovered recovered = Recovered.of(file);
            assertThat(recovered.records()).isEqualTo(records);
            assertThat(recovered.damage()).isPresent();
        }
    }

    /** The checksum of each line is right here: only the chain of hashes can tell. */
    @Test
    void recordsCannotBeTakenOutOrMovedOrChanged() throws IOException {
        List<String> records = records(20);
        byte[] whole = written(new SimulatedDisk(), records);
        List<byte[]> lines = lines(whole);
        for (int i = 0; i < lines.size() - 1; i++) {
            List<byte[]> without = new ArrayList<>(lines);
            without.remove(i);
            List<byte[]> swapped = new ArrayList<>(lines);
            swapped.set(i, lines.get(i + 1));
            swapped.set(i + 1, lines.get(i));
            List<byte[]> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            List<byte[]> changed = new ArrayList<>(lines);
            String before = i == 0 ? Line.NO_HASH : Line.hash(lines.get(i - 1), 0, lines.get(i - 1).length);
            changed.set(i, Line.of(before, "{}".getBytes(StandardCharsets.UTF_8)));
            for (List<byte[]> forged : List.of(without, swapped, twice, changed)) {
                Damage damage = Recovered.of(joined(forged)).damage().orElseThrow();
                assertThat(damage.hides()).isTrue();
                assertThat(damage.record()).isBetween(i, i + 1);
            }
        }
    }

    @Test
    void aFullDiskStillTakesUndos() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        disk.capacity(Journal.CHUNK + 5_000);
        Journal journal = Journal.create(disk, NAME);
        String large = "{\"x\":\"" + "a".repeat(10_000) + "\"}";
        int taken = 0;
        boolean full = false;
        while (!full) {
            try {
                journal.append(large);
                taken++;
            } catch (IOException e) {
                full = true;
            }
        }
        assertThat(taken).isEqualTo((Journal.CHUNK - Journal.RESERVE) / (large.length() + Line.HEAD + 1));
        for (int i = 0; i < 500; i++) {
            journal.appendReserved("{\"type\":\"undone\",\"fault\":\"f" + i + "\"}");
            journal.flush();
        }
        journal.close();
        Recovered recovered = Recovered.of(disk.read(NAME));
        assertThat(recovered.damage()).isEmpty();
        assertThat(recovered.records()).hasSize(taken + 500);
    }

    @Test
    void moreSpaceIsWrittenAheadInTime() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        List<String> records = new ArrayList<>();
        Journal journal = Journal.create(disk, NAME);
        for (int i = 0; i < 300; i++) {
            records.add("{\"i\":" + i + ",\"x\":\"" + "a".repeat(i * 100) + "\"}");
            journal.append(records.get(i));
        }
        assertThat(disk.bytes(NAME).length % Journal.CHUNK).isZero();
        journal.close();
        assertThat(Recovered.of(disk.read(NAME)).records()).isEqualTo(records);
    }

    @Test
    void aRecordIsOneLine() throws IOException {
        Journal journal = Journal.create(new SimulatedDisk(), NAME);
        assertThatThrownBy(() -> journal.append("{\n}")).hasMessageContaining("line feed");
        assertThatThrownBy(() -> journal.append("")).hasMessageContaining("0 bytes");
    }

    private static byte[] written(SimulatedDisk disk, List<String> records) throws IOException {
        try (Journal journal = Journal.create(disk, NAME)) {
            for (String record : records) {
                journal.append(record);
            }
        }
        return disk.bytes(NAME);
    }

    private static List<String> records(int count) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add("{\"type\":\"observed\",\"at\":" + i * 7 + ",\"value\":\"é" + "x".repeat(i * 5 % 131) + "\"}");
        }
        return records;
    }

    private static List<Integer> ends(byte[] file) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < file.length; i++) {
            if (file[i] == '\n' && file[i - 1] != '\n') {
                ends.add(i + 1);
            }
        }
        return ends;
    }

    private static int complete(List<Integer> ends, int size) {
        return (int) ends.stream().filter(end -> end <= size).count();
    }

    private static List<byte[]> lines(byte[] file) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int end : ends(file)) {
            lines.add(Arrays.copyOfRange(file, from, end));
            from = end;
        }
        return lines;
    }

    private static byte[] joined(List<byte[]> lines) {
        byte[] joined = new byte[lines.stream().mapToInt(line -> line.length).sum()];
        int at = 0;
        for (byte[] line : lines) {
            System.arraycopy(line, 0, joined, at, line.length);
            at += line.length;
        }
        return joined;
    }
}
