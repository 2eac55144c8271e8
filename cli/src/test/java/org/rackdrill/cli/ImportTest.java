package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rackdrill import pve-ha}: a case of our own in that format, whole and broken. */
class ImportTest {
    private static final String ON = "[[\"power alpha on\"]]";
    private static final String LOG = """
            info      0     hardware: starting simulation
            info     20      cmdlist: execute power alpha on
            info     20    alpha/crm: status change startup => wait_for_quorum
            info     20    alpha/lrm: status change startup => wait_for_agent_lock
            info     20    alpha/crm: got lock 'ha_manager_lock'
            info     20    alpha/crm: status change wait_for_quorum => master
            info     20    alpha/crm: node 'alpha': state changed from 'unknown' => 'online'
            info     20    alpha/crm: adding new service 'vm:7' on node 'alpha'
            info     20    alpha/crm: service 'vm:7': state changed from 'request_start' to 'started'  (node = alpha)
            info     21    alpha/lrm: got lock 'ha_agent_alpha_lock'
            info     21    alpha/lrm: status change wait_for_agent_lock => active
            info     21    alpha/lrm: starting service vm:7
            info     21    alpha/lrm: service status vm:7 started
            info    620     hardware: exit simulation - done
            """;

    @TempDir
    Path directory;

    @Test
    void aCaseThatAgreesIsGood() throws IOException {
        write("one", ON, LOG);
        Desk.Outcome outcome = desk().run("import", "pve-ha", ".");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).containsPattern("all +1/1 +1/1 +1/1");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void theFirstLineThatDiffersIsNamed() throws IOException {
        write("late", ON, LOG.replace("620     hard", "640     hard"));
        write("other", ON, LOG.replace("'request_start' to 'started'", "'request_start' to 'fence'"));
        Desk.Outcome late = desk().run("import", "pve-ha", "late");
        assertThat(late.code()).isZero();
        assertThat(late.out()).contains("late misses L3:", "log.expect:14: info 640", "got 620 HARDWARE ENDS");
        Desk.Outcome both = desk().run("import", "pve-ha", ".");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out()).containsPattern("all +1/2 +1/2 +0/2").contains("other misses L1:");
    }

    @Test
    void aLineThatNobodyUnderstandsIsAMiss() throws IOException {
        write("one", ON, LOG + "info    620     hardware: something else\n");
        assertThat(desk().run("import", "pve-ha", "one").out()).contains("log.expect:15: ", "is not understood");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"power alpha on\"              | cmdlist:1: is no JSON",
                "[[\"power beta on\"]]             | cmdlist:1: there is no node \"beta\"",
                "[[\"explode alpha\"]]             | cmdlist:1: the command \"explode\" is unknown",
                "[[\"power alpha\"]]               | cmdlist:1: \"power alpha\" is too short",
                "[[\"delay 9999999999\"]]          | cmdlist:1: 9999999999 is more than 100000",
                "{}                                | cmdlist:1: an array [ ] is expected here",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[        | cmdlist:1: is no JSON",
                "[[\"service vm:x add alpha\"]]    | \"vm:x\" is no service"
            })
    void aBrokenCaseIsNamedWithFileAndLine(String commands, String complaint) throws IOException {
        write("bad", commands, LOG);
        Desk.Outcome outcome = desk().run("import", "pve-ha", ".");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("bad/")
                .contains(complaint)
                .contains("no case could be run")
                .doesNotContain("Exception");
    }

    @Test
    void brokenOnesAreSkippedAndCounted() throws IOException {
        write("bad", ON, "no log at all\n");
        write("empty", "", LOG);
        write("good", ON, LOG);
        Desk.Outcome outcome = desk().run("import", "pve-ha", ".");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("bad/log.expect:1: is no line of a log", "empty/cmdlist: is empty");
        assertThat(outcome.out()).contains("2 broken cases skipped.").containsPattern("all +1/1");
    }

    @Test
    void aRunThatCannotEndIsBrokenOff() throws IOException {
        write("long", "[" + "[],".repeat(5000) + "[]]", LOG);
        assertThat(desk().run("import", "pve-ha", ".").out()).contains("does not end within 10,000 s");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(desk().run("import", "pve-ha", "nowhere").code()).isEqualTo(65);
        assertThat(desk().run("import", "pve-ha", ".").code()).isEqualTo(65);
        assertThat(desk().run("import", "pacemaker", ".").code()).isEqualTo(64);
    }

    private void write(String name, String commands, String log) throws IOException {
        Path at = Files.createDirectories(directory.resolve(name));
        Files.writeString(at.resolve("hardware_status"), "{\"alpha\": {\"power\": \"off\", \"network\": \"off\"}}");
        Files.writeString(at.resolve("service_config"), "{\"vm:7\": {\"node\": \"alpha\", \"state\": \"started\"}}");
        Files.writeString(at.resolve("manager_status"), "{}");
        Files.writeString(at.resolve("cmdlist"), commands);
        Files.writeString(at.resolve("log.expect"), log);
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
