package org.rackdrill.live.observe;

import java.time.Duration;
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

    /** The last question to each thing. Its answer may come long after whoever asked has gone. */
    private final Map<String, CompletableFuture<?>> asked = new ConcurrentHashMap<>();

    /** Looks at these hosts. */
    public Lookouts(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Returns what a node answers; unknown when it is still busy with the last question. */
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
                Reply.unknown(node + ": " + request.verb() + ": it has not answered the last look yet"));
    }

    /** Asks a thing unless the last question to it is still open. */
    synchronized <T> CompletableFuture<T> put(String thing, Supplier<T> question, T busy) {
        CompletableFuture<?> last = asked.get(thing);
        if (last != null && !last.isDone()) {
            return CompletableFuture.completedFuture(busy);
        }
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, task -> start(thing, task));
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
