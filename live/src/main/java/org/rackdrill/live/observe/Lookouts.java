package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * waiting but whoever asks it, and those not longer than they want to. A host is three things: its disks may hang and its
 * cluster may be busy while it works otherwise.
 *
 * <p>Who asks what somebody else is waiting to ask gets the same answer: it is begun later than both wanted to know.
 */
public final class Lookouts {
    private static final Set<String> OF_DISKS = Set.of(
            "files",
            "rows",
            "sanoid-monitor",
            "zfs-get",
            "zfs-list",
            "zpool-list",
            "zpool-status",
            "zpool-status-json");
    private static final Set<String> OF_CLUSTER = Set.of("crm-mon", "postgres", "pve-status", "quorum");

    private final Hosts hosts;

    /** The last question to each thing, which is asked when those before it are answered or given up. */
    private final Map<String, CompletableFuture<?>> asked = new HashMap<>();

    /** When at the latest the question should be answered that a thing has before it, by {@link System#nanoTime}. */
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    /** Questions to hosts that nobody has begun to ask. */
    private final Map<Question, Waiting> waiting = new HashMap<>();

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

    /** A question to a part of a host, however long somebody would wait for its answer. */
    private record Question(String thing, Request request) {
        static Question of(String node, Request request) {
            Map<String, String> words = new TreeMap<>(request.words());
            words.remove("within");
            String part = OF_DISKS.contains(request.verb())
                    ? "the disks of "
                    : OF_CLUSTER.contains(request.verb()) ? "the cluster at " : "";
            return new Question(part + node, new Request(request.verb(), new TreeMap<>(words)));
        }
    }

    /** The answer that will come to a question, and when at the latest, by {@link System#nanoTime}. */
    private record Waiting(CompletableFuture<Reply> answer, long end) {
        /** A little less patience is as good; one that is nearly at its end is not. */
        boolean isGoodFor(long wanted, Duration within) {
            return !answer.isDone() && wanted - end < within.toNanos() / 2;
        }
    }

    synchronized CompletableFuture<Reply> put(String node, Request request, Duration within) {
        Host host = hosts.host(node).orElse(null);
        if (host == null) {
            return CompletableFuture.completedFuture(Reply.unknown(node + ": the lab does not say how to reach it"));
        }
        Question question = Question.of(node, request);
        long end = System.nanoTime() + within.toNanos();
        Waiting before = waiting.get(question);
        if (before != null && before.isGoodFor(end, within)) {
            return before.answer();
        }
        CompletableFuture<Reply> answer = put(
                question.thing(),
                () -> {
                    begin(question);
                    return host.ask(request, within);
                },
                Reply.unknown(node + ": " + request.verb() + ": it has not answered the last look yet"),
                within);
        waiting.put(question, new Waiting(answer, end));
        return answer;
    }

    private synchronized void begin(Question question) {
        waiting.remove(question);
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
