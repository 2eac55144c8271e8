package org.rackdrill.chaos.importing.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.nut.NutSequence;

/** {@code docs/importing.md} says what imports do. */
class ImportingPageTest {

    private static final String PAGE =
            new String(Imports.bytes(Path.of("../docs/importing.md")), StandardCharsets.UTF_8);

    @Test
    void everyKnownActivityHasItsLineAndNoOtherDoes() {
        List<String> lines = PAGE.lines()
                .filter(line -> line.matches("\\| `[a-z0-9]+[.a-z0-9_ -]*` \\| [^|]+ \\| [^|]+ \\|"))
                .toList();
        assertThat(lines)
                .containsExactlyElementsOf(Arrays.stream(Known.values())
                        .map(it -> "| `" + it.there() + "` | " + it.effect().here() + " | " + it.beware() + " |")
                        .toList());
    }

    @Test
    void theExperimentBecomesTheDrill() {
        Imported imported = ChaosToolkit.read("x.json", block("json", 0), Optional.of(Imports.lab("v1")), "v1");
        assertThat(Imports.body(imported)).isEqualTo(text(block("yaml", 0)));
        List<String> said = Stream.of(Kind.LEFT_OUT, Kind.NOTED)
                .flatMap(kind -> imported.draft().remarks().stream()
                        .filter(it -> it.kind() == kind)
                        .map(it -> "x.json:" + it.line() + ": " + kind.word() + ": " + it.text()))
                .toList();
        assertThat(PAGE).contains("```\n" + String.join("\n", said) + "\n```");
    }

    @Test
    void theSequenceBecomesTheDrill() {
        Imported imported = NutSequence.read("x.seq", block("text", 0), Imports.lab("v1"), "v1", Optional.of("ups1"));
        assertThat(Imports.body(imported)).isEqualTo(text(block("yaml", 1)));
    }

    private static byte[] block(String language, int which) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(it -> it.group(1))
                .toList()
                .get(which)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
