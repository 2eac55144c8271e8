package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rackdrill.simulator.process.Story.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Changes made on purpose: what they cost when they go well, and what they break when they do not. */
class ChangesTest {

    private static final double DAY = 24 * 60;
    private static final String WRONG = "changes that went wrong";

    private static final String BOX =
            "nodes: {box: {<steady node>}}\nservices: {app: {on: box, audience: [wired], <steady guest>}}\n";

    private static String changes(String goesWrong, String operator) {
        return "operations: {patching: none, changes: {every: fixed(50 h), goes-wrong: " + goesWrong + "}, operator: {"
                + operator + ", <steady operator>}}\n";
    }

    private static List<Double> minutes(Story story, String service) {
        return story.of(service).stream()
                .map(Outage::minutes)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aGoodChangeCostsHalfAnHourAndSometimesARestart() {
        Story story = Scenario.of(changes("0%", "asleep: never") + BOX).during(5000);

        // Days in which one is due are 50 h apart, so 99 or 100 in all.
        double changes = story.history().handsOnHours() / 0.5;
        assertThat(changes).isCloseTo(99, within(1.0));
        assertThat(story.history().interventions()).isZero();
        assertThat(minutes(story, "app")).containsExactly(0.5);
        // 70 of 100 touch the guest, and half of those restart it.
        assertThat((double) story.of("app").size()).isCloseTo(0.35 * changes, within(12.0));
        assertThat(story.of("app")).extracting(Outage::cause).containsOnly("changes on purpose");
    }

    @Test
    void aBadOneIsMendedBeforeTheEyesOfWhoMadeItUnlessItShowsLater() {
        Story story = Scenario.of(changes("100%", "asleep: never") + BOX).during(5000);

        // 20 minutes at the keyboard, and then: the guest starts in 30 s, the router in 1 min, the node in 3 min and
        // its guest in 30 s. What shows later is noticed after 10 minutes.
        assertThat(minutes(story, "app")).containsExactly(20.5, 21.0, 23.5, 30.5, 31.0, 33.5);
        assertThat(story.of("app")).extracting(Outage::cause).containsOnly(WRONG);
        long later = story.of("app").stream().filter(it -> it.minutes() > 30).count();
        assertThat(later).isBetween(8L, 35L);
        assertThat(story.history().interventions()).isEqualTo(story.of("app").size());
    }

    @Test
    void mostChangesTouchGuestsAndFewTheNetwork() {
        Story story = Scenario.of(changes("100%", "asleep: never") + BOX).during(20_000);

        assertThat(share(story, 0.5)).isCloseTo(0.7, within(0.07));
        assertThat(share(story, 3.5)).isCloseTo(0.2, within(0.07));
        assertThat(share(story, 1.0)).isCloseTo(0.1, within(0.07));
    }

    /** The share of outages that end so many minutes after the work. */
    private static double share(Story story, double start) {
        long count = story.of("app").stream()
                .filter(it -> it.minutes() == 20 + start || it.minutes() == 30 + start)
                .count();
        return (double) count / story.of("app").size();
    }

    @Test
    void nobodyChangesAnythingAsleep() {
        Story story = Scenario.of(changes("0%", "asleep: 22:00-07:00") + BOX).during(5000);

        assertThat(story.of("app"))
                .hasSizeGreaterThan(20)
                .allSatisfy(outage -> assertThat(outage.from() % DAY).isBetween(at(7, 0), at(22, 0)));
    }

    @Test
    void changesThatFallIntoATripDoNotHappen() {
        Story home = Scenario.of(changes("0%", "asleep: never") + BOX).during(5000);
        Story away = Scenario.of(changes("0%", "asleep: never, away: 4380 h/y, trip-lasts: 100 h") + BOX)
                .during(5000);

        double share = away.history().handsOnHours() / home.history().handsOnHours();
        assertThat(share).isBetween(0.3, 0.7);
    }

    @Test
    void whoBreaksAMachineElsewhereHasToGoThere() {
        Story story = Scenario.of("""
                        sites:
                          home: {mains: {fails: never, dips: never}}
                          friend: {mains: {fails: never, dips: never}}
                        network: {far: {model: generic-router, site: friend, <steady box>}}
                        nodes: {box: {network: far, <steady node>}}
                        services: {up: {needs: [box-there]}}
                        groups: {box-there: {needs: "1 of [box]"}}
                        """ + changes("100%", "asleep: never, to-friend: 2 h"))
                .during(2000);

        // 2 h on the way, 20 min of work, 3 min to boot; 10 min more when it shows later.
        assertThat(minutes(story, "up")).isNotEmpty().isSubsetOf(143.0, 153.0);
    }
}
