package org.rackdrill.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;

class LabArgumentTest {
    @TempDir
    Path directory;

    @Test
    void aShippedLabNeedsOnlyItsName() {
        LabFile lab = LabArgument.find("my-rack", directory);
        assertThat(lab.name()).isEqualTo("my-rack");
        assertThat(lab.fileName()).isEqualTo("labs/my-rack.yaml");
        assertThat(new String(lab.bytes(), UTF_8)).contains("rackdrill: 1");
    }

    @Test
    void aFileIsNamedAsItWasTyped() throws IOException {
        Files.createDirectories(directory.resolve("racks"));
        Files.writeString(directory.resolve("racks/at home.yml"), "rackdrill: 1");
        LabFile lab = LabArgument.find("racks/at home.yml", directory);
        assertThat(lab.name()).isEqualTo("at home");
        assertThat(lab.fileName()).isEqualTo("racks/at home.yml");
        assertThat(lab.bytes()).asString().isEqualTo("rackdrill: 1");
    }

    @Test
    void aFileGoesBeforeAShippedLab() throws IOException {
        Files.writeString(directory.resolve("v1"), "mine");
        assertThat(LabArgument.find("v1", directory).bytes()).asString().isEqualTo("mine");
    }

    @Test
    void aDirectoryDoesNotHideAShippedLab() throws IOException {
        Files.createDirectory(directory.resolve("v1"));
        assertThat(LabArgument.find("v1", directory).fileName()).isEqualTo("labs/v1.yaml");
    }

    @Test
    void aDirectoryIsNoLab() throws IOException {
        Files.createDirectory(directory.resolve("racks"));
        refused("racks").withMessage("'racks' is a directory; give a file in it.");
    }

    @Test
    void aLabOfAnySizeHasAName() {
        LabFile lab = LabArgument.find("scale-12", directory);
        assertThat(lab.name()).isEqualTo("scale-12");
        assertThat(lab.bytes()).asString().contains("name: 12 nodes in 2 racks", "node12:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scale-", "scale-2", "scale-0", "scale-007", "scale-1001", "scale-1e9", "scale-99999999999"})
    void aSizeThatCannotBeIsRefused(String name) {
        refused(name)
                .withMessage("there is no lab '" + name
                        + "': give scale-N with the number of nodes, from 3 to 1000, such as scale-100.");
    }

    @Test
    void anUnknownNameIsGuessed() {
        refused("my-rak").withMessageContaining("no file and no shipped lab 'my-rak'. Did you mean my-rack?");
    }

    @Test
    void aNameLikeNothingListsWhatThereIs() {
        refused("banana").withMessageContaining("shipped labs: ").withMessageContaining("v1");
    }

    @Test
    void aMissingFileIsCalledMissing() {
        refused("no/such.yaml").withMessage("there is no file 'no/such.yaml'.");
        refused("../labs/v1").withMessage("there is no file '../labs/v1'.");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        refused("nul\0byte").withMessageContaining("cannot be the name of a file here");
    }

    @Test
    void anEmptyNameIsRefused() {
        refused("").withMessageContaining("LAB is empty");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Path secret = Files.createFile(
                directory.resolve("secret.yaml"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assumeThat(Files.isReadable(secret)).as("root may read everything").isFalse();
        refused("secret.yaml").withMessage("cannot read 'secret.yaml': permission denied.");
    }

    @Test
    void anEndlessFileIsReadInBoundedMemory() {
        assumeThat(Path.of("/dev/zero")).exists();
        assertThat(LabArgument.find("/dev/zero", directory).bytes().length).isLessThan(32 << 20);
    }

    private ThrowableAssertAlternative<Refusal> refused(String argument) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LabArgument.find(argument, directory))
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
    }
}
