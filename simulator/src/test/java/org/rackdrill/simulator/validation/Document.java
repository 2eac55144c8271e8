package org.rackdrill.simulator.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/validation.md}, from the findings of the quick form. */
final class Document {

    private static final String HEAD = """
            # Validation

            This is verification: the program computes what it says it computes. Labs validated in the field so far: 0.
            Storage, request by request, has [a table of its own](validation-storage.md).

            Each row is a shipped teaching lab, or one with a value changed, and a number that is known without simulating it. The
            tests compute that number a second time and compare it with the one that was handed down, digit by digit; then they ask
            the simulator the same question that `rackdrill simulate` asks.

            **The rule.** The exact number lies in the simulator's interval, and the interval is narrow enough to show a mistake.
            The interval is the one by luck, at 99 %%: `simulationError` in `results.json` is given at 90 %% and widened by
            2.5758/1.6449. Counts and chances of outages have no such error in the results; theirs is that of independent outages
            and independent histories, and for O10 that of its renewal process.

            - *Quick form*, in every build: 2 fixed seeds, a half-width of at most 5 %% of the small number (the smaller of a
              probability and its complement). An interval at 99 %% misses once in a hundred times, and these are about a hundred
              comparisons: at most 3 may miss, and never both seeds of a case.
            - *Full form*, `mvn verify -Pvalidation`: 20 seeds fixed beforehand, a half-width of at most 1 %%. Rare events would need
              too many years for that: 2 %% where a lab is down less than 20 minutes a year (O8, O9) or one year in 20 to 200 is bad
              (O12), 5 %% where one in 700 is. At most 3 seeds of a case may miss, and over all no more than luck alone gives in
              95 of 100 runs. No seed is exchanged because it missed.
            - Losses of groups of disks (O19, O20) are counted in the histories of the shipped lab, since results give the chance
              of a loss by chains; a loss is a block or the pool. The numbers beside them were simulated too, by another program,
              and their own error is added to the interval. 5 %% or 10 %%, and 40 %% where one group in 3600 is lost.
            - What removing a part gives back (O28) is measured on 12 to 50 histories, whatever the precision: at most 10 %%.

            **The columns.** *Exact* is the number as handed down. *Here* is what the lab must show: the same, unless the lab starts
            new and its time is limited (O8 to O12, O28), the number is a mean time to failure and the lab shows the chance of a
            failure by its end (O8, O9), a number of replacements and the lab shows them a year (O14), an importance and the lab
            shows the gain (O28), or the clock to the next outage stands still during one (O29, O40). *Simulated* and *interval* are those of seed 1 in the quick form.

            C1 and C2 are racks of our own in which power, network, majority and failover work together; [composites](composites.md)
            derives their numbers by hand.

            What these labs do not check: whether a failure rate in the catalogue is right, and whether a rack behaves like its
            description.

            Of the %d comparisons of the quick form below, %d miss.

            | case | lab | number | source | exact | here | simulated | interval | seeds |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final List<Finding> findings;

    Document(List<Finding> findings) {
        this.findings = findings;
    }

    String text() {
        Map<Case, List<Finding>> cases =
                findings.stream().collect(Collectors.groupingBy(Finding::of, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(HEAD.formatted(
                findings.size(), findings.stream().filter(it -> !it.holds()).count()));
        cases.forEach((of, bySeed) -> text.append(row(of, bySeed)));
        return text.toString();
    }

    private static String row(Case of, List<Finding> bySeed) {
        Finding first = bySeed.get(0);
        int decimals = decimals(first);
        String number = of.quantity() + (of.cause().isEmpty() ? "" : " without `" + of.cause() + "`");
        List<String> cells = List.of(
                of.name(),
                of.study() + ", `" + of.service() + "`",
                number,
                of.source(),
                of.printed(),
                rounded(of.expected(), decimals + 1),
                rounded(first.simulated(), decimals),
                rounded(first.simulated() - first.half(), decimals) + " to "
                        + rounded(first.simulated() + first.half(), decimals),
                bySeed.stream().map(Document::seed).collect(Collectors.joining(", ")));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String seed(Finding finding) {
        return finding.seed() + (finding.holds() ? "" : " (misses)");
    }

    /** As many as show the half-width with two digits. */
    private static int decimals(Finding finding) {
        double half = finding.half() == 0 ? 1e-5 : finding.half();
        return Math.max(0, 1 + (int) Math.ceil(-Math.log10(half)));
    }

    private static String rounded(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
