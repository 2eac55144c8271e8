package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Parts with nothing but two distributions. */
class ComponentsTest {

    private static Story story(String components, String of, double hours) {
        return Scenario.of("components:\n" + components + "services: {cool: {needs: [" + of + "]}}\n")
                .during(hours);
    }

    @Test
    void aCrewRepairsOneThingAfterTheOther() {
        String parts = """
                  a: {fails: 100 h, repairs: 10 h%1$s}
                  b: {fails: 104 h, repairs: 10 h%1$s}
                crews: {me: 1}
                """;

        assertThat(story(parts.formatted(", crew: me"), "b", 200).of("cool"))
                .containsExactly(new Outage(at(104, 0), at(120, 0), "b"));
        assertThat(story(parts.formatted(""), "b", 200).of("cool"))
                .containsExactly(new Outage(at(104, 0), at(114, 0), "b"));
    }

    @Test
    void aHiddenFailureShowsAtTheNextTest() {
        assertThat(story("  disk: {fails: 100 h, repairs: 1 h, tested: every 30 h}\n", "disk", 150)
                        .of("cool"))
                .containsExactly(new Outage(at(100, 0), at(121, 0), "disk"));
    }

    @Test
    void aColdSpareAgesOnlyWhileItIsInUse() {
        String parts = """
                  main: {fails: 100 h, repairs: 10 h}
                  spare: {fails: 15 h, repairs: never, standby: {behind: main, dormancy: %s}}
                """;

        // In use from 100 h to 110 h, and again from 210 h on.
        assertThat(story(parts.formatted("0"), "spare", 300).of("cool"))
                .containsExactly(new Outage(at(215, 0), at(300, 0), "spare"));
        assertThat(story(parts.formatted("0.1"), "spare", 300).of("cool"))
                .containsExactly(new Outage(at(105, 0), at(300, 0), "spare"));
    }
}
