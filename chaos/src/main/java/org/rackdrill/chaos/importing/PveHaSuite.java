package org.rackdrill.chaos.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rackdrill.simulator.ha.LockStep;
import org.rackdrill.simulator.ha.MachineRoom;

/**
 * All cases below a directory, run and judged.
 *
 * @param verdicts one for each case that could be run
 * @param broken a sentence for each that could not
 */
public record PveHaSuite(List<PveHaVerdict> verdicts, List<String> broken) {
    private static final int DEEPEST = 8;

    /**
     * Runs all cases below a directory, in order of their names.
     *
     * @throws IOException when the directory cannot be read
     */
    public static PveHaSuite run(Path directory) throws IOException {
        List<Path> cases;
        try (Stream<Path> all = Files.walk(directory, DEEPEST)) {
            cases = all.filter(Files::isDirectory)
                    .filter(CaseFiles::isCase)
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        List<PveHaVerdict> verdicts = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Path path : cases) {
            try {
                verdicts.add(judge(CaseReader.read(new CaseFiles(path))));
            } catch (BadCase wrong) {
                broken.add(directory
                        .relativize(path)
                        .resolve(String.valueOf(wrong.getMessage()))
                        .toString());
            }
        }
        return new PveHaSuite(List.copyOf(verdicts), List.copyOf(broken));
    }

    private static PveHaVerdict judge(PveHaCase subject) {
        MachineRoom room = new MachineRoom(subject.setup(), subject.physics());
        subject.on().forEach(room::alreadyOn);
        try {
            if (!LockStep.run(room, subject.slots())) {
                return failed(subject, "the run does not end within 10,000 s");
            }
        } catch (IllegalStateException impossible) {
            return failed(subject, String.valueOf(impossible.getMessage()));
        }
        return new Judge(subject, room.log(), room.state()).verdict();
    }

    private static PveHaVerdict failed(PveHaCase subject, String why) {
        return new PveHaVerdict(subject.name(), subject.category().title(), 0, why);
    }
}
