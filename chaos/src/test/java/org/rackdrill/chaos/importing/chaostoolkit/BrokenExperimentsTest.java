package org.rackdrill.chaos.importing.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Unusable;

/** A file that is no experiment: one problem, its line, and how to repair it. */
class BrokenExperimentsTest {

    private static final String HEAD = "{\"title\": \"t\",\n\"description\": \"d\",\n";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("x.json", "", 1, "the file is empty"),
                Arguments.of("x.yaml", "  \n\n", 1, "the file is empty"),
                Arguments.of("x.yaml", "# only a comment\n", 1, "the file is empty"),
                Arguments.of("x.json", HEAD + "\"method\": [{\"type\": \"act", 3, "not JSON"),
                Arguments.of("x.json", HEAD + "\"method\": [\n{", 4, "not JSON"),
                Arguments.of("x.json", HEAD + "\"method\": []} x", 3, "not JSON"),
                Arguments.of("x.json", HEAD + "\"method\": []} {}", 3, "there is something after the end"),
                Arguments.of("x.json", HEAD + "\"title\": \"again\"}", 3, "not JSON: Duplicate"),
                Arguments.of("x.json", "[]", 1, "an experiment is a group of keys"),
                Arguments.of("x.json", "7", 1, "an experiment is a group of keys"),
                Arguments.of("x.json", "null", 1, "an experiment is a group of keys"),
                Arguments.of("x.json", "[".repeat(100_000), 1, "not JSON"),
                Arguments.of("x.yaml", "a: [1\nb: 2\n", 2, "is not closed here"),
                Arguments.of("x.yaml", "a: *b\n", 1, "an alias (`*name`) has no anchor"),
                Arguments.of("x.yaml", "a: !!java.net.URL [http://x]\n", 1, "here are no tags"),
                Arguments.of("x.yaml", "a: &x\n  b: *x\n", 1, "an alias contains itself"),
                Arguments.of("x.yaml", bomb(), 1, "than 200,000 values"),
                Arguments.of("x.yaml", "[".repeat(3000), 1, "nests deeper than 50 levels"),
                Arguments.of("x.yaml", "a: \u0000b\n", 1, "a control character (U+0000)"),
                Arguments.of("x.yaml", "--- a\n--- b\n", 2, "several documents"),
                Arguments.of("x.yaml", "drill: 1\nname: x\n", 1, "this is a file of ours already"),
                Arguments.of("x.json", "{\"title\": \"t\", \"description\": \"d\"}", 1, "it has no `method`"),
                Arguments.of("x.json", "{\"method\": []}", 1, "it has no `title`"),
                Arguments.of("x.json", "{\"title\": [1], \"method\": []}", 1, "`title`: here should stand a text"),
                Arguments.of("x.json", HEAD + "\"method\": {}}", 3, "`method`: here should stand a list"),
                Arguments.of("x.json", HEAD + "\"method\": [7]}", 3, "`method[0]`: here should stand a group of keys"),
                Arguments.of("x.json", HEAD + "\"method\": [{}]}", 3, "`method[0]`: it has no `type`"),
                method("\"type\": \"job\"", "`method[0].type`: `job` is no activity"),
                method("\"type\": \"action\"", "`method[0]`: it has no `name`"),
                method("\"ref\": \"nobody\"", "`method[0].ref`: no activity is called `nobody`"),
                action("\"provider\": {\"type\": \"ssh\"}", "`method[0].provider.type`: `ssh` is no provider"),
                action("\"provider\": {\"type\": \"http\"}", "`method[0].provider`: it has no `url`"),
                action("\"provider\": {\"type\": \"python\", \"module\": \"m\"}", "it has no `func`"),
                action("\"provider\": {\"type\": \"process\"}", "it has no `path`"),
                action(sleep() + ", \"pauses\": {\"after\": \"long\"}", "`long` is no time in seconds"),
                action(sleep() + ", \"pauses\": {\"after\": -1}", "`-1` is no time in seconds"),
                action(sleep() + ", \"pauses\": {\"after\": 1e9}", "`1e9` is no time in seconds"),
                action(sleep() + ", \"pauses\": {\"after\": 99999999999}", "seconds are more than a year"),
                action(sleep() + ", \"background\": \"yes\"", "here should stand true or false"),
                probe("\"tolerance\": {\"type\": \"magic\"}", "`magic` is no tolerance"),
                probe("\"tolerance\": {\"type\": \"range\", \"range\": [1]}", "a range has two numbers"),
                probe("\"tolerance\": {\"type\": \"regex\"}", "it has no `pattern`"),
                Arguments.of(
                        "x.json",
                        HEAD + "\"steady-state-hypothesis\": {\"title\": \"t\", \"probes\": [{\"type\": \"probe\","
                                + " \"name\": \"p\", \"provider\": {\"type\": \"http\", \"url\": \"http://a/\"}}]},"
                                + "\n\"method\": []}",
                        3,
                        "a probe of the hypothesis has no `tolerance`"),
                Arguments.of(
                        "x.json",
                        HEAD + "\"runtime\": {\"hypothesis\": {\"strategy\": \"now and then\"}}, \"method\": []}",
                        3,
                        "`now and then` is no strategy"));
    }

    private static Arguments method(String activity, String what) {
        return Arguments.of("x.json", HEAD + "\"method\": [{" + activity + "}]}", 3, what);
    }

    private static Arguments action(String more, String what) {
        return method("\"type\": \"action\", \"name\": \"a\", " + more, what);
    }

    private static Arguments probe(String tolerance, String what) {
        return method(
                "\"type\": \"probe\", \"name\": \"a\", \"provider\": {\"type\": \"http\", \"url\": \"http://a/\"}, "
                        + tolerance,
                what);
    }

    private static String sleep() {
        return "\"provider\": {\"type\": \"process\", \"path\": \"sleep\", \"arguments\": \"1\"}";
    }

    /** Nine times nine times ... values. */
    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        return bomb.toString();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefusedInOneSentence(String name, String text, int line, String what) {
        Unusable refused = refused(name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.problem().what()).contains(what);
        assertThat(refused.problem().line()).isEqualTo(line);
        assertThat(refused.problem().fix()).isNotBlank();
        assertThat(refused.problem().text()).startsWith(name + ":").hasSizeLessThan(400);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(refused("x.json", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0})
                        .problem()
                        .what())
                .isEqualTo("the file is not UTF-8");
        assertThat(refused("x.json", new byte[600_000]).problem().what()).isEqualTo("the file is larger than 500 kB");
        assertThat(refused("x.bin", new byte[] {0, 1, 2, 3}).problem().what()).contains("control character");
    }

    @Test
    void moreThanAnybodyWritesIsRefusedAtOnce() {
        String many = "{\"type\": \"action\", \"name\": \"a\", " + sleep() + "},".repeat(1);
        String text = HEAD + "\"method\": [" + many.repeat(3000) + many.replaceFirst(",$", "") + "]}";
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(refused("x.json", text.getBytes(StandardCharsets.UTF_8))
                                .problem()
                                .what())
                        .contains("there are 3001 activities; up to 200 are read"));
    }

    /** Each clashes with all others, so that our reader has much to refuse. */
    @Test
    void twoHundredThatClashAreSortedOutInTime() {
        String loss = "{\"type\": \"action\", \"name\": \"a\", \"provider\": {\"type\": \"python\", \"module\":"
                + " \"chaosaws.ec2.actions\", \"func\": \"stop_instance\", \"arguments\": {\"instance_id\": \"node1\","
                + " \"force\": true}}}";
        byte[] json =
                (HEAD + "\"method\": [" + (loss + ",").repeat(199) + loss + "]}").getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(ChaosToolkit.read("x.json", json, Optional.of(Imports.lab("v1")), "v1")
                                .draft()
                                .timeline())
                        .hasSize(1));
    }

    /** What makes a search that goes back and forth take for ever. */
    @Test
    void longTextsTakeNoTime() {
        for (String text :
                List.of("a".repeat(90_000), "a ".repeat(45_000), "name==".repeat(15_000), "$".repeat(90_000))) {
            String json = HEAD + "\"method\": [{\"type\": \"action\", \"name\": \"" + text + "\", \"provider\":"
                    + " {\"type\": \"python\", \"module\": \"chaosk8s.pod.actions\", \"func\": \"terminate_pods\","
                    + " \"arguments\": {\"label_selector\": \"" + text + "\"}}}, {\"type\": \"probe\", \"name\": \"p\","
                    + " \"tolerance\": 200, \"provider\": {\"type\": \"http\", \"url\": \"http://" + text + "/\"}}]}";
            Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> assertThat(tried(json)).isTrue());
        }
    }

    /** Returns whether it is imported or refused. */
    private static boolean tried(String json) {
        try {
            ChaosToolkit.read("x.json", json.getBytes(StandardCharsets.UTF_8), Optional.of(Imports.lab("v1")), "v1");
            return true;
        } catch (Unusable unusable) {
            return !unusable.problem().fix().isEmpty();
        }
    }

    private static Unusable refused(String name, byte[] bytes) {
        Unusable refused = catchThrowableOfType(
                Unusable.class, () -> ChaosToolkit.read(name, bytes, Optional.of(Imports.lab("v1")), "v1"));
        assertThat(refused).as("an experiment that should be refused").isNotNull();
        return refused;
    }
}
