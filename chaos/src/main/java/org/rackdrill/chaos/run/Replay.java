package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.journal.Damage;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Entry.Phase;

/**
 * A run as its journal tells it, for whoever draws it: nothing in it was not written down. All times are on the world's
 * clock, as in the journal.
 *
 * @param opened the first record; none when it is lost
 * @param entries all records that could be read
 * @param parts of the run, in their order
 * @param steps that started or failed, in that order
 * @param hits in the order in which they were armed or taken over
 * @param watched what each probe saw, in the order of the first looks
 */
public record Replay(
        Optional<Entry.Opened> opened,
        List<Entry> entries,
        List<Part> parts,
        List<Stage> steps,
        List<Harm> hits,
        List<Watched> watched,
        Outcome outcome) {

    public Replay {
        entries = List.copyOf(entries);
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
        hits = List.copyOf(hits);
        watched = List.copyOf(watched);
    }

    /** A part of the run, until the next one began or the last record was written. */
    public record Part(Phase phase, Duration from, Duration to) {}

    /**
     * A step.
     *
     * @param targets what it worked on; none for a gate
     * @param ended none: it failed, or the run ended before
     * @param failed why it failed; empty when it did not
     */
    public record Stage(
            String name, List<Target> targets, Optional<Duration> started, Optional<Duration> ended, String failed) {
        public Stage {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A hit.
     *
     * @param state in which the journal leaves it
     * @param taken whether an earlier run had left it, and this one only undid it
     * @param injected when the answer to the injection came, whatever it was
     * @param undone when the last answer to an undo came, whatever it was
     * @param proved when a probe first saw that it is gone
     * @param timerLeft whether its timer may still be at the target
     */
    public record Harm(
            Hit hit,
            FaultState state,
            boolean taken,
            Optional<Duration> injected,
            Optional<Duration> undone,
            Optional<Duration> proved,
            boolean timerLeft) {}

    /**
     * What a probe saw.
     *
     * @param pieces in the order of time; where there is none, nobody looked
     */
    public record Watched(Probe probe, List<Piece> pieces) {
        public Watched {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Reads a journal.
     *
     * @throws Unreadable when this version cannot understand it
     */
    public static Replay of(Recovered journal) throws Unreadable {
        return of(Entries.of(journal), journal.damage());
    }

    /** Reads records. */
    public static Replay of(List<Entry> entries, Optional<Damage> damage) {
        Story story = Story.of(entries);
        List<Part> parts = parts(entries, story.end());
        return new Replay(
                story.opened(),
                entries,
                parts,
                steps(entries),
                hits(entries, story),
                watched(entries, parts),
                Judge.judge(entries, damage));
    }

    /** Returns what the run was going to do; none: it only undid what earlier runs left. */
    public Optional<Plan> plan() {
        return opened.flatMap(Entry.Opened::plan);
    }

    /** Returns a part of the run, if it came to that. */
    public Optional<Part> part(Phase phase) {
        return parts.stream().filter(part -> part.phase() == phase).findFirst();
    }

    private static List<Part> parts(List<Entry> entries, Duration end) {
        List<Entry.Began> began = only(entries, Entry.Began.class);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < began.size(); i++) {
            Duration to = i + 1 < began.size() ? began.get(i + 1).at() : end;
            parts.add(new Part(began.get(i).phase(), began.get(i).at(), to));
        }
        return parts;
    }

    private static List<Stage> steps(List<Entry> entries) {
        Map<String, Stage> steps = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Started it) {
                steps.put(it.step(), new Stage(it.step(), it.targets(), Optional.of(it.at()), Optional.empty(), ""));
            } else if (entry instanceof Entry.Ended it) {
                steps.computeIfPresent(
                        it.step(),
                        (name, step) -> new Stage(name, step.targets, step.started, Optional.of(it.at()), ""));
            } else if (entry instanceof Entry.Failed it) {
                Stage step = steps.getOrDefault(
                        it.step(), new Stage(it.step(), List.of(), Optional.empty(), Optional.empty(), ""));
                steps.put(it.step(), new Stage(it.step(), step.targets, step.started, Optional.empty(), it.why()));
            }
        }
        return List.copyOf(steps.values());
    }

    private static List<Harm> hits(List<Entry> entries, Story story) {
        Map<String, Duration> injected = new HashMap<>();
        Map<String, Duration> undone = new HashMap<>();
        Map<String, Duration> proved = new HashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Injected it) {
                injected.put(it.hit(), it.at());
            } else if (entry instanceof Entry.Undone it) {
                undone.put(it.hit(), it.at());
            } else if (entry instanceof Entry.Proved it && it.seen().truth() == Truth.TRUE) {
                proved.putIfAbsent(it.hit(), it.at());
            }
        }
        List<Harm> hits = new ArrayList<>();
        for (Hit hit : story.hits()) {
            String key = hit.key();
            hits.add(new Harm(
                    hit,
                    story.state(key),
                    entries.stream()
                            .anyMatch(entry ->
                                    entry instanceof Entry.Taken it && it.hit().equals(hit)),
                    Optional.ofNullable(injected.get(key)),
                    Optional.ofNullable(undone.get(key)),
                    Optional.ofNullable(proved.get(key)),
                    story.timers().contains(key)));
        }
        return hits;
    }

    /** Each part of the run looks anew, and some look at nothing. */
    private static List<Watched> watched(List<Entry> entries, List<Part> parts) {
        Map<Probe, List<Entry.Seen>> looks = new LinkedHashMap<>();
        for (Entry.Seen look : only(entries, Entry.Seen.class)) {
            looks.computeIfAbsent(look.probe(), first -> new ArrayList<>()).add(look);
        }
        List<Watched> watched = new ArrayList<>();
        looks.forEach((probe, its) -> {
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                boolean last = i == parts.size() - 1;
                List<Entry.Seen> inIt = its.stream()
                        .filter(look -> look.at().compareTo(part.from) >= 0
                                && (last || look.at().compareTo(part.to) < 0))
                        .toList();
                if (!inIt.isEmpty()) {
                    pieces.addAll(Series.of(inIt, inIt.get(0).at(), part.to).pieces());
                }
            }
            watched.add(new Watched(probe, pieces));
        });
        return watched;
    }

    private static <T extends Entry> List<T> only(List<Entry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
