package org.rackdrill.live.operation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rackdrill.chaos.run.Answer;

/**
 * How an operation stands, and what has come of it.
 *
 * @param progress how far it is, for people; empty when nothing is known
 * @param facts such as {@code restore.seconds}: what each step found, under its name
 */
public record Told(Answer answer, String progress, SortedMap<String, String> facts) {
    private static final Answer GOES_ON = new Answer(Answer.Kind.RUNNING, "");

    public Told {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Returns what is told of something that goes on. */
    static Told running(String progress) {
        return new Told(GOES_ON, progress, new TreeMap<>());
    }

    /** Returns what is told of something that has ended. */
    static Told ended(Answer answer, Map<String, String> facts) {
        return new Told(answer, "", new TreeMap<>(facts));
    }

    /** Returns whether there is nothing left to wait for. */
    public boolean over() {
        return answer.kind() != Answer.Kind.RUNNING;
    }
}
