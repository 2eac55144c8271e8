package org.rackdrill.cli.study;

import java.util.List;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/** Who computes a study. */
public interface Engine {

    /** This program, on the machines that it is given. */
    Engine LOCAL = new Engine() {
        @Override
        public Results run(Question question, Machines machines, Progress progress) {
            return Simulation.run(question, machines, progress);
        }

        @Override
        public Comparison compare(List<Question> questions, Progress progress) {
            return Simulation.compare(questions, progress);
        }
    };

    /** Answers one question. */
    Results run(Question question, Machines machines, Progress progress);

    /** Answers the same question about several labs, with the same luck. */
    Comparison compare(List<Question> questions, Progress progress);
}
