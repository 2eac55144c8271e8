package org.rackdrill.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.simulator.study.Progress;

/**
 * What is recommended for labs whose every combination has an exact answer: parts in series, each with an option that mends
 * it sooner and one that doubles it. Availability is the product over parts of F / (F + R), or of 1 - (R / (F + R))^2.
 */
@Tag("long")
class ExactPlanTest {

    private static final double HOURS = 4000;

    /** One of some parts in series. */
    private record Part(double repair, double sooner, double soonerPrice, double doublePrice) {}

    private static List<Part> parts(int count, long seed) {
        Random random = new Random(seed);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double repair = 40 + random.nextInt(120);
            parts.add(new Part(repair, repair / 4, 50 + random.nextInt(300), 100 + random.nextInt(500)));
        }
        return parts;
    }

    private static Workshop workshop(List<Part> parts) {
        StringBuilder lab = new StringBuilder("rackdrill: 1\nname: Series\ncomponents:\n");
        StringBuilder groups = new StringBuilder("groups:\n");
        StringBuilder options = new StringBuilder("rackdrill: 1\noptions:\n");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            lab.append("  p%d: {fails: exp(%.0f h), repairs: exp(%.2f h)}%n".formatted(i, HOURS, part.repair));
            groups.append("  g%d: {needs: \"1 of [p%d]\"}%n".formatted(i, i));
            options.append(
                    "  - {name: s%d, price: %.0f, excludes: d%d, set: {components: {p%d: {repairs: exp(%.2f h)}}}}%n"
                            .formatted(i, part.soonerPrice, i, i, part.sooner));
            options.append(
                    ("  - {name: d%d, price: %.0f, add: {components: {q%d: {fails: exp(%.0f h), repairs: exp(%.2f h)}}},"
                                    + " set: {groups: {g%d: {needs: \"1 of [p%d, q%d]\"}}}}%n")
                            .formatted(i, part.doublePrice, i, HOURS, part.repair, i, i, i));
        }
        String service = "services:\n  cool: {needs: ["
                + String.join(
                        ", ",
                        java.util.stream.IntStream.range(0, parts.size())
                                .mapToObj(i -> "g" + i)
                                .toList()) + "]}\n";
        return Workshop.of(
                lab + groups.toString() + service + "hazards: {}\nstudy: {horizon: 20 y}\n", options.toString());
    }

    private static double exact(List<Part> parts, int choice) {
        double up = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double down = part.repair / (HOURS + part.repair);
            if ((choice >> (2 * i) & 1) == 1) {
                down = part.sooner / (HOURS + part.sooner);
            } else if ((choice >> (2 * i + 1) & 1) == 1) {
                down *= down;
            }
            up *= 1 - down;
        }
        return up;
    }

    private static double price(Workshop workshop, int choice) {
        double price = 0;
        for (int i = 0; i < workshop.shelf().offers().size(); i++) {
            price += (choice >> i & 1) == 1
                    ? workshop.shelf().offers().get(i).price().amount()
                    : 0;
        }
        return price;
    }

    /** The cheapest price at which a goal is kept exactly. */
    private static double cheapest(Workshop workshop, List<Part> parts, double goal) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < 1 << workshop.shelf().offers().size(); choice++) {
            if (workshop.shelf().allows(choice) && exact(parts, choice) >= goal) {
                cheapest = Math.min(cheapest, price(workshop, choice));
            }
        }
        return cheapest;
    }

    private static int chosen(Workshop workshop, PlanResults.Point point) {
        return workshop.options().choice(point.options());
    }

    /** Not dearer than what would keep a goal a little stricter, and not worse than what would keep one a little laxer. */
    private static void isTheCheapest(Workshop workshop, List<Part> parts, double goal, PlanResults plan) {
        double slack = 0.06 * (1 - goal);
        PlanResults.Point best = plan.points().get(plan.recommended());
        assertThat(plan.meets()).isTrue();
        assertThat(exact(parts, chosen(workshop, best))).isGreaterThan(goal - slack);
        assertThat(best.price().amount())
                .isBetween(cheapest(workshop, parts, goal - slack), cheapest(workshop, parts, goal + slack));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withFewCombinationsTheCheapestThatKeepsTheGoalIsFound(long seed) {
        List<Part> parts = parts(3, seed);
        Workshop workshop = workshop(parts);

        PlanResults plan = workshop.plan(0.97, Double.POSITIVE_INFINITY);

        assertThat(plan.search().exhaustive()).isTrue();
        assertThat(plan.search().allowed()).isEqualTo(27);
        assertThat(plan.search().simulated()).isEqualTo(27);
        isTheCheapest(workshop, parts, 0.97, plan);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void withManyCombinationsItIsFoundToo(long seed) {
        List<Part> parts = parts(6, seed);
        Workshop workshop = workshop(parts);

        PlanResults plan = workshop.plan(0.96, Double.POSITIVE_INFINITY);

        assertThat(plan.search().allowed()).isEqualTo(729);
        assertThat(plan.search().simulated()).isLessThan(300);
        isTheCheapest(workshop, parts, 0.96, plan);
    }

    @Test
    void everyPrintedIntervalHoldsTheExactAnswerAboutNineTimesInTen() {
        int held = 0;
        int printed = 0;
        for (long seed = 11; seed <= 14; seed++) {
            List<Part> parts = parts(3, seed);
            Workshop workshop = workshop(parts);
            for (PlanResults.Point point :
                    workshop.plan(0.97, Double.POSITIVE_INFINITY).points()) {
                double exact = exact(parts, chosen(workshop, point));
                assertThat(point.availability().mean()).isCloseTo(exact, within(0.006));
                held += point.availability().low() <= exact
                                && exact <= point.availability().high()
                        ? 1
                        : 0;
                printed++;
            }
        }
        // Points of one plan share their luck, so that far fewer than all of them are independent.
        assertThat((double) held / printed).isBetween(0.75, 1.0);
    }

    @Test
    void whenNothingWithinTheBudgetKeepsTheGoalTheClosestIsPrintedWithWhatItMisses() {
        List<Part> parts = parts(3, 7);
        Workshop workshop = workshop(parts);

        PlanResults plan = workshop.plan(0.999, 200);

        assertThat(plan.meets()).isFalse();
        PlanResults.Point closest = plan.points().get(plan.recommended());
        double best = 0;
        for (int choice = 0; choice < 1 << workshop.shelf().offers().size(); choice++) {
            if (workshop.shelf().allows(choice) && price(workshop, choice) <= 200) {
                best = Math.max(best, exact(parts, choice));
            }
        }
        assertThat(exact(parts, chosen(workshop, closest))).isCloseTo(best, within(0.002));
        assertThat(closest.allowance().amount()).isGreaterThan(1);
        assertThat(plan.points()).allMatch(point -> point.price().amount() <= 200);
    }

    @Test
    void whatAnOptionGivesBackIsTheDifferenceOfTheExactAnswers() {
        List<Part> parts = parts(3, 8);
        Workshop workshop = workshop(parts);
        PlanResults plan = workshop.plan(0.97, Double.POSITIVE_INFINITY);

        for (int i = 0; i < workshop.shelf().offers().size(); i++) {
            double hours = 8760 * (exact(parts, 1 << i) - exact(parts, 0));
            PlanResults.Offered offered = plan.offers().get(i);
            assertThat(java.util.Objects.requireNonNull(offered.lessHours()).hoursPerYear())
                    .as(offered.name())
                    .isCloseTo(hours, within(0.12 * hours + 8));
            assertThat(offered.effect()).isEqualTo(Worth.UPTIME);
        }
    }

    @Test
    void theSameSeedGivesTheSamePlanOnAnyNumberOfThreads() {
        Workshop workshop = workshop(parts(5, 9));

        PlanResults one = Plan.run(workshop.asking(0.96, 900, 1), Progress.SILENT);
        PlanResults two = Plan.run(workshop.asking(0.96, 900, 2), Progress.SILENT);

        assertThat(two).isEqualTo(one);
    }
}
