package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.simulator.compiled.Behaviour;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Fitting;
import org.rackdrill.simulator.history.StrikeCost;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.statistics.Nested;

/**
 * The study behind {@code simulate} and {@code compare}: availability, durability and power of a lab, from as many
 * simulated histories as the wanted precision needs.
 */
public final class Simulation {

    /** Histories of each draw before anything is judged, so that luck can be told from parameters. */
    private static final int FEWEST_PER_DRAW = 2;

    /** Histories of which details are kept, and gains and slopes found. */
    private static final int MOST_DETAILED = 1_000;

    /** A little more than seems to be needed, lest another round be. */
    private static final double MARGIN = 1.03;

    /** Events after which a run ends without the wanted precision, at the default precision; about ten seconds. */
    private static final double MOST_EVENTS = 4e7;

    /** Events that a history counts for at least: it costs as much as those even where nothing happens in it. */
    private static final double FEWEST_EVENTS = 100;

    private final Question question;
    private final Machines machines;
    private final Progress progress;
    private final CompiledLab lab;
    private final double horizon;
    private final Premises premises;
    private final double[][] factors;
    private final Account account;
    private final List<Tally> first = new ArrayList<>();
    private boolean partial;

    private Simulation(
            Question question, CompiledLab lab, Contention contention, Machines machines, Progress progress) {
        this.question = question;
        this.machines = machines;
        this.progress = progress;
        this.lab = lab;
        horizon = Hours.of(question.horizon().orElse(question.lab().study().horizon()));
        premises = Premises.of(lab, contention, question.draws(), question.seed(), horizon);
        factors = premises.factors();
        account = new Account(lab, horizon, factors.length);
    }

    /**
     * Answers one question on this machine.
     *
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public static Results run(Question question, Progress progress) {
        return run(question, Machines.THIS, progress);
    }

    /**
     * Answers one question on some machines; which ones the answer does not tell.
     *
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     * @throws NoMachines when there are none, or none any more
     */
    public static Results run(Question question, Machines machines, Progress progress) {
        return alone(Set.of(), question, machines, progress).answer();
    }

    /** Answers a question with some physics left out, for tests; nothing is measured beside it. */
    static Results without(Set<Behaviour> without, Question question, Progress progress) {
        return alone(without, question.with(Set.of()), Machines.THIS, progress).answer();
    }

    private static Simulation alone(Set<Behaviour> without, Question question, Machines machines, Progress progress) {
        Contention contention = question.contending().of(question.lab());
        CompiledLab lab = Compiler.compile(question.lab(), without, contention);
        return new Simulation(question, lab, contention, machines, progress);
    }

