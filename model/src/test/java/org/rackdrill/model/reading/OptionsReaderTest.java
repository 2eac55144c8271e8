package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.options.Option;
import org.rackdrill.model.options.Options;

/** Options files: what they do to a lab, and what is said about bad ones. */
class OptionsReaderTest {

    private static final LabReader LABS = new LabReader(Catalogue.load());

    private static final String LAB = """
            rackdrill: 1
            name: Small
            sites:
              home: {mains: {statistics: generic-mains}, electricity: 0.32 AUD/kWh}
            network:
              router: {model: generic-router, site: home}
              sw1: {model: generic-switch-1g, site: home, uplink: router}
            nodes:
              box: {model: generic-node, network: sw1, memory: 8 GiB, pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
            services:
              wiki: {on: box, data: {at: box/tank, size: 1 TB}}
            """;

    private static OptionsReading read(String options) {
        byte[] lab = LAB.getBytes(StandardCharsets.UTF_8);
        return new OptionsReader(LABS)
                .read(
                        "my.options.yaml",
                        options.getBytes(StandardCharsets.UTF_8),
                        Optional.of(new OptionsReader.Ground("lab.yaml", lab, Optional.of("AUD"))));
    }

    private static Outfit good(String options) {
        OptionsReading reading = read(options);
        assertThat(reading.problems()).isEmpty();
        return reading.outfit().orElseThrow();
    }

    private static List<String> problems(String options) {
        return read(options).problems().stream().map(Problem::text).toList();
    }

    @Test
    void whatIsSetReplacesWhatIsAddedGrowsWhatIsRemovedGoes() {
        Outfit outfit = good("""
                rackdrill: 1
                options:
                  - name: more memory
                    price: 80
                    set: {nodes: {box: {memory: 32 GiB ecc}}}
                  - name: second box
                    price: 600 AUD (400 AUD - 900 AUD)
                    yearly: 12 AUD
                    add:
                      nodes: {other: {model: generic-node, network: sw1, memory: 8 GiB, pools: {tank: {layout: stripe, disks: 1 x 8 TB hdd}}}}
                      copies: {wiki: [{to: other/tank, every: 1 d}]}
                  - name: no switch
                    price: 0
                    remove: network.sw1
                    set: {nodes: {box: {network: router}}}
                    excludes: [second box]
                """);

        Lab memory = outfit.with(0b001).orElseThrow();
        assertThat(memory.nodes().get(0).ecc()).isTrue();
        Lab both = outfit.with(0b011).orElseThrow();
        assertThat(both.nodes()).hasSize(2);
        assertThat(both.nodes().get(0).ecc()).isTrue();
        assertThat(both.copies()).hasSize(1);
        Lab less = outfit.with(0b100).orElseThrow();
        assertThat(less.network()).noneMatch(link -> link.name().equals("sw1"));
        assertThat(outfit.with(0).orElseThrow().nodes()).hasSize(1);

        Option second = outfit.options().all().get(1);
        assertThat(second.price().value().amount()).isEqualTo(600);
        assertThat(second.price().range().high()).isEqualTo(1.5);
        assertThat(second.yearly().value().amount()).isEqualTo(12);
        assertThat(outfit.options().all().get(0).price().value().currency()).isEqualTo("AUD");
    }

