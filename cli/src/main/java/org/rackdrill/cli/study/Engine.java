package org.rackdrill.cli.study;

import java.util.List;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/** Where a study is computed. */
public interface Engine {

    /** Inside this process, on its threads. */
    Engine LOCAL = new Engine() {
        @Override
        public Results run(Question question, Progress progress) {
            return Simulation.run(question, progress);
        }

        @Override
        public Comparison compare(List<Question> questions, Progress progress) {
            return Simulation.compare(questions, progress);
        }
    };

    /** Answers one question. */
    Results run(Question question, Progress progress);

    /** Answers the same question about several labs, with the same luck. */
    Comparison compare(List<Question> questions, Progress progress);
}
