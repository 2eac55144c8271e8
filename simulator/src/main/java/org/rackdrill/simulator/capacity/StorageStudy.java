package org.rackdrill.simulator.capacity;

import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.study.Progress;

/** The study behind the storage part of {@code capacity}: a usual week of a lab's disks. */
public final class StorageStudy {

    private StorageStudy() {}

    /**
     * Answers for one lab; the same seed gives the same answer.
     *
     * @param threads at least 1; the answer does not depend on it
     */
    public static StorageAnswer run(Lab lab, long seed, int threads, Progress progress) {
        progress.at(1);
        return new StorageAnswer(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("Requests to the disks of " + lab.name() + " are not simulated yet."),
                new StorageAnswer.Simulated(0, 0, 0));
    }
}
