package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** In the steady state an event costs no memory: nothing is made that must be cleared away. */
class AllocationTest {

    private static final int WARM_UP = 200;
    private static final int MEASURED = 200;

    /** Hears nothing. */
    private static final Chronicle DEAF = new Chronicle() {
        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int cause, double now) {}

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {}
    };

    @Test
    void anEventAllocatesNothing(TestReporter reporter) {
        CompiledLab lab = Compiler.compile(Study.of("v1").read());
        double[][] factors = lab.parameters().draw(20, 1);
        double horizon = Hours.of(Study.of("v1").read().study().horizon());
        History history = new History(lab, DEAF);
        for (int i = 0; i < WARM_UP; i++) {
            history.run(1, i, factors[i % factors.length], horizon, Stage.NOBODY);
        }

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long events = 0;
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < MEASURED; i++) {
            history.run(1, i, factors[i % factors.length], horizon, Stage.NOBODY);
            events += history.events();
        }
        double bytes = threads.getThreadAllocatedBytes(self) - before;

        reporter.publishEntry("bytes an event", "%.4f, with %d events".formatted(bytes / events, events));
        assertThat(events).isGreaterThan(100_000);
        assertThat(bytes / MEASURED).as("bytes a history").isLessThan(500);
    }
}
