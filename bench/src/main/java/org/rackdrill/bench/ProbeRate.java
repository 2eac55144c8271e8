package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.observe.Sight;
import org.rackdrill.live.observe.Witness;
import org.rackdrill.live.sandbox.Sandbox;
import org.rackdrill.live.ssh.Access;
import org.rackdrill.live.ssh.Credentials;
import org.rackdrill.live.ssh.KnownHosts;
import org.rackdrill.live.ssh.MachineIds;
import org.rackdrill.live.ssh.SshHosts;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import tools.jackson.databind.json.JsonMapper;

/**
 * Probes at real hosts at a steady rate, whether the last one was answered or not: a probe that has to wait for another
 * one counts its wait. JMH asks as fast as it is answered, and so cannot measure this.
 */
public final class ProbeRate {
    /** Probes a second. */
    static final int RATE = 100;

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final int THREADS = 64;

    private ProbeRate() {}

    /**
     * What came of it.
     *
     * @param rate probes a second
     * @param hosts that were asked
     * @param unknown how many saw nothing
     */
    record Result(int rate, int hosts, int unknown, Percentiles latency) {}

    /**
     * Asks the hosts of a sandbox that is the only one and up.
     *
     * @param arguments the name of the sandbox, for how many seconds, and the file of the result
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Sandbox sandbox = Sandbox.running(arguments[0])
                .filter(it -> it.instance() == 0)
                .orElseThrow(() -> new IllegalStateException("no sandbox " + arguments[0] + " is the first one here"));
        Lab lab = Labs.sandbox();
        try (SshHosts hosts = hosts(sandbox)) {
            Sight sight = new Sight(lab, hosts, Witness.NOBODY, Optional.empty(), Clock.systemUTC());
            Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
            ask(sight, WARM_UP);
            Result result = ask(sight, time);
            Files.writeString(
                    Path.of(arguments[2]),
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(result) + "\n");
        }
    }

    private static SshHosts hosts(Sandbox sandbox) throws IOException {
        MachineIds machines = new MachineIds(sandbox.state().resolve("machines"));
        for (Map.Entry<String, String> node : sandbox.addresses().entrySet()) {
            machines.pin(node.getValue(), sandbox.machineIds().getOrDefault(node.getKey(), ""));
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        sandbox.addresses().forEach((node, address) -> addresses.put(node, "rackdrill@" + address));
        Credentials key = new Credentials(Optional.of(sandbox.key()), Optional.empty(), List.of());
        return new SshHosts(addresses, new Access(key, new KnownHosts(List.of(sandbox.knownHosts())), machines));
    }

    /** What drills look at, on every node. */
    private static List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        for (String node : List.of("node1", "node2", "node3", "node4")) {
            probes.add(new Probe.Up(new Target.Node(node)));
            probes.add(new Probe.Redundant(new Target.Pool(new PoolRef(node, "tank"))));
        }
        for (String service : List.of("web", "db", "dns", "monitoring")) {
            probes.add(new Probe.Up(new Target.Service(service)));
        }
        probes.add(new Probe.Quorate(new Target.Cluster("ha")));
        probes.add(new Probe.OnMains(new Target.Ups("ups1")));
        return List.copyOf(probes);
    }

    private static Result ask(Sight sight, Duration time) throws InterruptedException {
        List<Probe> probes = probes();
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        AtomicInteger unknown = new AtomicInteger();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
        long began = System.nanoTime();
        long between = TimeUnit.SECONDS.toNanos(1) / RATE;
        for (int i = 0; i < time.toSeconds() * RATE; i++) {
            Probe probe = probes.get(i % probes.size());
            long due = began + i * between;
            threads.schedule(
                    () -> {
                        if (sight.see(probe, GLANCE).truth() == Truth.UNKNOWN) {
                            unknown.incrementAndGet();
                        }
                        took.add(System.nanoTime() - due);
                    },
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        threads.shutdown();
        if (!threads.awaitTermination(time.plus(GLANCE).toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the hosts do not keep up");
        }
        return new Result(RATE, 4, unknown.get(), Percentiles.of(List.copyOf(took)));
    }
}
