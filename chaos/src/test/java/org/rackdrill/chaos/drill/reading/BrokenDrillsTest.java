package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.model.reading.Problem;

/**
 * Each file under {@code broken-drills/} has something wrong with it, and says at its top which problems it expects, all
 * of them and nothing else: {@code # expect: 3:5 unknown key}, or {@code # expect: warning 3:5 ...}.
 */
class BrokenDrillsTest {

    private static final Path BROKEN = Path.of("src/test/resources/broken-drills");
    private static final String EXPECT = "# expect: ";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrongAndHowToWriteIt(String file) throws IOException {
        String yaml = Files.readString(BROKEN.resolve(file));
        List<String> expected = yaml.lines()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()))
                .toList();

        DrillReading reading = Drills.read(yaml);

        assertThat(reading.problems().stream().map(BrokenDrillsTest::brief).toList())
                .as(file + "\n" + Drills.problems(reading))
                .isEqualTo(expected);
        assertThat(reading.problems())
                .allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
        boolean errors = reading.problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(reading.drill().isPresent()).isEqualTo(!errors);
    }

    private static String brief(Problem problem) {
        return (problem.severity() == Problem.Severity.WARNING ? "warning " : "") + problem.line() + ":"
                + problem.column() + " " + problem.what();
    }
}
