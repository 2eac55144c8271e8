package org.rackdrill.live.sandbox.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strip, with hands that write down what they were told. */
class StripTest {
    @TempDir
    Path folder;

    @BeforeEach
    void giveItHands() throws IOException {
        Files.createDirectory(folder.resolve("hands"));
        Path hands = folder.resolve("rack");
        Files.writeString(
                hands, "#!/bin/sh\necho \"$@\" >>" + folder + "/told\n[ \"$2\" = reboot ] && exit 1\necho on\n");
        Files.setPosixFilePermissions(hands, PosixFilePermissions.fromString("rwx------"));
    }

    private Strip strip() {
        return new Strip(new Rack(folder), "5ec3e7");
    }

    @Test
    void doesWhatAFenceAgentAsks() throws IOException {
        assertThat(strip().answer("5ec3e7 monitor")).isEqualTo("ok");
        assertThat(strip().answer("5ec3e7 list")).isEqualTo("ok node1 node2 node3");
        assertThat(strip().answer("5ec3e7 off node2")).isEqualTo("ok");
        assertThat(strip().answer("5ec3e7 status node2"))
                .as("a node that hangs is on")
                .isEqualTo("ok on");
        assertThat(Files.readString(folder.resolve("told"))).isEqualTo("outlet off node2\noutlet state node2\n");
    }

    @Test
    void saysWhenItWasNotDone() {
        assertThat(strip().answer("5ec3e7 reboot node1")).startsWith("error");
    }

    @Test
    void doesNothingForStrangersOrForNodesOfOthers() {
        assertThat(strip().answer("wrong off node2")).isEqualTo("error not allowed");
        assertThat(strip().answer("")).isEqualTo("error not allowed");
        assertThat(strip().answer("5ec3e7 off node4")).isEqualTo("error no such outlet");
        assertThat(strip().answer("5ec3e7 off ../../x")).isEqualTo("error no such outlet");
        assertThat(strip().answer("5ec3e7 explode node1")).isEqualTo("error no such verb");
        assertThat(folder.resolve("told")).doesNotExist();
    }

    @Test
    void cannotSwitchOnWhatGetsNoPower() throws IOException {
        Files.writeString(folder.resolve("hands/unfed"), "unfed\n");

        assertThat(strip().answer("5ec3e7 on node1")).isEqualTo("error the strip has no power");
        assertThat(folder.resolve("told")).doesNotExist();
    }
}
