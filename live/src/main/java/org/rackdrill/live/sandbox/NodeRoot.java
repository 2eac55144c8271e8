package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.rackdrill.live.helper.HelperFile;
import org.rackdrill.live.helper.HelperScript;

/**
 * The root of one node before it is started for the first time: what makes it this node and no other.
 *
 * @param folder where it is mounted
 * @param node its name
 */
record NodeRoot(Place place, String node, Path folder) {
    private static final long DISK_BYTES = 512L << 20;
    private static final List<String> DISKS = List.of("d1", "d2", "d3", "d4", "spare1", "spare2");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SYSTEM = "etc/systemd/system/";

    /** Makes the disks of a node: files without a single block. */
    static void makeDisks(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String disk : DISKS) {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(disk).toFile(), "rw")) {
                file.setLength(DISK_BYTES);
            }
        }
    }

    /** Copies what the program ships for all nodes and for this one. */
    void fill(String secret) throws IOException {
        Template template = Template.of(place, node, secret);
        for (String from : List.of("node/all", "node/" + node)) {
            SortedMap<String, byte[]> files = Shipped.below(from);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(file.getKey(), template.fill(file.getValue()), "rw-r--r--");
            }
        }
        modes();
        for (String unit : Shipped.lines("node/masks").toList()) {
            link(SYSTEM + unit, "/dev/null");
        }
        for (String line : Shipped.lines("node/units").toList()) {
            List<String> words = List.of(line.split("\\s+"));
            if (words.get(0).equals("all") || words.get(0).equals(node)) {
                for (String unit : words.subList(1, words.size())) {
                    enable(unit);
                }
            }
        }
    }

    /** Modes and owners, in as few calls as there are different ones: names are those of the tree, not of this machine. */
    private void modes() throws IOException {
        List<String> owners = new ArrayList<>();
        for (String line : Shipped.lines("node/modes").toList()) {
            String[] words = line.split("\\s+");
            Path file = at(words[0]);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters(words[1])));
                if (!words[2].equals("root:root")) {
                    owners.add("chown " + words[2] + " '" + words[0] + "'");
                }
            }
        }
        if (!owners.isEmpty()) {
            Call.must(SOON, List.of("chroot", folder.toString(), "sh", "-ec", String.join("\n", owners)));
        }
    }

    /** Returns a mode of three octal digits as the letters that Java wants. */
    static String letters(String mode) {
        StringBuilder letters = new StringBuilder();
        String digits = mode.length() > 3 ? mode.substring(mode.length() - 3) : mode;
        for (char digit : digits.toCharArray()) {
            int bits = digit - '0';
            letters.append((bits & 4) == 0 ? '-' : 'r')
                    .append((bits & 2) == 0 ? '-' : 'w')
                    .append((bits & 1) == 0 ? '-' : 'x');
        }
        return letters.toString();
    }

    private void enable(String unit) throws IOException {
        String wants = SYSTEM + (unit.endsWith(".timer") ? "timers" : "multi-user") + ".target.wants/" + unit;
        String file = unit.replaceFirst("@[^.]*\\.", "@.");
        boolean ours = Files.exists(folder.resolve(SYSTEM + file));
        link(wants, (ours ? "/etc/systemd/system/" : "/lib/systemd/system/") + file);
    }

    /** Names, addresses and keys. */
    void identify(String machineId, Keys keys) throws IOException {
        write("etc/hostname", node + "\n");
        write("etc/machine-id", machineId + "\n");
        StringBuilder hosts = new StringBuilder("127.0.0.1 localhost\n::1 localhost\n");
        Place.NODES.forEach(each ->
                hosts.append(place.address(each)).append(' ').append(each).append('\n'));
        hosts.append(place.strip()).append(" strip\n");
        write("etc/hosts", hosts.toString());
        write("etc/ssh/ssh_host_ed25519_key", keys.host(node), "rw-------");
        write("etc/ssh/ssh_host_ed25519_key.pub", keys.hostPublic(node) + "\n");
        write("etc/ssh/ssh_known_hosts", keys.knownHosts(place, true));
        write("etc/ssh/sshd_config.d/rackdrill.conf", """
                HostKey /etc/ssh/ssh_host_ed25519_key
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                UsePAM no
                UseDNS no
                MaxStartups 200
                MaxSessions 200
                PrintMotd no
                """);
        write("root/.ssh/id_ed25519", keys.nodes(), "rw-------");
        write("root/.ssh/authorized_keys", (keys.nodesPublic() + "\n").getBytes(StandardCharsets.UTF_8), "rw-------");
        Files.setPosixFilePermissions(at("root/.ssh"), PosixFilePermissions.fromString("rwx------"));
        write("home/rackdrill/.ssh/authorized_keys", keys.controllerPublic() + "\n");
        write(
                "etc/sudoers.d/rackdrill",
                "rackdrill ALL=(root) NOPASSWD: /usr/local/libexec/rackdrill-helper \"\"\n"
                        .getBytes(StandardCharsets.UTF_8),
                "r--r-----");
    }

    /** Installs what may break and mend things there, and what undoes at boot whatever is still armed. */
    void installHelper(String program) throws IOException {
        write(HelperScript.PATH, program.getBytes(StandardCharsets.UTF_8), "rwxr-xr-x");
        write(HelperFile.BOOT_UNIT, HelperFile.bootUnit().text());
        link(SYSTEM + "multi-user.target.wants/rackdrill-undo.service", HelperFile.BOOT_UNIT);
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8), "rw-r--r--");
    }

    private void write(String path, byte[] content, String mode) throws IOException {
        Path file = at(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void link(String path, String target) throws IOException {
        Path file = at(path);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, Path.of(target));
    }

    /** Links in the tree are absolute and would lead into this machine: a path through one is refused. */
    private Path at(String path) throws IOException {
        Path inside = Path.of(path.startsWith("/") ? path.substring(1) : path);
        Path at = folder;
        for (Path part : inside.getParent() == null ? List.<Path>of() : inside.getParent()) {
            at = at.resolve(part.toString());
            if (Files.isSymbolicLink(at) && Files.readSymbolicLink(at).isAbsolute()) {
                throw new Impossible("the path /" + inside + " of " + node + " leads out of its root");
            }
        }
        return folder.resolve(inside.toString());
    }
}
