package org.rackdrill.chaos.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory of a real file system. */
public final class FileDisk implements Disk {
    private static final String CLAIM = ".claim";

    private final Path directory;

    /**
     * Makes the directory if it is not there.
     *
     * @throws IOException when it cannot be made
     */
    public FileDisk(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    @Override
    public Created create(String name) throws IOException {
        return new Channel(
                FileChannel.open(directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** A file whose directory was not flushed may be gone after a power cut, however well it was flushed itself. */
    @Override
    public void flushNames() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(CLAIM))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name));
    }

    /** The kernel gives the lock back when the process dies in any way, so no stale one can block the next run. */
    @Override
    public Optional<Closeable> claim() throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(CLAIM), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the answer is the same as for any other holder.
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private record Channel(FileChannel channel) implements Created {

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest, position + rest.position());
            }
        }

        @Override
        public void flush() throws IOException {
            channel.force(true);
        }

        @Override
        public void shorten(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
