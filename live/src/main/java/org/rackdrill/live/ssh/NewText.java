package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A text file that is changed as a whole or not at all, and that only its owner can read when it is new. */
final class NewText {
    private static final int TURNS = 10;

    private NewText() {}

    /** Changes a text, byte for byte what it was but for the change; the directory is made when it is not there. */
    static void change(Path file, UnaryOperator<String> change) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new IOException(file + " is no file");
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            String before = text(target);
            String after = change.apply(before);
            if (after.equals(before) || replace(target, directory, before, after)) {
                return;
            }
        }
        throw new IOException("somebody else keeps changing " + file);
    }

    private static String text(Path target) throws IOException {
        return Files.exists(target) ? Files.readString(target, StandardCharsets.ISO_8859_1) : "";
    }

    /** Puts the new text in place unless the old one is no longer what it was. */
    private static boolean replace(Path target, Path directory, String before, String after) throws IOException {
        Set<PosixFilePermission> mode = Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : PosixFilePermissions.fromString("rw-------");
        Path beside = Files.createTempFile(directory, "." + target.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(after.getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(beside, mode);
            if (!text(target).equals(before)) {
                return false;
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return true;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
