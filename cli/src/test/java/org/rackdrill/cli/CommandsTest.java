package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.terminal.Terminal;
import picocli.CommandLine;

/** What is true of every command. */
class CommandsTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> helpFitsTheTerminal() {
        return verbs().map(verb -> DynamicTest.dynamicTest(verb, () -> {
            Desk.Outcome help = desk().run(verb, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out().lines().filter(line -> line.length() > Terminal.WIDTH))
                    .isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> helpEndsWithTwoExamplesThatCanBeTyped() {
        return verbs().map(verb -> DynamicTest.dynamicTest(verb, () -> {
            CommandLine command = command(verb);
            List<String> examples = Stream.of(
                            command.getCommandSpec().usageMessage().footer())
                    .map(String::strip)
                    .filter(line -> line.contains("rackdrill " + verb))
                    .toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
            for (String example : examples) {
                String typed = example.replaceAll(".*?rackdrill ", "")
                        .replaceAll(" [>|].*|\\)$", "")
                        .replace("%%", "%");
                String[] words = Pattern.compile("\"([^\"]*)\"|(\\S+)")
                        .matcher(typed)
                        .results()
                        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                        .toArray(String[]::new);
                assertThat(commandLine().parseArgs(words).hasSubcommand())
                        .as(example)
                        .isTrue();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> eachIsIntroducedInOneLine() {
        return verbs().map(verb -> DynamicTest.dynamicTest(
                verb,
                () -> assertThat(command(verb).getCommandSpec().usageMessage().header())
                        .hasSize(1)));
    }

    @Test
    void helpOfAllFitsTheTerminalAndNamesEveryExitCode() {
        Desk.Outcome help = desk().run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out().lines().filter(line -> line.length() > Terminal.WIDTH))
                .isEmpty();
        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).containsPattern("(?m)^  " + code.code() + " ");
        }
    }

    @Test
    void helpIsACommandToo() {
        assertThat(desk().run("help", "completion").out())
                .isEqualTo(desk().run("completion", "--help").out());
    }

    @Test
    void withoutACommandThereIsHelpAndAnError() {
        Desk.Outcome nothing = desk().run();
        assertThat(nothing.code()).isEqualTo(64);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("Usage: rackdrill").contains("Commands:");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        Desk.Outcome mistyped = desk().run("compleiton");
        assertThat(mistyped.code()).isEqualTo(64);
        assertThat(mistyped.err()).isEqualToNormalizingNewlines("""
                        rackdrill: there is no command 'compleiton'. Did you mean completion?
                        'rackdrill --help' shows how to call it.
                        """);
    }

    @Test
    void aLabAloneIsMeantToBeSimulated() {
        assertThat(desk().run("v1").err()).contains("there is no command 'v1'. Did you mean simulate v1?");
    }

    @Test
    void aMissingLabIsNamedWithWhatThereIs() {
        Desk.Outcome outcome = desk().run("explain");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("explain needs LAB: a lab file, or a shipped lab: ", " my-rack, ", " v1, ");
        assertThat(desk().run("schema").err()).contains("schema needs lab|drill|options|results|capacity.");
    }

    @Test
    void commandsThatAreYetToComeAreUnknown() {
        for (String verb : List.of("capacity", "plan", "drill", "hunt", "sandbox", "serve")) {
            assertThat(desk().run(verb).code()).as(verb).isEqualTo(64);
        }
    }

    @Test
    void aMistypedOptionIsGuessed() {
        Desk.Outcome mistyped = desk().run("completion", "--hlep");
        assertThat(mistyped.code()).isEqualTo(64);
        assertThat(mistyped.err()).contains("there is no option '--hlep'. Did you mean --help?");
    }

    @Test
    void anArgumentTooManyIsRefused() {
        Desk.Outcome crowded = desk().run("completion", "bash");
        assertThat(crowded.code()).isEqualTo(64);
        assertThat(crowded.err()).contains("'bash' is one argument too many");
    }

    @Test
    void nothingOnTheCommandLineReachesTheTerminalUnescaped() {
        Desk.Outcome hostile = desk().withPerson().run("\u001b[2Jevil\nline");
        assertThat(hostile.err()).contains("\\x1b[2Jevil\\nline").doesNotContain("\u001b[2J");
    }

    @Test
    void theVersionIsOneLine() {
        Desk.Outcome version = desk().run("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out().strip()).matches("rackdrill \\S+");
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(desk().run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains(commandLine().getSubcommands().keySet());
    }

    private Desk desk() {
        return new Desk(directory);
    }

    private CommandLine commandLine() {
        return new Program(desk().surroundings()).commandLine();
    }

    private CommandLine command(String verb) {
        return Objects.requireNonNull(commandLine().getSubcommands().get(verb), verb);
    }

    private Stream<String> verbs() {
        return commandLine().getSubcommands().keySet().stream();
    }
}
