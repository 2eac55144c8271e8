package org.rackdrill.chaos.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The directory that journals are kept in: the few file operations whose failure a run must survive. */
public interface Disk {

    /**
     * Creates a file and opens it for writing.
     *
     * @throws IOException also when a file of that name exists
     */
    Created create(String name) throws IOException;

    /** Makes the names of the files created so far survive a power cut. */
    void flushNames() throws IOException;

    /** Returns the names of all files, sorted. */
    List<String> names() throws IOException;

    /** Returns the whole content of a file. */
    byte[] read(String name) throws IOException;

    /**
     * Takes the directory for this process until the claim is closed or the process ends.
     *
     * @return empty when another process holds it
     */
    Optional<Closeable> claim() throws IOException;

    /** A file that this process created and may write. */
    interface Created extends Closeable {

        /** Writes all bytes at a position. A power cut before the next flush may keep any part of them. */
        void write(long position, byte[] bytes) throws IOException;

        /** Makes everything written so far survive a power cut. */
        void flush() throws IOException;

        /** Cuts off what lies behind a size in bytes. */
        void shorten(long size) throws IOException;
    }
}
