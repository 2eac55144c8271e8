package org.rackdrill.bench;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.simulator.kernel.FutureEvents;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: the earliest event is taken and scheduled again an exponential time later, over and over, with so many
 * events pending (Jones, An empirical comparison of priority-queue and event-set implementations, CACM 29(4), 1986).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HoldBenchmark.HOLDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC", "-XX:ParallelGCThreads=1"})
public class HoldBenchmark {

    static final int HOLDS = 10_000;

    /** Holds before the measurement, so that the pending events are as they stay. */
    private static final int TURNS = 3;

    /** How many events are pending. */
    @State(Scope.Thread)
    public static class Pending {
        @Param({"100", "10000", "1000000"})
        public int events = 100;

        private final Increments increments = new Increments();

        private int rounds() {
            return Math.max(1, TURNS * events / HOLDS);
        }
    }

    /** Our own list, as every study uses it. */
    @State(Scope.Thread)
    public static class Ours {
        private final FutureEvents list = new FutureEvents();

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            list.clear();
            for (int i = 0; i < pending.events; i++) {
                list.schedule(pending.increments.next(), 0, i, 0, 0);
            }
            for (int i = 0; i < pending.rounds(); i++) {
                hold(pending);
            }
        }

        private double hold(Pending pending) {
            for (int i = 0; i < HOLDS && list.next(Double.MAX_VALUE); i++) {
                list.schedule(list.time() + pending.increments.next(), list.kind(), list.subject(), 0, 0);
            }
            return list.time();
        }
    }

    /** The library's queue, with an object for each event. */
    @State(Scope.Thread)
    public static class Library {
        private final PriorityQueue<Happening> queue = new PriorityQueue<>();
        private long scheduled;

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            queue.clear();
            for (int i = 0; i < pending.events; i++) {
                queue.add(new Happening(pending.increments.next(), scheduled++, i));
            }
            for (int i = 0; i < pending.rounds(); i++) {
                hold(pending);
            }
        }

        private double hold(Pending pending) {
            double time = 0;
            for (int i = 0; i < HOLDS; i++) {
                Happening first = queue.remove();
                time = first.time();
                queue.add(new Happening(time + pending.increments.next(), scheduled++, first.subject()));
            }
            return time;
        }
    }

    /** One heap for one loop. */
    @State(Scope.Thread)
    public static class ByHand {
        private HandHeap heap = new HandHeap(0);

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            heap = new HandHeap(pending.events);
            for (int i = 0; i < pending.events; i++) {
                heap.add(pending.increments.next(), i);
            }
            for (int i = 0; i < pending.rounds(); i++) {
                hold(pending);
            }
        }

        private double hold(Pending pending) {
            for (int i = 0; i < HOLDS; i++) {
                heap.replaceFirst(heap.time() + pending.increments.next(), heap.subject());
            }
            return heap.time();
        }
    }

    /** One event for each subject. */
    @State(Scope.Thread)
    public static class Tournament {
        private WinnerTree tree = new WinnerTree(2);

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            tree = new WinnerTree(pending.events);
            for (int i = 0; i < pending.events; i++) {
                tree.set(i, pending.increments.next());
            }
            for (int i = 0; i < pending.rounds(); i++) {
                hold(pending);
            }
        }

        private double hold(Pending pending) {
            for (int i = 0; i < HOLDS; i++) {
                tree.set(tree.subject(), tree.time() + pending.increments.next());
            }
            return tree.time();
        }
    }

    /** SSJ with the list that is its best one at all sizes. */
    @State(Scope.Thread)
    public static class SsjHenriksen {
        private SsjHold hold = new SsjHold(new Henriksen(), 1, new Increments());

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            hold = new SsjHold(new Henriksen(), pending.events, pending.increments);
            hold.hold(pending.rounds() * HOLDS);
        }
    }

    /** SSJ with its default list. */
    @State(Scope.Thread)
    public static class SsjSplayTree {
        private SsjHold hold = new SsjHold(new SplayTree(), 1, new Increments());

        /** Fills it. */
        @Setup(Level.Trial)
        public void fill(Pending pending) {
            hold = new SsjHold(new SplayTree(), pending.events, pending.increments);
            hold.hold(pending.rounds() * HOLDS);
        }
    }

    /** SSJ. */
    @Benchmark
    public double ssjHenriksen(SsjHenriksen ssj) {
        return ssj.hold.hold(HOLDS);
    }

    /** SSJ as people find it. */
    @Benchmark
    public double ssjSplayTree(SsjSplayTree ssj) {
        return ssj.hold.hold(HOLDS);
    }

    /** Ours. */
    @Benchmark
    public double rackdrill(Pending pending, Ours ours) {
        return ours.hold(pending);
    }

    /** {@link PriorityQueue}. */
    @Benchmark
    public double priorityQueue(Pending pending, Library library) {
        return library.hold(pending);
    }

    /** A limit. */
    @Benchmark
    public double handWrittenHeap(Pending pending, ByHand byHand) {
        return byHand.hold(pending);
    }

    /** Another limit. */
    @Benchmark
    public double winnerTree(Pending pending, Tournament tournament) {
        return tournament.hold(pending);
    }
}
