package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.Causes;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Parameters;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.statistics.Nested;

/** Puts what was counted into the shape in which it is written. */
final class Answer {

    private static final String ACCOUNTING =
            "Down means: one of the people it is for cannot use it. Planned work counts. An outage counts in full, however"
                    + " short, and is blamed on the first cause that was enough.";

    private static final double MINUTES = 60;
    private static final double WEEKS_PER_YEAR = Hours.PER_YEAR / (7 * Hours.PER_DAY);
    private static final int MOST_ASSUMPTIONS = 15;

    /** Below this share of the scatter between draws, parameters cannot be told from luck. */
    private static final double LEAST_EXPLAINED = 0.05;

    /** A squared correlation above this over the number of draws comes by chance for 3 in 1,000 values. */
    private static final double NOISE = 9;

    private final Question question;
    private final CompiledLab lab;
    private final Account account;
    private final Gains gains;
    private final FamilyYears years;
    private final double[][] factors;
    private final double horizon;
    private final boolean partial;

    Answer(
            Question question,
            CompiledLab lab,
            Account account,
            Gains gains,
            FamilyYears years,
            double[][] factors,
            double horizon,
            boolean partial) {
        this.question = question;
        this.lab = lab;
        this.account = account;
        this.gains = gains;
        this.years = years;
        this.factors = factors;
        this.horizon = horizon;
        this.partial = partial;
    }

    Results results() {
        PowerBill bill = new PowerBill(question.lab(), lab);
        Results.Power power = bill.power();
        List<Results.Service> services = new ArrayList<>();
        for (int i = 0; i < lab.services().length; i++) {
            services.add(service(i));
        }
        return new Results(
                Results.FORMAT,
                question.version(),
                question.name(),
                question.lab().name(),
                question.hash(),
                question.seed(),
                horizon / Hours.PER_YEAR,
                account.histories(),
                factors.length,
                new Results.Precision(question.precision(), reached()),
                ACCOUNTING,
                partial,
                services,
                new Results.Mean(account.allDownHoursPerYear()),
                new Results.Toil(
                        account.interventionsPerYear() / WEEKS_PER_YEAR,
                        account.handsOnHoursPerYear(),
                        account.nightAlarmsPerYear(),
                        0),
                new DataAnswer(question.lab(), lab, account, factors).data(),
                power,
                new RackPicture(question.lab(), lab, account).places(),
                years.years(),
                assumptions(),
                NotSimulated.in(question.lab()),
                bill.warnings(power),
                List.of(),
                List.of(),
                List.of());
    }

    /** The least certain service; one that was never down says nothing, and counts as not reached. */
    private double reached() {
        double worst = 0;
        for (int i = 0; i < lab.services().length; i++) {
            worst = Math.max(worst, Simulation.precision(account.unavailability(i)));
        }
        return Double.isInfinite(worst) ? 1 : worst;
    }

    private Results.Service service(int number) {
        Service described = question.lab().services().get(number);
        Nested down = account.unavailability(number);
        Nested good = account.goodYears(number);
        LogHistogram year = account.yearDown(number);
        LogHistogram outage = account.outageHours(number);
        double used = usedShare(number);
        return new Results.Service(
                described.name(),
                described.kind().name().toLowerCase(Locale.ROOT),
                String.join(", ", described.on()),
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
                null,
                "exact engines are not part of this version",
                failover(number, described),
                List.of(),
                List.of());
    }

    private Results.@Nullable Failover failover(int number, Service described) {
        if (described.failover() == Service.Failover.NONE || described.on().size() > 1) {
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
        double total = account.unavailability(number).mean() * Hours.PER_YEAR;
        List<Results.Cause> causes = new ArrayList<>();
        List<Integer> ranked = gains.ranked(number);
        for (int i = 0; i < ranked.size(); i++) {
            Causes.Cause cause = lab.causes().get(ranked.get(i));
            double hours = account.causeHoursPerYear(number, ranked.get(i));
            causes.add(new Results.Cause(
                    cause.component(),
                    cause.kind().word(),
                    cause.label(),
                    hours,
                    total == 0 ? 0 : hours / total,
                    i < 10 ? gains.of(number, ranked.get(i)).orElse(null) : null));
        }
        return causes;
    }

    /**
     * Ranks the uncertain values by the square of their correlation with the downtime of all services, corrected for the
     * luck that is left in each draw: the first-order share of the scatter that a value explains by itself.
     */
    private List<Results.Assumption> assumptions() {
        double explained = account.total().shareOfParameters();
        if (factors.length < 2 || explained < LEAST_EXPLAINED) {
            return List.of();
        }
        List<Results.Assumption> found = new ArrayList<>();
        for (int p = 1; p < lab.parameters().count(); p++) {
            double correlation = squaredCorrelation(p);
            double share = Math.min(1, (correlation - 1.0 / factors.length) / explained);
            if (correlation > NOISE / factors.length) {
                Parameters.Parameter parameter = lab.parameters().get(p);
                found.add(new Results.Assumption(
                        parameter.name(),
                        parameter.text(),
                        parameter.rangeText(),
                        share,
                        parameter.origin().source().isEmpty()
                                ? parameter.origin().where()
                                : parameter.origin().source(),
                        parameter.origin().verified(),
                        share));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Results.Assumption it) -> -it.matters()))
                .limit(MOST_ASSUMPTIONS)
                .toList();
    }

    private double squaredCorrelation(int parameter) {
        double meanX = 0;
        double meanY = 0;
        for (int d = 0; d < factors.length; d++) {
            meanX += Math.log(factors[d][parameter]) / factors.length;
            meanY += account.total().mean(d) / factors.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int d = 0; d < factors.length; d++) {
            double x = Math.log(factors[d][parameter]) - meanX;
            double y = account.total().mean(d) - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx == 0 || yy == 0 ? 0 : xy * xy / (xx * yy);
    }
}
