package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.writing.ExpectationLine;
import org.rackdrill.chaos.drill.writing.ProbeLine;
import org.rackdrill.chaos.drill.writing.StepLine;
import org.rackdrill.chaos.drill.writing.Words;

/** What is written as part of a drill reads back as the same part. */
class WrittenDrillsTest {

    // Every fault and operation whose strength a drill can say; the shipped drills have the others.
    private static final String REST = """
            drill: 1
            name: What shipped drills do not do
            lab: v1
            why: to learn
            seed: 1
            lasts: 30 d
            timeline:
              - {name: a, at: 0 s, cpu-pressure: {of: node1, to: 33.3%}, for: 700 ms}
              - {name: b, at: 1 d, clock-skew: {of: node1, by: -2.5 min}, for: 1 min}
              - {name: c, at: 2 d, pool-full: {of: the pool that holds immich, to: 95%}, for: 90 s}
              - {name: d, at: 3 d, slow-disk: any 2 disks of node1/tank, for: 1 h}
              - {name: e, at: 4 d, site-lost: {of: friend, destroyed: false}, for: 1 h}
              - {name: f, at: 5 d, failover: {of: immich, to: node2}, within: 1 h}
              - {name: g, at: 6 d, restore-proof: {of: immich at node3/tank, on: node2}, within: 1 d}
              - {name: h, at: 8 d, partition: node1 | node2 and node3, for: 5 min}
              - {name: i, at: 9 d, link-down: node1 - sw1, for: 1 s}
              - {name: j, during: i, wait-for: {charged: ups1, at-least: 90%}, within: 12.345 s}
              - {name: k, at: 10 d, memory-pressure: the node that runs jellyfin, for: 1 h}
              - {name: l, at: 11 d, silent-corruption: {of: node1/tank/3, amount: 3 MiB}, for: 1 h}
            expect:
              - {always: {memory-free: node2, at-least: 10%}, since: b}
              - {always: {clock: node1, within: 1 s}}
              - {redundancy: node1/tank, within: 1 d}
              - {restores: immich at node3/tank, within: 12 h, age: 1 d, since: g}
              - {shuts-down: node1, charge-left: 20%}
              - {eventually: {reaches: node1, to: node3}, within: 1 h}
              - {always: {used: node1/tank, at-most: 80%}}
            """;

    static Stream<String> drills() {
        return Stream.concat(Drills.shipped().stream().map(WrittenDrillsTest::text), Stream.of(REST));
    }

    private static String text(Path file) {
        return Drills.text(file);
    }

    @ParameterizedTest
    @MethodSource("drills")
    void everyPartIsTheSameAgain(String yaml) {
        Drill drill = Drills.drill(yaml);
        Drill again = Drills.drill(written(drill));
        assertThat(steps(again)).isEqualTo(steps(drill));
        assertThat(again.steady()).isEqualTo(drill.steady());
        assertThat(again.expectations()).isEqualTo(drill.expectations());
        assertThat(again.name()).isEqualTo(drill.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "# no",
                "on",
                "1",
                "1 of [a, b]",
                "f(x",
                "\"quoted\" \\",
                "{x}",
                "- a",
                "* &",
                "é ü 日本 🚀",
                "%",
                "a \u0085\u2028\u202e\ufeff b",
                "\ud800",
                "'",
                "x #y",
                "null",
                "~",
                "0x1f",
                "1e3",
                "2026-01-01",
                "a\tb"
            })
    void anyTextIsTheSameAgain(String text) {
        String yaml = REST.replace("What shipped drills do not do", Words.quoted(text));
        String half = text.replace('\ud800', '\ufffd');
        assertThat(Drills.drill(yaml).name()).isEqualTo(half.strip());
        assertThat(Words.comment(text)).doesNotContainPattern("[\\p{Cc}\\u2028]");
    }

    @Test
    void whatNeedsNoQuotesHasNone() {
        assertThat(Words.text("node1 | node2 and node3")).isEqualTo("node1 | node2 and node3");
        assertThat(Words.text("immich at node2/tank")).isEqualTo("immich at node2/tank");
        assertThat(Words.text("off")).isEqualTo("\"off\"");
        assertThat(Words.text("a: b")).isEqualTo("\"a: b\"");
    }

    private static List<Step> steps(Drill drill) {
        return drill.timeline().stream()
                .map(step -> new Step(step.name(), step.when(), step.act(), 0))
                .toList();
    }

    private static String written(Drill drill) {
        return "drill: 1\nname: " + Words.quoted(drill.name()) + "\nlab: " + drill.lab() + "\nwhy: x\nseed: 1\nlasts: "
                + Words.time(drill.lasts()) + "\n"
                + list("steady", drill.steady().stream().map(ProbeLine::of))
                + list("timeline", drill.timeline().stream().map(StepLine::of))
                + list("expect", drill.expectations().stream().map(ExpectationLine::of));
    }

    private static String list(String key, Stream<String> lines) {
        String items = lines.map(line -> "  - " + line + "\n").collect(Collectors.joining());
        return items.isEmpty() ? "" : key + ":\n" + items;
    }
}
