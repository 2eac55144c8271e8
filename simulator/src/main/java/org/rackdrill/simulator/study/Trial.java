package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.history.Fitting;
import org.rackdrill.simulator.history.StrikeCost;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** One of many variations of a lab. */
public final class Trial {

    private final Trials trials;
    private final Lab lab;
    private final CompiledLab compiled;
    private final Contention contention;

    Trial(Trials trials, Lab lab, CompiledLab compiled, Contention contention) {
        this.trials = trials;
        this.lab = lab;
        this.compiled = compiled;
        this.contention = contention;
    }

    /**
     * Luck that several trials share.
     *
     * @param seed of the histories
     * @param draws sets of parameters, drawn by the seed too
     */
    public record Luck(long seed, int draws) {}

    /**
     * Shares of time in which services were down.
     *
     * @param share {@code [history][service]}
     * @param events that happened in all of these histories
     */
    public record Down(double[][] share, long events) {}

    /**
     * The same, known better: what luck dealt beyond what was to be expected is taken away.
     *
     * @param fair {@code [history][service]}
     * @param raw the same as it happened
     */
    public record Measured(double[][] fair, double[][] raw) {}

    /** Returns the names of the services. */
    public List<String> services() {
        return Arrays.stream(compiled.services()).map(service -> service.name()).toList();
    }

    /** Returns the latencies that services aim at and what becomes of them, at best guesses; pools in the order of their names. */
    public List<Contention.Aim> aims() {
        return new TreeMap<>(contention.pools())
                .values().stream().flatMap(pool -> pool.aims().stream()).toList();
    }

    /** Returns what the lab draws on an ordinary day. */
    public Results.Power power() {
        return new PowerBill(lab, compiled).power();
    }

    /** Returns how the histories {@code from} to {@code to} went; on the thread that asks. */
    public Down down(Luck luck, int from, int to) {
        Stopwatch watch = new Stopwatch(compiled.services().length);
        History history = new History(compiled, watch);
        double[][] factors = factors(luck);
        double[][] share = new double[to - from][];
        long events = 0;
        for (int h = from; h < to; h++) {
            history.run(luck.seed(), h, factors[h % factors.length], trials.horizon(), Stage.NOBODY);
            share[h - from] = watch.shares(trials.horizon());
            events += history.events();
        }
        return new Down(share, events);
    }

    /** Returns how the first histories went, with what luck dealt taken away; fewer when somebody cancels. */
    public Measured measured(Luck luck, int histories) {
        Runner runner =
                new Runner(compiled, factors(luck), luck.seed(), trials.horizon(), trials.crew(), trials.progress());
        List<Tally> rows = runner.detailed(histories);
        Fitting.control(compiled, rows, trials.horizon(), List.of());
        List<double[]> fair = new ArrayList<>();
        List<double[]> raw = new ArrayList<>();
        for (Tally row : rows) {
            for (int h = 0; h < row.histories(); h++) {
                fair.add(scaled(row.fair(h)));
                raw.add(scaled(row.down(h)));
            }
        }
        return new Measured(fair.toArray(double[][]::new), raw.toArray(double[][]::new));
    }

    /** Returns what each rare cause takes, as a study finds it out that runs so many histories first; at the default precision. */
    public List<StrikeCost> rare(Luck luck, int histories) {
        double[][] factors = factors(luck);
        Runner runner = new Runner(compiled, factors, luck.seed(), trials.horizon(), trials.crew(), trials.progress());
        List<Tally> rows = runner.detailed(histories);
        return new RareStrikes(compiled, factors, trials.horizon(), rows, Question.DEFAULT_PRECISION)
                .costs(runner, trials.crew());
    }

    private double[] scaled(double[] hours) {
        return Arrays.stream(hours).map(it -> it / trials.horizon()).toArray();
    }

    private double[][] factors(Luck luck) {
        int draws = compiled.parameters().count() > 1 ? luck.draws() : 1;
        return compiled.parameters().draw(draws, luck.seed());
    }

    /** Returns the names of the datasets. */
    public List<String> datasets() {
        return Arrays.stream(compiled.data()).map(DataPlan::name).toList();
    }

    /** Returns the chance of losing each dataset within a year, at best guesses. */
    public double[] lossGuess() {
        return Arrays.stream(losses(new double[][] {compiled.parameters().bestGuess()}))
                .mapToDouble(Results.Loss::mean)
                .toArray();
    }

    /** Returns the chance of losing each dataset within a year, over the draws of some luck. */
    public Results.Loss[] losses(Luck luck) {
        return losses(factors(luck));
    }

    private Results.Loss[] losses(double[][] factors) {
        Durability durability = new Durability(compiled, new Restorable(compiled));
        return Arrays.stream(compiled.data())
                .map(data -> new LossAnswer(durability, data, factors, 1, trials.crew()).loss(1))
                .toArray(Results.Loss[]::new);
    }
}
