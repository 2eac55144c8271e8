package org.rackdrill.cli.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.journal.Disk;

/** A disk whose controller dies or stops before or after the flush that makes its intent last: {@code before intent}. */
record DoomedDisk(Disk disk, Doom doom) implements Disk {

    @Override
    public Created create(String name) throws IOException {
        return new DoomedFile(disk.create(name), doom);
    }

    @Override
    public void flushNames() throws IOException {
        disk.flushNames();
    }

    @Override
    public List<String> names() throws IOException {
        return disk.names();
    }

    @Override
    public byte[] read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public Optional<Closeable> claim() throws IOException {
        return disk.claim();
    }

    /** A file that knows whether what it was given last is an intent. */
    private static final class DoomedFile implements Created {
        private final Created file;
        private final Doom doom;
        private boolean intent;

        DoomedFile(Created file, Doom doom) {
            this.file = file;
            this.doom = doom;
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            file.write(position, bytes);
            intent = new String(bytes, StandardCharsets.UTF_8).contains("\"is\":\"Intended\"");
        }

        @Override
        public void flush() throws IOException {
            if (intent) {
                doom.pass("before intent");
            }
            file.flush();
            if (intent) {
                doom.pass("after intent");
            }
        }

        @Override
        public void shorten(long size) throws IOException {
            file.shorten(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
