package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;

/** Puts what was counted into the shape in which it is written. */
final class Answer {

    private static final String ACCOUNTING =
            "Down means: one of the people it is for cannot use it. Planned work counts. An outage counts in full, however"
                    + " short, and is blamed on the first cause that was enough.";

    private static final double WEEKS_PER_YEAR = Hours.PER_YEAR / (7 * Hours.PER_DAY);

    /** Chances of loss that are found within seconds, and sets of parameters that still tell how well one is known. */
    private static final int ANSWERS_IN_A_HURRY = 10_000;

    private static final int FEWEST_DRAWS = 10;

    private final Question question;
    private final CompiledLab lab;
    private final Account account;
    private final Gains gains;
    private final FamilyYears years;
    private final double[][] factors;
    private final double horizon;
    private final Crew crew;
    private final boolean partial;
    private final List<Results.Drilling> drilling;
    private final List<Results.Improvement> improvements;

    Answer(
            Question question,
            CompiledLab lab,
            Account account,
            Gains gains,
            FamilyYears years,
            double[][] factors,
            double horizon,
            Crew crew,
            boolean partial,
            List<Results.Drilling> drilling,
            List<Results.Improvement> improvements) {
        this.question = question;
        this.lab = lab;
        this.account = account;
        this.gains = gains;
        this.years = years;
        this.factors = factors;
        this.horizon = horizon;
        this.crew = crew;
        this.partial = partial;
        this.drilling = drilling;
        this.improvements = improvements;
    }

    Results results() {
        PowerBill bill = new PowerBill(question.lab(), lab);
        Results.Power power = bill.power();
        ServiceAnswer answers = new ServiceAnswer(
                question.lab(), lab, account, gains, new ExactAnswers(lab, account, factors, horizon).all(crew));
        List<Results.Service> services = new ArrayList<>();
        for (int i = 0; i < lab.services().length; i++) {
            services.add(answers.service(i));
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
                        account.falseAlarmsPerYear()),
                new DataAnswer(question, lab, account, factorsForData(), crew).data(),
                power,
                new RackPicture(question.lab(), lab, account).places(),
                years.years(),
                new Assumptions(lab, account, factors).ranked(),
                notSimulated(),
                warnings(bill.warnings(power)),
                drilling,
                new Combinations(lab, account).worst(),
                improvements,
                Coverages.of(lab, account),
                question.variant().map(Variant::sentence).orElse(null));
    }

    /** Whoever interrupts does not wait for a large lab's data: fewer sets of parameters tell how safe they are. */
    private double[][] factorsForData() {
        int most = Math.max(FEWEST_DRAWS, ANSWERS_IN_A_HURRY / Math.max(1, lab.data().length));
        int step = partial ? (factors.length + most - 1) / most : 1;
        return IntStream.range(0, factors.length)
                .filter(draw -> draw % step == 0)
                .mapToObj(draw -> factors[draw])
                .toArray(double[][]::new);
    }

    private List<String> notSimulated() {
        List<String> all = new ArrayList<>(NotSimulated.in(question.lab(), question.contending()));
        question.variant().ifPresent(variant -> all.addAll(variant.leavesOut()));
        return all;
    }

    private List<String> warnings(List<String> load) {
        List<String> all = new ArrayList<>(load);
        all.addAll(Warnings.of(question.lab(), lab));
        return all;
    }

    /** The least certain service; one that was never down says nothing, and counts as not reached. */
    private double reached() {
        double worst = 0;
        for (int i = 0; i < lab.services().length; i++) {
            worst = Math.max(worst, Simulation.precision(account.unavailability(i)));
        }
        return Double.isInfinite(worst) ? 1 : worst;
    }
}
