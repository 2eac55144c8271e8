package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this machine must have before a sandbox can come up. */
final class Requirements {
    /** Programs, and the Debian package of each. */
    private static final Map<String, String> PROGRAMS = programs();

    /** Tree and four nodes after an hour of drills; a node holds six sparse disks. */
    private static final long DISK_BYTES = 6L << 30;

    private static final long DISK_BYTES_WITH_TREE = 3L << 30;

    /** Four idle nodes are meant to need 1.5 GB; drills need more. */
    private static final long MEMORY_BYTES = 2L << 30;

    private static final Duration SOON = Duration.ofSeconds(20);

    private Requirements() {}

    private static Map<String, String> programs() {
        Map<String, String> programs = new LinkedHashMap<>();
        programs.put("debootstrap", "debootstrap");
        programs.put("systemd-nspawn", "systemd-container");
        programs.put("ip", "iproute2");
        programs.put("tc", "iproute2");
        programs.put("nft", "nftables");
        programs.put("socat", "socat");
        programs.put("nsenter", "util-linux");
        programs.put("unshare", "util-linux");
        programs.put("setpriv", "util-linux");
        programs.put("flock", "util-linux");
        programs.put("mount", "mount");
        programs.put("awk", "mawk");
        programs.put("chroot", "coreutils");
        return programs;
    }

    /** Fails unless the caller is root. */
    static void root(String typed) {
        try {
            Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            if (!user.equals(0)) {
                throw new Impossible("a sandbox needs root: sudo ./" + typed);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new Impossible("a sandbox needs Linux with /proc");
        }
    }

    /**
     * Fails when something is missing.
     *
     * @param cache where the tree is or will be
     * @param tree whether it is there
     */
    static void check(Path cache, Path state, boolean tree) {
        tools();
        kernel();
        namespaces();
        room(tree ? state : cache, tree ? DISK_BYTES_WITH_TREE : DISK_BYTES);
        memory();
    }

    private static void tools() {
        Set<String> packages = new LinkedHashSet<>();
        PROGRAMS.forEach((program, name) -> {
            if (!installed(program)) {
                packages.add(name);
            }
        });
        if (!packages.isEmpty()) {
            throw new Impossible(
                    "this machine lacks what a sandbox is made with: apt-get install -y --no-install-recommends "
                            + String.join(" ", packages));
        }
    }

    private static boolean installed(String program) {
        for (String folder : List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static void kernel() {
        List<String> missing = new ArrayList<>();
        String systems = read("/proc/filesystems");
        if (!systems.contains("\toverlay")) {
            // It may be a module that is loaded when it is first needed.
            Call.of(SOON, List.of("modprobe", "overlay"));
            if (!read("/proc/filesystems").contains("\toverlay")) {
                missing.add("overlay file systems");
            }
        }
        if (!Files.exists(Path.of("/dev/fuse"))) {
            missing.add("/dev/fuse");
        }
        if (!Files.exists(Path.of("/dev/net/tun"))) {
            missing.add("/dev/net/tun");
        }
        if (!Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"))
                && !Files.exists(Path.of("/sys/fs/cgroup/unified/cgroup.controllers"))) {
            missing.add("cgroups of version 2");
        }
        if (!missing.isEmpty()) {
            throw new Impossible(
                    "the kernel of this machine lacks what a sandbox needs: " + String.join(", ", missing));
        }
    }

    private static void namespaces() {
        Call made = Call.of(SOON, List.of("unshare", "--mount", "--net", "--pid", "--uts", "--ipc", "--fork", "true"));
        if (!made.good()) {
            throw new Impossible("this machine does not allow namespaces, which a sandbox is made of (" + made.last()
                    + "); in a container, it has to be a privileged one");
        }
    }

    private static void room(Path place, long needed) {
        try {
            long free = Files.getFileStore(Sweep.nearest(place)).getUsableSpace();
            if (free < needed) {
                throw new Impossible("too little room below " + place + ": " + gib(free)
                        + " GiB are free, a sandbox needs " + gib(needed));
            }
        } catch (IOException e) {
            throw new Impossible("cannot see how much room there is below " + place + ": " + e.getMessage());
        }
    }

    private static void memory() {
        long free = available(read("/proc/meminfo"));
        if (free < MEMORY_BYTES) {
            throw new Impossible(
                    "too little memory: " + gib(free) + " GiB are available, a sandbox needs " + gib(MEMORY_BYTES));
        }
    }

    /** Returns what the kernel says could be used without swapping. */
    static long available(String meminfo) {
        return meminfo.lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static String gib(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns whether queues of this kernel can delay packets: tried, in a namespace that ends with the trial. */
    static boolean netem() {
        return Call.of(
                        SOON,
                        List.of("unshare", "--net", "tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms"))
                .good();
    }
}
