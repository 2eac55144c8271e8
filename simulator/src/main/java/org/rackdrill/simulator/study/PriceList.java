package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Stage;
import org.rackdrill.simulator.statistics.Controlled;

/** What can be bought, moved or changed, and what it gives back: each simulated again with the same luck. */
final class PriceList {

    private static final int MOST = 14;
    private static final int MOST_WITHOUT_BLAME = 2;

    /** The difference to the same histories is known much better than either side. */
    private static final int HISTORIES = 50;

    private static final int FEW_HISTORIES = 15;

    /** A share of the downtime that nobody would buy anything for. */
    private static final double NEXT_TO_NOTHING = 0.01;

    /** Money below which a gain is as good as free. */
    private static final double SMALL_CHANGE = 1;

    private static final double Z = 1.6448536269514722;

    private final Question question;
    private final CompiledLab lab;
    private final Account account;

    /** The first histories as they were. */
    private final List<Before> before;

    private final int draws;
    private final Crew crew;

    PriceList(Question question, CompiledLab lab, Account account, List<Tally> first, int draws, Crew crew) {
        this.crew = crew;
        this.question = question;
        this.lab = lab;
        this.account = account;
        before = first.stream()
                .flatMap(row -> IntStream.range(0, row.histories()).mapToObj(h -> new Before(row, h)))
                .limit(HISTORIES)
                .toList();
        this.draws = draws;
    }

    /** One of the first histories. */
    private record Before(Tally row, int history) {

        double blamed(int service, int[] causes) {
            return Arrays.stream(causes)
                    .mapToDouble(cause -> row.byCause(history, service, cause))
                    .sum();
        }
    }

    /** Returns what surely gives something back, the most for its money first, and what is good for something else. */
    List<Results.Improvement> improvements(Progress progress) {
        Optional<Rewriting> rewriting = question.rewriting();
        if (rewriting.isEmpty()) {
            return List.of();
        }
        List<Results.Improvement> found = new ArrayList<>();
        crew.each(proposals(), proposal -> measured(proposal, rewriting.get(), progress))
                .forEach(it -> it.ifPresent(found::add));
        found.sort(Comparator.comparingDouble((Results.Improvement it) -> -worth(it))
                .thenComparingDouble(it -> -it.gain().hoursPerYear()));
        return List.copyOf(found);
    }

    /** What makes data safer, a few that touch nothing that is counted, and what touches most downtime. */
    private List<Proposals.Proposal> proposals() {
        Map<String, Double> blamed = blameByComponent();
        List<Proposals.Proposal> all =
                new Proposals(question.lab(), component -> blamed.getOrDefault(component, 0.0)).all();
        List<Proposals.Proposal> chosen =
                new ArrayList<>(all.stream().filter(it -> !it.saves().isEmpty()).toList());
        all.stream()
                .filter(it -> it.blame() == 0 && it.saves().isEmpty())
                .limit(MOST_WITHOUT_BLAME)
                .forEach(chosen::add);
        return Stream.concat(all.stream().filter(it -> it.blame() > 0).limit(MOST - chosen.size()), chosen.stream())
                .toList();
    }

    /** Hours for each unit of money; what nobody knows the price of comes after what is priced. */
    private static double worth(Results.Improvement it) {
        Results.CostOnce cost = it.cost();
        double surely = it.gain().low() > 0 ? it.gain().hoursPerYear() : 0;
        return cost == null ? 0 : surely / Math.max(SMALL_CHANGE, cost.amount());
    }

    /** The hours a year that the causes of each component take, the mean over services. */
    private Map<String, Double> blameByComponent() {
        Map<String, Double> blamed = new HashMap<>();
        int services = lab.services().length;
        for (int s = 0; s < services; s++) {
            for (int cause : account.causes(s)) {
                blamed.merge(
                        lab.causes().get(cause).component(),
                        account.causeHoursPerYear(s, cause) / services,
                        Double::sum);
            }
        }
        return blamed;
    }

    /** Returns the hours a year that some causes take, the mean over services. */
    private double blame(int[] causes) {
        return IntStream.range(0, lab.services().length)
                .mapToDouble(service -> blame(service, causes))
                .average()
                .orElse(0);
    }

    private double blame(int service, int[] causes) {
        return Arrays.stream(causes)
                .mapToDouble(cause -> account.causeHoursPerYear(service, cause))
                .sum();
    }

    private int[] causes(List<String> components) {
        Set<String> wanted = Set.copyOf(components);
        return IntStream.range(0, lab.causes().count())
                .filter(cause -> wanted.contains(lab.causes().get(cause).component()))
                .toArray();
    }

