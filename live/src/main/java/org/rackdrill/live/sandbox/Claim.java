package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The right to build or to take away sandboxes on this machine; one process has it, and loses it when it ends. */
final class Claim implements AutoCloseable {
    /** Not below what a sandbox takes away with itself. */
    private static final Path FILE = Tree.CACHE.resolve("sandbox.lock");

    private static final Duration STEP = Duration.ofMillis(100);

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else has it. */
    static Claim take(Steps steps) {
        try {
            Files.createDirectories(FILE.getParent());
            FileChannel channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (locked(channel) == null) {
                Pause.of(STEP);
                steps.check();
            }
            return new Claim(channel);
        } catch (IOException e) {
            throw new Impossible("cannot lock " + FILE + ": " + e.getMessage());
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Impossible("cannot unlock " + FILE + ": " + e.getMessage());
        }
    }
}
