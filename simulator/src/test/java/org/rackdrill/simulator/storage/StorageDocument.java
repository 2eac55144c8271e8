package org.rackdrill.simulator.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/validation-storage.md}, from the findings of the quick form. */
final class StorageDocument {

    private static final String HEAD = """
            # Validation of storage

            Queues, disks, layouts and caches beside numbers that are known without simulating them. The rule is that of
            [validation](validation.md): the exact number lies in the simulator's interval, and the interval is narrow enough to
            show a mistake. Tests compute each number a second time and compare it with the one that was handed down, digit by
            digit; then devices and loads are put together as in `simulator/storage`, and 20 independent histories of them give a
            mean and its interval at 99 %% (Student's). All of them are simulations. The command that makes the other page makes this
            one too.

            - *Quick form*, in every build: 2 fixed seeds, a half-width of at most 5 %%. At most 3 comparisons may miss, and never
              both seeds of a number.
            - *Full form*, `mvn verify -Pvalidation`: 20 seeds fixed beforehand, histories 25 times as long, a half-width of at
              most 1 %%. At most 3 seeds of a number may miss, and over all no more than luck alone gives in 95 of 100 runs.

            *Simulated* and *interval* are those of seed 1 in the quick form; *time* is how long its histories are together, in seconds of
            the disks. Of its %d comparisons, %d miss.

            What this does not check: whether a real disk is like the one in the table. [One under a limit](real-disk.md) is.

            | case | setting | number | source | exact | simulated | interval | time | seeds |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final List<Finding> findings;

    StorageDocument(List<Finding> findings) {
        this.findings = findings;
    }

    String text() {
        Map<Known, List<Finding>> rows = findings.stream()
                .collect(Collectors.groupingBy(Finding::known, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(HEAD.formatted(
                findings.size(), findings.stream().filter(it -> !it.holds()).count()));
        rows.forEach((of, bySeed) -> text.append(row(of, bySeed)));
        return text.toString();
    }

    private static String row(Known of, List<Finding> bySeed) {
        Finding first = bySeed.get(0);
        double mean = first.simulated().mean();
        int decimals = Math.max(0, 1 + (int) Math.ceil(-Math.log10(first.half())));
        List<String> cells = List.of(
                first.setting().name(),
                first.setting().words(),
                of.what(),
                of.source(),
                of.printed().startsWith(".") ? "0" + of.printed() : of.printed(),
                rounded(mean, decimals),
                rounded(mean - first.half(), decimals) + " to " + rounded(mean + first.half(), decimals),
                "%,.0f s".formatted(first.setting().simulatedSeconds()),
                bySeed.stream()
                        .map(it -> it.seed() + (it.holds() ? "" : " (misses)"))
                        .collect(Collectors.joining(", ")));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String rounded(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
