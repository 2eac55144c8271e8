package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a sandbox away, whatever there is of it: whole, half built, half taken away, or what a restart has left. */
public final class Razing {
    /** The file with what this machine was like before. */
    static final String BEFORE = "fingerprint";

    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final Path NSPAWN = Path.of("/run/systemd/nspawn");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration FOR_END = Duration.ofSeconds(30);
    private static final Pattern OF_THREADS = Pattern.compile("(process|device /dev/pts|run |temporary ).*");

    private Razing() {}

    /**
     * What is different from before.
     *
     * @param ours what belongs to the sandbox and is still there
     * @param others what else has changed, by other hands
     */
    public record Difference(SortedSet<String> ours, SortedSet<String> others) {}

    /** Returns whether there is anything of a sandbox of that name. */
    public static boolean anything(String name) {
        return Files.exists(Sandbox.HOME.resolve(name))
                || !groups(name).isEmpty()
                || !namespaces(name).isEmpty();
    }

    /**
     * Takes a sandbox away and looks at what is different from before.
     *
     * @throws Impossible when something resists
     */
    public static Difference raze(String name, Steps steps) {
        if (!Place.isName(name)) {
            throw new Impossible("'" + name + "' is no name of a sandbox");
        }
        try (Claim claim = Claim.take(steps)) {
            assert claim != null;
            Optional<Fingerprint> before = before(name);
            sweep(name);
            Fingerprint after = Fingerprint.now();
            return before.map(then -> difference(name, then, after))
                    .orElse(new Difference(ours(name, after.lines()), new TreeSet<>()));
        }
    }

