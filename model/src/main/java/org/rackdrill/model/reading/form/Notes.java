package org.rackdrill.model.reading.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.yaml.Place;

/** Collects what is wrong with one file while it is read. */
public final class Notes {

    /** More than this many are counted, not kept. */
    public static final int MOST = 200;

    private static final double MOST_TIMES = 100_000;

    private final String file;
    private final List<Note> notes = new ArrayList<>();
    private final Set<Note> seen = new HashSet<>();
    private final Set<String> unused = new HashSet<>();
    private final List<Recurring> recurring = new ArrayList<>();
    private int errors;
    private int more;

    public Notes(String file) {
        this.file = file;
    }

    /**
     * One thing that is wrong, or that its author should know.
     *
     * @param error whether the file cannot be used
     */
    public record Note(boolean error, Place place, String what, String fix) {}

    /** Notes that the file cannot be used. */
    public void error(Place place, String what, String fix) {
        errors++;
        add(new Note(true, place, what, fix));
    }

    /** Notes that a text is not what it should be. */
    public void error(Place place, BadText bad) {
        error(place, bad.what(), bad.fix());
    }

    /** Notes something that the author should know. */
    public void warning(Place place, String what, String fix) {
        add(new Note(false, place, what, fix));
    }

    /** Notes, once in a file for each name, that the simulator does not use something yet. */
    public void unusedYet(Place place, String name) {
        if (unused.add(name)) {
            warning(place, "`" + name + "` is read but not simulated yet", "It does not change any result.");
        }
    }

    /** Something that happens again and again, until the study ends. */
    private record Recurring(Place place, String text, double hours) {}

    /** Takes down how often something happens, which {@link #tooOften} judges once the horizon is known. */
    public void recurring(Place place, String text, double hours) {
        recurring.add(new Recurring(place, text, hours));
    }

    /** Notes what happens so often within a horizon that no simulation would end. */
    public void tooOften(double horizonHours) {
        for (Recurring one : recurring) {
            if (horizonHours / one.hours() > MOST_TIMES) {
                error(
                        one.place(),
                        "`" + one.text() + "` is more than 100,000 times in the study's horizon",
                        "Write a longer time, or a shorter `horizon` under `study`.");
            }
        }
    }

    /** Returns the origin of what stands at a place of this file. */
    public Origin origin(Place place) {
        return Origin.file(file, place.line(), place.column());
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** Returns whether so much is wrong that looking for likely meanings is no longer worth the time. */
    public boolean isFull() {
        return notes.size() >= MOST;
    }

    /** Returns how many were left out of {@link #sorted}. */
    public int more() {
        return more;
    }

    /** Returns the notes in the order of the file. */
    public List<Note> sorted() {
        return notes.stream().sorted(Comparator.comparing(Note::place)).toList();
    }

    private void add(Note note) {
        if (isFull()) {
            more++;
        } else if (seen.add(note)) {
            notes.add(note);
        }
    }
}
