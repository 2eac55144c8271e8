package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Request;

class HelperScriptTest {

    /** What Debian's perl-base brings along, as far as we use it. */
    private static final Set<String> BASE = Set.of(
            "Cwd", "Errno", "Fcntl", "IO::Handle", "IO::Select", "POSIX", "Socket", "strict", "warnings", "constant");

    @Test
    void isTheSameBytesEveryTimeAndSaysItsVersion() {
        assertThat(HelperScript.text()).isEqualTo(HelperScript.text()).contains("'" + HelperScript.version() + "'");
        assertThat(HelperScript.version()).matches("[0-9a-f]{16}");
    }

    @Test
    void needsNothingButPerlBase() {
        Matcher uses = Pattern.compile("^use ([A-Za-z:]+)", Pattern.MULTILINE).matcher(HelperScript.text());
        Set<String> used = new TreeSet<>();
        while (uses.find()) {
            used.add(uses.group(1));
        }
        assertThat(BASE).containsAll(used);
        assertThat(HelperScript.text()).doesNotContain("require ");
    }

    @Test
    void startsNoShell() {
        // Without comments and without what is only said: a backtick there starts nothing.
        String code =
                HelperScript.text().replaceAll("(?m)^\\s*#.*$", "").replaceAll("\"(?:\\\\.|[^\"\\\\\n])*\"", "\"\"");
        Matcher shells = Pattern.compile(
                        "[^\n]*(?:(?<![$/'-])\\bsystem\\b|`|\\bqx\\b|\\bpopen\\b|'sh'|'bash'|-\\|'|\\|-')[^\n]*")
                .matcher(code);
        assertThat(shells.results().map(MatchResult::group)).isEmpty();
        // The only ways to another program: by a list, and named apart from its arguments.
        Matcher execs = Pattern.compile("\\bexec\\b[^;\\n]*").matcher(HelperScript.text());
        while (execs.find()) {
            assertThat(execs.group()).startsWith("exec {");
        }
    }

    @Test
    void compilesWithoutAWarning(@TempDir Path folder) throws IOException, InterruptedException {
        Bench bench = new Bench(folder);
        Process check = new ProcessBuilder("perl", "-wc", bench.script().toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .endsWith("syntax OK")
                .hasLineCount(1);
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void saysWhoItIs(@TempDir Path folder) throws IOException {
        try (Bench bench = new Bench(folder)) {
            assertThat(bench.ask(Request.of("identity")).body())
                    .contains("helper=" + HelperScript.version() + "\n")
                    .contains("machine-id=" + Files.readString(Path.of("/etc/machine-id")))
                    .containsPattern("boot-id=[0-9a-f-]{36}\n");
        }
    }
}
