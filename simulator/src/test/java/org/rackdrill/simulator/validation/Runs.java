package org.rackdrill.simulator.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.rackdrill.simulator.study.Extra;
import org.rackdrill.simulator.study.Results;

/** Runs each study once for each seed, whatever the number of cases that look at it. */
final class Runs {

    static final List<Long> QUICK_SEEDS = List.of(1L, 2L);

    static final List<Long> FULL_SEEDS =
            LongStream.rangeClosed(101, 120).boxed().toList();

    private final boolean inFull;

    Runs(boolean inFull) {
        this.inFull = inFull;
    }

    /** Returns the findings, case by case and then seed by seed. */
    List<Finding> compare(List<Long> seeds) {
        List<Case> cases = Cases.all();
        List<Finding> found = new ArrayList<>();
        for (Study study : cases.stream()
                .filter(it -> !it.quantity().counted())
                .map(Case::study)
                .distinct()
                .toList()) {
            List<Case> looking =
                    cases.stream().filter(it -> it.study().equals(study)).toList();
            boolean gains = looking.stream().anyMatch(it -> it.quantity() == Quantity.HOURS_GAINED);
            Set<Extra> extras = gains ? Set.of(Extra.GAINS) : Set.of();
            List<Results> results =
                    seeds.stream().map(seed -> study.run(seed, inFull, extras)).toList();
            looking.forEach(it -> results.forEach(result -> found.add(it.in(result))));
        }
        for (Case of : cases) {
            if (of.quantity().counted()) {
                seeds.forEach(seed -> found.add(of.counted(seed, inFull)));
            }
        }
        return found;
    }
}
