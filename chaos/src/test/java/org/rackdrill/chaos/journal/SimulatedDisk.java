package org.rackdrill.chaos.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A disk in memory that forgets what was not flushed when the power is cut, fails calls when told to, and can be full.
 * It is reused across the lives of a process: {@link #processEnds} is a SIGKILL (nothing written is lost),
 * {@link #powerCut} a power cut (every unflushed sector is kept or lost on its own).
 */
public final class SimulatedDisk implements Disk {
    public static final int SECTOR = 512;

    private final Map<String, Content> files = new TreeMap<>();
    private IntPredicate fails = call -> false;
    private boolean failureIsDoneAnyway;
    private int calls;
    private long capacity = Long.MAX_VALUE;
    private boolean claimed;

    /** What a file holds, and what stood in each sector that was written since the last flush. */
    private static final class Content {
        private byte[] bytes = new byte[0];
        private final TreeMap<Integer, byte[]> unsure = new TreeMap<>();
        /** What a flush that failed has dropped: the file shows it, later flushes believe that it is written. */
        private final TreeMap<Integer, byte[]> dropped = new TreeMap<>();

        private boolean nameIsSure;
        private int usedTo;

        private void put(int position, byte[] from, int length) {
            for (int sector = position / SECTOR; sector * SECTOR < position + length; sector++) {
                byte[] old = dropped.remove(sector);
                unsure.putIfAbsent(sector, old == null ? sector(sector) : old);
            }
            grow(position + length);
            System.arraycopy(from, 0, bytes, position, length);
            usedTo = length < Journal.CHUNK ? position + length : usedTo;
        }

        private byte[] sector(int sector) {
            int at = Math.min(sector * SECTOR, bytes.length);
            return Arrays.copyOfRange(bytes, at, Math.min(at + SECTOR, bytes.length));
        }

        private void grow(int size) {
            if (size > bytes.length) {
                bytes = Arrays.copyOf(bytes, size);
            }
        }

        private void shorten(int size) {
            for (int sector = size / SECTOR; sector * SECTOR < bytes.length; sector++) {
                unsure.computeIfAbsent(sector, this::sector);
            }
            bytes = Arrays.copyOf(bytes, Math.min(size, bytes.length));
        }

        /** Puts back the sectors that are lost; what lies between the old end and one that was kept reads as zeros. */
        private void cut(IntPredicate keeps) {
            int size = bytes.length;
            unsure.putAll(dropped);
            for (Map.Entry<Integer, byte[]> sector : unsure.descendingMap().entrySet()) {
                if (keeps.test(sector.getKey()) && !dropped.containsKey(sector.getKey())) {
                    continue;
                }
                int at = sector.getKey() * SECTOR;
                byte[] old = sector.getValue();
                grow(at + old.length);
                Arrays.fill(bytes, at, Math.min(at + SECTOR, bytes.length), (byte) 0);
                System.arraycopy(old, 0, bytes, at, old.length);
                size = at + SECTOR >= Math.max(size, bytes.length) ? at + old.length : Math.max(size, at + old.length);
            }
            bytes = Arrays.copyOf(bytes, size);
            unsure.clear();
            dropped.clear();
        }
    }

    /** Lets calls fail by their number, from 1; a failing call may have done its work all the same. */
    public void failWhen(IntPredicate fails, boolean doneAnyway) {
        this.fails = fails;
        this.failureIsDoneAnyway = doneAnyway;
        this.calls = 0;
    }

    /** How many calls there were since {@link #failWhen}. */
    public int calls() {
        return calls;
    }

    /** Lets the disk take no more than so many bytes. */
    public void capacity(long bytes) {
        this.capacity = bytes;
    }

    /** Whether a process holds the directory. */
    public boolean isClaimed() {
        return claimed;
    }

    /** The process is gone; what it wrote is in the cache and stays. */
    public void processEnds() {
        claimed = false;
    }

    /** The power is gone: a sector that was not flushed is kept when the test says so; so is a name. */
    public void powerCut(IntPredicate keepsSector, boolean keepsNames) {
        claimed = false;
        files.values().removeIf(file -> !file.nameIsSure && !keepsNames);
        files.values().forEach(file -> file.cut(keepsSector));
    }

    /** The sectors of a file that a power cut may lose. */
    public List<Integer> unsureSectors(String name) {
        return List.copyOf(content(name).unsure.keySet());
    }

    /** Puts bytes where a file was, as a broken disk would. */
    public void replace(String name, byte[] bytes) {
        Content content = content(name);
        content.bytes = bytes.clone();
        content.unsure.clear();
        content.dropped.clear();
    }

    /** What a power cut would surely leave of a file, without the space ahead; empty when the name goes too. */
    public byte[] sureBytes(String name) {
        Content content = files.get(name);
        if (content == null || !content.nameIsSure) {
            return new byte[0];
        }
        Content copy = new Content();
        copy.bytes = Arrays.copyOf(content.bytes, Math.min(content.bytes.length, content.usedTo + SECTOR));
        copy.unsure.putAll(content.unsure.headMap(content.usedTo / SECTOR + 1));
        copy.dropped.putAll(content.dropped.headMap(content.usedTo / SECTOR + 1));
        copy.cut(sector -> false);
        return copy.bytes;
    }

    /** What a file holds now. */
    public byte[] bytes(String name) {
        return content(name).bytes.clone();
    }

    @Override
    public Created create(String name) throws IOException {
        if (files.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        if (fails()) {
            throw new IOException("create failed");
        }
        Content content = new Content();
        files.put(name, content);
        return new Handle(content);
    }

    @Override
    public void flushNames() throws IOException {
        boolean failing = fails();
        if (!failing || failureIsDoneAnyway) {
            files.values().forEach(file -> file.nameIsSure = true);
        }
        if (failing) {
            throw new IOException("flush of the directory failed");
        }
    }

    @Override
    public List<String> names() throws IOException {
        if (fails()) {
            throw new IOException("list failed");
        }
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String name) throws IOException {
        if (fails()) {
            throw new IOException("read failed");
        }
        if (!files.containsKey(name)) {
            throw new FileNotFoundException(name);
        }
        return bytes(name);
    }

    @Override
    public Optional<Closeable> claim() throws IOException {
        if (fails()) {
            throw new IOException("claim failed");
        }
        if (claimed) {
            return Optional.empty();
        }
        claimed = true;
        return Optional.of(() -> claimed = false);
    }

    private boolean fails() {
        return fails.test(++calls);
    }

    private Content content(String name) {
        Content content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return content;
    }

    private long used() {
        return files.values().stream().mapToLong(file -> file.bytes.length).sum();
    }

    private final class Handle implements Created {
        private final Content content;

        Handle(Content content) {
            this.content = content;
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            long end = position + bytes.length;
            boolean failing = fails();
            long growth = Math.max(0, end - content.bytes.length);
            boolean full = used() + growth > capacity;
            if (!failing && !full) {
                content.put((int) position, bytes, bytes.length);
                return;
            }
            // A write that fails has often written a part.
            if (failing && failureIsDoneAnyway) {
                content.put((int) position, bytes, bytes.length / 2);
            }
            throw new IOException(full ? "no space left on device" : "write failed");
        }

        @Override
        public void flush() throws IOException {
            boolean failing = fails();
            if (failing && !failureIsDoneAnyway) {
                content.dropped.putAll(content.unsure);
            }
            content.unsure.clear();
            if (failing) {
                throw new IOException("flush failed");
            }
        }

        @Override
        public void shorten(long size) throws IOException {
            if (fails()) {
                throw new IOException("shorten failed");
            }
            content.shorten((int) size);
        }

        @Override
        public void close() {
            // Nothing is kept open in memory.
        }
    }
}
