package org.rackdrill.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.options.AtMost;
import org.rackdrill.model.options.Option;
import org.rackdrill.model.options.Options;
import org.rackdrill.simulator.study.Progress;

/** Needs, exclusions, limits and budgets bind every combination that is tried or printed. */
class RulesTest {

    private static final String LAB = """
            rackdrill: 1
            name: One part
            components: {part: {fails: exp(3000 h), repairs: exp(%d h)}}
            services: {cool: {needs: [part]}}
            hazards: {}
            study: {horizon: 20 y}
            """.formatted(200);

    /** Options that mend the part sooner and sooner, with rules by lot. */
    private static Workshop byLot(Random random) {
        int count = 5 + random.nextInt(3);
        StringBuilder options = new StringBuilder("rackdrill: 1\noptions:\n");
        for (int i = 0; i < count; i++) {
            List<String> needs = new ArrayList<>();
            List<String> excludes = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                int lot = random.nextInt(8);
                if (lot == 0 && needs.isEmpty() && excludes.isEmpty()) {
                    needs.add("o" + j);
                } else if (lot == 1 && needs.isEmpty()) {
                    excludes.add("o" + j);
                }
            }
            options.append(
                    "  - {name: o%d, price: %d, needs: %s, excludes: %s, add: {components: {c%d: {fails: exp(9000 h), repairs: exp(10 h)}}}}%n"
                            .formatted(i, random.nextInt(5) * 100, needs, excludes, i));
        }
        options.append("at-most: [3 of [o0, o1, o2, o3]]\n");
        return Workshop.of(LAB, options.toString());
    }

    @Test
    void noCombinationBreaksARule() {
        for (long seed = 1; seed <= 12; seed++) {
            Workshop workshop = byLot(new Random(seed));
            double budget = new Random(seed).nextInt(8) * 100;

            PlanResults plan = Plan.run(workshop.asking(0.95, budget, 2), Progress.SILENT);

            Options options = workshop.options();
            int expected = 0;
            for (int choice = 0; choice < 1 << options.all().size(); choice++) {
                expected += kept(options, choice) && price(options, choice) <= budget ? 1 : 0;
            }
            assertThat(plan.search().allowed()).as("seed %d", seed).isEqualTo(expected);
            for (PlanResults.Point point : plan.points()) {
                int choice = options.choice(point.options());
                assertThat(kept(options, choice))
                        .as("seed %d: %s", seed, point.options())
                        .isTrue();
                assertThat(point.price().amount())
                        .isEqualTo(price(options, choice))
                        .isLessThanOrEqualTo(budget);
            }
        }
    }

    /** The rules, said once more in another way. */
    private static boolean kept(Options options, int choice) {
        List<String> names = IntStream.range(0, options.all().size())
                .filter(i -> (choice & 1 << i) != 0)
                .mapToObj(i -> options.all().get(i).name())
                .toList();
        for (Option option : options.all()) {
            if (names.contains(option.name())
                    && (!names.containsAll(option.needs())
                            || option.excludes().stream().anyMatch(names::contains))) {
                return false;
            }
        }
        for (AtMost limit : options.limits()) {
            if (limit.names().stream().filter(names::contains).count() > limit.count()) {
                return false;
            }
        }
        return true;
    }

    private static double price(Options options, int choice) {
        return IntStream.range(0, options.all().size())
                .filter(i -> (choice & 1 << i) != 0)
                .mapToDouble(i -> options.all().get(i).price().value().amount())
                .sum();
    }

    @Test
    void whatDoesNotTouchAServiceIsSaidToDoNothing() {
        PlanResults plan = byLot(new Random(3)).plan(0.95, Double.POSITIVE_INFINITY);

        assertThat(plan.offers()).allMatch(offer -> offer.effect().equals(Worth.NOTHING));
        assertThat(plan.points().get(plan.recommended()).options()).isEmpty();
        assertThat(plan.nextSingle()).isNull();
    }
}