    /**
     * Puts the same question to several labs under the same luck.
     *
     * @param questions at least two; the first is the baseline
     * @throws org.rackdrill.simulator.compiled.Unanswerable when a lab can be read but not simulated
     */
    public static Comparison compare(List<Question> questions, Progress progress) {
        List<Simulation> studies = new ArrayList<>();
        List<Results> results = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Contention contention = question.contending().of(question.lab());
            CompiledLab compiled = i == 0
                    ? Compiler.compile(question.lab(), Set.of(), contention)
                    : Compiler.compile(question.lab(), studies.get(0).lab, contention);
            Simulation study =
                    new Simulation(question, compiled, contention, Machines.THIS, part(progress, i, questions.size()));
            studies.add(study);
            results.add(study.answer());
        }
        List<Comparison.Difference> differences = new ArrayList<>();
        for (int i = 1; i < studies.size(); i++) {
            differences.addAll(studies.get(i).differencesFrom(studies.get(0)));
        }
        return new Comparison(Results.FORMAT, questions.get(0).version(), results, differences);
    }

    private static Progress part(Progress whole, int number, int count) {
        return new Progress() {
            @Override
            public void at(double share) {
                whole.at((number + share) / count);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /** Compares history by history: both labs had the same luck and, where they share a value, the same parameters. */
    private List<Comparison.Difference> differencesFrom(Simulation baseline) {
        double[][] own = firstHistories();
        double[][] other = baseline.firstHistories();
        int draws = Math.max(factors.length, baseline.factors.length);
        List<Comparison.Difference> differences = new ArrayList<>();
        for (int s = 0; s < lab.services().length; s++) {
            String name = lab.services()[s].name();
            int t = baseline.indexOf(name);
            if (t < 0) {
                continue;
            }
            Nested nested = new Nested(draws);
            for (int h = 0; h < Math.min(own.length, other.length); h++) {
                double hours = own[h][s] / horizon - other[h][t] / baseline.horizon;
                nested.add(h % draws, hours * Hours.PER_YEAR);
            }
            differences.add(new Comparison.Difference(
                    name,
                    baseline.question.name(),
                    question.name(),
                    new Results.Gain(nested.mean(), nested.low(), nested.high())));
        }
        return differences;
    }

    private double[][] firstHistories() {
        List<double[]> all = new ArrayList<>();
        for (Tally row : first) {
            for (int h = 0; h < row.histories(); h++) {
                all.add(row.fair(h));
            }
        }
        return all.toArray(double[][]::new);
    }

    private int indexOf(String service) {
        for (int i = 0; i < lab.services().length; i++) {
            if (lab.services()[i].name().equals(service)) {
                return i;
            }
        }
        return -1;
    }

    private Results answer() {
        try (Crew crew = new Crew(question.threads())) {
            Runner runner = new Runner(premises, crew, progress);
            simulate(runner, crew, machines.begin(premises, crew, progress));
            Gains gains = new Gains(lab, account, first, crew);
            if (question.wants(Extra.GAINS)) {
                gains.measure(runner, progress);
            }
            List<Results.Drilling> drilling = question.wants(Extra.DRILLING) && !progress.cancelled()
                    ? new Rehearsals(question, premises, account, first, crew).drilling(progress)
                    : List.of();
            List<Results.Improvement> improvements = question.wants(Extra.IMPROVEMENTS) && !progress.cancelled()
                    ? new PriceList(question, lab, account, first, factors.length, crew).improvements(progress)
                    : List.of();
            FamilyYears years = new FamilyYears(lab, account, factors, question.seed(), horizon);
            progress.at(1);
            return new Answer(
                            question,
                            lab,
                            account,
                            gains,
                            years,
                            factors,
                            horizon,
                            crew,
                            partial || progress.cancelled(),
                            drilling,
                            improvements)
                    .results();
        }
    }

    private void simulate(Runner runner, Crew crew, Rows rows) {
        int block = Math.max(factors.length, Row.SHORTEST);
        int fewest = Math.max(question.fewestHistories(), FEWEST_PER_DRAW * factors.length);
        int next = roundUp(Math.min(MOST_DETAILED, fewest), block);
        double budget = MOST_EVENTS * Math.max(1, Math.pow(Question.DEFAULT_PRECISION / question.precision(), 2));
        Optional<Controls> controls = Optional.empty();
        while (next > account.histories() && !progress.cancelled()) {
            if (controls.isEmpty()) {
                first.addAll(runner.detailed(next, account::takeSums));
                List<StrikeCost> rare = rare(runner, crew);
                controls = Optional.of(Fitting.control(lab, first, horizon, rare));
                rare.forEach(account::doubt);
                first.forEach(account::add);
            } else {
                rows.run(Row.divide(account.histories(), next), controls.get(), account::add);
            }
            partial |= account.histories() < next;
            double needed = neededHistories();
            double work = Math.max(account.events(), FEWEST_EVENTS * account.histories());
            double affordable = budget / Math.max(1, work) * account.histories();
            double goal = Math.max(fewest, Math.min(needed, affordable));
            double most = 3.0 * account.histories();
            progress.at(Math.min(0.7, 0.7 * account.histories() / Math.max(goal, account.histories())));
            next = roundUp((int) Math.min(goal, account.histories() + most), block);
        }
    }

    /** Whoever interrupts wants to see what there is, and not to wait for more of it. */
    private List<StrikeCost> rare(Runner runner, Crew crew) {
        if (progress.cancelled()) {
            return List.of();
        }
        try {
            return new RareStrikes(lab, factors, horizon, first, question.precision()).costs(runner, crew);
        } catch (Stopped cancelled) {
            return List.of();
        }
    }

    /** Returns how many histories the least certain service needs, judged by what is known so far. */
    private double neededHistories() {
        double needed = account.histories();
        for (int s = 0; s < lab.services().length; s++) {
            double reached = precision(account.unavailability(s));
            if (reached > question.precision()) {
                needed = Math.max(needed, account.histories() * Math.pow(reached / question.precision(), 2) * MARGIN);
            }
        }
        return needed;
    }

    /** Returns the relative half-width of an unavailability by luck; infinite while nothing has happened. */
    static double precision(Nested unavailability) {
        double mean = unavailability.mean();
        return mean == 0 ? Double.POSITIVE_INFINITY : unavailability.simulationError() / mean;
    }

    private static int roundUp(int number, int block) {
        return (int) Math.min(Integer.MAX_VALUE - block, (number + block - 1L) / block * block);
    }
}
