package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;

class GoalTextTest {

    private final Lab lab = Labs.shipped("v1").lab();

    @ParameterizedTest
    @CsvSource({
        "jellyfin 99.9%, PT10M4.8S",
        "jellyfin   99.9 %, PT10M4.8S",
        "jellyfin 99.9% of a week, PT10M4.8S",
        "jellyfin 99.9% of a month, PT43M48S",
        "jellyfin 99.9% per year, PT8H45M36S",
        "immich-db 100%, PT0S",
        "immich 0%, PT168H"
    })
    void anUptimeLeavesWhatItsPeriodAllows(String text, Duration allowed) {
        Goal goal = GoalText.read(text, lab);
        assertThat(goal)
                .isInstanceOfSatisfying(
                        Goal.Uptime.class, it -> assertThat(it.allowed()).isEqualTo(allowed));
        assertThat(GoalText.read(goal.text(), lab)).isEqualTo(goal);
    }

    @Test
    void dataMayBeTwoDaysOldWhereNobodySaysOtherwise() {
        assertThat(GoalText.read("no data lost", lab)).isEqualTo(new Goal.Kept("no data lost", Duration.ofDays(2)));
        assertThat(GoalText.read("no data lost beyond 15 min", lab))
                .isEqualTo(new Goal.Kept("no data lost beyond 15 min", Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jellyfin",
                "99.9%",
                "jellyfish 99.9%",
                "jellyfin 100.1%",
                "jellyfin 9.9.9%",
                "jellyfin 99.9% of a day",
                "no data lost beyond a while",
                "some data lost"
            })
    void whatIsNoGoalIsRefusedWithHowToWriteIt(String text) {
        assertThatExceptionOfType(BadText.class)
                .isThrownBy(() -> GoalText.read(text, lab))
                .satisfies(bad -> assertThat(bad.fix()).isNotBlank());
    }
}
