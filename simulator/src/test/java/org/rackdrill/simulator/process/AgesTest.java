package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.rackdrill.simulator.process.Story.at;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/** Parts that are not new when the study begins. */
class AgesTest {

    private static Story node(String more, String study) {
        return Scenario.of("nodes: {box: {" + more + ", <steady node>}}\n"
                        + "services: {app: {on: box, audience: [wired], <steady guest>}}\n" + study)
                .during(300);
    }

    @Test
    void aNodeThatHasLivedForAWhileHasSoMuchLessToLive() {
        String board = "age: 900 h, fails: fixed(1000 h)";

        assertThat(node(board, "").of("app").get(0).from()).isEqualTo(at(100, 0));
        assertThat(node(board, "study: {initial: new}\n").of("app")).isEmpty();
        assertThat(node("fails: fixed(100 h)", "").of("app").get(0).from()).isEqualTo(at(100, 0));
    }

    @Test
    void aPowerSupplyIsAsOldAsItsNode() {
        assertThat(node("age: 900 h, psu-fails: fixed(1000 h)", "")
                        .of("app")
                        .get(0)
                        .from())
                .isEqualTo(at(100, 0));
    }

    @Test
    void theNewPartIsNew() {
        Story story = node("age: 50 h, fails: fixed(100 h), repair: 1 h", "");

        // Dead at 50 h, noticed in 10 min, the part in 1 h, the work 1 h, on again in 3.5 min: then 100 h to go.
        assertThat(story.of("app").get(1).from()).isEqualTo(at(152, 10));
    }

    @Test
    void wearOutStrikesBesideChance() {
        assertThat(node("age: 900 h, fails: never, wears-out: fixed(1000 h)", "")
                        .of("app")
                        .get(0)
                        .from())
                .isEqualTo(at(100, 0));
        assertThat(node("age: 900 h, fails: fixed(950 h), wears-out: fixed(1000 h)", "")
                        .of("app")
                        .get(0)
                        .from())
                .isEqualTo(at(50, 0));
    }

    @Test
    void whoSaysHowItFailsMeansThatAndNoMore() {
        Lab lab = Scenario.of("nodes: {box: {age: 20 y, fails: about every 15 y}}\nservices: {app: {on: box}}\n")
                .lab();

        assertThat(meanOfBoards(lab)).isCloseTo(15 * 8760, withinPercentage(1e-9));
    }

    @Test
    void theRateOfTheFirstFiveYearsIsThatOfTheCatalogue() {
        var lab = Compiler.compile(
                Scenario.of("nodes: {box: {}}\nservices: {app: {on: box}}\n").lab());
        int board = boards(lab.modes());

        double used = lab.lives()
                .survival(lab.modes()[board].fails(), lab.parameters().bestGuess())
                .used(5 * 8760);

        assertThat(used).isCloseTo(5 / 15.0, withinPercentage(1e-9));
        assertThat(lab.lives().mean(lab.modes()[board].fails(), lab.parameters().bestGuess()))
                .isLessThan(14 * 8760);
    }

    private static int boards(Mode[] modes) {
        return IntStream.range(0, modes.length)
                .filter(i -> modes[i].owner() == Mode.Owner.MACHINE && modes[i].fails() != Lifetimes.NEVER)
                .filter(i -> modes[i].repair().hands())
                .filter(i -> modes[i].subject() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static double meanOfBoards(Lab lab) {
        var compiled = Compiler.compile(lab);
        return compiled.lives()
                .mean(
                        compiled.modes()[boards(compiled.modes())].fails(),
                        compiled.parameters().bestGuess());
    }

    @Test
    void aLabThatHasAlwaysBeenThereHasPartsOfAnyAge() {
        Lab lab = Scenario.of("""
                components: {fan: {fails: fixed(1000 h), repairs: 1 min}}
                services: {cool: {needs: [fan]}}
                study: {initial: stationary}
                """).lab();
        History history = new History(Compiler.compile(lab), new Story(Compiler.compile(lab)));
        int early = 0;
        for (int i = 0; i < 2000; i++) {
            history.run(1, i, new double[] {1}, 400, Stage.NOBODY);
            early += history.events() > 0 ? 1 : 0;
        }

        // Any age up to 1000 h is as likely as any other: two in five fail within 400 h.
        assertThat(early).isBetween(740, 860);
    }

    @Test
    void theLuckOfFailuresIsTheSameForNewAndOldParts() {
        String fan = "components: {fan: {fails: exp(1000 h), repairs: 5 h}}\nservices: {cool: {needs: [fan]}}\n";
        Story described = Scenario.of(fan).during(5000);
        Story always = Scenario.of(fan + "study: {initial: stationary}\n").during(5000);

        assertThat(described.of("cool")).hasSizeGreaterThan(1).isEqualTo(always.of("cool"));
    }
}
