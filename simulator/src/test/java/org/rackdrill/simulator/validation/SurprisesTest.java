package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;
import org.rackdrill.simulator.process.Surprises;
import org.rackdrill.simulator.statistics.Moments;

/**
 * What luck deals beyond expectation is nothing in the mean, in labs with parts of every kind: constant and ageing, new
 * and old, on standby, behind one crew, mended by a person who is asleep. Otherwise taking it away would move an answer.
 */
@Tag("simulates")
class SurprisesTest {

    private static final int HISTORIES = 600;
    private static final int DRAWS = 50;

    /** Histories that a cause must strike for the variance of its surprises to be known. */
    private static final int ENOUGH = 30;

    /** Of some hundred causes the worst lies here by luck once in a hundred times. */
    private static final double DEVIATIONS = 4.2;

    @ParameterizedTest
    @CsvSource({
        "v1, 60",
        "v0, 25",
        "v1-ceph, 60",
        "o26-spare, 2",
        "o10-not-exponential, 1",
        "o8-one-crew, 2",
        "o14-slots, 1"
    })
    void theMeanOfEveryCauseIsNothing(String name, int causesAtLeast) {
        CompiledLab lab = Compiler.compile(Study.of(name).read());
        int causes = lab.causes().count();
        Moments[] failures = new Moments[causes];
        Moments[] delays = new Moments[causes];
        for (int c = 0; c < causes; c++) {
            failures[c] = new Moments();
            delays[c] = new Moments();
        }
        int[] strikes = new int[causes];
        double[][] factors = lab.parameters().draw(DRAWS, 1);
        History history = new History(lab, new Ledger(lab, new Tally(lab, HISTORIES, Controls.none(lab))));
        for (int number = 0; number < HISTORIES; number++) {
            history.run(1, number, factors[number % DRAWS], Hours.PER_YEAR, Stage.NOBODY);
            Surprises surprises = history.surprises();
            for (int c = 0; c < causes; c++) {
                failures[c].add(surprises.failures()[c]);
                delays[c].add(surprises.delays()[c]);
                strikes[c] += history.struck(c) ? 1 : 0;
            }
        }
        int judged = 0;
        for (int c = 0; c < causes; c++) {
            if (strikes[c] < ENOUGH) {
                continue;
            }
            String label = lab.causes().get(c).label();
            assertThat(deviations(failures[c])).as(label + ": failures").isBetween(-DEVIATIONS, DEVIATIONS);
            assertThat(deviations(delays[c])).as(label + ": delays").isBetween(-DEVIATIONS, DEVIATIONS);
            judged += failures[c].variance() > 0 ? 1 : 0;
        }
        assertThat(judged).as("causes that are followed").isGreaterThanOrEqualTo(causesAtLeast);
    }

    private static double deviations(Moments moments) {
        double deviation = Math.sqrt(moments.varianceOfMean());
        return deviation == 0 ? 0 : moments.mean() / deviation;
    }
}
