package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Case O13 hour by hour: lives and repairs without luck, so that every outage is known beforehand. */
class TraceTest {

    @Test
    void aPartThatRestsWhileTheMachineIsBrokenFailsLater() {
        assertThat(outages("o13-trace"))
                .containsExactly("[100, 110) a", "[130, 140) b", "[220, 230) a", "[270, 280) b");
    }

    @Test
    void aPartThatAgesAllTheTimeFailsByTheClock() {
        assertThat(outages("o13-trace-ageing"))
                .containsExactly("[100, 110) a", "[120, 130) b", "[210, 220) a", "[250, 260) b");
    }

    private static List<String> outages(String name) {
        CompiledLab lab = Compiler.compile(Study.of(name).read());
        Diary diary = new Diary(lab);
        new History(lab, diary).run(1, 0, lab.parameters().bestGuess(), 300, Stage.NOBODY);
        return diary.outages();
    }
}
