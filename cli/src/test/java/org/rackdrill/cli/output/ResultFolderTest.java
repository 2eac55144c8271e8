package org.rackdrill.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;

class ResultFolderTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0, 5);

    @TempDir
    Path directory;

    @Test
    void everyRunHasAFolderOfItsOwn() {
        assertThat(fresh("v1").shown()).isEqualTo("rackdrill-out/v1-20260301-120005");
        assertThat(fresh("v1").shown()).isEqualTo("rackdrill-out/v1-20260301-120005-2");
    }

    @Test
    void aLabsNameCannotLeaveTheFolder() {
        assertThat(fresh("../../etc/my lab\n").path()).startsWith(directory.resolve("rackdrill-out"));
        assertThat(fresh("a/b").shown()).isEqualTo("rackdrill-out/a-b-20260301-120005");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(fresh("v1-".repeat(200)).shown()).hasSizeLessThan(100);
    }

    @Test
    void filesAreReplacedAsAWhole() throws IOException {
        ResultFolder folder = ResultFolder.named("reports", directory);
        folder.write("report.html", "old");
        folder.write("report.html", "new ✓");
        assertThat(directory.resolve("reports/report.html")).hasContent("new ✓");
        try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileInTheWayIsSaidInOneSentence() throws IOException {
        Files.writeString(directory.resolve("taken"), "");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ResultFolder.named("taken", directory))
                .withMessage(
                        "cannot make the directory 'taken': a file of that name is in the way; --out names another.")
                .matches(refusal -> refusal.exitCode() == ExitCode.UNAVAILABLE);
    }

    @Test
    void nothingIsLeftOfAFileThatCouldNotBeWritten() throws IOException {
        ResultFolder folder = ResultFolder.named("reports", directory);
        Files.createDirectories(directory.resolve("reports/report.html/full"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> folder.write("report.html", "new"))
                .withMessageStartingWith("cannot write 'reports/report.html': ");
        try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
            assertThat(files).hasSize(1);
        }
    }

    private ResultFolder fresh(String lab) {
        return ResultFolder.fresh(lab, NOON, directory);
    }
}
