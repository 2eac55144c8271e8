package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * Somebody for each thing that is asked over the network, who asks it one question at a time. One that hangs keeps nobody
 * waiting but whoever asks it, and those not longer than they want to.
 */
public final class Lookouts {
    private final Hosts hosts;

    /** The last question to each thing, which is asked when those before it are answered or given up. */
    private final Map<String, CompletableFuture<?>> asked = new HashMap<>();

    /** When at the latest the question should be answered that a thing has before it, by {@link System#nanoTime}. */
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    /** What a host may be late with an answer, which it promises in time, before it is taken to hang. */
    private static final Duration LATE = Duration.ofMillis(500);

    /** Looks at these hosts. */
    public Lookouts(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Returns what a node answers; unknown when it hangs since an earlier question. */
    Reply ask(String node, Request request, Duration within) {
        return all(List.of(node), request, within).getOrDefault(node, Reply.unknown(node + ": nobody looked"));
    }

    /** Returns what each node answers, all asked at the same time. */
    Map<String, Reply> all(List<String> nodes, Request request, Duration within) {
        Function<String, Reply> missing = node -> Reply.unknown(node + ": " + request.verb() + ": no answer in time");
        return all(nodes, node -> put(node, request, within), missing, within);
    }

    /** Returns what each thing says, all asked at the same time; {@code missing} stands for those that are too late. */
    <T> Map<String, T> all(
            List<String> things,
            Function<String, CompletableFuture<T>> question,
            Function<String, T> missing,
            Duration within) {
        long end = System.nanoTime() + within.toNanos();
        Map<String, CompletableFuture<T>> coming = new LinkedHashMap<>();
        things.forEach(thing -> coming.put(thing, question.apply(thing)));
        Map<String, T> answers = new LinkedHashMap<>();
        coming.forEach((thing, answer) -> answers.put(thing, await(answer, missing.apply(thing), end)));
        return answers;
    }

    CompletableFuture<Reply> put(String node, Request request, Duration within) {
        Host host = hosts.host(node).orElse(null);
        if (host == null) {
            return CompletableFuture.completedFuture(Reply.unknown(node + ": the lab does not say how to reach it"));
        }
        return put(
                node,
                () -> host.ask(request, within),
                Reply.unknown(node + ": " + request.verb() + ": it has not answered the last look yet"),
                within);
    }

    /**
     * Asks a thing, after whatever it is asked already. When that is overdue, the thing hangs, and nobody waits for it.
     *
     * @param busy stands for the answer when the thing was not asked
     */
    synchronized <T> CompletableFuture<T> put(String thing, Supplier<T> question, T busy, Duration within) {
        long now = System.nanoTime();
        long end = now + within.toNanos();
        CompletableFuture<?> last = asked.getOrDefault(thing, CompletableFuture.completedFuture(null));
        if (!last.isDone() && now - due.getOrDefault(thing, end) > 0) {
            return CompletableFuture.completedFuture(busy);
        }
        Supplier<T> inTime = () -> {
            due.put(thing, end + LATE.toNanos());
            return System.nanoTime() - end > 0 ? busy : question.get();
        };
        CompletableFuture<T> answer =
                last.handle((said, failed) -> thing).thenApplyAsync(it -> inTime.get(), task -> start(thing, task));
        asked.put(thing, answer);
        return answer;
    }

    private static void start(String thing, Runnable task) {
        Thread thread = new Thread(task, "look at " + thing);
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T await(CompletableFuture<T> answer, T missing, long end) {
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return missing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing;
        }
    }
}