    @Test
    void anOptionMayChangeWhatAnotherOneHasAddedWhenItNeedsIt() {
        Outfit outfit = good("""
                rackdrill: 1
                options:
                  - name: a better second switch
                    price: 100
                    needs: [second switch]
                    set: {network: {sw2: {model: unifi-us-24-250w}}}
                  - name: second switch
                    price: 200
                    add: {network: {sw2: {model: generic-switch-1g, site: home, uplink: router}}}
                """);

        assertThat(outfit.options().allows(0b01)).isFalse();
        assertThat(outfit.options().withNeeds(0b01)).isEqualTo(0b11);
        Lab better = outfit.with(0b11).orElseThrow();
        assertThat(better.network())
                .anyMatch(
                        link -> link.name().equals("sw2") && link.part().model().equals("unifi-us-24-250w"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            price: ^-5 AUD, set: {slo: 99%}        | `-5 AUD` is negative. Write a price from 0 up
            price: ^-5, set: {slo: 99%}            | `-5` is negative. Write a price from 0 up
            price: ^cheap, set: {slo: 99%}         | `cheap` is not a price
            price: ^5 EUR, set: {slo: 99%}         | this is in EUR, and the lab pays in AUD. Nothing is converted
            price: ^5 (9 - 12), set: {slo: 99%}    | the best guess does not lie in its range
            price: 5, ^prize: 6, set: {slo: 99%}   | unknown key `prize` in an option. Did you mean `price`?
            price: 5, set: {^nodez: {a: {}}}       | a lab file has no section `nodez`. Did you mean `nodes`?
            price: 5, set: ^[a]                    | here should stand a piece of a lab file
            price: 5, remove: ^network.sw9         | there is no `network.sw9` in the lab file
            price: 5, remove: ^nodes.box           | `nodes.box` is the only node
            price: 5, add: {nodes: {box: {memory: ^9 GiB}}} | here the lab says something already, and `add` replaces nothing
            price: 5, set: {nodes: {box: {^memry: 9 GiB}}}  | unknown key `memry` in a node. Did you mean `memory`?
            price: 5, set: {nodes: {box: {memory: ^9}}}     | `9` has no unit
            price: 5, set: {services: {wiki: {on: ^bax}}}   | nothing is called `bax`. Did you mean `box`?
            price: 5, set: {slo: 99%}, needs: [^y]          | no option is called `y`
            price: 5, set: {slo: 99%}, excludes: ^x         | `x` names itself under `excludes`
            """)
    void eachMistakeIsToldWithItsPlaceAndItsRepair(String option, String problem) {
        String start = "  - {name: x, ";
        String all = "rackdrill: 1\noptions:\n" + start + option.replace("^", "") + "}\n";
        int column = start.length() + option.indexOf('^') + 1;

        assertThat(problems(all))
                .anySatisfy(it -> assertThat(it).startsWith("my.options.yaml:3:" + column + ": error: " + problem));
        assertThat(read(all).outfit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set: {slo: 99%}                  | `price` is missing
            price: 5                         | this option changes nothing
            price: 5, remove: network.router | with `x` lab.yaml line
            """)
    void whatIsMissingOrBreaksTheLabElsewhereIsToldAtTheOption(String option, String problem) {
        String all = "rackdrill: 1\noptions:\n  - {name: x, " + option + "}\n";

        assertThat(problems(all)).anySatisfy(it -> assertThat(it).startsWith("my.options.yaml:3:5: error: " + problem));
        assertThat(read(all).outfit()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problems("""
                rackdrill: 1
                options:
                  - {name: a, price: -1, set: {slo: 99%}, needs: [b]}
                  - {name: b, price: 1, set: {slo: 99%}, needs: [c]}
                  - {name: c, price: 1, set: {slo: 99%}, needs: [a]}
                  - {name: c, price: 1, set: {slo: 99%}}
                at-most: [1 of [a, q]]
                """))
                .hasSize(4)
                .anyMatch(it -> it.startsWith("my.options.yaml:3:22: error: `-1` is negative"))
                .anyMatch(it -> it.contains("cycle in needs: a -> b -> c -> a"))
                .anyMatch(it -> it.contains("6:12: error: duplicate name `c`. It stands at line 5 already"))
                .anyMatch(it -> it.contains("7:11: error: no option is called `q`"));
    }

    @Test
    void whatCanNeverBeBoughtIsToldAsSuch() {
        assertThat(problems("""
                rackdrill: 1
                options:
                  - {name: a, price: 1, set: {slo: 99%}, needs: [b, c]}
                  - {name: b, price: 1, set: {name: B}}
                  - {name: c, price: 1, set: {operations: {patching: none}}, excludes: b}
                """)).singleElement().asString().contains("3:42: error: `a` can never be bought");
        assertThat(problems("""
                rackdrill: 1
                options:
                  - {name: a, price: 1, set: {slo: 99%}, needs: b}
                  - {name: b, price: 1, set: {name: B}}
                at-most: [1 of [a, b]]
                """)).singleElement().asString().contains("`a` can never be bought");
    }

    @Test
    void twoOptionsThatDisagreeMustExcludeEachOther() {
        String both = """
                rackdrill: 1
                options:
                  - {name: some, price: 1, set: {nodes: {box: {memory: 16 GiB}}}}
                  - {name: more, price: 2, set: {nodes: {box: {memory: 32 GiB}}}%s}
                """;

        assertThat(problems(both.formatted("")))
                .singleElement()
                .asString()
                .contains("4:5: error: `more` and `some` set one value differently. Write `excludes: [some]`");
        assertThat(problems(both.formatted(", excludes: some"))).isEmpty();
        assertThat(problems(both.formatted(", needs: some"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "options", "- a", "rackdrill: 1", "rackdrill: 1\noptions: []", "rackdrill: 2\noptions: [{}]"
            })
    void whatIsNoOptionsFileIsRefusedInWords(String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(it -> it.startsWith("my.options.yaml:"));
    }

    @Test
    void moreOptionsThanCanBeLookedThroughAreRefused() {
        StringBuilder many = new StringBuilder("rackdrill: 1\noptions:\n");
        IntStream.rangeClosed(0, Options.MOST)
                .forEach(i -> many.append("  - {name: o" + i + ", price: 1, set: {slo: 99%}}\n"));

        assertThat(problems(many.toString())).singleElement().asString().contains("there are more than 16 options");
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(7);
        byte[] good =
                "rackdrill: 1\noptions:\n  - {name: a, price: 1 (1 - 2), add: {copies: {wiki: [1]}}, needs: [a]}\n"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                bad[random.nextInt(bad.length)] = (byte) " :{}[],-\n#ab10%&*!\u0001".charAt(random.nextInt(19));
            }
            assertThat(read(new String(bad, StandardCharsets.UTF_8)).problems()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1"})
    void theShippedOptionsFitTheirLabs(String name) throws IOException {
        Path folder = Path.of("../scenarios");
        byte[] lab = Files.readAllBytes(folder.resolve("labs/" + name + ".yaml"));
        byte[] options = Files.readAllBytes(folder.resolve("options/" + name + ".options.yaml"));
        OptionsReading reading = new OptionsReader(LABS)
                .read(
                        name + ".options.yaml",
                        options,
                        Optional.of(new OptionsReader.Ground(
                                name + ".yaml",
                                lab,
                                LABS.read(name, lab).lab().orElseThrow().currency())));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lab()).contains(name);
        Outfit outfit = reading.outfit().orElseThrow();
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            int choice = random.nextInt(1 << outfit.options().all().size());
            if (outfit.options().allows(choice)) {
                assertThat(outfit.with(choice))
                        .as("choice %d: %s", choice, outfit.obstacle(choice))
                        .isPresent();
            }
        }
        assertThat(new String(options, StandardCharsets.UTF_8))
                .startsWith("# ")
                .containsOnlyOnce("# What it teaches: ");
    }
}
