package org.rackdrill.simulator.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rackdrill.simulator.rare.Rarity;

/** {@code docs/validation.md}, from what the quick form found. */
final class Document {

    private static final String HEAD = """
            # Validation

            This is verification: the program computes what it says it computes. Labs validated in the field so far: 0.

            Each row of the long table is a number that is known without simulating it. The tests compute it a second time and
            compare that with the one that was handed down, digit by digit; then they ask the simulator. One command makes this page
            and [that of storage](validation-storage.md), and a build checks that they would come out the same:
            `mvn test -pl model,simulator -Dtest='QuickValidationTest,KnownAnswersTest' -Dvalidation.write -Dsurefire.failIfNoSpecifiedTests=false`

            **The kinds.** A *simulation* asks what `rackdrill simulate` asks of a shipped teaching lab, or of one with a value
            changed; of what is no lab (O33 to O36), the documented classes of `simulator/rare`. *Exact* has no luck: a chain that is
            solved, a formula of ours, our state machine in lock-step; it has no interval, and all printed digits must agree. A
            *calculator* is arithmetic of others, which is shown and not simulated, and a *prior* is something that somebody
            measured. *Folklore* must not come out: the published number stands under *exact*, what its own formula gives under
            *here*, and what we say under *simulated*.

            **The rule.** The exact number lies in the simulator's interval, and the interval is narrow enough to show a mistake.
            The interval is the one by luck, at 99 %%: `simulationError` in `results.json` is given at 90 %% and widened by
            2.5758/1.6449. Counts and chances of outages have no such error in the results; theirs is that of independent outages
            and independent histories, and for O10 that of its renewal process.

            - *Quick form*, in every build: 2 fixed seeds, a half-width of at most 5 %% of the small number (the smaller of a
              probability and its complement), 10 %% of what is rare (O17, O22, O33 to O36). An interval at 99 %% misses once in a
              hundred times: of the labs at most 3 comparisons may miss, and never both seeds of a case.
            - *Full form*, `mvn verify -Pvalidation`: 20 seeds fixed beforehand, a half-width of at most 1 %%. Rare events would need
              too many years for that: 2 %% where a lab is down less than 20 minutes a year (O8, O9) or one year in 20 to 200 is bad
              (O12), 5 %% where one in 700 is and for what is rare. At most 3 seeds of a case may miss, and over all no more than
              luck alone gives in 95 of 100 runs. No seed is exchanged because it missed.
            - Losses of groups of disks (O19, O20) are counted in the histories of the shipped lab, since results give the chance
              of a loss by chains; a loss is a block or the pool. The numbers beside them were simulated too, by another program,
              and their own error is added to the interval. 5 %% or 10 %%, and 40 %% where one group in 3600 is lost.
            - What removing a part gives back (O28) is measured on 12 to 50 histories, whatever the precision: at most 10 %%.

            **The columns.** *Exact* is the number as handed down. *Here* is what must come out: the same, unless the lab starts
            new and its time is limited (O8 to O12, O17, O22, O28), the number is a mean time to failure and the lab shows the chance
            of a failure by its end (O8, O9), a number of replacements and the lab shows them a year (O14), an importance and the lab
            shows the gain (O28), or the clock to the next outage stands still during one (O29, O40). *Simulated* and *interval* are
            those of seed 1 in the quick form. *Time* is what was simulated, in years of the lab or in events: that is the same on
            every machine. Seconds are not; [performance](performance.md) says how many events go into one.

            C1 and C2 are racks of our own in which power, network, majority and failover work together; [composites](composites.md)
            derives their numbers by hand. In O35 the mean of the last setting was handed down as 2.26860e13: its last digits had
            been lost to subtraction, as rational arithmetic shows.

            Not in the table: the first year of four of the variants of O19, which is less than luck can tell in a build; and of O18
            what does not follow from its own formulas (31.6 and 26.8 %% for software and hardware RAID, where they give 31.5 and 27.0;
            38 million years of P+Q, 43.5; 99.29 %% to read a disk, 99.17).

            What this does not check: whether a failure rate in the catalogue is right, and whether a rack behaves like its
            description.

            ## Where each case is

            | case | what | kinds |
            |---|---|---|
            """;

    private static final String TABLE = """

            ## The table

            Of the %d comparisons of the quick form below, %d miss.

            | case | kind | setting | number | source | exact | here | simulated | interval | time | seeds |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String RARE = """

            ## How what is rare was found

            Of what is not exact, seed 1 in the quick form. The *effective sample size* is the number of independent hits that would
            give the same error. *Less work* is how many times as many events it would take to wait for the same certainty without
            help, in histories from start to end; where the number is no probability there is no such ratio. Of each height, counted
            from the lowest: how many histories got there, of how many that set out below.

            | case | number | method | relative error | effective sample size | events | less work | hits of each height |
            |---|---|---|---|---|---|---|---|
            """;

    private final List<Finding> findings;
    private final List<RareCase.Found> rare;
    private final List<Fact> facts;

    Document(List<Finding> findings, List<RareCase.Found> rare, List<Fact> facts) {
        this.findings = findings;
        this.rare = rare;
        this.facts = facts;
    }

    String text() {
        List<Row> rows = rows();
        StringBuilder text = new StringBuilder(HEAD.formatted());
        for (int i = 1; i <= Titles.ALL.size(); i++) {
            text.append("| O%d | %s | %s |\n".formatted(i, Titles.ALL.get(i - 1), kinds("O" + i, rows)));
        }
        long misses = findings.stream().filter(it -> !it.holds()).count()
                + rare.stream().filter(it -> !it.holds()).count();
        text.append(TABLE.formatted(findings.size() + rare.size(), misses));
        rows.forEach(row -> text.append(row.text()));
        text.append(RARE);
        rare.stream()
                .filter(it -> it.seed() == rare.get(0).seed() && !it.exact())
                .sorted(Comparator.comparingInt(
                        it -> Integer.parseInt(it.of().name().substring(1))))
                .forEach(it -> text.append(work(it)));
        return text.toString();
    }

    private static String kinds(String name, List<Row> rows) {
        List<String> kinds = rows.stream()
                .filter(row -> row.name().equals(name))
                .map(Row::kind)
                .distinct()
                .toList();
        return kinds.isEmpty() ? "simulation, [of storage](validation-storage.md)" : String.join(", ", kinds);
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        grouped(findings, Finding::of).forEach(bySeed -> rows.add(Row.of(bySeed)));
        grouped(rare, RareCase.Found::of).forEach(bySeed -> rows.add(Row.ofRare(bySeed)));
        facts.forEach(fact -> rows.add(Row.of(fact)));
        rows.sort(Comparator.comparingInt(Row::order));
        return rows;
    }

    private static <T, K> Iterable<List<T>> grouped(List<T> all, Function<T, K> by) {
        Map<K, List<T>> groups =
                all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static String work(RareCase.Found found) {
        Rarity rarity = found.rarity();
        String heights = rarity.levels().stream()
                .map(it -> "%,d of %,d".formatted(it.hits(), it.starts()))
                .collect(Collectors.joining("; "));
        double less = rarity.timesLessWork();
        return "| %s | %s | %s | %.1f %% | %s | %s | %s | %s |\n"
                .formatted(
                        found.of().name(),
                        found.of().setting() + ": " + found.of().number(),
                        rarity.method(),
                        100 * rarity.relativeError(),
                        Row.short2(rarity.effectiveSampleSize()),
                        Row.short2(rarity.events()),
                        Double.isNaN(less) ? "" : Row.short2(less) + " times",
                        heights);
    }
}
