package org.rackdrill.live.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Debian that every node starts from: built once, then only read.
 *
 * @param cache the folder of all trees
 * @param mirror where to fetch it
 */
record Tree(Path cache, String mirror) {
    /** Where trees are kept. */
    static final Path CACHE = Path.of("/var/cache/rackdrill");

    private static final String SCRIPT = "tree";
    private static final Pattern PERCENT = Pattern.compile("(dl|pm)status:[^:]*:([0-9.]+):.*");
    private static final Duration SOON = Duration.ofSeconds(60);

    /** How far it is when a step begins, as measured: the base takes half of the time. */
    private static final double[] STARTS = {0, 0.45, 0.98, 1};

    /** Returns the packages that nodes need. */
    static List<String> packages() {
        return Shipped.lines("packages").toList();
    }

    /** Returns where this tree is, or will be; another list of packages, or another way to build, is another tree. */
    Path folder() {
        return cache.resolve("tree-bookworm-" + hash());
    }

    /** Returns whether it is there and whole. */
    boolean built() {
        return Files.isDirectory(folder());
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join(" ", packages()).getBytes(StandardCharsets.UTF_8));
            digest.update(Shipped.bytes(SCRIPT));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Builds it unless it is there; waits when somebody else is building it. */
    void build(Steps steps) {
        if (built()) {
            return;
        }
        steps.begin("Fetching Debian bookworm from " + mirror);
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = taken(channel, steps)) {
                if (lock.isValid() && !built()) {
                    buildNow(steps);
                }
            }
        } catch (IOException e) {
            throw new Impossible("cannot build the tree of the nodes in " + cache + ": " + e);
        }
    }

    private static FileLock taken(FileChannel channel, Steps steps) throws IOException {
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            Pause.of(Duration.ofMillis(200));
            steps.check();
        }
    }

    private void buildNow(Steps steps) throws IOException {
        Path building = cache.resolve(folder().getFileName() + ".building");
        Sweep.delete(building);
        Path log = cache.resolve("build.log");
        Path script = cache.resolve("build");
        Files.write(script, Shipped.bytes(SCRIPT));
        Process process = start(building, script, log);
        try {
            follow(process, steps);
            steps.check();
            if (waited(process) != 0) {
                throw new Impossible("the tree of the nodes could not be built from " + mirror + ": " + lastWords(log)
                        + " (all of it is in " + log + "; --mirror takes another mirror)");
            }
            Files.move(building, folder());
        } finally {
            end(process);
            Sweep.delete(building);
            Files.deleteIfExists(script);
        }
    }

    /** The namespaces end with the script, and the script with us. */
    private Process start(Path building, Path script, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--pdeathsig",
                "KILL",
                "unshare",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--propagation",
                "private",
                "bash",
                script.toString(),
                building.toString(),
                mirror));
        command.addAll(packages());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        Files.writeString(log, "");
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(settings().getBytes(StandardCharsets.UTF_8));
        }
        return process;
    }

    /** Returns the ways out of this machine that its apt knows; they are used for the build and then forgotten. */
    private static String settings() {
        return Call.of(SOON, List.of("apt-config", "dump"))
                .out()
                .lines()
                .filter(line -> line.matches("(?i)Acquire::(https?|ftp)(::.*)? \".*\";|Acquire::Retries \".*\";"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private void follow(Process process, Steps steps) throws IOException {
        int step = -1;
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var log = Files.newBufferedWriter(cache.resolve("build.log"))) {
            double base = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line + "\n");
                log.flush();
                if (steps.stopped()) {
                    end(process);
                }
                if (line.startsWith("STEP ")) {
                    step++;
                }
                base = step == 0 ? base + (STARTS[1] - base) / 400 : base;
                steps.at(share(Math.max(0, step), base, line));
            }
        }
    }

    /** Packages are fetched, then installed: both halves are told in per cent. */
    private static double share(int step, double base, String line) {
        double start = STARTS[Math.min(step, STARTS.length - 1)];
        Matcher percent = PERCENT.matcher(line);
        if (step == 1 && percent.matches()) {
            double half = Double.parseDouble(percent.group(2)) / 200;
            return start + (STARTS[2] - start) * (percent.group(1).equals("dl") ? half : half + 0.5);
        }
        return step == 0 ? base : start;
    }

    private static int waited(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        waited(process);
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .filter(line -> line.startsWith("E: ") || line.startsWith("W: ") || line.contains("rror"))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    }
}
