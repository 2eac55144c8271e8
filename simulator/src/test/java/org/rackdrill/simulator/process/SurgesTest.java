package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Surges: where they come in, what they kill, what stops them. */
class SurgesTest {

    private static final String SURGE = "surge at home";

    /** A node whose hardware comes after 2 days, a router after 1; 10 min until noticed, an hour for each. */
    private static String lab(String hazard, String ups, String wan) {
        return """
                hazards: {surge: {every: 100 h, kills: 100%%, %s}}
                ups: {ups1: {%s, <steady ups>}}
                network:
                  router: {model: generic-router, powered-by: ups1, <steady box>}
                  switch: {model: generic-switch-1g, powered-by: ups1, uplink: router, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, %s, <steady wan>}
                nodes:
                  box: {powered-by: ups1, network: switch, <steady node>}
                services:
                  app: {needs: [box]}
                  net: {needs: [router]}
                  internet: {needs: [wan]}
                """.formatted(hazard, ups, wan);
    }

    private static final String GUARDED = "topology: double-conversion, bypass: 100%";
    private static final String STOPPED = "enters-by: [mains], stopped-by: double-conversion";

    @Test
    void whatTheMainsReachDiesAndWaitsForItsPart() {
        Story story = Scenario.of(lab(STOPPED, "topology: line-interactive", "line: fibre"))
                .during(190);

        // The UPS falls, the rack is plugged into the wall (1 h), the router is next after a day, the node after two.
        assertThat(story.of("net")).hasSize(1);
        assertThat(story.of("app")).hasSize(1);
        assertThat(story.of("app").get(0).cause()).isEqualTo(SURGE);
        assertThat(story.of("app").get(0).minutes()).isGreaterThan(48 * 60);
        assertThat(story.history().interventions()).isEqualTo(5);
    }

    @Test
    void doubleConversionStopsASurgeAndMayDieOfItItself() {
        Story story = Scenario.of(lab(STOPPED, GUARDED, "line: fibre")).during(190);

        assertThat(story.of("net")).isEmpty();
        assertThat(story.of("app")).isEmpty();
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void behindABypassNothingStopsTheNextOne() {
        // The second surge comes before the new UPS.
        Story story = Scenario.of(lab(STOPPED, GUARDED + ", repair: 5 d", "line: fibre"))
                .during(201);

        assertThat(story.of("app")).hasSize(1);
        assertThat(story.of("app").get(0).from()).isEqualTo(at(200, 0));
    }

    @Test
    void onCopperASurgeComesThroughTheRouterWhateverItsPower() {
        String hazard = "enters-by: [copper], stopped-by: double-conversion";
        Story copper = Scenario.of(lab(hazard, GUARDED, "line: copper")).during(150);
        Story fibre = Scenario.of(lab(hazard, GUARDED, "line: fibre")).during(150);

        assertThat(copper.of("net")).hasSize(1);
        assertThat(copper.of("app")).hasSize(1);
        assertThat(copper.of("internet")).hasSize(1);
        assertThat(fibre.of("net")).isEmpty();
        assertThat(fibre.of("app")).isEmpty();
    }

    @Test
    void whatASurgeKillsIsBackWhenTheNewPartIsIn() {
        String lab = """
                hazards: {surge: {every: 100 h, kills: 100%, enters-by: [mains]}}
                network:
                  router: {model: generic-router, <steady box>}
                services:
                  net: {needs: [router]}
                """;

        // 10 min until noticed, a day for the part, an hour of work, a minute to boot.
        assertThat(Scenario.of(lab).during(150).of("net")).containsExactly(new Outage(at(100, 0), at(125, 11), SURGE));
    }
}
