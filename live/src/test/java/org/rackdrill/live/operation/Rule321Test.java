package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Rule321Test {
    private static final Holding PRIMARY = holding("hdd", "home", true);

    @Test
    void thePrimaryCountsAsOneOfThree() {
        assertThat(of(PRIMARY, holding("hdd", "home", true), holding("hdd", "friend", true)))
                .isEqualTo(new Rule321(3, 1, 2, true, false));
    }

    @Test
    void twoMediaNeedNoSecondCopyAtHome() {
        assertThat(of(PRIMARY, holding("hdd", "friend", true), holding("cloud", "friend", true)))
                .isEqualTo(new Rule321(3, 2, 2, false, true));
    }

    @Test
    void aCopyThatHoldsNothingRealIsNone() {
        assertThat(of(PRIMARY, holding("hdd", "home", true), holding("cloud", "friend", false)))
                .isEqualTo(new Rule321(2, 1, 1, false, false));
    }

    @Test
    void withoutThePrimaryTheOthersAreWhatIsLeft() {
        assertThat(of(holding("hdd", "home", false), holding("hdd", "home", true), holding("hdd", "friend", true)))
                .isEqualTo(new Rule321(2, 1, 2, false, false));
    }

    @Test
    void threeAtHomeAreNoneElsewhere() {
        assertThat(of(PRIMARY, PRIMARY, holding("tape", "home", true))).isEqualTo(new Rule321(3, 2, 1, false, false));
    }

    private static Rule321 of(Holding... holdings) {
        return Rule321.of(Stream.of(holdings).toList(), "home");
    }

    private static Holding holding(String media, String site, boolean real) {
        return new Holding(
                "db", false, media, site, true, real, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), "");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Rule321.of(List.of(), "home")).isEqualTo(new Rule321(0, 0, 0, false, false));
    }
}
