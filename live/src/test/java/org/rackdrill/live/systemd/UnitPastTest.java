package org.rackdrill.live.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.live.systemd.UnitPast.Boot;
import org.rackdrill.live.systemd.UnitPast.Run;

/** When a unit may have run before a machine was started the last time. */
class UnitPastTest {

    @Test
    void isWhatTheJournalsOfEarlierBootsTell() {
        UnitPast past = UnitPast.read("boot 900000000 300000000\nrun 800000000 700000000\nrun 400000000 300000000\n"
                + "boot 290000000 100000000\n");
        assertThat(past.boots())
                .containsExactly(new Boot(ago(900), ago(300), List.of(run(800, 700), run(400, 300))), boot(290, 100));
    }

    @Test
    void nobodyKnowsWhereThereIsNoJournal() {
        assertThat(UnitPast.NONE.mayHaveRun(ago(600), ago(90))).containsExactly(run(600, 90));
        assertThat(UnitPast.NONE.mayHaveRun(ago(600), ago(700))).isEmpty();
    }

    @Test
    void nobodyKnowsBetweenTheLastEntryOfAJournalAndTheNextBoot() {
        UnitPast past = new UnitPast(List.of(boot(900, 300), boot(290, 100)));
        assertThat(past.mayHaveRun(ago(600), ago(90))).containsExactly(run(300, 290), run(100, 90));
    }

    @Test
    void nobodyKnowsBeforeTheFirstJournal() {
        assertThat(new UnitPast(List.of(boot(500, 100))).mayHaveRun(ago(600), ago(90)))
                .containsExactly(run(600, 500), run(100, 90));
    }

    @Test
    void whatRanAtTheEndOfAJournalMayHaveRunUntilTheNextBoot() {
        UnitPast past = new UnitPast(List.of(new Boot(ago(900), ago(100), List.of(run(400, 100)))));
        assertThat(past.mayHaveRun(ago(600), ago(90))).containsExactly(run(400, 100), run(100, 90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run 1 2\n", "boot 1\n", "boot 1 2 3\n", "boot -1 2\n", "boot 1 2\nfoo 1 2\n", "boot x 2\n"})
    void whatIsNotUnderstoodTellsNothing(String output) {
        assertThat(UnitPast.read(output)).isEqualTo(UnitPast.NONE);
    }

    private static Boot boot(int first, int last) {
        return new Boot(ago(first), ago(last), List.of());
    }

    private static Run run(int began, int ended) {
        return new Run(ago(began), ago(ended));
    }

    private static Duration ago(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
