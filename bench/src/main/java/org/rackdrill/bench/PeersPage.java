package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the performance page that has other simulators in it, measured in the same run as ours. */
final class PeersPage {

    static final String HOLD = "hold.json";
    static final String REPAIR = "machine-repair.json";

    private static final String OURS = "rackdrill";
    private static final String BY_HAND = "handWrittenHeap";
    private static final String WINNER = "winnerTree";
    private static final String SSJ_DEFAULT = "ssjSplayTree";

    private static final String NOT_YET = """

            ## Beside other simulators

            Not measured yet.
            """;

    private static final String HOLD_HEAD = """

            ## Beside other simulators: the list of what is to come

            The earliest event is taken off the list and put back an exponential time later, over and over, with so many events
            pending; ns for both, on one core. SSJ (3.3.2, Apache-2.0) is used through its own simulator. The heap and the winner
            tree are written by hand for this one loop: the first cannot cancel, the second has one event for each subject and no
            more. Wanted: SSJ's best list takes at least 1.5, 2 and 6 times as long as ours; the goal is to take at most 1.1 times
            as long as the winner tree. CloudSim Plus (8.5.7) is under the GPL and not among them; before this project began it
            took 498 and 1,137 ns for 100 and 10,000 pending on another machine, where SSJ's best list took 88 and 226.

            """;

    private static final String REPAIR_HEAD = """

            ## Beside other simulators: machine repair

            A hundred machines that fail after 4,380 hours in the mean and are whole again after 24, for ten years; ns for each
            failure and each repair, as many as the heap by hand counts, on one core. Ours is a lab file in the engine that every
            study uses, with everything that it keeps account of; the others are loops that count how many machines are down.
            Wanted: at most 1.3 times the heap that is written by hand; the goal is a twelfth of SSJ's default. No event makes
            anything: the bytes are the sums that a row of histories hands over.

            | | an event takes | beside the heap by hand | bytes an event |
            |---|---|---|---|
            """;

    private static final Map<String, String> NAMES = names();

    private final Path results;

    PeersPage(Path results) {
        this.results = results;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(OURS, "rackdrill");
        names.put("ssjHenriksen", "SSJ with Henriksen's list, its best one");
        names.put(SSJ_DEFAULT, "SSJ with its splay tree, the default");
        names.put("priorityQueue", "`java.util.PriorityQueue`");
        names.put(BY_HAND, "a 4-ary heap by hand");
        names.put(WINNER, "a winner tree by hand");
        return names;
    }

    String text() throws IOException {
        Path hold = results.resolve(HOLD);
        Path repair = results.resolve(REPAIR);
        if (!Files.exists(hold) || !Files.exists(repair)) {
            return NOT_YET;
        }
        return hold(Measured.in(hold)) + repair(Measured.in(repair));
    }

    private static String hold(List<Measured> all) {
        List<String> sizes = all.stream().map(Measured::pending).distinct().toList();
        StringBuilder text = new StringBuilder(HOLD_HEAD);
        text.append("| pending |");
        sizes.forEach(size -> text.append(String.format(Locale.ROOT, " %,d |", Integer.parseInt(size))));
        text.append("\n|---|").append("---|".repeat(sizes.size())).append('\n');
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text.append("| ").append(name.getValue()).append(" |");
            for (String size : sizes) {
                Measured it = in(all, name.getKey(), size);
                double ours = in(all, OURS, size).score();
                text.append(String.format(Locale.ROOT, " %s, x%.2f |", it.time(), it.score() / ours));
            }
            text.append('\n');
        }
        return text.append(besideTheWinnerTree(all, sizes)).toString();
    }

    private static String besideTheWinnerTree(List<Measured> all, List<String> sizes) {
        return sizes.stream()
                .map(size -> String.format(
                        Locale.ROOT,
                        "%.2f",
                        in(all, OURS, size).score() / in(all, WINNER, size).score()))
                .collect(Collectors.joining(", ", "\nOurs takes ", " times as long as the winner tree.\n"));
    }

    private static String repair(List<Measured> all) {
        Measured byHand = in(all, BY_HAND, "");
        StringBuilder text = new StringBuilder(REPAIR_HEAD);
        for (Measured it :
                all.stream().sorted(Comparator.comparingDouble(Measured::score)).toList()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ± %.1f ns | x%.2f | %.2f |\n",
                    NAMES.getOrDefault(it.name(), it.name()),
                    it.score() / byHand.events(),
                    it.error() / byHand.events(),
                    it.score() / byHand.score(),
                    it.bytes() / byHand.events()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "\nSSJ's default takes %.1f times as long as ours.\n",
                        in(all, SSJ_DEFAULT, "").score() / in(all, OURS, "").score()))
                .toString();
    }

    private static Measured in(List<Measured> all, String name, String pending) {
        return all.stream()
                .filter(it -> it.name().equals(name) && it.pending().equals(pending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was not measured with " + pending));
    }
}
