package org.rackdrill.simulator.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Group;

/** Groups of named things, as many of which must be up, built from below; what is always or never up drops out. */
final class Wires {

    /** What cannot fail; no lab can use the name, for it has spaces. */
    static final String ALWAYS = "always up";

    /** What cannot work. */
    static final String NEVER = "never up";

    private final Map<String, Group> groups = new HashMap<>();
    private final List<Group> ordered = new ArrayList<>();

    List<Group> groups() {
        return List.copyOf(ordered);
    }

    String all(List<String> parts) {
        return atLeast(parts.size(), parts);
    }

    String any(List<String> parts) {
        return atLeast(1, parts);
    }

    String atLeast(int needed, List<String> parts) {
        int left = needed;
        List<String> open = new ArrayList<>();
        for (String part : parts) {
            if (part.equals(ALWAYS)) {
                left--;
            } else if (!part.equals(NEVER)) {
                open.add(part);
            }
        }
        boolean alike = left == 1 || left == open.size();
        List<String> of = alike ? List.copyOf(new java.util.LinkedHashSet<>(open)) : open;
        int required = left == open.size() ? of.size() : left;
        if (required <= 0) {
            return ALWAYS;
        }
        if (required > of.size()) {
            return NEVER;
        }
        if (of.size() == 1) {
            return of.get(0);
        }
        String key = required + " of " + (alike ? new java.util.TreeSet<>(Set.copyOf(of)) : of);
        Group known = groups.get(key);
        if (known == null) {
            known = new Group("group " + (ordered.size() + 1), required, of);
            groups.put(key, known);
            ordered.add(known);
        }
        return known.name();
    }
}
