package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Taking files and mounts away. */
final class Sweep {
    private static final Duration LONG = Duration.ofSeconds(120);

    private Sweep() {}

    /** Returns the nearest folder above a path that is there. */
    static Path nearest(Path path) {
        Path at = path.toAbsolutePath();
        while (!Files.isDirectory(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    /**
     * Deletes a folder with all that is in it, after what is mounted there.
     *
     * <p>A tree of nodes has many thousand files with names that need not be text: {@code rm} reads them as bytes.
     */
    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        unmount(folder);
        Call gone = Call.of(LONG, List.of("rm", "-rf", "--one-file-system", folder.toString()));
        if (!gone.good()) {
            throw Impossible.leftBehind("cannot delete " + folder + ": " + gone.last());
        }
    }

    /** Unmounts all that is mounted at or below a folder, the last first. */
    static void unmount(Path folder) {
        for (String at : mounts(folder)) {
            if (!Call.of(LONG, List.of("umount", at)).good()) {
                Call.of(LONG, List.of("umount", "-l", at));
            }
        }
        List<String> left = mounts(folder);
        if (!left.isEmpty()) {
            throw Impossible.leftBehind("cannot unmount " + String.join(", ", left));
        }
    }

    private static List<String> mounts(Path folder) {
        String top = folder.toAbsolutePath().toString();
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
            List<String> below = new ArrayList<>(mounts.map(line -> unescaped(line.split(" ")[1]))
                    .filter(at -> at.equals(top) || at.startsWith(top + "/"))
                    .toList());
            Collections.reverse(below);
            return below;
        } catch (IOException e) {
            throw new Impossible("cannot read what is mounted: " + e.getMessage());
        }
    }

    private static String unescaped(String path) {
        return path.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }

    /** Deletes a folder only when nothing is in it. */
    static void deleteEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                return;
            }
            Files.delete(folder);
        } catch (IOException e) {
            return;
        }
    }
}
