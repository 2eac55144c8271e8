package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** In the steady state an event costs no memory: nothing is made that must be cleared away. */
class AllocationTest {

    /** As many to warm up as to measure. */
    private static final int HISTORIES = 200;

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
    void anEventOfARackAllocatesNothing(TestReporter reporter) {
        assertThat(bytesAHistory(Study.of("v1"), 1000, reporter)).isLessThan(500);
    }

    @Test
    void anEventOfManyPartsThatShareAClockAllocatesNothing(TestReporter reporter) {
        assertThat(bytesAHistory(MachineRepair.lab(), 10 * Exact.YEAR, 3000, reporter))
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(5000 h)",
                "\"weibull(shape 1.5, scale 5000 h)\"",
                "\"lognormal(median 5000 h, sigma 0.8)\"",
                "\"gamma(shape 2.5, scale 2000 h)\"",
                "\"gamma(shape 0.5, scale 10000 h)\"",
                "\"uniform(1000 h, 9000 h)\"",
                "\"empirical(2000 h, 4000 h, 9000 h)\"",
                "\"bathtub(early weibull(shape 0.5, scale 60 y), chance 20 y, wear weibull(shape 5, scale 1 y))\""
            })
    void noKindOfLifeAllocates(String life, TestReporter reporter) {
        Study study = Study.of("o11-starting-up").with("exp(5000 h)", life).over(500 * Exact.YEAR);

        assertThat(bytesAHistory(study, 500, reporter)).isLessThan(500);
    }

    private static double bytesAHistory(Study study, long fewestEvents, TestReporter reporter) {
        return bytesAHistory(study.read(), study.horizon(), fewestEvents, reporter);
    }

    private static double bytesAHistory(Lab of, double horizon, long fewestEvents, TestReporter reporter) {
        CompiledLab lab = Compiler.compile(of);
        double[][] factors = lab.parameters().draw(20, 1);
        History history = new History(lab, DEAF);
        run(history, factors, horizon);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        long events = run(history, factors, horizon);
        double bytes = threads.getThreadAllocatedBytes(self) - before;

        reporter.publishEntry("bytes an event", "%.4f, with %d events".formatted(bytes / events, events));
        assertThat(events / HISTORIES).isGreaterThan(fewestEvents);
        return bytes / HISTORIES;
    }

    private static long run(History history, double[][] factors, double horizon) {
        long events = 0;
        for (int i = 0; i < HISTORIES; i++) {
            history.run(1, i, factors[i % factors.length], horizon, Stage.NOBODY);
            events += history.events();
        }
        return events;
    }
}
