package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.rackdrill.live.helper.HelperScript;

/** Makes a sandbox, from nothing to nodes that run. */
public final class Raising {
    /** The issue asks for ten seconds; a machine with other work takes longer. */
    private static final Duration FOR_SSH = Duration.ofSeconds(60);

    /** The issue asks for forty seconds. */
    private static final Duration FOR_HEALTH = Duration.ofSeconds(180);

    private static final int SECRET_BYTES = 16;

    private final String name;
    private final Tree tree;
    private final Path state;
    private final Steps steps;

    private Raising(String name, Tree tree, Steps steps) {
        this.name = name;
        this.tree = tree;
        this.state = Sandbox.HOME.resolve(name);
        this.steps = steps;
    }

    /**
     * Makes a sandbox. When it fails or is stopped, what there is of it is taken away again.
     *
     * @param mirror where to fetch Debian; empty for the mirror of this machine
     * @throws Impossible with the reason
     * @throws Interrupted when it was stopped
     */
    public static Sandbox raise(String name, String mirror, Steps steps) {
        if (!Place.isName(name)) {
            throw new Impossible(
                    "'" + name + "' cannot be the name of a sandbox: use up to 6 small letters and digits");
        }
        String from = mirror.isEmpty() ? Mirror.of(Path.of("/etc/apt")) : mirror;
        if (!Mirror.isAddress(from)) {
            throw new Impossible("'" + from + "' is no address of a mirror, such as " + Mirror.USUAL);
        }
        Tree tree = new Tree(Tree.CACHE, from);
        Requirements.check(Tree.CACHE, Sandbox.HOME, tree.built());
        tree.build(steps);
        try (Claim claim = Claim.take(steps)) {
            assert claim != null;
            return new Raising(name, tree, steps).raise();
        }
    }

    /**
     * Waits until all nodes are as they should be.
     *
     * @return how they are at the end, which is not as they should be when it took too long or was stopped
     */
    public static List<Condition> settle(Sandbox sandbox, Steps steps) {
        long start = System.nanoTime();
        while (true) {
            List<Condition> conditions = Condition.of(sandbox);
            long good = conditions.stream().filter(Condition::healthy).count();
            double waited = (System.nanoTime() - start) / (double) FOR_HEALTH.toNanos();
            if (good == conditions.size() || waited > 1 || steps.stopped()) {
                return conditions;
            }
            steps.at(0.5 + 0.5 * Math.max(good / (double) conditions.size(), Math.min(0.9, waited * 3)));
            Pause.of(Duration.ofMillis(500));
        }
    }

    private Sandbox raise() {
        if (Sandbox.running(name).isPresent()) {
            throw new Impossible("the sandbox " + name + " is up already");
        }
        if (Files.exists(state)) {
            // Of one that was interrupted, or from before a restart of this machine.
            Razing.sweep(name);
        }
        steps.begin("Starting the sandbox " + name);
        try {
            return build();
        } catch (IOException | RuntimeException e) {
            Razing.sweep(name);
            if (e instanceof RuntimeException known) {
                throw known;
            }
            throw new Impossible("the sandbox " + name + " cannot be built: " + e);
        }
    }

    private Sandbox build() throws IOException {
        Fingerprint before = Fingerprint.now();
        Files.createDirectories(state.getParent());
        Files.createDirectory(
                state, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(state.resolve(Razing.BEFORE), before.text());
        Place place = new Place(name, freeInstance());
        String secret = random();
        Files.createDirectories(state.resolve("rack"));
        Files.writeString(state.resolve("rack/secret"), secret + "\n");
        Ledger ledger = ledger(place);
        ledger.write(state);
        Hands hands = new Hands(state);
        hands.install();
        installAttendant();
        step(0.05);
        hands.must("wire");
        step(0.1);
        Keys keys = prepare(hands, place, secret, ledger);
        step(0.2);
        together(Place.NODES, node -> hands.must("power", "on", node));
        step(0.3);
        hands.must("attend");
        step(0.35);
        awaitSsh(place);
        Files.write(state.resolve("key"), keys.controller());
        Files.setPosixFilePermissions(state.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(state.resolve("up"), "");
        step(0.5);
        return ledger.sandbox(state);
    }

    private void step(double share) {
        steps.check();
        steps.at(share);
    }

    private Ledger ledger(Place place) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("name", name);
        entries.put("instance", String.valueOf(place.instance()));
        entries.put("tree", tree.folder().toString());
        entries.put("netem", Requirements.netem() ? "yes" : "no");
        entries.put("java", ProcessHandle.current().info().command().orElse("java"));
        Place.NODES.forEach(node ->
                entries.put(Ledger.machine(node), UUID.randomUUID().toString().replace("-", "")));
        return new Ledger(entries);
    }

    /** The classes are copied: a new build of the program must not pull them away from under the attendant. */
    private void installAttendant() throws IOException {
        for (Map.Entry<String, byte[]> file : Shipped.below("attendant").entrySet()) {
            Path to = state.resolve("rack/classes/org/rackdrill/live/sandbox/attendant/" + file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
    }

    private Keys prepare(Hands hands, Place place, String secret, Ledger ledger) throws IOException {
        together(Place.NODES, node -> hands.must("root", node));
        Keys keys = Keys.make(root(Place.NODES.get(0)), state.resolve("keys"));
        Files.writeString(state.resolve("known_hosts"), keys.knownHosts(place, false));
        together(Place.NODES, node -> {
            NodeRoot.makeDisks(state.resolve("nodes/" + node + "/disks"));
            NodeRoot root = new NodeRoot(place, node, root(node));
            root.fill(secret);
            root.identify(ledger.get(Ledger.machine(node)), keys);
            root.installHelper(HelperScript.text());
            return node;
        });
        return keys;
    }

    private Path root(String node) {
        return state.resolve("nodes/" + node + "/root");
    }

    /** The first number that no other sandbox has, and no network of this machine. */
    private int freeInstance() throws IOException {
        Set<Integer> taken = new TreeSet<>();
        try (Stream<Path> all = Files.list(Sandbox.HOME)) {
            all.filter(other -> !other.equals(state))
                    .flatMap(other -> Ledger.read(other).stream())
                    .forEach(ledger -> taken.add(Integer.valueOf(ledger.get("instance"))));
        }
        String routes = Call.of(Duration.ofSeconds(10), List.of("ip", "route", "show", "table", "all"))
                .out();
        for (int instance = 0; instance < 256; instance++) {
            if (!taken.contains(instance)
                    && !routes.contains("10.77." + instance + ".")
                    && !routes.contains("10.78." + instance + ".")) {
                return instance;
            }
        }
        throw new Impossible("all 256 networks of sandboxes are in use");
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void awaitSsh(Place place) {
        together(Place.NODES, node -> {
            boolean open = Pause.until(FOR_SSH, () -> steps.stopped() || Condition.ssh(place.address(node)));
            steps.check();
            if (!open) {
                throw new Impossible(node + " does not open its SSH port within " + FOR_SSH.toSeconds() + " s");
            }
            return node;
        });
    }

    /** What can fail in one node. */
    private interface Work {
        Object on(String node) throws IOException;
    }

    private static void together(List<String> nodes, Work work) {
        ExecutorService workers = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Object>> calls = nodes.stream()
                    .map(node -> (Callable<Object>) () -> work.on(node))
                    .toList();
            for (Future<Object> done : workers.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new Impossible("a node cannot be made: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            workers.shutdownNow();
        }
    }
}
