package org.rackdrill.live.helper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** A Debian in a container with systemd and zfs-fuse, over the tree that {@code sandbox up} keeps. */
final class Container implements Host, AutoCloseable {
    private static final Path TREES = Path.of("/var/cache/rackdrill");
    private static final List<String> GROUPS =
            List.of("/sys/fs/cgroup/systemd", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/freezer");

    private final String name;
    private final Path folder;

    /** Starts one, or skips the test where that is not possible. */
    Container(String name, Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Optional.ofNullable(System.getProperty("user.name"))
                        .filter("root"::equals)
                        .isPresent(),
                "needs root");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-nspawn")), "apt-get install systemd-container");
        Optional<Path> tree = tree();
        assumeTrue(tree.isPresent(), "there is no tree in " + TREES + ": sudo ./rackdrill sandbox up makes one");
        this.name = name;
        this.folder = folder;
        for (String part : List.of("upper", "work", "root")) {
            Files.createDirectories(folder.resolve(part));
        }
        here(
                "mount",
                "-t",
                "overlay",
                name,
                "-o",
                "lowerdir=" + tree.get() + ",upperdir=" + folder.resolve("upper") + ",workdir="
                        + folder.resolve("work"),
                root().toString());
        prepare();
        boot();
    }

    private static Optional<Path> tree() throws IOException {
        if (!Files.isDirectory(TREES)) {
            return Optional.empty();
        }
        try (Stream<Path> trees = Files.list(TREES)) {
            return trees.filter(each -> Files.isExecutable(each.resolve("usr/sbin/zfs-fuse"))
                            && Files.isExecutable(each.resolve("usr/sbin/nginx")))
                    .findFirst();
        }
    }

    private void prepare() throws IOException, InterruptedException {
        for (String unit : List.of(
                "zfs-fuse.service",
                "corosync.service",
                "pacemaker.service",
                "postgresql.service",
                "nut-server.service",
                "nut-monitor.service",
                "sanoid.timer",
                "apt-daily.timer",
                "apt-daily-upgrade.timer",
                "dnsmasq.service")) {
            Path link = root().resolve("etc/systemd/system").resolve(unit);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of("/dev/null"));
        }
        write("/etc/systemd/system/pool.service", """
                [Service]
                ExecStartPre=/bin/mkdir -p /run/zfs
                ExecStart=/usr/sbin/zfs-fuse -n --no-kstat-mount
                ExecStartPost=/bin/sh -c 'until timeout 5 zpool list >/dev/null 2>&1; do sleep 0.1; done; zfs mount -a'
                [Install]
                WantedBy=multi-user.target
                """);
        write("/etc/machine-id", here("systemd-id128", "new"));
        here("systemctl", "--root=" + root(), "enable", "--quiet", "pool.service");
    }

    Path root() {
        return folder.resolve("root");
    }

    void write(String path, String text) throws IOException {
        Path file = root().resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Starts it, and returns when its system says that it runs. */
    void boot() throws IOException {
        String join = "for each in \"$@\"; do mkdir -p $each/" + name + " && echo $$ >$each/" + name
                + "/cgroup.procs; done;"
                + " exec setsid systemd-nspawn -q -D " + root() + " --boot --register=no --keep-unit --machine=" + name
                + " --private-network --capability=all --bind=/dev/fuse --kill-signal=SIGRTMIN+3 --link-journal=no"
                + " --settings=no --console=pipe";
        List<String> command = new ArrayList<>(List.of("sh", "-c", join, "sh"));
        GROUPS.stream().filter(each -> Files.isDirectory(Path.of(each))).forEach(command::add);
        new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve("console").toFile())
                .redirectErrorStream(true)
                .start();
        Awaitility.await(name + " runs")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> {
                    run("systemctl", "is-active", "multi-user.target", "pool.service");
                    return true;
                });
    }

    private Optional<ProcessHandle> init() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words).contains("--machine=" + name))
                        .orElse(false))
                .flatMap(ProcessHandle::children)
                .findFirst();
    }

    /** Takes its power away. */
    void kill() {
        Optional<ProcessHandle> init = init();
        init.ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await(name + " is gone").atMost(Duration.ofSeconds(60)).until(() -> init().isEmpty());
    }

    /** Runs a command in it and returns what it printed; anything but success is an exception. */
    String run(String... words) throws IOException {
        Hands.Said said = hands().apply(List.of(words), new byte[0]);
        if (said.status() != 0) {
            throw new IOException(
                    String.join(" ", words) + " ended with " + said.status() + ": " + said.out() + said.err());
        }
        return said.out();
    }

    /** Hands in it, as those of root. */
    Work hands() {
        return (words, input) -> {
            List<String> command = new ArrayList<>(List.of(
                    "timeout",
                    "60",
                    "nsenter",
                    "-a",
                    "-t",
                    Long.toString(init().orElseThrow().pid()),
                    "env",
                    "-i",
                    "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
            command.addAll(words);
            Process process = new ProcessBuilder(command).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException ended) {
                // It did not want to hear all of it.
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Hands.Said(process.onExit().join().exitValue(), out, err);
        };
    }

    /** Commands in a container. */
    @FunctionalInterface
    interface Work {
        Hands.Said apply(List<String> words, byte[] input) throws IOException;
    }

    Installation installation() {
        return new Installation(name, "root", (words, input) -> {
            try {
                return hands().apply(words, input);
            } catch (IOException e) {
                throw new Hands.NotDone(name + ": " + e.getMessage());
            }
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply ask(Request request, Duration within) {
        try {
            byte[] line = (request.line() + "\n").getBytes(StandardCharsets.UTF_8);
            Hands.Said said = hands().apply(List.of(HelperScript.PATH), line);
            return Answers.read(name, request.verb(), said.out().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Reply.unknown(name + ": " + e.getMessage());
        }
    }

    private static String here(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws Exception {
        kill();
        here("umount", root().toString());
        for (String group : GROUPS) {
            Path own = Path.of(group, name);
            if (Files.isDirectory(own)) {
                Awaitility.await(own + " is empty")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> {
                            here("find", own.toString(), "-depth", "-type", "d", "-delete");
                            return !Files.exists(own);
                        });
            }
        }
    }
}
