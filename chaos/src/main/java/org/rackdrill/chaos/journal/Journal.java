package org.rackdrill.chaos.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The journal of a run that is going on. Space is written ahead, so that a disk that others fill cannot stop an undo
 * from being recorded: the last part of it is kept for the records of {@link #appendReserved}.
 *
 * <p>On a file system that never writes in place (ZFS, btrfs) the space is not really kept. A run stays safe there:
 * when a record fails, nothing new is begun and everything is undone, and the next run proves it again.
 *
 * <p>After a write or a flush has failed, nobody knows what the disk holds (a second flush may succeed and lie), so the
 * journal refuses every later record.
 */
public final class Journal implements Closeable {
    /** How much is written ahead at a time, in bytes. */
    public static final int CHUNK = 1 << 20;

    /** How much of it is kept for undoing, in bytes: some hundred records. */
    public static final int RESERVE = 1 << 18;

    private final Disk.Created file;
    private long position;
    private long written;
    private boolean broken;
    private String lastHash = Line.NO_HASH;

    private Journal(Disk.Created file) {
        this.file = file;
    }

    /**
     * Creates the file, its space and its name, and makes them last.
     *
     * @throws IOException when the disk does not take it; then nothing may be begun
     */
    public static Journal create(Disk disk, String name) throws IOException {
        Disk.Created file = disk.create(name);
        Journal journal = new Journal(file);
        try {
            journal.writeAhead();
            disk.flushNames();
            return journal;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Writes a record. It lasts after the next {@link #flush}.
     *
     * @throws IOException when the disk fails or has no space left but the reserve
     */
    public void append(String json) throws IOException {
        byte[] line = Line.of(lastHash, json.getBytes(StandardCharsets.UTF_8));
        while (position + line.length + RESERVE > written) {
            writeAhead();
        }
        write(line);
    }

    /**
     * Writes a record of an undo, if need be into the reserve.
     *
     * @throws IOException when the disk fails or the reserve is used up
     */
    public void appendReserved(String json) throws IOException {
        byte[] line = Line.of(lastHash, json.getBytes(StandardCharsets.UTF_8));
        while (position + line.length > written) {
            writeAhead();
        }
        write(line);
    }

    /** Makes every record so far last through a power cut. */
    public void flush() throws IOException {
        refuseIfBroken();
        broken = true;
        file.flush();
        broken = false;
    }

    /** Returns the hash of the last record, to be kept where whoever can change the journal cannot reach. */
    public String lastHash() {
        return lastHash;
    }

    /** Gives back the space that was written ahead, and closes the file. What was appended is flushed before. */
    @Override
    public void close() throws IOException {
        try (file) {
            if (!broken) {
                flush();
                file.shorten(position);
            }
        }
    }

    private void write(byte[] line) throws IOException {
        refuseIfBroken();
        broken = true;
        file.write(position, line);
        broken = false;
        position += line.length;
        lastHash = Line.hash(line, 0, line.length);
    }

    /** A write that fails here breaks nothing: it only touched space behind the records. A flush that fails does. */
    private void writeAhead() throws IOException {
        refuseIfBroken();
        byte[] filler = new byte[CHUNK];
        Arrays.fill(filler, (byte) '\n');
        file.write(written, filler);
        flush();
        written += CHUNK;
    }

    private void refuseIfBroken() throws IOException {
        if (broken) {
            throw new IOException("the disk failed before: nobody knows what the journal holds since then");
        }
    }
}
