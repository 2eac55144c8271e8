package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.study.Progress;

/** Labs to hunt in. */
final class Labs {

    private static final LabReader READER = new LabReader(Catalogue.load());

    private Labs() {}

    static SimulatedLab shipped(String name) {
        try {
            return read(Files.readString(Path.of("../scenarios/labs", name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SimulatedLab read(String yaml) {
        Reading reading = READER.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::text))
                .isEmpty();
        return new SimulatedLab(reading.lab().orElseThrow(), reading.hash());
    }

    static Quarry hunt(SimulatedLab lab, String goal, int most) {
        return new Hunt(lab, GoalText.read(goal, lab.lab()), Hunt.SEED, most).run(1, Progress.SILENT);
    }

    /** What breaks a goal, as texts like {@code disk-failure a/tank/1 at 1 min, disk-failure a/tank/2 at 2 h}. */
    static List<String> plots(Quarry quarry) {
        List<String> texts = new ArrayList<>();
        quarry.findings().forEach(finding -> finding.plots().forEach(plot -> texts.add(plot.text())));
        return texts;
    }
}
