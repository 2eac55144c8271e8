package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.AudiencePlan;
import org.rackdrill.simulator.compiled.Causes;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.statistics.Nested;

/** What is said about each service. */
final class ServiceAnswer {

    private static final double MINUTES = 60;

    private final Lab described;
    private final CompiledLab lab;
    private final Account account;
    private final Gains gains;
    private final List<ExactAnswer> exact;

    ServiceAnswer(Lab described, CompiledLab lab, Account account, Gains gains, List<ExactAnswer> exact) {
        this.described = described;
        this.lab = lab;
        this.account = account;
        this.gains = gains;
        this.exact = exact;
    }

    Results.Service service(int number) {
        Service service = described.services().get(number);
        Nested down = account.unavailability(number);
        Nested good = account.goodYears(number);
        LogHistogram year = account.yearDown(number);
        LogHistogram outage = account.outageHours(number);
        double used = usedShare(number);
        return new Results.Service(
                service.name(),
                word(service.kind()),
                String.join(", ", service.on()),
                lab.services()[number].slo(),
                new Results.Estimate(
                        1 - down.mean(),
                        Math.max(0, 1 - down.high()),
                        Math.min(1, 1 - down.low()),
                        Nested.LEVEL,
                        down.simulationError()),
                new Results.Mean(1 - account.inUseHoursPerYear(number) / Hours.PER_YEAR / used),
                new Results.Mean(1 - down.mean() + account.plannedHoursPerYear(number) / Hours.PER_YEAR),
                new Results.Spread(
                        down.mean() * Hours.PER_YEAR, year.quantile(0.5), year.quantile(0.95), year.quantile(0.99)),
                IntStream.rangeClosed(0, 100)
                        .mapToObj(percent -> year.quantile(percent / 100.0))
                        .toList(),
                new Results.Mean(account.outagesPerYear(number)),
                new Results.Quantiles(outage.quantile(0.5) * MINUTES, outage.quantile(0.95) * MINUTES),
                account.outageProbability(number),
                new Results.Estimate(
                        good.mean(),
                        Math.max(0, good.low()),
                        Math.min(1, good.high()),
                        Nested.LEVEL,
                        good.simulationError()),
                causes(number),
                exact.get(number).unavailability(),
                exact.get(number).whyNot(),
                failover(number, service),
                audiences(number, service),
                years(number),
                exact.get(number).details());
    }

    /** Those who see it by themselves; where there is one audience, it sees what the service is. */
    private List<Results.Seen> audiences(int number, Service service) {
        List<Results.Seen> seen = new ArrayList<>();
        for (int i = 0; i < lab.audiences().length; i++) {
            AudiencePlan plan = lab.audiences()[i];
            if (plan.service() == number) {
                double down = account.audienceHoursPerYear(i) / Hours.PER_YEAR;
                seen.add(new Results.Seen(word(plan.audience()), 1 - down));
            }
        }
        if (seen.isEmpty() && service.guest().isPresent()) {
            double availability = 1 - account.unavailability(number).mean();
            service.audience().forEach(it -> seen.add(new Results.Seen(word(it), availability)));
        }
        return seen;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A horizon shorter than a year has no years to tell apart. */
    private List<Results.YearOf> years(int number) {
        if (account.horizon() < Hours.PER_YEAR) {
            return List.of();
        }
        // One year alone says too little about the parameters; what they do is taken from the whole horizon.
        Nested whole = account.unavailability(number);
        List<Results.YearOf> years = new ArrayList<>();
        for (int y = 0; y < Ledger.years(account.horizon()); y++) {
            double hours = account.yearHours(number, y);
            double luck = account.yearError(number, y);
            years.add(new Results.YearOf(
                    y + 1,
                    hours,
                    Math.max(0, hours - Math.hypot(hours * whole.scatterOfParameters(0.05), luck)),
                    Math.min(Hours.PER_YEAR, hours + Math.hypot(hours * whole.scatterOfParameters(0.95), luck)),
                    account.yearGood(number, y)));
        }
        return years;
    }

    private Results.@Nullable Failover failover(int number, Service service) {
        if (service.failover() == Service.Failover.NONE || service.on().size() > 1) {
            return null;
        }
        LogHistogram lost = account.lostWrites(number);
        return new Results.Failover(
                account.failoversPerYear(number),
                new Results.Tail(lost.quantile(0.5) * MINUTES, lost.quantile(0.99) * MINUTES));
    }

    private double usedShare(int number) {
        double from = lab.services()[number].usedFrom();
        double to = lab.services()[number].usedTo();
        return from == to ? 1 : (to > from ? to - from : to - from + Hours.PER_DAY) / Hours.PER_DAY;
    }

    private List<Results.Cause> causes(int number) {
        List<Results.Cause> causes = new ArrayList<>();
        List<Integer> ranked = gains.ranked(number);
        // Less what luck dealt, a cause may have taken less than nothing; it is no cause, and the others share the
        // blame.
        double total = ranked.stream()
                .mapToDouble(cause -> account.causeHoursPerYear(number, cause))
                .sum();
        for (int i = 0; i < ranked.size(); i++) {
            Causes.Cause cause = lab.causes().get(ranked.get(i));
            double hours = account.causeHoursPerYear(number, ranked.get(i));
            causes.add(new Results.Cause(
                    cause.component(),
                    cause.kind().word(),
                    cause.label(),
                    hours,
                    hours / total,
                    i < 10 ? gains.of(number, ranked.get(i)).orElse(null) : null));
        }
        return causes;
    }
}
