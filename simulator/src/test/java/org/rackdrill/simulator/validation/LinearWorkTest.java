package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.example.ScaleLab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** A node of a large lab makes no more work than one of a small lab: counted, not timed. */
class LinearWorkTest {

    private static final int SMALL = 10;
    private static final int LARGE = 120;

    /** Node years that are looked at in each lab. */
    private static final int NODE_YEARS = 1200;

    /** Counts what people notice. */
    private static final class Changes implements Chronicle {
        private long count;

        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int cause, double now) {
            count++;
        }

        @Override
        public void machine(int machine, boolean up, double now) {
            count++;
        }

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {}
    }

    private record Work(double events, double changes) {}

    private static CompiledLab lab(int nodes) {
        return Compiler.compile(new LabReader(Catalogue.load())
                .read("scale.yaml", new ScaleLab(nodes).text().getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow());
    }

    private static Work perNodeAndYear(int nodes) {
        CompiledLab lab = lab(nodes);
        Changes changes = new Changes();
        History history = new History(lab, changes);
        long events = 0;
        for (int number = 0; number < NODE_YEARS / nodes; number++) {
            history.run(1, number, lab.parameters().bestGuess(), Hours.PER_YEAR, Stage.NOBODY);
            events += history.events();
        }
        return new Work((double) events / NODE_YEARS, (double) changes.count / NODE_YEARS);
    }

    @Test
    void eventsAndChangesOfANodeDoNotGrowWithTheLab() {
        Work small = perNodeAndYear(SMALL);
        Work large = perNodeAndYear(LARGE);

        assertThat(small.changes()).as("something happens").isPositive();
        assertThat(large.events()).isBetween(0.8 * small.events(), 1.2 * small.events());
        assertThat(large.changes()).isBetween(0.8 * small.changes(), 1.2 * small.changes());
    }

    /** Points, modes, luck and causes: a lab of twelve times the nodes has no more than twelve times of each. */
    @Test
    void aCompiledLabGrowsWithItsNodes() {
        CompiledLab small = lab(SMALL);
        CompiledLab large = lab(LARGE);
        int times = LARGE / SMALL;

        assertThat(large.structure().count())
                .isLessThanOrEqualTo(times * small.structure().count());
        assertThat(large.modes().length).isLessThanOrEqualTo(times * small.modes().length);
        assertThat(large.streams().length).isLessThanOrEqualTo(times * small.streams().length);
        assertThat(large.causes().count())
                .isLessThanOrEqualTo(times * small.causes().count());
        assertThat(large.parameters().count())
                .isLessThanOrEqualTo(small.parameters().count() + times);
    }
}
