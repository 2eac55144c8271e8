package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the nodes of a sandbox are filled with fits together before any of them is started. */
final class NodeFilesTest {
    private static final List<String> NODES = List.of("node1", "node2", "node3", "node4");
    private static final String SYSTEM = "/etc/systemd/system/";

    /** Units that come with packages of the tree. */
    private static final Set<String> DEBIAN =
            Set.of("ssh.service", "corosync.service", "pacemaker.service", "nut-server.service", "nut-monitor.service");

    private static final Pattern PATH =
            Pattern.compile("(?<![\\w.])/(?:usr/local|etc/rackdrill|usr/sbin/fence_)[\\w./-]*\\w");

    /** The folders in which others put something while a node runs. */
    private static final Set<String> MADE_LATER = Set.of("/usr/local/libexec/rackdrill-helper", "/usr/local/sbin");

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void everyPlaceholderIsOneThatIsReplaced(String node) {
        files(node).forEach((path, text) -> assertThat(text).as(path).doesNotContainPattern("@[A-Z]+@"));
    }

    @Test
    void everyModeIsOfAFileThatSomeNodeHas() {
        Set<String> all =
                NODES.stream().flatMap(node -> files(node).keySet().stream()).collect(Collectors.toSet());
        assertThat(modes().keySet()).isSubsetOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void whatIsAProgramCanBeRunAndNothingElse(String node) {
        Set<String> programs = files(node).entrySet().stream()
                .filter(file -> file.getValue().startsWith("#!"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> executable = modes().entrySet().stream()
                .filter(mode -> mode.getValue().startsWith("7"))
                .map(Map.Entry::getKey)
                .filter(files(node)::containsKey)
                .collect(Collectors.toSet());
        assertThat(executable).isEqualTo(programs).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void nobodyButItsOwnersReadsTheSecret(String node) {
        files(node).forEach((path, text) -> {
            if (text.contains("0123456789abcdef")) {
                assertThat(modes().getOrDefault(path, "644")).as(path).endsWith("0");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void everyProgramIsReadableForItsInterpreter(String node, @TempDir Path folder) throws Exception {
        for (Map.Entry<String, String> file : files(node).entrySet()) {
            String first = file.getValue().lines().findFirst().orElse("");
            if (first.startsWith("#!")) {
                String interpreter = first.substring(2);
                assumeThat(Path.of(interpreter)).as("install " + interpreter).isExecutable();
                Path script = Files.writeString(folder.resolve("script"), file.getValue());
                Process check = new ProcessBuilder(
                                interpreter, interpreter.endsWith("perl") ? "-c" : "-n", script.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(check.waitFor()).as(file.getKey() + ": " + said).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void everyEnabledUnitIsThereAndNotMasked(String node) {
        Set<String> masks = Shipped.lines("node/masks").collect(Collectors.toSet());
        assertThat(units(node)).isNotEmpty().allSatisfy(unit -> {
            assertThat(masks).doesNotContain(unit);
            if (!DEBIAN.contains(unit)) {
                assertThat(files(node)).containsKey(SYSTEM + unit.replaceFirst("@[^.]*\\.", "@."));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void everyTimerHasItsService(String node) {
        assertThat(files(node).keySet())
                .filteredOn(path -> path.endsWith(".timer"))
                .isNotEmpty()
                .allSatisfy(timer -> assertThat(files(node)).containsKey(timer.replaceFirst("timer$", "service")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2", "node3", "node4"})
    void whatAUnitRunsOrReadsIsThere(String node) {
        Set<String> enabled = Stream.concat(units(node).stream(), Stream.of("rackdrill-web.service"))
                .map(unit -> SYSTEM + unit.replaceFirst("@[^.]*\\.", "@."))
                .flatMap(unit -> Stream.of(unit, unit.replaceFirst("timer$", "service")))
                .collect(Collectors.toSet());
        files(node).forEach((path, text) -> {
            if (enabled.contains(path)) {
                assertThat(PATH.matcher(text).results().map(MatchResult::group))
                        .as(path)
                        .filteredOn(named -> !MADE_LATER.contains(named))
                        .allSatisfy(named -> assertThat(files(node)).containsKey(named));
            }
        });
    }

    @Test
    void theClusterIsToldOneThingOnceAndFencesByOurAgent() throws Exception {
        String cib = files("node1").get("/var/lib/pacemaker/cib/cib.xml");
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(cib.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("*");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
            if (element.getAttribute("class").equals("stonith")) {
                assertThat(files("node1")).containsKey("/usr/sbin/" + element.getAttribute("type"));
            }
            if (element.getAttribute("class").equals("systemd")) {
                assertThat(files("node1")).containsKey(SYSTEM + element.getAttribute("type") + ".service");
            }
        }
        assertThat(ids).doesNotHaveDuplicates().contains("web", "strip", "options-stonith");
    }

    @Test
    void thePackagesAreNamedOnceAndInOrder() {
        List<String> packages = Shipped.lines("packages").toList();
        assertThat(packages).doesNotHaveDuplicates().isSorted().contains("zfs-fuse", "pacemaker", "sudo");
    }

    /** Returns the files of a node by their paths, filled as they would be. */
    private static SortedMap<String, String> files(String node) {
        Template template = new Template(Map.of(
                "@INSTANCE@", "a",
                "@HOME@", "10.77.0",
                "@AWAY@", "10.78.0",
                "@NODE@", node,
                "@ADDRESS@", "10.77.0.11",
                "@SECRET@", "0123456789abcdef"));
        SortedMap<String, String> files = new TreeMap<>();
        for (String from : List.of("node/all", "node/" + node)) {
            Shipped.below(from)
                    .forEach((path, bytes) ->
                            files.put("/" + path, new String(template.fill(bytes), StandardCharsets.UTF_8)));
        }
        return files;
    }

    private static Map<String, String> modes() {
        return Shipped.lines("node/modes")
                .map(line -> line.split("\\s+"))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private static List<String> units(String node) {
        return Shipped.lines("node/units")
                .map(line -> List.of(line.split("\\s+")))
                .filter(words -> words.get(0).equals("all") || words.get(0).equals(node))
                .flatMap(words -> words.stream().skip(1))
                .toList();
    }
}
