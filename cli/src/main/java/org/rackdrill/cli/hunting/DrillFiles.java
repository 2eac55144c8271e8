package org.rackdrill.cli.hunting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rackdrill.chaos.hunt.Finding;
import org.rackdrill.chaos.hunt.HuntedDrill;
import org.rackdrill.chaos.hunt.Quarry;
import org.rackdrill.model.lab.Lab;

/** The drills that are written of a hunt: the first so many, those with the fewest faults before the others. */
final class DrillFiles {

    /** A file of the folder. */
    record File(String name, String text) {}

    private final List<Finding> findings;
    private final List<File> files = new ArrayList<>();

    private DrillFiles(List<Finding> findings) {
        this.findings = findings;
    }

    /** Writes no drills. */
    static DrillFiles none() {
        return new DrillFiles(List.of());
    }

    /**
     * Writes drills.
     *
     * @param labName as they shall name the lab
     */
    static DrillFiles of(Lab lab, String labName, Quarry quarry, int most) {
        DrillFiles drills =
                new DrillFiles(quarry.findings().stream().limit(most).toList());
        for (Finding finding : drills.findings) {
            HuntedDrill drill = new HuntedDrill(lab, labName, quarry.goal(), finding);
            String name = String.format(Locale.ROOT, "%03d-%s.drill.yaml", drills.files.size() + 1, drill.fileName());
            drills.files.add(new File(name, drill.text()));
        }
        return drills;
    }

    List<File> files() {
        return files;
    }

    Optional<String> nameOf(Finding finding) {
        int number = findings.indexOf(finding);
        return number < 0 ? Optional.empty() : Optional.of(files.get(number).name());
    }
}
