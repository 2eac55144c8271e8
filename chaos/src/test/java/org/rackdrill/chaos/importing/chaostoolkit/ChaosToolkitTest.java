package org.rackdrill.chaos.importing.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.importing.draft.Imports.said;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Remark.Kind;

/** What becomes of an experiment, for the lab {@code v1}. */
class ChaosToolkitTest {

    private static final String ONE = """
            title: t
            description: d
            method:
              - type: action
                name: step
                provider: %s
                pauses: {after: 60}
            """;

    static List<Path> corpus() {
        return Imports.corpus("chaostoolkit");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatIsWrittenReadsBackEqual(Path file) {
        Imported imported = imported(file.getFileName().toString());
        if (imported.drill().isPresent()) {
            Imports.readsBackEqual(imported, Imports.lab("v1"));
        }
        assertThat(imported.drill().isPresent()).isEqualTo(!file.endsWith("nothing-to-do.json"));
    }

    @Test
    void anExperimentIsADrillFromItsTitleToItsRollback() {
        Imported imported = imported("a-whole-experiment.json");
        assertThat(imported.complete()).isTrue();
        assertThat(Imports.body(imported)).isEqualTo("""
                drill: 1
                name: "The media server is killed"
                lab: v1
                why: "People keep watching when the pod of the media server goes away."
                lasts: 12 min

                steady:
                  - {answers: jellyfin, within: 3 s, tolerates: anything}
                  - {up: vaultwarden, tolerates: anything}

                timeline:
                  - {name: kill-the-pod, at: 0 s, service-crash: jellyfin}
                  - {name: node-answers, at: 1.5 min, wait-for: {up: node2}, within: 10 s}
                  - {name: pull-the-plug, at: 2 min, node-power-loss: node2, for: 10 min}

                expect:
                  - {recovers: jellyfin, within: 12 min, since: kill-the-pod}
                  - {recovers: vaultwarden, within: 12 min, since: kill-the-pod}
                """);
    }

    @Test
    void whatCountsAllAlongIsNeverTolerated() {
        Imported imported = imported("all-along.yaml");
        assertThat(imported.complete()).isTrue();
        assertThat(Imports.body(imported))
                .contains(
                        "- {answers: pocket-id, within: 3 s}\n",
                        "- {name: drain, at: 0 s, maintenance-on: node1, within: 5 min}",
                        "- {name: login, at: 10 min, wait-for: {answers: pocket-id, within: 3 s}, within: 10 s}",
                        "- {name: and-back, at: 10 min, maintenance-off: node1}",
                        "- {always: {answers: pocket-id, within: 3 s}}");
        assertThat(said(imported, Kind.NOTED))
                .anyMatch(it -> it.contains("probes[0].tolerance: one of both is meant, and not all between"));
    }

    @Test
    void theNextActivityWaitsUnlessItIsInTheBackground() {
        Imported imported = imported("side-by-side.yaml");
        assertThat(Imports.body(imported))
                .contains(
                        "- {name: stress, at: 0 s, cpu-pressure: {of: node1, to: 100%}, for: 2 min}",
                        "- {name: slow-network, at: 10 s, link-latency: {of: node3 - friend-router, extra: 50 ms, jitter: 10"
                                + " ms}, for: 1 min}",
                        "- {name: kill, at: 70 s, service-crash: paperless}",
                        "- {hands: 0}  # TODO say what should happen");
        assertThat(said(imported, Kind.GUESSED))
                .containsExactly(
                        "6: nothing that can be judged says what should happen, so the drill only expects that nobody has to"
                                + " do anything.",
                        "13: method[0].provider.arguments.duration: `long` comes from the environment; this is its default.");
        assertThat(said(imported, Kind.NOTED)).anyMatch(it -> it.startsWith("6: method[0]: in the background: "));
    }

    @Test
    void whatIsOnlyNearlyNamedIsDoubted() {
        Imported imported = imported("guesses.json");
        assertThat(imported.complete()).isFalse();
        assertThat(Imports.body(imported))
                .contains(
                        "service-crash: paperless}  # TODO `papperless` is not in the lab; perhaps this is meant",
                        "service-crash: jellyfin}  # TODO a pattern may match other names as well",
                        "service-crash: proxy}  # TODO the label `tier` may say something else than the name",
                        "{up: node1, tolerates: anything}  # TODO the address is that of a node",
                        "{up: immich, tolerates: anything}  # TODO a part of `www.immich.example.org` is called like this");
        assertThat(said(imported, Kind.GUESSED)).hasSize(7);
        assertThat(said(imported, Kind.NOTED))
                .contains("7: method[0].provider.arguments.name_pattern: `label_selector` names it already.");
        assertThat(said(imported, Kind.LEFT_OUT)).isEmpty();
    }

    @Test
    void everythingElseIsListedWithItsPathAndLine() {
        Imported imported = imported("what-no-drill-can-say.yaml");
        assertThat(said(imported, Kind.LEFT_OUT))
                .extracting(it -> it.replaceFirst("^(\\d+: [^ ]+:) .*", "$1"))
                .containsExactly(
                        "3: dry:",
                        "4: extensions:",
                        "5: controls:",
                        "16: steady-state-hypothesis.probes[0].tolerance:",
                        "20: steady-state-hypothesis.probes[1].tolerance:",
                        "25: steady-state-hypothesis.probes[2].provider:",
                        "29: steady-state-hypothesis.probes[3].provider.url:",
                        "33: method[0].provider:",
                        "36: method[1].provider.arguments.name:",
                        "39: method[2].provider:",
                        "42: method[3].controls:",
                        "43: method[3].provider:",
                        "44: method[4]:",
                        "54: rollbacks[0].provider:");
        assertThat(imported.drill().orElseThrow()).doesNotContain("hunter2");
        assertThat(imported.draft().remarks().toString()).doesNotContain("hunter2");
    }

    @Test
    void aMethodWithoutAStepIsNoDrill() {
        Imported imported = imported("nothing-to-do.json");
        assertThat(imported.drill()).isEmpty();
        assertThat(said(imported, Kind.LEFT_OUT)).containsExactly("1: method: nothing in it is a step of a drill.");
    }

    @Test
    void aMachineThatIsStoppedIsStartedAgain() {
        assertThat(Imports.body(imported("stopped-and-started.json")))
                .contains(
                        "lasts: 30 min",
                        "- {name: stop, at: 0 s, ordered-shutdown: node2}",
                        "- {name: start, at: 20 min, start: node2}");
    }

    @Test
    void withoutALabEveryNameIsDoubted() {
        byte[] bytes = Imports.bytes(Path.of("src/test/resources/importing/chaostoolkit/a-whole-experiment.json"));
        Imported imported = ChaosToolkit.read("x.json", bytes, Optional.empty(), "my-lab.yaml");
        assertThat(imported.complete()).isFalse();
        assertThat(imported.drill().orElseThrow().lines().filter(it -> it.startsWith("  - ")))
                .hasSize(7)
                .allMatch(it -> it.contains("# TODO no lab was given to look `"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default                | {up: immich, tolerates: anything} | {recovers: immich, within: 1 min, since: step}",
                "after-method-only      | {up: immich, tolerates: anything} | {recovers: immich, within: 1 min, since: step}",
                "before-method-only     | {up: immich, tolerates: anything} | {hands: 0}",
                "during-method-only     | {up: immich}                      | {always: {up: immich}}",
                "continuously           | {up: immich}                      | {always: {up: immich}}",
                "skip                   | timeline                          | {hands: 0}"
            })
    void whenItLooksDecidesWhatIsExpected(String strategy, String steady, String expected) {
        String yaml = one("{type: process, path: docker, arguments: kill immich}") + "runtime: {hypothesis: {strategy: "
                + strategy + "}}\n" + """
                steady-state-hypothesis:
                  title: up
                  probes:
                    - {type: probe, name: p, tolerance: 200, provider: {type: http, url: 'http://immich/'}}
                """;
        assertThat(Imports.body(yaml(yaml))).contains(steady, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200                                                    | up",
                "[200]                                                  | up",
                "[200, 204, 301]                                        | up",
                "{type: range, target: status, range: [200, 299]}       | up",
                "{type: regex, pattern: ok, target: body}               | up, and the body is left out",
                "{type: jsonpath, path: $.a, expect: 1, target: body}   | up, and the body is left out",
                "{type: probe, name: n, provider: {type: python}}       | up, and the body is left out",
                "[200, 503]                                             | left out",
                "404                                                    | left out",
                "\"200\"                                                  | left out",
                "true                                                   | left out",
                "[]                                                     | left out",
                "{type: range, target: status, range: [200, 599]}       | left out"
            })
    void aToleranceIsJudgedAsTheToolkitDoes(String tolerance, String becomes) {
        Imported imported =
                yaml(one("{type: process, path: docker, arguments: kill immich}") + """
                steady-state-hypothesis:
                  title: up
                  probes:
                    - {type: probe, name: p, provider: {type: http, url: 'http://immich/'}, tolerance: %s}
                """.formatted(tolerance));
        assertThat(imported.drill().orElseThrow().contains("- {up: immich, tolerates: anything}"))
                .isEqualTo(becomes.startsWith("up"));
        assertThat(said(imported, Kind.LEFT_OUT)).hasSize(becomes.endsWith("left out") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: process, path: /usr/bin/pkill, arguments: [-9, immich]}  | process-kill: immich",
                "{type: process, path: killall, arguments: -9 immich}            | process-kill: immich",
                "{type: process, path: virsh, arguments: destroy win11}          | service-crash: win11",
                "{type: process, path: podman, arguments: [kill, dns]}           | service-crash: dns",
                "{type: process, path: docker, arguments: stop immich}           | left out",
                "{type: process, path: docker, arguments: kill -s TERM immich}   | left out",
                "{type: process, path: docker, arguments: 'kill $(whoami)'}      | left out",
                "{type: process, path: docker}                                   | left out",
                "{type: process, path: killall, arguments: immich}               | left out",
                "{type: http, url: 'http://immich/kill'}                         | left out"
            })
    void onlyProgramsThatAreKnownAreTakenOver(String provider, String becomes) {
        Imported imported = yaml(one(provider));
        if (becomes.equals("left out")) {
            assertThat(imported.drill()).isEmpty();
            assertThat(said(imported, Kind.LEFT_OUT)).hasSize(2);
        } else {
            assertThat(Imports.body(imported)).contains("at: 0 s, " + becomes + "}");
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 1.5 min", "2m, 3 min", "1h, 61 min", "0.5, 60.5 s", "infinity, 1 min", "1e3, 1 min", "-5, 1 min"})
    void theTimeThatIsSleptPasses(String sleep, String next) {
        Imported imported = yaml(one("{type: process, path: docker, arguments: kill immich}") + """
                  - {type: action, name: wait, provider: {type: process, path: sleep, arguments: "%s"}}
                  - {type: action, name: again, provider: {type: process, path: docker, arguments: kill nas}}
                """.formatted(sleep));
        assertThat(Imports.body(imported)).contains("name: again, at: " + next + ", service-crash: nas");
        assertThat(said(imported, Kind.LEFT_OUT)).hasSize(next.equals("1 min") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods_in_phase, arguments: {label_selector: 'name in (dns)'}                  | {up: dns}",
                "pods_in_phase, arguments: {label_selector: 'a=b,app=dns', phase: Running}    | {up: dns}",
                "pods_in_phase, arguments: {label_selector: 'app=dns', phase: Failed}         | left out",
                "pods_in_phase, arguments: {phase: Running}                                   | left out",
                "pods_in_phase                                                                | left out",
                "pods_not_in_phase, arguments: {label_selector: 'app=dns'}                    | left out"
            })
    void aFunctionIsKnownByItsArgumentsToo(String function, String becomes) {
        Imported imported = yaml("""
                title: t
                description: d
                method:
                  - type: probe
                    name: p
                    tolerance: true
                    provider: {type: python, module: chaosk8s.pod.probes, func: %s}
                """.formatted(function));
        if (becomes.equals("left out")) {
            assertThat(imported.drill()).isEmpty();
        } else {
            assertThat(Imports.body(imported)).contains("wait-for: " + becomes);
        }
    }

    @Test
    void emptyWordsAreNoArguments() {
        Imported imported = yaml(one("{type: process, path: docker, arguments: [kill, null, '', immich]}"));
        assertThat(Imports.body(imported)).contains("service-crash: immich");
        assertThat(yaml(one("{type: process, path: docker, arguments: [kill, [immich]]}"))
                        .drill())
                .isEmpty();
    }

    @Test
    void whatOurReaderRefusesIsLeftOutWithItsReason() {
        Imported imported = yaml("""
                title: t
                description: d
                method:
                  - &loss
                    type: action
                    name: loss
                    provider:
                      type: python
                      module: chaosaws.ec2.actions
                      func: stop_instance
                      arguments: {instance_id: node1, force: true}
                    pauses: {after: 60}
                  - *loss
                """);
        assertThat(Imports.body(imported)).contains("name: loss, at: 0 s").doesNotContain("loss-2");
        assertThat(said(imported, Kind.LEFT_OUT))
                .containsExactly("4: method[1]: a drill cannot say it like this: `node1` is still broken by `loss`.");
    }

    @Test
    void nothingInTitlesOrNamesBecomesYaml() {
        Imported imported = yaml("""
                title: "x\\"\\nworlds: [live]\\n# \\x1b[2J"
                description: "]}\\u2028lab: v0"
                method:
                  - type: action
                    name: "a, at: 5 min} #\\nworlds: [live]"
                    provider: {type: process, path: docker, arguments: kill immich}
                "worlds: [live]\\nx": 1
                """);
        Imports.readsBackEqual(imported, Imports.lab("v1"));
        assertThat(imported.drill().orElseThrow().lines().filter(it -> it.startsWith("worlds")))
                .isEmpty();
        assertThat(imported.drill().orElseThrow()).doesNotContain("\u001b", "\u2028");
    }

    private static String one(String provider) {
        return ONE.formatted(provider);
    }

    private static Imported yaml(String text) {
        return ChaosToolkit.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), Optional.of(Imports.lab("v1")), "v1");
    }

    private static Imported imported(String name) {
        byte[] bytes = Imports.bytes(Path.of("src/test/resources/importing/chaostoolkit", name));
        return ChaosToolkit.read(name, bytes, Optional.of(Imports.lab("v1")), "v1");
    }
}
