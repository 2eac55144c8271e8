package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.chaos.run.World;

/**
 * The controller dies, and nothing stays broken: at each point of the protocol, and at moments that a seed draws. Needs a
 * sandbox: {@code sudo ./rackdrill sandbox up --name k}, then {@code -Drackdrill.sandbox=k}. How many moments:
 * {@code -Drackdrill.kills=100}.
 */
@Tag("root")
class KillTest {
    private static final List<String> POINTS = List.of(
            "before flush 3",
            "after flush 3",
            "before examine",
            "after examine",
            "before arm",
            "after arm",
            "before inject",
            "after inject",
            "before observe",
            "after observe",
            "before extend",
            "after extend",
            "before undo",
            "after undo",
            "before prove",
            "after prove",
            "before disarm",
            "after disarm");

    /** At a host, at the rack, and in a pool. */
    private static final List<String> FAULTS = List.of(
            "cpu-pressure: {of: node2, to: 50%}",
            "pool-full: {of: node3/tank, to: 90%}",
            "disk-failure: node2/tank/1",
            "link-latency: {of: wan, extra: 50 ms}",
            "link-down: node4 - away-router",
            "node-power-loss: node4",
            "node-hang: node4",
            "dns-down: dns",
            "ups-communication-lost: ups1");

    private static final long SEED = 20261126;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Path LOG = Path.of("target", "kills.txt");

    private static Optional<Ward> ward = Optional.empty();

    @BeforeAll
    static void findASandbox() {
        ward = Ward.here();
        assumeTrue(
                ward.isPresent(),
                "needs a sandbox: sudo ./rackdrill sandbox up --name k, then -D" + Ward.PROPERTY + "=k");
    }

    @TestFactory
    Stream<DynamicTest> atEachPointOfTheProtocol() {
        return POINTS.stream()
                .map(point -> DynamicTest.dynamicTest(point, () -> dies(FAULTS.get(0), point, Duration.ZERO)));
    }

    @TestFactory
    Stream<DynamicTest> atAnyMoment() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("rackdrill.kills", 10); i++) {
            String fault = FAULTS.get(i % FAULTS.size());
            Duration moment = Duration.ofMillis(1500 + random.nextInt(14_000));
            tests.add(DynamicTest.dynamicTest(
                    fault + " after " + moment.toMillis() + " ms", () -> dies(fault, "before nothing", moment)));
        }
        return tests.stream();
    }

    private static void dies(String fault, String point, Duration moment) throws IOException, InterruptedException {
        String run = "kill-" + System.nanoTime();
        Process process = controller(run, point, fault);
        boolean over = moment.isZero()
                ? process.waitFor(90, TimeUnit.SECONDS)
                : process.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        long died = System.nanoTime();
        if (moment.isZero()) {
            assertThat(over).as("the controller reached '%s'", point).isTrue();
            assertThat(process.exitValue()).as("died at '%s'", point).isEqualTo(137);
        }
        Duration gone = gone(run, fault, died);
        Outcome next = ward.orElseThrow().reconcile(run + "-next");
        assertThat(next.status()).as(next.why()).isEqualTo(Status.PASSED);
        assertThat(ward.orElseThrow().reconcile(run + "-again").why()).isEqualTo("nothing was left");
        readsBack(run);
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.writeString(
                LOG,
                "%s; %s; gone after %d ms%n".formatted(fault, moment.isZero() ? point : moment, gone.toMillis()),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static Process controller(String run, String point, String fault) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ward.class.getName(),
                        ward.orElseThrow().name(),
                        run,
                        point,
                        fault)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Looks at the thing itself until the fault is gone, at most until the lease and some seconds are over. */
    private static Duration gone(String run, String fault, long died) {
        Drill drill = Ward.drill(fault);
        Act.Break<?> act = (Act.Break<?>) drill.timeline().get(0).act();
        Hit hit = new Hit(run, "hit", 1, act.fault(), ((Aim.Named<?>) act.aim()).target());
        Undo undo = new Undo(act.fault().undo(), hit.target(), java.util.Map.of());
        try (RealVenue venue = ward.orElseThrow().open()) {
            World world = venue.world(drill);
            Duration limit = Duration.ofSeconds(Ward.LEASE).plus(GRACE);
            Awaitility.await(fault + " is gone within the lease and 10 s")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(limit)
                    .until(() -> world.prove(hit, undo).truth() == Truth.TRUE);
        }
        return Duration.ofNanos(System.nanoTime() - died);
    }

    private static void readsBack(String run) throws IOException {
        try (RealVenue venue = ward.orElseThrow().open()) {
            Path journal = venue.journals(Path.of(".")).resolve(run + ".journal");
            if (Files.exists(journal)) {
                assertThat(Recovered.of(Files.readAllBytes(journal)).damage().filter(damage -> damage.hides()))
                        .isEmpty();
            }
        }
    }
}
