package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds circles in who hangs on whom. */
final class Cycles {

    private enum Mark {
        OPEN,
        DONE
    }

    private final Map<String, List<String>> edges;
    private final Map<String, Mark> marks = new HashMap<>();
    private final List<List<String>> found = new ArrayList<>();

    private Cycles(Map<String, List<String>> edges) {
        this.edges = edges;
    }

    /** Returns circles, each from a name back to itself; every circle shares a name with one of them. */
    static List<List<String>> in(Map<String, List<String>> edges) {
        Cycles cycles = new Cycles(edges);
        edges.keySet().forEach(cycles::walk);
        return cycles.found;
    }

    /** Walks with a list instead of recursion, because a chain may be as long as the lab. */
    private void walk(String start) {
        List<String> path = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        enter(start, path, next);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            List<String> targets = edges.getOrDefault(path.get(top), List.of());
            int index = next.get(top);
            if (index >= targets.size()) {
                marks.put(path.remove(top), Mark.DONE);
                next.remove(top);
                continue;
            }
            next.set(top, index + 1);
            String target = targets.get(index);
            if (marks.get(target) == Mark.OPEN) {
                List<String> circle = new ArrayList<>(path.subList(path.indexOf(target), path.size()));
                circle.add(target);
                found.add(circle);
            } else {
                enter(target, path, next);
            }
        }
    }

    private void enter(String name, List<String> path, List<Integer> next) {
        if (!marks.containsKey(name)) {
            marks.put(name, Mark.OPEN);
            path.add(name);
            next.add(0);
        }
    }
}
