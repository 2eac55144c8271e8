package org.rackdrill.cli.real;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full. */
record SmallDisk(Path folder) implements AutoCloseable {

    /**
     * Mounts one.
     *
     * @param size as {@code mount} understands it
     */
    static SmallDisk of(String size) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("small-disk");
        InterruptionTest.command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    /** Gives back what was filled. */
    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        InterruptionTest.command("umount", folder.toString());
        Files.delete(folder);
    }
}
