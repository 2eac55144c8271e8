package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rackdrill.live.helper.Bench.of;
import static org.rackdrill.live.helper.Bench.powerLoss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * SIGKILL of the helper at random moments: what it leaves is nothing, or something that its timer takes back. A thousand
 * take ten minutes; {@code -Drackdrill.helper.kills=250} takes the first of them.
 */
@Tag("long")
class KillTest {
    private static final long SEED = 7;
    private static final int AT_ONCE = 4;
    private static final int LEASE_SECONDS = 2;

    /** What the promise allows after the lease is over. */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(LEASE_SECONDS + 10);

    @TempDir
    private Path folder;

    @Test
    void leavesNothingForLongAt40Moments() throws Exception {
        kill(40);
    }

    @Test
    @Tag("validation")
    void leavesNothingForLongAtManyMoments() throws Exception {
        kill(Integer.getInteger("rackdrill.helper.kills", 1000));
    }

    private void kill(int times) throws Exception {
        Random random = new Random(SEED);
        List<Callable<Void>> all = IntStream.range(0, times)
                .mapToObj(i -> {
                    long seed = random.nextLong();
                    return (Callable<Void>) () -> once(i, seed);
                })
                .toList();
        ExecutorService several = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> each : several.invokeAll(all)) {
                each.get();
            }
        } finally {
            several.shutdownNow();
            several.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Void once(int number, long seed) throws IOException {
        Random random = new Random(seed);
        try (Bench bench = new Bench(folder.resolve("kill" + number))) {
            String hit = "r/s/1";
            List<Request> steps = List.of(
                    powerLoss("arm", hit).with("lease", Integer.toString(LEASE_SECONDS)),
                    of("inject", hit),
                    of("extend", hit).with("lease", Integer.toString(LEASE_SECONDS)),
                    of("undo", hit),
                    of("prove", hit),
                    of("disarm", hit));
            int victim = random.nextInt(steps.size());
            long begun = System.nanoTime();
            for (int i = 0; i < victim; i++) {
                assertThat(bench.ask(steps.get(i)).kind()).isNotEqualTo(Reply.Kind.UNKNOWN);
            }
            killed(bench, steps.get(victim), random.nextInt(120));

            String moment = "seed " + seed + ", kill " + number + " during "
                    + steps.get(victim).verb();
            await(moment).atMost(GONE_WITHIN).until(bench::well);
            boolean injected = bench.ask(of("inject", hit)).done();
            if (injected && bench.well()) {
                // On a slow machine the timer may have come in between.
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as(moment)
                        .isGreaterThan(Duration.ofSeconds(LEASE_SECONDS));
                // The rack is well a moment before the record says so.
                await(moment)
                        .atMost(GONE_WITHIN)
                        .until(() -> bench.ask(Request.of("armed")).body().contains("state=undone"));
            }
            await(moment).atMost(GONE_WITHIN).until(bench::well);
            await(moment)
                    .atMost(GONE_WITHIN)
                    .until(() -> bench.ask(powerLoss("arm", "q/s/1").with("lease", "60"))
                            .done());
            assertThat(bench.ask(of("disarm", "q/s/1")).done()).as(moment).isTrue();
            await(moment).atMost(GONE_WITHIN).until(() -> bench.watches().isEmpty());
        }
        return null;
    }

    private static void killed(Bench bench, Request request, int afterMillis) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("perl", bench.script().toString());
        builder.environment().clear();
        builder.environment().putAll(bench.environment());
        Process helper = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = helper.getOutputStream()) {
            in.write((request.line() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            helper.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            helper.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
