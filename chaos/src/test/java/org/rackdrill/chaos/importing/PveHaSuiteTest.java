package org.rackdrill.chaos.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our HA manager does what that of Proxmox does, in its own regression cases. */
class PveHaSuiteTest {
    private static final Pattern NODE = Pattern.compile("\\bnode(?=\\d)|(?<=ha_agent_)node(?=\\d)");
    private static final Pattern GUEST = Pattern.compile("\\b(vm|ct):(\\d+)");

    @TempDir
    Path copies;

    @Test
    void everyLineOfEveryCaseIsTheSame() throws IOException {
        PveHaSuite suite = PveHaSuite.run(Cases.directory());

        assertThat(suite.broken()).isEmpty();
        assertThat(suite.verdicts())
                .isNotEmpty()
                .allSatisfy(verdict ->
                        assertThat(verdict.level()).as(verdict.toString()).isEqualTo(3));
    }

    @Test
    void nothingDependsOnNames() throws IOException {
        int number = 0;
        for (Path subject : Cases.all()) {
            number++;
            Path copy = Files.createDirectory(copies.resolve("case" + number));
            for (Path file : files(subject)) {
                String text = Files.readString(file);
                String renamed = NODE.matcher(text).replaceAll("rack-");
                renamed = GUEST.matcher(renamed).replaceAll(PveHaSuiteTest::renumbered);
                Files.writeString(copy.resolve(file.getFileName().toString()), renamed);
            }
        }
        PveHaSuite suite = PveHaSuite.run(copies);

        assertThat(suite.broken()).isEmpty();
        assertThat(suite.verdicts())
                .hasSize(number)
                .allSatisfy(verdict ->
                        assertThat(verdict.level()).as(verdict.toString()).isEqualTo(3));
    }

    private static String renumbered(java.util.regex.MatchResult guest) {
        return guest.group(1) + ":7" + guest.group(2);
    }

    /** Each change of the log, however small, costs a level; so does each change of what happens. */
    @Test
    void theJudgeSeesEveryDifference() throws IOException {
        Random random = new Random(11);
        for (Path subject : Cases.all().subList(0, 30)) {
            List<String> log = Files.readAllLines(subject.resolve("log.expect"));
            int line = random.nextInt(log.size());
            List<String> changed = new java.util.ArrayList<>(log);
            switch (random.nextInt(3)) {
                case 0 -> changed.remove(line);
                case 1 -> changed.add(line, log.get(line));
                default -> changed.set(line, later(log.get(line)));
            }
            Path copy = copy(subject, "log.expect", String.join("\n", changed));
            PveHaSuite suite = PveHaSuite.run(copy);
            assertThat(suite.verdicts()).as("%s, line %d", subject, line + 1).hasSize(1);
            assertThat(suite.verdicts().get(0).level())
                    .as("%s, line %d: %s", subject, line + 1, log.get(line))
                    .isLessThan(3);
        }
    }

    private static String later(String line) {
        Matcher time = Pattern.compile("^(\\S+\\s+)(\\d+)").matcher(line);
        return time.replaceFirst(match -> match.group(1) + (Integer.parseInt(match.group(2)) + 1));
    }

    @Test
    void anyFileIsSurvived() throws IOException {
        Random random = new Random(12);
        int broken = 0;
        List<Path> cases = Cases.all();
        for (int i = 0; i < 200; i++) {
            Path subject = cases.get(random.nextInt(cases.size()));
            List<Path> files = files(subject);
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                continue;
            }
            if (random.nextBoolean()) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path copy =
                    copy(subject, String.valueOf(file.getFileName()), new String(bytes, StandardCharsets.ISO_8859_1));
            PveHaSuite suite = PveHaSuite.run(copy);
            assertThat(suite.broken().size() + suite.verdicts().size())
                    .as("%s in round %d", file, i)
                    .isEqualTo(1);
            broken += suite.broken().size();
        }
        assertThat(broken).isGreaterThan(20);
    }

    private Path copy(Path subject, String changedFile, String text) throws IOException {
        Path copy = Files.createTempDirectory(copies, "changed");
        for (Path file : files(subject)) {
            Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
        }
        Path target = copy.resolve(changedFile);
        Files.delete(target);
        Files.writeString(target, text, StandardCharsets.ISO_8859_1);
        return copy;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