    private static Optional<Fingerprint> before(String name) {
        try {
            return Optional.of(
                    Fingerprint.read(Files.readString(Sandbox.HOME.resolve(name).resolve(BEFORE))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Difference difference(String name, Fingerprint before, Fingerprint after) {
        SortedSet<String> others = new TreeSet<>();
        SortedSet<String> more = after.since(before);
        SortedSet<String> ours = ours(name, more);
        more.stream()
                .filter(line ->
                        !ours.contains(line) && !OF_THREADS.matcher(line).matches())
                .forEach(line -> others.add("new: " + line));
        before.since(after).stream()
                .filter(line -> !OF_THREADS.matcher(line).matches())
                .forEach(line -> others.add("gone: " + line));
        return new Difference(ours, others);
    }

    private static SortedSet<String> ours(String name, Set<String> lines) {
        Pattern mark = Pattern.compile(
                ".*(rd-" + name + "-|rackdrill-" + name + "\\b|" + Sandbox.HOME + "/" + name + "\\b).*");
        SortedSet<String> ours = new TreeSet<>();
        lines.stream()
                .filter(line -> mark.matcher(line).matches() && !isCaller(line))
                .forEach(ours::add);
        return ours;
    }

    /** Whoever takes it away may name it in a command line. */
    private static boolean isCaller(String line) {
        Optional<ProcessHandle> handle = Optional.of(ProcessHandle.current());
        while (handle.isPresent()) {
            if (line.startsWith("process /proc/" + handle.get().pid() + " ")
                    || line.startsWith("process " + handle.get().pid() + " ")) {
                return true;
            }
            handle = handle.get().parent();
        }
        return false;
    }

    /** Takes away all that there is; every step does nothing where there is nothing to do. */
    static void sweep(String name) {
        Path state = Sandbox.HOME.resolve(name);
        boolean sharedNames = before(name)
                .map(then -> then.lines().stream().anyMatch(line -> line.matches("mount \\S+ /run/netns .*")))
                .orElse(true);
        kill(name);
        Sweep.unmount(state);
        for (String namespace : namespaces(name)) {
            Call.of(SOON, List.of("ip", "netns", "del", namespace));
        }
        if (Files.exists(Path.of("/sys/class/net/rd-" + name + "-host"))) {
            Call.of(SOON, List.of("ip", "link", "del", "rd-" + name + "-host"));
        }
        groups(name).forEach(Razing::removeGroup);
        sweepNspawn(name, state);
        Sweep.delete(state);
        Sweep.deleteEmpty(Sandbox.HOME);
        Sweep.deleteEmpty(Path.of("/var/lib/rackdrill"));
        if (!sharedNames && namespaces("").isEmpty()) {
            // The first ip netns of this machine was ours.
            Sweep.unmount(Path.of("/run/netns"));
            Sweep.deleteEmpty(Path.of("/run/netns"));
        }
    }

    /** Kills what is in the cgroups of a sandbox, in its namespaces, or carries its mark. */
    private static void kill(String name) {
        boolean gone = Pause.until(FOR_END, () -> {
            groups(name).forEach(Razing::killGroup);
            List<Long> left = new ArrayList<>(marked(name));
            namespaces(name)
                    .forEach(namespace -> Call.of(SOON, List.of("ip", "netns", "pids", namespace))
                            .out()
                            .lines()
                            .filter(line -> line.matches("[0-9]+"))
                            .forEach(line -> left.add(Long.valueOf(line))));
            left.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty() && groups(name).stream().allMatch(Razing::dead);
        });
        if (!gone) {
            throw Impossible.leftBehind("processes of the sandbox " + name + " do not end: " + marked(name));
        }
    }

    /** The mark is inherited by what the rack starts; the rack itself is told by its path. */
    private static List<Long> marked(String name) {
        Path state = Sandbox.HOME.resolve(name);
        List<String> marks = List.of("RACKDRILL_SANDBOX=" + name, "RACKDRILL_STATE=" + state + "/rack/state");
        String rack = state + "/rack/rack";
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(each -> each.getFileName().toString().matches("[0-9]+"))
                    .filter(each -> words(each.resolve("environ")).anyMatch(marks::contains)
                            || words(each.resolve("cmdline")).anyMatch(rack::equals))
                    .map(each -> Long.valueOf(each.getFileName().toString()))
                    .filter(pid -> pid != ProcessHandle.current().pid())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<String> words(Path file) {
        return Stream.of(read(file).split("\0"));
    }

    /** Returns the cgroups of a sandbox in every hierarchy that is there. */
    private static List<Path> groups(String name) {
        List<Path> groups = new ArrayList<>();
        try (Stream<Path> tops = Files.list(GROUPS)) {
            Stream.concat(Stream.of(GROUPS), tops)
                    .map(top -> top.resolve("rackdrill-" + name))
                    .filter(Files::isDirectory)
                    .distinct()
                    .forEach(groups::add);
        } catch (IOException e) {
            return groups;
        }
        return groups;
    }

    private static void killGroup(Path group) {
        try {
            if (Files.exists(group.resolve("cgroup.kill"))) {
                Files.writeString(group.resolve("cgroup.kill"), "1");
                return;
            }
        } catch (IOException e) {
            // Then one by one.
        }
        for (Path each : folders(group)) {
            read(each.resolve("cgroup.procs"))
                    .lines()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean dead(Path group) {
        return folders(group).stream()
                .allMatch(each -> read(each.resolve("cgroup.procs")).isBlank());
    }

    private static void removeGroup(Path group) {
        boolean gone = Pause.until(SOON, () -> {
            for (Path each : folders(group)) {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    return false; // a process is still on its way out
                }
            }
            return true;
        });
        if (!gone) {
            throw Impossible.leftBehind("cannot remove the cgroup " + group);
        }
    }

    /** Returns all folders of a cgroup, the deepest first. */
    private static List<Path> folders(Path group) {
        try (Stream<Path> all = Files.walk(group)) {
            List<Path> folders = new ArrayList<>(all.filter(Files::isDirectory).toList());
            Collections.reverse(folders);
            return folders;
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    private static List<String> namespaces(String name) {
        String start = name.isEmpty() ? "" : "rd-" + name + "-";
        try (Stream<Path> all = Files.list(Path.of("/run/netns"))) {
            return all.map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith(start))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What systemd-nspawn leaves when it is killed: locks by name and by number of the folder, and a folder to mount through. */
    private static void sweepNspawn(String name, Path state) {
        for (String node : Place.NODES) {
            String machine = "rd-" + name + "-" + node;
            Path propagate = NSPAWN.resolve("propagate").resolve(machine);
            if (Files.exists(propagate)) {
                Sweep.delete(propagate);
            }
            Sweep.deleteEmpty(NSPAWN.resolve("unix-export").resolve(machine));
            try {
                Files.deleteIfExists(NSPAWN.resolve("locks").resolve("name-" + machine));
                Path lock = state.resolve("nodes/" + node + "/lock");
                if (Files.exists(lock)) {
                    Files.deleteIfExists(NSPAWN.resolve("locks")
                            .resolve(Files.readString(lock).strip()));
                }
            } catch (IOException e) {
                throw Impossible.leftBehind(
                        "cannot remove what systemd-nspawn left in " + NSPAWN + ": " + e.getMessage());
            }
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
