package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rackdrill.cli.study.Engine;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;

/** Answers at once, and remembers what it was asked. */
final class FakeEngine implements Engine {
    private final List<Question> asked = new ArrayList<>();
    private Service[] services = {};
    private int histories = 1000;
    private Runnable meanwhile = () -> {};
    private Optional<Results> answered = Optional.empty();

    /** From now on answers with these services. */
    FakeEngine answering(Service... these) {
        services = these.clone();
        return this;
    }

    /** From now on does this in the middle of a run. */
    FakeEngine whileRunning(Runnable something) {
        meanwhile = something;
        return this;
    }

    /** From now on ends before the first history. */
    FakeEngine knowingNothing() {
        histories = 0;
        return this;
    }

    List<Question> asked() {
        return asked;
    }

    Results answered() {
        return answered.orElseThrow(NoSuchElementException::new);
    }

    @Override
    public Results run(Question question, Machines machines, Progress progress) {
        asked.add(question);
        progress.at(0.5);
        meanwhile.run();
        Results results = SampleResults.of(question, histories, progress.cancelled(), services);
        answered = Optional.of(results);
        return results;
    }

    @Override
    public Comparison compare(List<Question> questions, Progress progress) {
        List<Results> labs = questions.stream()
                .map(question -> run(question, Machines.THIS, progress))
                .toList();
        String baseline = labs.get(0).lab();
        List<Comparison.Difference> differences = new ArrayList<>();
        for (Results lab : labs.subList(1, labs.size())) {
            for (Service service : services) {
                differences.add(new Comparison.Difference(
                        service.name(), baseline, lab.lab(), new Results.Gain(-3.2, -4.1, -2.2)));
            }
        }
        return new Comparison(Results.FORMAT, questions.get(0).version(), labs, differences);
    }
}
