package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineIdsTest {
    private static final String ONE = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @TempDir
    Path directory;

    @Test
    void whatIsPinnedIsFoundUnderItsNameOnly() throws IOException {
        MachineIds machines = MachineIds.of(directory);
        machines.pin("10.0.0.11", ONE);
        machines.pin("[10.0.0.11]:2222", OTHER);

        assertThat(machines.of("10.0.0.11")).contains(ONE);
        assertThat(machines.of("[10.0.0.11]:2222")).contains(OTHER);
        assertThat(machines.of("10.0.0.1")).isEmpty();
        assertThat(machines.file()).isEqualTo(directory.resolve(".config/rackdrill/machines"));
    }

    @Test
    void anotherIdTakesThePlaceOfTheOldOneAndTheRestStays() throws IOException {
        Path file = Files.writeString(directory.resolve("machines"), "# ours\nx " + ONE + "\ny " + ONE + "\nx " + ONE);
        MachineIds machines = new MachineIds(file);
        machines.pin("x", OTHER);

        assertThat(Files.readString(file)).isEqualTo("# ours\nx " + OTHER + "\ny " + ONE + "\n");
    }

    @Test
    void whatIsNoIdIsNeitherPinnedNorRead() throws IOException {
        MachineIds machines = new MachineIds(
                Files.writeString(directory.resolve("machines"), "x 0123\ny " + ONE + " " + OTHER + "\n"));

        assertThat(machines.of("x")).isEmpty();
        assertThat(machines.of("y")).isEmpty();
        assertThatThrownBy(() -> machines.pin("x", "uninitialized")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> machines.pin("x y", ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> machines.pin("", ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHelperTellsItOnALineOfItsOwn() {
        assertThat(MachineIds.in("boot-id=1\nmachine-id=" + ONE + "\nhelper=1\n"))
                .contains(ONE);
        assertThat(MachineIds.in("x-machine-id=" + ONE + "\n")).isEmpty();
        assertThat(MachineIds.in("machine-id=" + ONE + "0\n")).isEmpty();
    }
}
