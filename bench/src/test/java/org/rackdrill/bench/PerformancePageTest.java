package org.rackdrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says what the files of the last measurement say. */
class PerformancePageTest {

    private static final Path SAMPLE = Path.of("src/test/resources/results");

    @Test
    void thePublishedPageIsMadeFromThePublishedResults() throws IOException {
        assertThat(Files.readString(Path.of("../docs/performance.md")))
                .as("docs/performance.md and bench/results do not belong together: bench/measure writes both")
                .isEqualTo(PerformancePage.text(Path.of("results")));
    }

    @Test
    void aRowSaysWhatAHistoryWithoutABehaviourSaves() throws IOException {
        List<String> lines = PerformancePage.text(SAMPLE).lines().toList();

        assertThat(lines)
                .contains(
                        "| mains outages | 150 ± 5 µs | -25.0 % | 200.0 | -50.0 % |",
                        "| scrubs | 220 ± 7 µs | +10.0 % | 404.0 | +1.0 % |");
        assertThat(lines.indexOf("| mains outages | 150 ± 5 µs | -25.0 % | 200.0 | -50.0 % |"))
                .as("what costs most comes first")
                .isLessThan(lines.indexOf("| scrubs | 220 ± 7 µs | +10.0 % | 404.0 | +1.0 % |"));
    }

    @Test
    void thePageSaysOnWhatItWasMeasuredAndHowOften() throws IOException {
        assertThat(PerformancePage.text(SAMPLE))
                .contains(
                        "Measured on 2026-02-03 at commit `abcdef0123`: Example CPU, 2 cores, Linux 6.1 amd64, VM 17.0.1.")
                .contains(
                        "One history of v1, on one core, in a warm Java: 200 ± 4 µs (measured 10 times), in which 400.0 things"
                                + " happen.")
                .contains("the launcher: 2.50 s (measured once, which only shows that it works).");
    }

    @Test
    void whatTheRunnerCostsIsSaidForBothKindsOfWorlds() throws IOException {
        assertThat(PerformancePage.text(SAMPLE))
                .contains("in a world whose calls cost nothing: 30 ± 1 µs (measured 10 times).")
                .contains("asked every ten seconds: 145 ± 8 µs.");
    }

    @Test
    void whatDisksAndPurchasesCostIsSaidWithTheRateOfRequests() throws IOException {
        assertThat(PerformancePage.text(SAMPLE))
                .contains("on one core: 5.25 ± 0.09 million a second (measured 10 times).")
                .contains(
                        "50.0 requests a second in the mean: 0.50 ± 0.02 s (measured 3 times) for a minute of each hour")
                .contains("and 19 ± 1 s for every second, 30.2 million requests.")
                .contains("launcher: 48 ± 5 s (measured 3 times).");
    }

    @Test
    void otherSimulatorsStandBesideOursAtEachSize() throws IOException {
        assertThat(PerformancePage.text(SAMPLE).lines())
                .contains("| pending | 100 | 10,000 |")
                .contains("| rackdrill | 40 ± 2 ns, x1.00 | 50 ± 2 ns, x1.00 |")
                .contains("| SSJ with Henriksen's list, its best one | 80 ± 2 ns, x2.00 | 200 ± 2 ns, x4.00 |")
                .contains("Ours takes 1.11, 0.67 times as long as the winner tree.");
    }

    @Test
    void aMachineRepairIsToldByTheEventAndTheFastestComesFirst() throws IOException {
        assertThat(PerformancePage.text(SAMPLE)).contains("""
                        | a 4-ary heap by hand | 40.0 ± 1.0 ns | x1.00 | 0.00 |
                        | rackdrill | 50.0 ± 1.0 ns | x1.25 | 1.00 |
                        | SSJ with Henriksen's list, its best one | 140.0 ± 2.0 ns | x3.50 | 34.00 |
                        | SSJ with its splay tree, the default | 160.0 ± 2.0 ns | x4.00 | 34.00 |

                        SSJ's default takes 3.2 times as long as ours.
                        """);
    }

    @Test
    void aLargeLabStandsBesideTheSmallestByTheNode() throws IOException {
        assertThat(PerformancePage.text(SAMPLE)).contains("""
                        | 10 | 800 ± 20 µs | 80.0 µs | x1.00 |
                        | 1,000 | 100000 ± 900 µs | 100.0 µs | x1.25 |
                        """);
    }

    @Test
    void aCommandIsToldByItsMedianBesideWhatIsWanted() throws IOException {
        assertThat(PerformancePage.text(SAMPLE))
                .contains("| `simulate v1` | 2.3 s (median of 3) | 2.1 to 2.5 s | 2 s |");
    }

    @Test
    void twoThreadsStandBesideOneAndBesideWhatTheMachineCanDo() throws IOException {
        assertThat(PerformancePage.text(SAMPLE)).contains("""
                        | 1 | 800 ± 8 ms | 2,500 | x1.00 |
                        | 2 | 400 ± 6 ms | 5,000 | x2.00 |
                        | two studies | 1000 ± 9 ms | 4,000 | x1.60 |

                        Two studies at the same time share nothing but the machine: they say what its two cores can do.
                        """);
    }

    @Test
    void fewerHistoriesAreToldLabByLabAndNothingIsMadeUp() throws IOException {
        assertThat(PerformancePage.text(SAMPLE)).contains("""
                        | v1 | 3.3 | 87 | 12 | a second switch |
                        | o8-one-crew | 2.0 |  |  |  |
                        """);
    }

    @Test
    void manyLabsAreCalculatedFromTheHistoriesThatTwoThreadsMade() throws IOException {
        assertThat(PerformancePage.text(SAMPLE)).contains("""
                        | 1 | 67 minutes |
                        | 10 | 7 minutes |
                        | 100 | 40 seconds |
                        """);
    }

    @Test
    void workThatIsSavedIsThatOfTheValidation(@TempDir Path directory) throws IOException {
        Path validation = directory.resolve("validation.md");
        Files.writeString(validation, """
                | case | number | method | relative error | effective sample size | events | less work | hits |
                |---|---|---|---|---|---|---|---|
                | O36 | both within 1 h | failure biasing | 0.5 % | 49,000 | 32,000 | 1,800 times | 3 of 4 |
                | O35 | unavailability | failure biasing | 2.4 % | 1,700 | 4,800 |  |  |

                """);

        assertThat(RarePage.text(validation))
                .endsWith(
                        "|---|---|---|---|---|---|\n| O36 | both within 1 h | failure biasing | 0.5 % | 32,000 | 1,800 times |\n");
    }

    @Test
    void withoutResultsThePageSaysSo(@TempDir Path empty) throws IOException {
        assertThat(PerformancePage.text(empty)).endsWith("Nothing has been measured yet.\n");
    }

    @Test
    void aMachineIsReadAsItWasWritten(@TempDir Path directory) throws IOException {
        Machine.main(directory.toString(), "abcdef0123");

        Files.copy(SAMPLE.resolve(PerformancePage.COSTS), directory.resolve(PerformancePage.COSTS));
        Files.copy(SAMPLE.resolve(PerformancePage.SIMULATE), directory.resolve(PerformancePage.SIMULATE));
        assertThat(PerformancePage.text(directory))
                .contains("at commit `abcdef0123`: ")
                .contains(
                        ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name"));
    }
}
