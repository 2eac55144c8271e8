package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the helper does to files that a drill makes unreadable while their owner goes on writing: nothing of his is lost. */
class ScrambleTest {
    private static final String LOCKED = ".rackdrill-locked";
    private static final int SIZE = (1 << 20) + 70_001;

    @TempDir
    private Path folder;

    private Path top;
    private Path before;
    private final byte[] first = new byte[SIZE];

    @BeforeEach
    void takeASnapshot() throws IOException {
        new Random(20261126).nextBytes(first);
        top = Files.createDirectories(folder.resolve("top/in"));
        before = Files.createDirectories(folder.resolve("before/in"));
        Files.write(top.resolve("a"), first);
        Files.copy(top.resolve("a"), before.resolve("a"));
    }

    @Test
    void whatNobodyTouchesIsScrambledWholeAndComesBack() throws Exception {
        lock("a");
        byte[] locked = Files.readAllBytes(top.resolve("a" + LOCKED));
        assertThat(locked).hasSize(SIZE);
        for (int at = 0; at < SIZE; at += 4096) {
            int end = Math.min(at + 4096, SIZE);
            assertThat(Arrays.mismatch(first, at, end, locked, at, end)).isNotNegative();
        }
        unlock("a");
        assertThat(top.resolve("a")).hasBinaryContent(first);
    }

    @Test
    void whatWasWrittenSinceTheSnapshotStays() throws Exception {
        String block = "b".repeat(4096);
        write("a", 5_000, "before it was reached");
        write("a", SIZE, "and at its end");
        lock("a");
        write("a" + LOCKED, 1 << 20, block);
        unlock("a");

        byte[] expected = Arrays.copyOf(first, SIZE + 14);
        put(expected, 5_000, "before it was reached");
        put(expected, SIZE, "and at its end");
        put(expected, 1 << 20, block);
        assertThat(top.resolve("a")).hasBinaryContent(expected);
    }

    @Test
    void aFileThatTookThePlaceOfAnotherStays() throws Exception {
        Files.writeString(top.resolve("new"), "another file, shorter");
        Files.move(top.resolve("new"), top.resolve("a"), StandardCopyOption.REPLACE_EXISTING);
        lock("a");
        unlock("a");
        assertThat(top.resolve("a")).hasContent("another file, shorter");
    }

    @Test
    void whatWasMadeOrDeletedSinceIsLeftAlone() throws Exception {
        Files.writeString(top.resolve("made"), "since");
        Files.copy(before.resolve("a"), before.resolve("deleted"));
        lock("made", "deleted", "a");

        assertThat(top.resolve("made")).hasContent("since");
        assertThat(top.resolve("a" + LOCKED)).exists();
        assertThat(top.resolve("deleted" + LOCKED)).doesNotExist();
    }

    private void lock(String... names) throws IOException, InterruptedException {
        perl("lock_files", "", names);
    }

    private void unlock(String... names) throws IOException, InterruptedException {
        perl("unlock_files", LOCKED, names);
    }

    /** Calls a part of the helper, which is asked for it only with a dataset at hand. */
    private void perl(String part, String ending, String... names) throws IOException, InterruptedException {
        StringBuilder call = new StringBuilder();
        for (String name : names) {
            call.append(", 'in/").append(name).append(ending).append('\'');
        }
        String text = HelperScript.text()
                .replace(
                        "exit main();",
                        "eval { %s('%s', '%s', 'r/hit/1'%s); 1 } or print why_of($@);"
                                .formatted(part, top.getParent(), before.getParent(), call));
        Path script = Files.writeString(folder.resolve("script"), text);
        Process process = new ProcessBuilder("perl", script.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    private void write(String name, long at, String text) throws IOException {
        try (FileChannel file = FileChannel.open(top.resolve(name), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), at);
        }
    }

    private static void put(byte[] bytes, int at, String text) {
        byte[] written = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(written, 0, bytes, at, written.length);
    }
}
