package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

class GrammarTest {
    private static final long SEED = 20261126;
    private static final int HOSTILE = 10_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "\"",
            "\\",
            ":",
            ",",
            "verb",
            "arm",
            "armed",
            "identity",
            "fault",
            "hit",
            "$(touch CANARY)",
            "`touch CANARY`",
            ";touch CANARY",
            "|touch CANARY",
            "../",
            "/etc/passwd",
            "\n",
            "\r",
            "\t",
            " ",
            "é",
            "\u202e",
            "\\u0022",
            "%s",
            "%00",
            "-rf",
            "--watch",
            "{\"verb\":\"arm",
            "\"}",
            "\",\"",
            "\":\"",
            "A".repeat(1025),
            "a".repeat(64),
            "@{[`touch CANARY`]}",
            "${\\(system 'touch CANARY')}",
            "[",
            "]",
            "null",
            "1",
            "true",
            "'",
            "*",
            "~",
            "&&",
            ">CANARY",
            "<",
            "#",
            "!",
            "\u007f");

    /** The same grammar, said a second time and in another way. */
    private static final Pattern WHOLE =
            Pattern.compile("\\{\"verb\":\"([^\"]*)\"((?:,\"[^\"]*\":\"[^\"]*\")*)}\r?\n?");

    private static final Pattern PAIR = Pattern.compile(",\"([^\"]*)\":\"([^\"]*)\"");

    @Test
    void hearsExactlyTheRequestsThatWeCanWrite(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> lines = hostile(new Random(SEED));

        List<String> heard = listen(folder, lines);

        assertThat(heard).hasSameSizeAs(lines);
        int understood = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> ought = read(lines.get(i));
            assertThat(heard.get(i))
                    .as("seed %d, line %d: %s", SEED, i, lines.get(i))
                    .isEqualTo(ought.orElse("refused"));
            understood += ought.isPresent() ? 1 : 0;
        }
        assertThat(understood).as("how many of them are requests").isBetween(500, HOSTILE - 5000);
        assertThat(folder.resolve("CANARY")).doesNotExist();
    }

    @Test
    void doesNothingThatIsNotInItsTable(@TempDir Path folder) throws IOException {
        try (Bench bench = new Bench(folder)) {
            for (String verb : List.of("system", "main", "exec", "undo-all", "watch", "run", "act", "must", "fire")) {
                assertThat(bench.ask(Request.of(verb)).kind()).isEqualTo(Reply.Kind.REFUSED);
            }
            for (String hit : List.of("../../x", "/etc/passwd", "..", ".", "%2e%2e", "-rf", "a".repeat(1000))) {
                bench.ask(Bench.powerLoss("arm", hit).with("lease", "60"));
                bench.ask(Bench.powerLoss("undo", hit));
                bench.ask(Bench.powerLoss("disarm", hit));
            }
            for (String node : List.of("-h", "--help", "../x", "/etc/passwd", "a/../b", "node1/", "", ".hidden")) {
                Reply reply = bench.ask(
                        Request.of("examine").with("fault", "node-power-loss").with("node", node));
                assertThat(reply.kind()).as(node).isEqualTo(Reply.Kind.REFUSED);
            }
            for (String lease : List.of("0", "-1", "1e9", "99999999999", "NaN", "")) {
                Reply reply = bench.ask(Bench.powerLoss("arm", "r/s/1").with("lease", lease));
                assertThat(reply.kind()).as(lease).isEqualTo(Reply.Kind.REFUSED);
            }
            assertThat(bench.ask(Bench.powerLoss("arm", "r/s/1")
                                    .with("lease", "60")
                                    .with("strange", "x"))
                            .why())
                    .contains("'strange' means nothing here");
            try (var left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsOnly("helper", "rack", "state", "hands");
            }
        }
    }

    private static List<String> hostile(Random random) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < HOSTILE) {
            StringBuilder line = new StringBuilder();
            if (random.nextInt(3) == 0) {
                for (int i = random.nextInt(12); i >= 0; i--) {
                    line.append(PIECES.get(random.nextInt(PIECES.size())));
                }
            } else {
                line.append(Bench.powerLoss("arm", "r/s/" + random.nextInt(9)).line());
                for (int i = random.nextInt(4); i > 0; i--) {
                    mutate(line, random);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static void mutate(StringBuilder line, Random random) {
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> line.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(6)));
            case 2 -> line.insert(at, (char) (1 + random.nextInt(255)));
            default -> line.insert(at, line.substring(at, Math.min(line.length(), at + random.nextInt(20))));
        }
        if (line.isEmpty()) {
            line.append('{');
        }
    }

    /** Returns what ought to be heard, by what a {@link Request} can be. */
    private static Optional<String> read(String line) {
        Matcher whole = WHOLE.matcher(line);
        if (!whole.matches() || (line.contains("\n") && !line.endsWith("\n"))) {
            return Optional.empty();
        }
        Map<String, String> words = new TreeMap<>();
        Matcher pair = PAIR.matcher(whole.group(2));
        while (pair.find()) {
            if (pair.group(1).equals("verb") || words.put(pair.group(1), pair.group(2)) != null) {
                return Optional.empty();
            }
        }
        try {
            Request request = Request.of(whole.group(1));
            for (Map.Entry<String, String> word : words.entrySet()) {
                request = request.with(word.getKey(), word.getValue());
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String said = words.entrySet().stream()
                .map(word -> " " + word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining());
        return Optional.of(whole.group(1) + said);
    }

    private static List<String> listen(Path folder, List<String> lines) throws IOException, InterruptedException {
        Bench bench = new Bench(folder);
        String text = HelperScript.text();
        String main = "\n# ---- main:";
        assertThat(text).contains(main);
        try (var listen = Objects.requireNonNull(GrammarTest.class.getResourceAsStream("listen.pl"))) {
            String tail = new String(listen.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(bench.script(), text.substring(0, text.indexOf(main)) + tail);
        }
        Process perl = new ProcessBuilder("perl", bench.script().toString())
                .directory(folder.toFile())
                .redirectInput(Files.writeString(folder.resolve("lines"), String.join("\0", lines) + "\0")
                        .toFile())
                .start();
        String said = new String(perl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(perl.waitFor()).isZero();
        return Arrays.asList(said.split("\n"));
    }
}
