package org.rackdrill.simulator.ha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.ha.Rule.NodeAffinity;
import org.rackdrill.simulator.ha.Rule.ServiceAffinity;

/** Rules that can hold together, and the comparisons behind a choice of nodes. */
class RulebookTest {

    private static Rulebook of(Rule... rules) {
        return Rulebook.of(HaState.of(HaSetup.of(3, Map.of()).with(List.of(rules))));
    }

    private static ServiceAffinity together(Integer... services) {
        return new ServiceAffinity("together" + List.of(services), List.of(services), true);
    }

    private static ServiceAffinity apart(Integer... services) {
        return new ServiceAffinity("apart" + List.of(services), List.of(services), false);
    }

    private static NodeAffinity on(int node, Integer... services) {
        return new NodeAffinity("on" + node + List.of(services), List.of(services), Map.of(node, 0), true);
    }

    @Test
    void bondsThatOverlapAreOne() {
        Rulebook book = of(together(1, 2), together(3, 4), together(2, 3));

        assertThat(book.together(1)).containsExactly(2, 3, 4);
        assertThat(book.together(5)).isEmpty();
    }

    @Test
    void whoeverBelongsTogetherKeepsAwayTogether() {
        Rulebook book = of(together(1, 2), apart(2, 3));

        assertThat(book.apart(1)).containsExactly(3);
        assertThat(book.apart(3)).containsExactly(1, 2);
    }

    @Test
    void aBondTakesItsNodesAlong() {
        NodeAffinity home = on(2, 1);

        assertThat(of(together(1, 2), home).nodes(2)).isEqualTo(home);
    }

    @Test
    void contradictionsAreLeftOut() {
        assertThat(of(on(0, 1), on(1, 1)).nodes(1)).as("two places").isNull();
        assertThat(of(together(1, 2), apart(1, 2)).together(1))
                .as("together and apart")
                .isEmpty();
        assertThat(of(together(1, 2), on(0, 1), on(1, 2)).together(1))
                .as("torn apart")
                .isEmpty();
        assertThat(of(apart(1, 2), on(0, 1, 2)).apart(1))
                .as("one place for two")
                .isEmpty();
        assertThat(of(apart(1, 2, 3, 4)).apart(1))
                .as("more services than nodes")
                .isEmpty();
        assertThat(of(together(1)).together(1)).as("one alone").isEmpty();
    }

    @Test
    void theBestAlternativeIsTheClosestToTheIdeal() {
        double[] closeness = Topsis.closeness(
                List.of(new double[] {1, 1, 1, 1}, new double[] {2, 2, 2, 2}, new double[] {1.5, 1.5, 1.5, 1.5}));

        assertThat(closeness[0]).isEqualTo(1);
        assertThat(closeness[1]).isZero();
        assertThat(closeness[2]).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "9.0.0~16, false",
        "9.0.0~17, false",
        "9.0.0, false",
        "9.0.1, false",
        "9.1.2, false",
        "10.0, false",
        "9.0.0~15, true",
        "8.4.1, true",
        "7.4-4, true",
        "9.0.0~, true",
        "x, true"
    })
    void aTildeComesBeforeTheEnd(String version, boolean older) {
        assertThat(GroupMigration.isOlder(version)).isEqualTo(older);
    }
}
