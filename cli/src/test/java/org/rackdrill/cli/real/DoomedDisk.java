package org.rackdrill.cli.real;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.journal.Disk;

/**
 * A disk whose controller dies before or after a flush: {@code before flush 3}, {@code after flush 3}. The third one is
 * that of the intent, in a drill with one fault.
 */
record DoomedDisk(Disk disk, DoomedWorld.Doom doom) implements Disk {

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

    private record DoomedFile(Created file, DoomedWorld.Doom doom) implements Created {
        @Override
        public void write(long position, byte[] bytes) throws IOException {
            file.write(position, bytes);
        }

        @Override
        public void flush() throws IOException {
            doom.pass("before flush");
            file.flush();
            doom.pass("after flush");
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
