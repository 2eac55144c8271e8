package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** What several sites of one region have in common. */
class StormsTest {

    private static final String STORM = "storms in vic";

    private static String lab(String storms) {
        return """
                regions: {vic: {every: 100 h, lasts: 10 h, wan-lasts: 12 h, %s}}
                sites:
                  home: {region: vic, mains: {fails: never, dips: never}}
                  friend: {region: vic, mains: {fails: never, dips: never}}
                  far: {mains: {fails: never, dips: never}}
                network:
                  router: {model: generic-router, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                  there: {model: generic-router, site: friend, <steady box>}
                  elsewhere: {model: generic-router, site: far, <steady box>}
                nodes:
                  box: {network: router, <steady node>}
                  other: {network: there, <steady node>}
                  third: {network: elsewhere, <steady node>}
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                  copy: {needs: [other]}
                  away: {needs: [third]}
                  internet: {needs: [wan]}
                """.formatted(storms);
    }

    @Test
    void aStormTakesTheMainsOfAllSitesOfItsRegionAtOnceAndOfNoOther() {
        Story story = Scenario.of(lab("cuts-mains: 100%, cuts-wan: 0%")).during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(110, 3.5), STORM));
        assertThat(story.of("copy")).containsExactly(new Outage(at(100, 0), at(110, 3), STORM));
        assertThat(story.of("away")).isEmpty();
    }

    @Test
    void theInternetStaysAwayLongerWhereTheStreetHasNoPower() {
        Story story = Scenario.of(lab("cuts-mains: 100%, cuts-wan: 100%")).during(150);

        assertThat(story.of("internet")).containsExactly(new Outage(at(100, 0), at(112, 0), STORM));
    }

    @Test
    void aStormThatSparesTheMainsSparesTheLine() {
        Story story = Scenario.of(lab("cuts-mains: 0%, cuts-wan: 100%")).during(150);

        assertThat(story.of("internet")).isEmpty();
    }

    @Test
    void aHeatwaveTakesMainsAndInternetOfARegionTogetherToo() {
        String lab = lab("cuts-mains: 0%, cuts-wan: 0%")
                .replace(
                        "regions: {vic: {",
                        "regions: {vic: {heatwaves: {every: 50 h, cuts-mains: 100%, lasts: 2 h, cuts-wan: 100%, wan-lasts: 3 h}, ");
        Story story = Scenario.of(lab).during(90);

        assertThat(story.of("app")).containsExactly(new Outage(at(50, 0), at(52, 3.5), "heatwaves in vic"));
        assertThat(story.of("copy")).containsExactly(new Outage(at(50, 0), at(52, 3), "heatwaves in vic"));
        assertThat(story.of("internet")).containsExactly(new Outage(at(50, 0), at(53, 0), "heatwaves in vic"));
        assertThat(story.of("away")).isEmpty();
    }
}
