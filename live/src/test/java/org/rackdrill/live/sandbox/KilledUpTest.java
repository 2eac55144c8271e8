package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is left of a sandbox is taken away. */
@Tag("root")
class KilledUpTest {
    private static final String NAME = "killed";
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Path state = Sandbox.HOME.resolve(NAME);

    @BeforeEach
    void possible() {
        OnThisMachine.sandboxesArePossible();
        new Tree(Tree.CACHE, Mirror.USUAL).build(OnThisMachine.QUIET);
    }

    @AfterEach
    void takeAway() {
        Razing.raze(NAME, OnThisMachine.QUIET);
    }

    /** Each of these appears at another moment of its life. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fingerprint",
                "rack/ledger",
                "rack/hands",
                "nodes/node1/upper",
                "keys/node4",
                "nodes/node3/root/etc/sudoers.d/rackdrill",
                "nodes/node2/keeper",
                "rack/attends",
                "up"
            })
    void downAfterUpWasKilledLeavesNothing(String moment) throws IOException, InterruptedException {
        Fingerprint before = Fingerprint.now();
        Process up = raise();
        assertThat(Pause.until(LONG, () -> Files.exists(state.resolve(moment)) || !up.isAlive()))
                .isTrue();
        up.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        Razing.Difference difference = Razing.raze(NAME, OnThisMachine.QUIET);

        assertThat(difference.ours()).as("after a kill at " + moment).isEmpty();
        assertThat(Fingerprint.now().since(before))
                .noneMatch(line -> line.contains("rd-" + NAME) || line.contains("rackdrill-" + NAME))
                .noneMatch(line ->
                        line.startsWith("nspawn lock") && !Files.exists(Path.of(line.replaceFirst("[a-z ]*", ""))));
        assertThat(state).doesNotExist();
    }

    @Test
    void upAfterUpWasKilledStartsFromTheBeginning() throws IOException, InterruptedException {
        Process up = raise();
        assertThat(Pause.until(LONG, () -> Files.exists(state.resolve("nodes/node2/keeper")) || !up.isAlive()))
                .isTrue();
        up.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        Sandbox sandbox = Raising.raise(NAME, "", OnThisMachine.QUIET);

        assertThat(Sandbox.running(NAME)).contains(sandbox);
    }

    @Test
    void downWithoutTheAttendantLeavesNothing() throws IOException {
        Sandbox sandbox = Raising.raise(NAME, "", OnThisMachine.QUIET);
        long attendant = Long.parseLong(
                Files.readString(sandbox.state().resolve("rack/attends")).strip());
        ProcessHandle.of(attendant).orElseThrow().destroyForcibly();

        assertThat(Razing.raze(NAME, OnThisMachine.QUIET).ours()).isEmpty();
        assertThat(Razing.anything(NAME)).isFalse();
    }

    @Test
    void afterARestartOfThisMachineOnlyFilesAreLeftAndTheyGoToo() throws IOException {
        Files.createDirectories(state.resolve("rack"));
        Files.writeString(state.resolve("up"), "");

        assertThat(Sandbox.running(NAME)).isEmpty();
        assertThat(Razing.raze(NAME, OnThisMachine.QUIET).ours()).isEmpty();
        assertThat(state).doesNotExist();
    }

    private static Process raise() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RaisedByItself.class.getName(),
                        NAME)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
