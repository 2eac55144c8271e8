package org.rackdrill.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Scenario;
import org.rackdrill.simulator.process.Stage;

/** What a row of histories came to survives the way from one machine to another, bit by bit. */
class TallyBytesTest {

    private static final double HORIZON = 2 * Hours.PER_YEAR;
    private static final int HISTORIES = 40;

    private final CompiledLab lab = Compiler.compile(Scenario.of("""
            nodes:
              one: {fails: about every 600 h, <steady node>}
              two: {fails: about every 700 h, <steady node>}
            services:
              dns: {on: [one, two], redundant: 1 of 2, audience: [wired], <steady guest>}
              lone: {on: one, audience: [wired], <steady guest>}
            """).lab());

    private final Tally detailed = run(Tally.detailed(lab, HISTORIES));
    private final Controls controls = Fitting.control(lab, List.of(detailed), HORIZON, List.of());
    private final Tally tally = run(new Tally(lab, HISTORIES, controls));

    private Tally run(Tally into) {
        History history = new History(lab, new Ledger(lab, into));
        for (int number = 0; number < HISTORIES; number++) {
            history.run(7, number, lab.parameters().bestGuess(), HORIZON, Stage.NOBODY);
        }
        return into;
    }

    @Test
    void everythingOfATallyComesBack() throws IOException {
        Tally back = TallyBytes.read(lab, HISTORIES, TallyBytes.of(tally));

        assertThat(tally.totals.outages[0])
                .as("something happens in these histories")
                .isPositive();
        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("lab", "controls")
                // Where a histogram put its last number is no part of what it knows, nor how much room there is for
                // more.
                .ignoringFieldsMatchingRegexes(
                        ".*\\.last",
                        ".*\\.lastBin",
                        ".*\\.low",
                        ".*\\.bins",
                        "blame\\.(pairs|hours|squares|parts).*",
                        "episode(Keys|Hours|Lengths)")
                .isEqualTo(tally);
        assertThat(bytes(back)).isEqualTo(bytes(tally));
        assertThat(episodes(back)).isEqualTo(episodes(tally)).isNotEmpty();
    }

    /** What is in the histograms and in the sums by cause, in their order. */
    private static byte[] bytes(Tally tally) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.totals.write(new DataOutputStream(bytes));
        tally.blame().write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<String> episodes(Tally tally) {
        List<String> all = new ArrayList<>();
        tally.episodes((key, hours, length) -> all.add(key + " " + hours + " " + length));
        return all;
    }

    @Test
    void controlsComeBackAsTheyWere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        controls.write(new DataOutputStream(bytes));
        Controls back = Controls.read(lab, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(back.perFailure).containsExactly(controls.perFailure).isNotEqualTo(Controls.none(lab).perFailure);
        assertThat(back.perDelay).containsExactly(controls.perDelay);
    }

    @Test
    void theFingerprintTellsTalliesApart() {
        assertThat(TallyBytes.fingerprint(tally))
                .isEqualTo(TallyBytes.fingerprint(TallyBytes.read(lab, HISTORIES, TallyBytes.of(tally))))
                .isNotEqualTo(TallyBytes.fingerprint(run(new Tally(lab, HISTORIES, Controls.none(lab)))));
    }

    @Test
    void detailsAreNotSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TallyBytes.of(detailed))
                .withMessageContaining("details");
    }

    @Test
    void damagedBytesAreRefusedOrMeanTheSame() {
        byte[] good = TallyBytes.of(tally);
        Random random = new Random(20261127);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            int place = random.nextInt(bad.length);
            bad[place] ^= (byte) (1 << random.nextInt(8));
            byte[] damaged = i % 2 == 0 ? bad : Arrays.copyOf(good, place);
            try {
                // A few bits mean nothing, such as those that fill up the last byte.
                assertThat(TallyBytes.fingerprint(TallyBytes.read(lab, HISTORIES, damaged)))
                        .as("seed 20261127, case %d", i)
                        .isEqualTo(TallyBytes.fingerprint(tally));
            } catch (IllegalArgumentException asExpected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(290);
        assertThatIllegalArgumentException().isThrownBy(() -> TallyBytes.read(lab, HISTORIES + 1, good));
    }
}
