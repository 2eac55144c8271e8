package org.rackdrill.cli.real;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.rackdrill.live.sandbox.Sandbox;

/** Sandboxes side by side: whichever is free takes the next case. */
record Wards(List<Ward> wards) {
    /** The property that names sandboxes for these tests. */
    static final String PROPERTY = "rackdrill.sandbox";

    /** One thing to see in a sandbox. */
    record Act(String name, Play play) {}

    /** What is done in it. */
    interface Play {
        void in(Ward ward) throws Exception;
    }

    /** Returns those that somebody has named, or skips the tests. */
    static Wards here() {
        List<Ward> up = Stream.of(System.getProperty(PROPERTY, "").split(","))
                .filter(name -> !name.isEmpty() && Sandbox.running(name).isPresent())
                .map(Ward::new)
                .toList();
        assumeFalse(up.isEmpty(), "needs a sandbox: sudo ./rackdrill sandbox up --name k, then -D" + PROPERTY + "=k");
        return new Wards(up);
    }

    /** Plays all acts, and gives each a test that waits for it. */
    Stream<DynamicTest> play(List<Act> acts) {
        BlockingQueue<Ward> free = new ArrayBlockingQueue<>(wards.size(), false, wards);
        ExecutorService several = Executors.newFixedThreadPool(wards.size());
        List<DynamicTest> tests = acts.stream()
                .map(each -> {
                    Future<?> playing = several.submit(() -> {
                        Ward ward = free.take();
                        try {
                            ward.well();
                            each.play().in(ward);
                        } catch (Exception e) {
                            throw new IllegalStateException("in " + ward.name(), e);
                        } finally {
                            free.put(ward);
                        }
                        return null;
                    });
                    return DynamicTest.dynamicTest(each.name(), () -> over(playing));
                })
                .toList();
        several.shutdown();
        return tests.stream().onClose(several::shutdownNow);
    }

    private static void over(Future<?> playing) throws Throwable {
        try {
            playing.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
