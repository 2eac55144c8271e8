package org.rackdrill.chaos.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What measurements say of a lab: which values moved, and what says nothing of it and why. */
public final class Found {

    private static final int LONGEST_NAME = 60;

    private final List<Moved> moved = new ArrayList<>();
    private final Map<String, List<String>> left = new LinkedHashMap<>();

    Found() {}

    void add(Moved one) {
        moved.add(one);
    }

    void add(Optional<Moved> one, String file, Value value) {
        one.ifPresentOrElse(
                this::add,
                () -> leave(file, "`" + value.parameter().text() + "` does not come at random, and is left as it is"));
    }

    void leave(String file, String why) {
        List<String> reasons = left.computeIfAbsent(file, first -> new ArrayList<>());
        if (!reasons.contains(why)) {
            reasons.add(why);
        }
    }

    /** Returns the values that are known better. */
    public List<Moved> moved() {
        return List.copyOf(moved);
    }

    /** Returns what was not used, by file, each reason as a sentence without its full stop. */
    public Map<String, List<String>> left() {
        return Collections.unmodifiableMap(left);
    }

    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Returns a name out of a file, so short that it fits into a line. */
    static String shown(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return "`" + (line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "..." : line) + "`";
    }
}
