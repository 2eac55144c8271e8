package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.lab.Computing;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Processor;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Cores;

/** What nodes have of processors, and what services ask of them. */
class ProcessorsTest {

    private static final long SEED = 20261127;
    private static final Pattern SNIPPET = Pattern.compile("## Processors.*?```yaml\n(.*?)```", Pattern.DOTALL);

    private static Reading read(String node, String service) {
        return Labs.read("""
                rackdrill: 1
                name: Computing
                nodes: {box: {model: %s}}
                services:
                  web: {kind: vm, on: box, cpu: %s}
                """.formatted(node, service));
    }

    private static Computing computing(String text) {
        return read("generic-node, cpu: 64 cores", text)
                .lab()
                .flatMap(lab -> lab.service("web"))
                .orElseThrow()
                .computing();
    }

    private static Processor processor(String node) {
        return read(node, "1 core")
                .lab()
                .flatMap(lab -> lab.node("box"))
                .orElseThrow()
                .hardware()
                .traits()
                .value(Trait.CPU);
    }

    @Test
    void theCatalogueSaysWhatAModelHasAndTheFileBeatsIt() {
        assertThat(processor("dell-poweredge-t630")).isEqualTo(new Processor(28, 56));
        assertThat(processor("dell-poweredge-t630, cpu: \"12 cores, 24 threads\""))
                .isEqualTo(new Processor(12, 24));
        assertThat(processor("dell-poweredge-t630, cpu: 12 cores")).isEqualTo(new Processor(12, 12));
    }

    @Test
    void whatNobodySaysIsNotStated() {
        assertThat(processor("generic-server")).isEqualTo(Processor.NOT_STATED);
        Lab lab = Labs.lab("rackdrill: 1\nname: Silent\nnodes: {box: {}}\nservices: {web: {on: box}}\n");
        assertThat(lab.service("web").orElseThrow().computing()).isEqualTo(Computing.NOT_STATED);
        assertThat(lab.service("web").orElseThrow().computing().most()).isEmpty();
    }

    @Test
    void aServiceSaysWhatItMayTakeAndWhatItTakes() {
        Computing all = computing("{cores: 4, limit: 2.5 cores, uses: 0.3 cores (0.1 - 0.9 cores)}");
        assertThat(all.cores()).contains(4);
        assertThat(all.limit()).contains(new Cores(2.5));
        assertThat(all.most()).contains(2.5);
        assertThat(all.uses().orElseThrow().value()).isEqualTo(new Cores(0.3));
        assertThat(all.uses().orElseThrow().range().high()).isCloseTo(3, within(1e-9));

        assertThat(computing("1 core").most()).contains(1.0);
        assertThat(computing("2").cores()).contains(2);
        assertThat(computing("{limit: 0.5 cores}").most()).contains(0.5);
        assertThat(computing("{uses: 1 core}")).satisfies(uses -> {
            assertThat(uses.most()).isEqualTo(Optional.empty());
            assertThat(uses.uses().orElseThrow().value()).isEqualTo(new Cores(1));
        });
    }

    @Test
    void everyValueIsExplained() {
        assertThat(read("generic-node, cpu: 64 cores", "{cores: 2, uses: 0.3 cores (0.1 - 0.9 cores)}")
                        .explained())
                .extracting(one -> one.path() + "=" + one.value() + one.range())
                .contains(
                        "nodes.box.cpu=64 cores",
                        "services.web.cpu.cores=2",
                        "services.web.cpu.uses=0.3 cores0.1 cores - 0.9 cores");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 cores|no guest has 0 cores",
                "5000|no guest has 5000 cores",
                "half|`half` is not a whole number of cores",
                "-1|`-1` is not a whole number of cores",
                "{cores: 2, uses: 3 cores}|it cannot use 3 cores of the 2 cores that it may take",
                "{cores: 2, uses: 0.3}|`0.3` has no unit",
                "{cores: 2, uses: -1 cores}|`-1 cores` is negative",
                "{limit: 0 cores}|a guest that may compute nothing does nothing",
                "{threads: 2}|unknown key `threads`",
                "[2 cores]|here should stand keys that describe cpu"
            })
    void whatNoGuestCanHaveIsRefusedWithItsPlace(String cpu, String words) {
        assertThat(read("generic-node", cpu).problems()).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.what()).contains(words);
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "many",
                "0 cores",
                "8 cores, 4 threads",
                "4 threads",
                "9999999 cores",
                "100000 cores",
                "4 cores 8 threads",
                "4.5 cores",
                "-4 cores",
                ""
            })
    void whatNoComputerHasIsRefusedWithItsPlace(String cpu) {
        assertThat(read("generic-node, cpu: \"" + cpu + "\"", "1 core").problems())
                .anySatisfy(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.fix()).contains("8 cores, 16 threads");
                });
    }

    @Test
    void aMachineWithMoreCoresThanItsNodeHasThreadsIsAWarning() {
        assertThat(read("generic-node, cpu: \"2 cores, 4 threads\"", "5 cores").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
                    assertThat(problem.line() + ":" + problem.column()).isEqualTo("5:28");
                    assertThat(problem.what())
                            .isEqualTo("a virtual machine with 5 cores does not start on `box`, which has 2 cores, 4"
                                    + " threads");
                });
        assertThat(read("generic-node, cpu: \"2 cores, 4 threads\"", "4 cores").problems())
                .isEmpty();
        assertThat(read("generic-node", "5 cores").problems()).isEmpty();
    }

    @Test
    void aLimitAboveTheCoresIsAWarning() {
        assertThat(read("generic-node", "{cores: 2, limit: 3 cores}").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("a limit above its 2 cores limits nothing"));
    }

    @Test
    void whatRunsNowhereAsksForNoProcessors() {
        assertThat(Labs.read("rackdrill: 1\nname: Gate\nservices: {net: {needs: [router], cpu: 2 cores}}\n")
                        .problems())
                .anySatisfy(problem -> assertThat(problem.what()).contains("`net` has `cpu` but runs nowhere"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            int cores = 1 + random.nextInt(256);
            Processor processor = new Processor(cores, cores * (1 + random.nextInt(4)));
            assertThat(Processor.parse(processor.text())).as("seed " + SEED).isEqualTo(processor);
        }
        assertThat(Processor.parse(Processor.NOT_STATED.text())).isEqualTo(Processor.NOT_STATED);
    }

    /** Whatever the text, there is a processor or a problem with a way to write it. */
    @Test
    void noTextIsTooStrange() {
        Random random = new Random(SEED);
        String letters = "0123456789 ,corethads.-\u00e9";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertThat(Processor.parse(text.toString()).threads()).isPositive();
            } catch (BadText bad) {
                assertThat(bad.fix()).isNotBlank();
            }
        }
        assertThatThrownBy(() -> Processor.parse("x".repeat(10_000)))
                .isInstanceOf(BadText.class)
                .hasMessageMatching(".{0,120}");
    }

    @Test
    void whatTheDocumentationShowsCanBeWritten() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("../docs/capacity.md")));
        assertThat(snippet.find()).isTrue();
        Lab lab = Labs.lab("rackdrill: 1\nname: Shown\n" + snippet.group(1));
        assertThat(lab.node("box").orElseThrow().hardware().traits().value(Trait.CPU))
                .isEqualTo(new Processor(8, 16));
        assertThat(lab.service("win11").orElseThrow().computing().most()).contains(3.0);
    }
}
