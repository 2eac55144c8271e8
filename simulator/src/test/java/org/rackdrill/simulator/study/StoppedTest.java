package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.BadEdit;
import org.rackdrill.model.reading.Editing;
import org.rackdrill.model.reading.LabReader;

/** A study that is interrupted at any moment answers with what it has, after no more than the histories that run. */
class StoppedTest {

    private static final LabReader READER = new LabReader(Catalogue.load());
    private static final int THREADS = 2;

    /** Somebody who has enough after a few looks. */
    private static final class Impatient implements Progress {
        private final int patience;
        private final AtomicInteger looks = new AtomicInteger();

        Impatient(int patience) {
            this.patience = patience;
        }

        @Override
        public void at(double share) {}

        @Override
        public boolean cancelled() {
            return looks.incrementAndGet() > patience;
        }
    }

    private static Question question() throws IOException {
        byte[] text = Files.readAllBytes(Path.of("../scenarios/labs/v1.yaml"));
        Lab lab = READER.read("v1.yaml", text).lab().orElseThrow();
        Editing editing = Editing.of(READER, "v1.yaml", text).orElseThrow();
        return new Question(
                        lab,
                        "v1",
                        "",
                        0.5,
                        20,
                        Optional.empty(),
                        1,
                        THREADS,
                        "test",
                        EnumSet.complementOf(EnumSet.of(Extra.RARE)))
                .rewritable(edits -> {
                    try {
                        return Optional.of(editing.with(edits));
                    } catch (BadEdit bad) {
                        return Optional.empty();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 300, 430, 700, 1100})
    void anInterruptedStudyAnswersWithWhatItHas(int looks) throws IOException {
        Impatient impatient = new Impatient(looks);

        Results results = Simulation.run(question(), impatient);

        assertThat(results.partial()).isTrue();
        assertThat(results.services()).isNotEmpty();
        assertThat(results.histories()).isLessThanOrEqualTo(looks);
        assertThat(results.improvements())
                .allMatch(it -> Double.isFinite(it.gain().low()));
        assertThat(results.drilling()).allMatch(it -> Double.isFinite(it.worth().low()));
        assertThat(results.services())
                .flatExtracting(Results.Service::causes)
                .map(cause -> Optional.ofNullable(cause.gainIfRemoved()))
                .allMatch(gain -> gain.map(it -> Double.isFinite(it.low())).orElse(true));
    }
}
