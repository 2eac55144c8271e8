package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.chaos.fault.TargetKind;

/** {@code docs/drills.md} says what the reader reads. */
class DrillsPageTest {

    private static final String PAGE = Drills.text(Path.of("../docs/drills.md"));
    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    // What a snippet leaves out is filled in, so that it can be read as it stands.
    private static final Map<String, String> REST = new TreeMap<>(Map.of(
            "drill", "1",
            "name", "A snippet",
            "lab", "v1",
            "why", "to learn",
            "steady", "[{up: node3, tolerates: anything}]",
            "timeline", "[{name: dead, at: 1 min, node-power-loss: node1, for: 10 min}]",
            "expect", "[{recovers: node1, within: 30 min}]"));

    static List<String> snippets() {
        List<String> snippets = new ArrayList<>();
        SNIPPET.matcher(PAGE).results().forEach(found -> snippets.add(found.group(1)));
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetIsRead(String snippet) {
        String rest = REST.entrySet().stream()
                .filter(entry -> snippet.lines().noneMatch(line -> line.startsWith(entry.getKey() + ":")))
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        assertThat(Drills.problems(Drills.read(rest + snippet))).isEmpty();
    }

    @Test
    void thereAreSnippets() {
        assertThat(snippets()).hasSizeGreaterThan(8);
    }

    @Test
    void everyFaultAndOperationHasItsLineAndNoOtherDoes() {
        List<String> expected = new ArrayList<>();
        Arrays.stream(Danger.values())
                .forEach(danger -> expected.add("| `" + danger.word() + "` | " + danger.means() + " |"));
        for (FaultKind kind : FaultKind.values()) {
            expected.add("| `" + kind.word() + "` | " + targets(kind.targets()) + " | " + kind.means() + " | "
                    + kind.undo().means() + " |");
        }
        for (OperationKind kind : OperationKind.values()) {
            expected.add("| `" + kind.word() + "` | " + targets(kind.targets()) + " | " + kind.means() + " |");
        }
        List<String> lines = PAGE.lines()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| .*"))
                .toList();
        assertThat(lines).containsExactlyElementsOf(expected);
    }

    private static String targets(List<TargetKind> kinds) {
        return kinds.stream().map(TargetKind::article).collect(Collectors.joining(", "));
    }
}
