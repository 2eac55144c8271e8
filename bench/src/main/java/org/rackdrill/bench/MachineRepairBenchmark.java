package org.rackdrill.bench;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.simulator.history.Tally;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * Machine repair: a hundred machines that fail after 4,380 hours in the mean and are whole again after 24, each by
 * itself, for ten years. Ours is a lab file in the engine that every study uses, with everything that it keeps account
 * of; the others are loops that count how many machines are down.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MachineRepairBenchmark.HISTORIES)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-XX:ParallelGCThreads=1"})
public class MachineRepairBenchmark {

    static final int HISTORIES = 100;

    /** What all of them are told. */
    static final int MACHINES = 100;

    static final double FAILS_HOURS = 4380;
    static final double MENDED_HOURS = 24;
    static final double HORIZON_HOURS = 87_600;

    /** How much happened. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Happenings {
        public long events;
        public long histories;

        void count(long more) {
            events += more;
            histories += HISTORIES;
        }
    }

    /** The lab in our engine. */
    @State(Scope.Thread)
    public static class Ours {
        private final Histories histories = new Histories(Labs.machineRepair());
    }

    /** A fast generator and a fast sampler, as our engine has them. */
    @State(Scope.Thread)
    public static class Chance {
        private final ZigguratSampler.Exponential unit =
                ZigguratSampler.Exponential.of(RandomSource.XO_RO_SHI_RO_128_PP.create(1L));

        private double after(boolean failed) {
            return unit.sample() * (failed ? MENDED_HOURS : FAILS_HOURS);
        }
    }

    /** How many machines are down, and for how long in all. */
    private static final class Account {
        private final boolean[] failed = new boolean[MACHINES];
        private int down;
        private double since;
        private double machineHours;
        private long events;

        boolean turns(int machine, double now) {
            machineHours += down * (now - since);
            since = now;
            failed[machine] = !failed[machine];
            down += failed[machine] ? 1 : -1;
            events++;
            return failed[machine];
        }
    }

    /** SSJ as people find it. */
    @State(Scope.Thread)
    public static class SsjSplayTree {
        private final SsjRepair repair =
                new SsjRepair(new SplayTree(), MACHINES, FAILS_HOURS, MENDED_HOURS, HORIZON_HOURS);
    }

    /** SSJ with its best list. */
    @State(Scope.Thread)
    public static class SsjHenriksen {
        private final SsjRepair repair =
                new SsjRepair(new Henriksen(), MACHINES, FAILS_HOURS, MENDED_HOURS, HORIZON_HOURS);
    }

    /** SSJ as people find it. */
    @Benchmark
    public double ssjSplayTree(SsjSplayTree ssj, Happenings happenings) {
        happenings.count(ssj.repair.run(HISTORIES));
        return ssj.repair.machineHours();
    }

    /** SSJ with its best list. */
    @Benchmark
    public double ssjHenriksen(SsjHenriksen ssj, Happenings happenings) {
        happenings.count(ssj.repair.run(HISTORIES));
        return ssj.repair.machineHours();
    }

    /** Our engine. */
    @Benchmark
    public Tally rackdrill(Ours ours, Happenings happenings) {
        long before = ours.histories.events();
        Tally row = ours.histories.row(HISTORIES);
        happenings.count(ours.histories.events() - before);
        return row;
    }

    /** A heap written for this loop. */
    @Benchmark
    public double handWrittenHeap(Chance chance, Happenings happenings) {
        HandHeap heap = new HandHeap(MACHINES);
        double hours = 0;
        long events = 0;
        for (int h = 0; h < HISTORIES; h++) {
            Account account = new Account();
            heap.clear();
            for (int i = 0; i < MACHINES; i++) {
                heap.add(chance.after(false), i);
            }
            while (heap.time() < HORIZON_HOURS) {
                double now = heap.time();
                int machine = heap.subject();
                heap.replaceFirst(now + chance.after(account.turns(machine, now)), machine);
            }
            hours += account.machineHours;
            events += account.events;
        }
        happenings.count(events);
        return hours;
    }

    /** The library's queue. */
    @Benchmark
    public double priorityQueue(Chance chance, Happenings happenings) {
        double hours = 0;
        long events = 0;
        for (int h = 0; h < HISTORIES; h++) {
            PriorityQueue<Happening> queue = new PriorityQueue<>();
            Account account = new Account();
            long order = 0;
            for (int i = 0; i < MACHINES; i++) {
                queue.add(new Happening(chance.after(false), order++, i));
            }
            for (Happening first = queue.remove(); first.time() < HORIZON_HOURS; first = queue.remove()) {
                boolean failed = account.turns(first.subject(), first.time());
                queue.add(new Happening(first.time() + chance.after(failed), order++, first.subject()));
            }
            hours += account.machineHours;
            events += account.events;
        }
        happenings.count(events);
        return hours;
    }
}
