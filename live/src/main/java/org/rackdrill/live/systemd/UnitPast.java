package org.rackdrill.live.systemd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.live.text.Lines;

/**
 * What the journal of a machine holds of one unit in the boots before this one, the oldest first. Power that goes away takes
 * the end of a journal with it, up to five minutes unless it is set otherwise (SyncIntervalSec in journald.conf(5)).
 *
 * @param boots those whose journals are there from their beginning
 */
public record UnitPast(List<Boot> boots) {

    /** Nobody knows. */
    public static final UnitPast NONE = new UnitPast(List.of());

    /**
     * Freezes it.
     *
     * @throws IllegalArgumentException when a list is changed meanwhile
     */
    public UnitPast {
        boots = List.copyOf(boots);
    }

    /**
     * A time in which the unit ran, or may have.
     *
     * @param began how long ago
     * @param ended how long ago, no longer
     */
    public record Run(Duration began, Duration ended) {}

    /**
     * A boot.
     *
     * @param first how old the first entry of its journal is
     * @param last how old the last one is, after which nobody knows
     * @param runs from when the unit was begun to be started until nothing of it ran
     */
    public record Boot(Duration first, Duration last, List<Run> runs) {
        /** Freezes it. */
        public Boot {
            runs = List.copyOf(runs);
        }
    }

    /** Returns what a helper printed, which ends where it is not understood. */
    public static UnitPast read(String output) {
        List<Boot> boots = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (String line : Lines.complete(output)) {
            String[] words = line.split(" ", -1);
            if (words.length != 3 || !words[1].matches("\\d{1,18}") || !words[2].matches("\\d{1,18}")) {
                return NONE;
            }
            Run run = new Run(micros(words[1]), micros(words[2]));
            if (words[0].equals("boot")) {
                runs = new ArrayList<>();
                boots.add(new Boot(run.began(), run.ended(), List.of()));
            } else if (words[0].equals("run") && !boots.isEmpty()) {
                runs.add(run);
                Boot boot = boots.remove(boots.size() - 1);
                boots.add(new Boot(boot.first(), boot.last(), runs));
            } else {
                return NONE;
            }
        }
        return new UnitPast(boots);
    }

    private static Duration micros(String digits) {
        return Duration.ofNanos(Math.multiplyExact(Long.parseLong(digits), 1000));
    }

    /**
     * Returns when the unit may have run before this boot: when it did, and whenever no journal tells.
     *
     * @param since how long ago what is asked for began
     * @param boot how long ago this boot began
     */
    public List<Run> mayHaveRun(Duration since, Duration boot) {
        List<Run> runs = new ArrayList<>();
        Duration known = since;
        for (Boot one : boots) {
            addUnknown(known, one.first(), runs);
            runs.addAll(one.runs());
            known = one.last().compareTo(known) < 0 ? one.last() : known;
        }
        addUnknown(known, boot, runs);
        return runs;
    }

    private static void addUnknown(Duration from, Duration to, List<Run> runs) {
        if (from.compareTo(to) > 0) {
            runs.add(new Run(from, to));
        }
    }
}
