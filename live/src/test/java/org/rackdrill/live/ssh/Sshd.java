package org.rackdrill.live.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A daemon of OpenSSH on a port of the loopback, with one key, one user who may come in, and a helper that obeys. */
final class Sshd implements Closeable {
    static final String MACHINE = "0123456789abcdef0123456789abcdef";
    static final String USER = System.getProperty("user.name");

    private final Path directory;
    private final Path userKey;
    private final List<String> settings = new ArrayList<>();
    private final List<Path> hostKeys = new ArrayList<>();
    private Optional<Process> process = Optional.empty();
    private int port;

    private Sshd(Path directory) {
        this.directory = directory;
        this.userKey = directory.resolve("user");
    }

    /** Prepares a daemon that is not started yet. */
    static Sshd in(Path parent) throws IOException {
        Tool.find("sshd");
        assumeTrue(isRoot() || Files.isDirectory(Path.of("/run")), "needs Linux");
        Sshd sshd = new Sshd(Files.createTempDirectory(parent, "sshd"));
        sshd.hostKeys.add(Tool.key(sshd.directory.resolve("host"), "ed25519"));
        Tool.key(sshd.userKey, "ed25519");
        Files.copy(Path.of(sshd.userKey + ".pub"), sshd.authorized());
        sshd.machine(MACHINE);
        sshd.script("helper", HELPER);
        sshd.settings.add("ForceCommand exec " + sshd.directory.resolve("helper"));
        sshd.port = freePort();
        return sshd;
    }

    /** Puts a line before all others of the configuration: the first one counts. */
    Sshd with(String setting) {
        settings.add(0, setting);
        return this;
    }

    /** Shows these keys in place of its own. */
    Sshd showing(Path... keys) {
        hostKeys.clear();
        hostKeys.addAll(List.of(keys));
        return this;
    }

    /** Claims to be this machine. */
    void machine(String id) throws IOException {
        Files.writeString(directory.resolve("machine-id"), id);
    }

    Sshd start() throws IOException {
        List<String> lines = new ArrayList<>(settings);
        lines.add("ListenAddress 127.0.0.1");
        lines.add("Port " + port);
        hostKeys.forEach(key -> lines.add("HostKey " + key));
        lines.add("AuthorizedKeysFile " + authorized());
        lines.add("PidFile none");
        lines.add("StrictModes no");
        lines.add("UsePAM no");
        lines.add("PasswordAuthentication no");
        lines.add("KbdInteractiveAuthentication no");
        lines.add("PermitRootLogin yes");
        Path configuration = Files.write(directory.resolve("sshd_config"), lines);
        List<String> command = new ArrayList<>();
        if (isRoot() && !Files.isDirectory(Path.of("/run/sshd"))) {
            // Started by root it wants this directory, and we do not make any on somebody's machine.
            command.addAll(List.of("unshare", "-m", "sh", "-c"));
            command.add("mount -t tmpfs tmpfs /run && mkdir -m 755 /run/sshd && exec \"$0\" \"$@\"");
        }
        command.addAll(List.of(Tool.find("sshd").toString(), "-D", "-e", "-f", configuration.toString()));
        long before = listening();
        process = Optional.of(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start());
        Awaitility.await().until(() -> listening() > before || !running());
        assumeTrue(running(), () -> "sshd cannot be started here: " + log());
        return this;
    }

    /** Ends it and all that it has started, as a loss of power would. */
    void kill() {
        process.ifPresent(it -> {
            it.descendants().forEach(ProcessHandle::destroyForcibly);
            it.destroyForcibly().onExit().join();
        });
        process = Optional.empty();
    }

    /** Cuts all connections, and goes on. */
    void cut() {
        process.ifPresent(it -> it.descendants().forEach(ProcessHandle::destroyForcibly));
    }

    @Override
    public void close() {
        kill();
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    Path userKey() {
        return userKey;
    }

    Path hostKey() {
        return hostKeys.get(0);
    }

    Path authorized() {
        return directory.resolve("authorized_keys");
    }

    String address() {
        return USER + "@127.0.0.1:" + port;
    }

    String knownName() {
        return "[127.0.0.1]:" + port;
    }

    /** Returns how many requests with this verb the helper has read. */
    long asked(String verb) {
        return text("asked")
                .lines()
                .filter(it -> it.contains("\"verb\":\"" + verb + "\""))
                .count();
    }

    /** Returns how often somebody has logged in. */
    long logins() {
        return log().lines().filter(it -> it.contains("Accepted publickey")).count();
    }

    String log() {
        return text("log");
    }

    /** Returns what a careful owner would have written down of it. */
    Access access() throws IOException {
        Path known =
                Files.writeString(directory.resolve("known_hosts"), knownName() + " " + Tool.half(hostKey()) + "\n");
        MachineIds machines = new MachineIds(directory.resolve("machines"));
        machines.pin(knownName(), MACHINE);
        return new Access(
                new Credentials(Optional.of(userKey), Optional.empty(), List.of()),
                new KnownHosts(List.of(known)),
                machines);
    }

    /** Writes a program beside the configuration. */
    Path script(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text.replace("DIRECTORY", directory.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private String text(String file) {
        try {
            Path path = directory.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long listening() {
        return log().lines().filter(it -> it.contains("Server listening")).count();
    }

    private boolean running() {
        return process.filter(Process::isAlive).isPresent();
    }

    static boolean isRoot() {
        return USER.equals("root");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final String HELPER = """
            #!/bin/sh
            read -r line || exit 0
            echo "$line" >> DIRECTORY/asked
            verb=${line#'{"verb":"'}
            verb=${verb%%'"'*}
            case $verb in
            identity) printf 'done\\nmachine-id=%s\\nboot-id=b\\nhelper=test\\n' "$(cat DIRECTORY/machine-id)" ;;
            hello) printf 'done\\nhello\\nworld\\n' ;;
            empty) echo done ;;
            line) printf 'done\\n%s\\n' "$line" ;;
            command) printf 'done\\n%s\\n' "$SSH_ORIGINAL_COMMAND" ;;
            refuse) echo 'refused the pool tank is busy' ;;
            doubt) echo 'unknown zpool did not end' ;;
            hang) exec sleep 1000 ;;
            start-then-hang) echo done; exec sleep 1000 ;;
            endless) echo done; exec yes ;;
            endless-line) printf 'done\\n'; exec tr '\\0' x < /dev/zero ;;
            trickle) echo done; while sleep 1; do printf x; done ;;
            killed) echo done; kill -KILL $$ ;;
            failing) echo done; exit 3 ;;
            silent) exit 0 ;;
            dying) echo 'Cannot allocate memory' >&2; exit 12 ;;
            noise) echo 'Welcome to node1!'; echo done ;;
            garbage) head -c 5000 /dev/urandom ;;
            loud) echo done; head -c 3000000 /dev/zero | tr '\\0' e >&2; echo loud ;;
            large) echo done; head -c 12000000 /dev/zero | tr '\\0' x ;;
            cut) echo done; kill -KILL $PPID ;;
            esac
            """;
}