    private Optional<Results.Improvement> measured(
            Proposals.Proposal proposal, Rewriting rewriting, Progress progress) {
        if (progress.cancelled()) {
            return Optional.empty();
        }
        return rewriting
                .with(proposal.edits())
                .flatMap(changed -> measured(proposal, changed, progress))
                .filter(it -> it.gain().low() > 0 || proposal.blame() == 0);
    }

    private Optional<Results.Improvement> measured(Proposals.Proposal proposal, Lab changed, Progress progress) {
        CompiledLab compiled;
        try {
            compiled = Compiler.compile(changed, lab, question.contending().of(changed));
        } catch (Unanswerable refusal) {
            return Optional.empty();
        }
        if (compiled.services().length != lab.services().length) {
            return Optional.empty();
        }
        Prices prices = new Prices(changed);
        double[][] factors = compiled.parameters().draw(draws, question.seed());
        if (!proposal.saves().isEmpty()) {
            return saved(proposal, compiled, factors, prices);
        }
        Controlled[] given = new Controlled[lab.services().length + 1];
        Arrays.setAll(given, i -> new Controlled());
        Runner runner = new Runner(compiled, factors, question.seed(), account.horizon(), crew, progress);
        int[] causes = causes(proposal.touches());
        again(runner, 0, FEW_HISTORIES, causes, given);
        if (!known(gain(given, lab.services().length, causes))) {
            again(runner, FEW_HISTORIES, HISTORIES, causes, given);
        }
        return progress.cancelled()
                ? Optional.empty()
                : Optional.of(improvement(proposal, prices.of(proposal.buys()), causes, given));
    }

    private void again(Runner runner, int from, int to, int[] causes, Controlled[] given) {
        int number = from;
        for (double[] down :
                runner.down(IntStream.range(from, Math.min(to, before.size())).toArray(), Stage.NOBODY)) {
            add(given, before.get(number++), causes, down);
        }
    }

    /** Either it surely gives something back, or surely next to nothing. */
    private boolean known(Results.Gain gain) {
        double down = account.total().mean() / Math.max(1, lab.services().length) * Hours.PER_YEAR;
        return gain.low() > 0 || gain.high() < NEXT_TO_NOTHING * down;
    }

    /** What is for the data alone needs no histories; what saves nothing that can be seen is not offered. */
    private Optional<Results.Improvement> saved(
            Proposals.Proposal proposal, CompiledLab changed, double[][] factors, Prices prices) {
        Results.Gain none = new Results.Gain(0, 0, 0);
        return new Rescue(lab, lab.parameters().draw(draws, question.seed()), crew)
                .by(changed, factors, proposal.saves())
                .map(said -> new Results.Improvement(
                        proposal.what(),
                        proposal.change(),
                        prices.of(proposal.buys()),
                        none,
                        "",
                        none,
                        said + "; " + proposal.note()));
    }

    /** Whoever was hit more often has more to gain; what these hits cost in the mean is known from all histories. */
    private static void add(Controlled[] given, Before before, int[] causes, double[] after) {
        double mean = 0;
        double meanBlamed = 0;
        for (int s = 0; s < after.length; s++) {
            double hours = before.row.down(before.history, s) - after[s];
            double blamed = before.blamed(s, causes);
            given[s].add(hours, blamed);
            mean += hours / after.length;
            meanBlamed += blamed / after.length;
        }
        given[after.length].add(mean, meanBlamed);
    }

    private Results.Improvement improvement(
            Proposals.Proposal proposal, Results.@Nullable CostOnce cost, int[] causes, Controlled[] given) {
        int services = given.length - 1;
        int most = IntStream.range(0, services)
                .boxed()
                .max(Comparator.comparingDouble(s -> gain(given, s, causes).hoursPerYear()))
                .orElse(services);
        boolean gains = gain(given, most, causes).hoursPerYear() > 0;
        return new Results.Improvement(
                proposal.what(),
                proposal.change(),
                cost,
                gain(given, services, causes),
                gains && most < services ? lab.services()[most].name() : "",
                gain(given, most, causes),
                proposal.note());
    }

    private Results.Gain gain(Controlled[] given, int place, int[] causes) {
        double blamed = place < lab.services().length ? blame(place, causes) : blame(causes);
        double perYear = Hours.PER_YEAR / account.horizon();
        double mean = given[place].mean(blamed / perYear) * perYear;
        double half = Z * Math.sqrt(given[place].varianceOfMean(account.histories())) * perYear;
        return new Results.Gain(mean, mean - half, mean + half);
    }
}
