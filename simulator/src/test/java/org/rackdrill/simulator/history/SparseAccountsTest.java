package org.rackdrill.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.example.ScaleLab;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Accounts that hold only what happened say the same as tables of every service and every cause. */
class SparseAccountsTest {

    private static final int HISTORIES = 24;

    /** A table with a place for everything, kept in the plainest way. */
    private static final class Dense implements Chronicle {
        private final double[][] hours;
        private final int[] blamed;
        private final double[] since;

        Dense(CompiledLab lab) {
            hours = new double[lab.services().length][lab.causes().count()];
            blamed = new int[hours.length];
            since = new double[hours.length];
        }

        @Override
        public void begins(double horizon) {
            Arrays.stream(hours).forEach(row -> Arrays.fill(row, 0));
            Arrays.fill(blamed, -1);
        }

        @Override
        public void service(int service, boolean up, int cause, double now) {
            charge(service, now);
            blamed[service] = up ? -1 : cause;
            since[service] = now;
        }

        private void charge(int service, double now) {
            if (blamed[service] >= 0) {
                hours[service][blamed[service]] += now - since[service];
            }
        }

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {
            for (int s = 0; s < hours.length; s++) {
                charge(s, history.now());
            }
        }
    }

    private static CompiledLab lab(int nodes) {
        Lab lab = new LabReader(Catalogue.load())
                .read("scale.yaml", new ScaleLab(nodes).text().getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow();
        return Compiler.compile(lab);
    }

    private static void run(CompiledLab lab, long seed, Chronicle chronicle, int from, int until) {
        History history = new History(lab, chronicle);
        for (int number = from; number < until; number++) {
            history.run(seed, number, lab.parameters().bestGuess(), Hours.PER_YEAR, Stage.NOBODY);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyHourIsWhereATableWouldHaveIt(long seed) {
        CompiledLab lab = lab(3 + new Random(seed).nextInt(9));
        Tally tally = Tally.detailed(lab, HISTORIES);
        run(lab, seed, new Ledger(lab, tally), 0, HISTORIES);
        Controls controls = Fitting.control(lab, List.of(tally), Hours.PER_YEAR, List.of());
        Account account = new Account(lab, Hours.PER_YEAR, 1);
        Tally plain = new Tally(lab, HISTORIES, Controls.none(lab));
        run(lab, seed, new Ledger(lab, plain), 0, HISTORIES);
        account.add(plain);

        Dense dense = new Dense(lab);
        double[][] sums = new double[lab.services().length][lab.causes().count()];
        int filled = 0;
        for (int h = 0; h < HISTORIES; h++) {
            run(lab, seed, dense, h, h + 1);
            for (int s = 0; s < sums.length; s++) {
                for (int c = 0; c < sums[s].length; c++) {
                    assertThat(tally.byCause(h, s, c))
                            .as("seed %d, history %d, service %d, cause %d", seed, h, s, c)
                            .isEqualTo(dense.hours[s][c]);
                    sums[s][c] += dense.hours[s][c];
                    filled += dense.hours[s][c] > 0 ? 1 : 0;
                }
            }
        }
        assertThat(filled).as("pairs that lost hours").isGreaterThan(HISTORIES);
        for (int s = 0; s < sums.length; s++) {
            for (int c = 0; c < sums[s].length; c++) {
                assertThat(account.causeHoursPerYear(s, c))
                        .isEqualTo(sums[s][c] / HISTORIES / Hours.PER_YEAR * Hours.PER_YEAR);
            }
        }
        assertThat(controls.perFailure).isNotEmpty();
    }
}
