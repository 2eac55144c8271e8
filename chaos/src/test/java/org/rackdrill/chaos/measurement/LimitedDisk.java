package org.rackdrill.chaos.measurement;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A disk in a file, and a control group whose processes get only so many operations a second out of it. It goes when it is
 * closed, and when the process ends before.
 */
final class LimitedDisk implements AutoCloseable {

    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String BYTES = "256M";

    private final Path folder;
    private final Thread lastResort = new Thread(this::remove);
    private Optional<String> device = Optional.empty();
    private Optional<Path> group = Optional.empty();
    private boolean second;

    LimitedDisk(Path folder) throws IOException {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(lastResort);
        try {
            group = Optional.of(group());
            Path file = folder.resolve("disk");
            Command.run("fallocate", "--length", BYTES, file.toString());
            device = Optional.of(loop(file));
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private Path group() throws IOException {
        Path first = GROUPS.resolve("blkio");
        boolean firstVersion = Files.exists(first.resolve("blkio.throttle.read_iops_device"));
        Path root = firstVersion ? first : GROUPS;
        Path controllers = root.resolve("cgroup.controllers");
        second = !firstVersion
                && Files.exists(controllers)
                && Files.readString(controllers).contains("io");
        assumeTrue(firstVersion || second, "the kernel here has no control groups that limit disks (blkio or io)");
        if (second) {
            Files.writeString(root.resolve("cgroup.subtree_control"), "+io");
        }
        return Files.createDirectory(
                root.resolve("rackdrill-limit-" + ProcessHandle.current().pid()));
    }

    private static String loop(Path file) {
        assumeTrue(Files.exists(Path.of("/dev/loop-control")), "the kernel here has no loop devices");
        return Command.run("losetup", "--find", "--show", "--direct-io=on", file.toString())
                .strip();
    }

    /** Returns which version of control groups does it. */
    String by() {
        return second ? "io.max (cgroup v2)" : "blkio.throttle (cgroup v1)";
    }

    String device() {
        return device.orElseThrow();
    }

    /** Lets so many reads, and as many writes, pass in a second. */
    void limit(int perSecond) throws IOException {
        Path numbers =
                Path.of("/sys/class/block", Path.of(device()).getFileName().toString(), "dev");
        String number = Files.readString(numbers).strip();
        if (second) {
            Files.writeString(
                    group.orElseThrow().resolve("io.max"), number + " riops=" + perSecond + " wiops=" + perSecond);
            return;
        }
        for (String what : List.of("read", "write")) {
            Files.writeString(
                    group.orElseThrow().resolve("blkio.throttle." + what + "_iops_device"), number + " " + perSecond);
        }
    }

    /** Runs a program that is under the limit. */
    String run(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "sh",
                "-c",
                "echo $$ >\"$0\" && exec \"$@\"",
                group.orElseThrow().resolve("cgroup.procs").toString()));
        all.addAll(command);
        return Command.run(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        remove();
    }

    private void remove() {
        device.ifPresent(it -> Command.run("losetup", "--detach", it));
        device = Optional.empty();
        try {
            if (group.isPresent()) {
                Files.deleteIfExists(group.get());
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
