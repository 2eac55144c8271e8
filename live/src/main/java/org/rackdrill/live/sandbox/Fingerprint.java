package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that a sandbox could leave on a machine: one line for each mount, namespace, device, cgroup, process, link, filter and
 * temporary file.
 */
record Fingerprint(SortedSet<String> lines) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** A process that nobody started for us is told by its number and the moment of its start. */
    private static final int START_TIME = 19;

    private static final int DEPTH = 16;

    /** Returns the state of this machine now. */
    static Fingerprint now() {
        SortedSet<String> lines = new TreeSet<>();
        read(Path.of("/proc/self/mounts")).lines().forEach(line -> lines.add("mount " + line));
        names(Path.of("/run/netns"), "netns ", lines);
        names(Path.of("/run/systemd/nspawn"), "nspawn ", lines);
        names(Path.of("/run/systemd/machines"), "machine ", lines);
        names(Path.of("/run/systemd/nspawn/locks"), "nspawn lock ", lines);
        names(Path.of("/run/systemd/nspawn/propagate"), "nspawn propagate ", lines);
        names(Path.of("/run"), "run ", lines);
        names(Path.of("/tmp"), "temporary ", lines);
        names(Path.of("/var/tmp"), "temporary ", lines);
        names(Path.of("/sys/class/net"), "link ", lines);
        walk(Path.of("/dev"), false, "device ", lines);
        walk(Path.of("/sys/fs/cgroup"), true, "cgroup ", lines);
        Call.of(SOON, List.of("nft", "list", "tables")).out().lines().forEach(line -> lines.add("filter " + line));
        Call.of(SOON, List.of("ip", "route", "show", "table", "all"))
                .out()
                .lines()
                .forEach(line -> lines.add("route " + line.strip()));
        processes(lines);
        return new Fingerprint(lines);
    }

    /** Returns what was written down earlier. */
    static Fingerprint read(String text) {
        return new Fingerprint(new TreeSet<>(text.lines().toList()));
    }

    /** Returns it as text, for {@link #read(String)}. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Returns what is here and was not there. */
    SortedSet<String> since(Fingerprint before) {
        SortedSet<String> more = new TreeSet<>(lines);
        more.removeAll(before.lines);
        return more;
    }

    private static void names(Path folder, String what, Set<String> lines) {
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(each -> lines.add(what + each));
        } catch (IOException e) {
            lines.add(what + "none");
        }
    }

    private static void walk(Path top, boolean foldersOnly, String what, Set<String> lines) {
        try {
            Files.walkFileTree(top, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    lines.add(what + folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!foldersOnly) {
                        lines.add(what + file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            lines.add(what + "unreadable " + top);
        }
    }

    /** Threads of the kernel come and go by themselves; they have no memory of their own, and so no command line. */
    private static void processes(Set<String> lines) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(each -> each.getFileName().toString().matches("[0-9]+")).forEach(each -> {
                String command =
                        read(each.resolve("cmdline")).replace('\0', ' ').strip();
                String stat = read(each.resolve("stat"));
                int end = stat.lastIndexOf(')');
                if (command.isEmpty() || end < 0) {
                    return;
                }
                String[] fields = stat.substring(end + 2).split(" ");
                lines.add("process " + each.getFileName() + " started " + fields[START_TIME] + ": " + shortened(command)
                        + mark(each));
            });
        } catch (IOException e) {
            lines.add("process unreadable");
        }
    }

    /** What we start carries the name of its sandbox in its environment, or is in its cgroup. */
    private static String mark(Path process) {
        String environment = read(process.resolve("environ"));
        for (String entry : environment.split("\0")) {
            if (entry.startsWith("RACKDRILL_SANDBOX=")) {
                return " [rackdrill-" + entry.substring(entry.indexOf('=') + 1) + "]";
            }
        }
        return read(process.resolve("cgroup"))
                .lines()
                .filter(line -> line.contains("/rackdrill-"))
                .map(line -> " [" + line.replaceFirst(".*/(rackdrill-[a-z0-9]*).*", "$1") + "]")
                .findFirst()
                .orElse("");
    }

    private static String shortened(String command) {
        String line = command.replace('\n', ' ');
        return line.length() <= 200 ? line : line.substring(0, 200);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
