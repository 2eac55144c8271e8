package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final HardDisk DISK = HardDisk.turning(7200, new Seeks.Curve(0.8, 8.5, 17), 180e6, 32);

    private static final Layout PAIR = new Copies(0, 2, 2);

    private static Records files(int held) {
        return new Records(100_000, 0.9, 0.7, 16_384, false, new Records.Memory(Cache.Policy.ARC, held, 0.02), PAIR);
    }

    private static Rig busy() {
        return Rig.of(
                List.of(DISK, DISK),
                new Load.Open("files", 60, files(20_000)),
                new Load.Closed("backup", 1, 5, luck -> plan -> plan.read(1, luck.nextDouble(), 1e6)));
    }

    private static List<Number> numbers(Trial trial) {
        return List.of(
                trial.estimate(it -> it.load().meanMillis()).mean(),
                trial.estimate(it -> it.load().quantileMillis(0.99)).mean(),
                trial.estimate(it -> it.loads().get(1).perSecond()).mean(),
                trial.estimate(it -> it.devices().get(1).utilisation()).mean());
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherOneOthers() {
        Span span = Span.ofSeconds(20);

        assertThat(numbers(Trial.run(busy(), span, 3, 5))).isEqualTo(numbers(Trial.run(busy(), span, 3, 5)));
        assertThat(numbers(Trial.run(busy(), span, 3, 5))).isNotEqualTo(numbers(Trial.run(busy(), span, 3, 6)));
    }

    @Test
    void anotherLoadChangesNotWhenRequestsCome() {
        Span span = new Span(0, 60_000);
        Rig alone = Rig.of(List.of(DISK, DISK), busy().loads().get(0));

        // All answers but those under way at the end.
        double with = new Traffic(busy()).run(span, 1, 0).load().perSecond() * 60;
        double without = new Traffic(alone).run(span, 1, 0).load().perSecond() * 60;

        assertThat(with).isCloseTo(without, within(40.0));
        assertThat(with).isCloseTo(3600, withinPercentage(5));
    }

    @Test
    void moreMemoryMeansFewerOperationsAndFasterAnswers() {
        double[] millis = new double[2];
        double[] operations = new double[2];
        int[] held = {2000, 50_000};
        for (int i = 0; i < held.length; i++) {
            Rig rig = Rig.of(List.of(DISK, DISK), new Load.Open("files", 60, files(held[i])));
            Observed found = new Traffic(rig).run(new Span(600_000, 600_000), 1, 0);
            millis[i] = found.load().meanMillis();
            operations[i] = found.device().perSecond() + found.devices().get(1).perSecond();
        }

        assertThat(millis[1]).isLessThan(0.9 * millis[0]);
        assertThat(operations[1]).isLessThan(operations[0] - 5);
    }

    @Test
    void whatTheDisksCannotDoIsRefusedAndCounted() {
        Load load = new Load.Open("flood", 200, luck -> plan -> plan.read(0, 0, 4096));
        Rig rig = new Rig(List.of(Server.fixed(1, 10)), List.of(load), 50);

        Observed found = new Traffic(rig).run(Span.ofSeconds(500), 1, 0);

        assertThat(found.device().utilisation()).isCloseTo(1, within(1e-9));
        assertThat(found.load().perSecond()).isCloseTo(100, within(0.1));
        assertThat(found.load().refusedShare()).isCloseTo(0.5, within(0.02));
        assertThat(found.load().meanMillis())
                .as("never more than fifty before it")
                .isLessThanOrEqualTo(500);
    }

    @Test
    void theClientsOfAClosedLoadAreNeverRefused() {
        Load flood = new Load.Open("flood", 200, luck -> plan -> plan.read(0, 0, 4096));
        Load clients = new Load.Closed("clients", 4, 0, luck -> plan -> plan.read(1, 0, 4096));
        Rig rig = new Rig(List.of(Server.fixed(1, 10), Server.fixed(1, 10)), List.of(flood, clients), 5);

        Observed found = new Traffic(rig).run(Span.ofSeconds(10), 1, 0);

        assertThat(found.loads().get(1).meanMillis()).isCloseTo(40, within(1e-9));
    }

    @Test
    void timeThatNoDeviceWorksCountsForTheAnswerOnly() {
        Load load = new Load.Closed("one", 1, 0, luck -> plan -> plan.after(3).read(0, 0, 4096));

        Observed found = new Traffic(Rig.of(List.of(Server.fixed(1, 1)), load)).run(Span.ofSeconds(4), 1, 0);

        assertThat(found.load().meanMillis()).isCloseTo(4, within(1e-9));
        assertThat(found.device().utilisation()).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void clientsThatAskForNothingWithoutThinkingAreAMistakeOfTheRoute() {
        Load load = new Load.Closed("one", 1, 0, luck -> plan -> {});

        assertThatThrownBy(() -> new Traffic(Rig.of(List.of(), load)).run(Span.ofSeconds(1), 1, 0))
                .hasMessageContaining("they would never stop");
    }

    @Test
    void oneHistoryIsNotEnoughForAnInterval() {
        assertThatThrownBy(() -> Trial.run(busy(), Span.ofSeconds(1), 1, 1))
                .hasMessageContaining("nothing about its own error");
    }

    /** Cobham 1954: what waits behind nobody but itself, and what waits behind everything. */
    @Test
    void whatIsInBackgroundWaitsForAllTheRestButStopsNothingThatHasBegun() {
        Load ordinary = new Load.Open("ordinary", 400, luck -> plan -> plan.read(0, 0, 4096));
        Load background = new Load.Open(
                "background", 400, luck -> plan -> plan.inBackground().read(0, 0, 4096));
        Rig rig = Rig.of(List.of(Server.exponential(1, 1)), ordinary, background);

        Trial trial = Trial.run(rig, Span.ofSeconds(60), 20, 1);

        Estimate first = trial.estimate(it -> it.load().meanMillis());
        Estimate last = trial.estimate(it -> it.loads().get(1).meanMillis());
        assertThat(first.mean()).isCloseTo(1 + 0.8 / 0.6, within(first.halfWidth(0.999)));
        assertThat(last.mean()).isCloseTo(1 + 0.8 / 0.6 / 0.2, within(last.halfWidth(0.999)));
        assertThat(first.halfWidth(0.999)).isLessThan(0.02 * first.mean());
        assertThat(last.halfWidth(0.999)).isLessThan(0.07 * last.mean());
    }

    @Test
    void aScrubSlowsPeopleByWhatItHasBegunAndTheyStopIt() {
        RouteMaker anywhere = luck -> plan -> plan.read(0, luck.nextDouble(), 16_384);
        RouteMaker scrub = luck -> plan -> plan.inBackground().read(0, luck.nextDouble(), 1e6);
        Load people = new Load.Open("people", 30, anywhere);
        Span span = Span.ofSeconds(2000);

        Observed alone = new Traffic(Rig.of(List.of(DISK), people)).run(span, 1, 0);
        Observed both =
                new Traffic(Rig.of(List.of(DISK), people, new Load.Closed("scrub", 3, 0, scrub))).run(span, 1, 0);

        // About half an operation of the scrub is in the way, which takes some 18 ms.
        assertThat(both.load().meanMillis() - alone.load().meanMillis()).isBetween(5.0, 20.0);
        assertThat(both.load().perSecond()).isCloseTo(30, withinPercentage(2));
        assertThat(both.device().utilisation()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aBusyEveningShowsInTheWindowsAndNotInTheMean() {
        Pattern day = Pattern.of(240_000, List.of(1.0, 1.0, 3.0, 3.0));
        Load load = new Load.Open("evening", 1000, day, luck -> plan -> plan.read(0, 0, 4096));
        Span span = new Span(0, 4_800_000, 10_000);

        Observed found = new Traffic(Rig.of(List.of(Server.fixed(1, 0.5)), load)).run(span, 1, 0);

        assertThat(found.load().perSecond()).isCloseTo(1000, withinPercentage(0.5));
        assertThat(found.device().utilisation()).isCloseTo(0.5, withinPercentage(0.5));
        assertThat(found.device().utilisation(0.25)).isCloseTo(0.25, withinPercentage(2));
        assertThat(found.device().utilisation(0.75)).isCloseTo(0.75, withinPercentage(2));
        assertThat(found.device().utilisations().count()).isEqualTo(480);
    }

    @Test
    void aDeviceThatNeverRestsIsFullInEveryWindowAndNotMoreThanFull() {
        Load load = new Load.Closed("one", 1, 0, luck -> plan -> plan.read(0, 0, 4096));

        Observed found = new Traffic(Rig.of(List.of(Server.fixed(1, 0.7)), load)).run(new Span(100, 1000, 100), 1, 0);

        assertThat(found.device().utilisations().count()).isEqualTo(10);
        assertThat(found.device().utilisation(0.01)).isCloseTo(1, within(0.02));
        assertThat(found.device().utilisation(0.99)).isLessThanOrEqualTo(1);
    }

    @Test
    void windowsAndPatternsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Span(0, 1000, 300)).hasMessageContaining("whole windows of 300.0 ms");
        assertThatThrownBy(() -> new Span(0, 1000, 2000)).hasMessageContaining("whole windows");
        assertThatThrownBy(() -> new Pattern(1000, List.of(1.0, 2.0))).hasMessageContaining("1 in the mean, not 1.5");
        assertThatThrownBy(() -> Pattern.of(1000, List.of(0.0, 0.0))).hasMessageContaining("mean weight");
    }
}
