package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script lays down is tried on a real host by {@link RealFaultsTest}. */
class InstallationScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"root", "rackdrill"})
    void holdsEveryFileAsItIs(String user) throws Exception {
        String script = InstallationScript.text(user);

        assertThat(HelperFile.all(user))
                .allSatisfy(file -> assertThat(script)
                        .contains("<<'RACKDRILL-END-OF-FILE'\n" + file.text() + "RACKDRILL-END-OF-FILE\n")
                        .contains("chmod " + file.mode() + " '" + file.draft() + "'\n")
                        .contains("mv -f '" + file.draft() + "' '" + file.path() + "'\n"));
        assertThat(script.split("\nRACKDRILL-END-OF-FILE\n", -1))
                .as("no file has a line that would end it too early")
                .hasSize(HelperFile.all(user).size() + 1);
        assertThat(readByAShell(script)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x' ; reboot '", "ROOT", "-e"})
    void whatIsNoLoginIsRefused(String user) {
        assertThatThrownBy(() -> InstallationScript.text(user)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int readByAShell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-n")
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (OutputStream to = shell.getOutputStream()) {
            to.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return shell.waitFor();
    }
}
