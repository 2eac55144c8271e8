package org.rackdrill.live.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a snapshot held: for each thing its kind, mode, owner, group, size and the SHA-256 of its bytes.
 *
 * @param things by their path
 */
public record Manifest(Map<String, String> things) {
    private static final int FIELDS = 7;

    public Manifest {
        things = new TreeMap<>(things);
    }

    /**
     * Reads what the helper wrote.
     *
     * @throws IllegalArgumentException when a line is none: a manifest that is not whole proves nothing
     */
    static Manifest read(String text) {
        Map<String, String> things = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] fields = line.split(" ", -1);
            if (fields.length != FIELDS || fields[FIELDS - 1].isEmpty()) {
                throw new IllegalArgumentException("a manifest has a line that is none: " + line);
            }
            String path = fields[FIELDS - 1];
            if (things.put(path, line.substring(0, line.length() - path.length() - 1)) != null) {
                throw new IllegalArgumentException("a manifest names " + path + " twice");
            }
        });
        return new Manifest(things);
    }

    /** Returns what differs, as clauses in the order of the paths; nothing when everything is as it was. */
    List<String> differences(Manifest other) {
        List<String> differences = new ArrayList<>();
        things.forEach((path, was) -> {
            String is = other.things.get(path);
            if (is == null) {
                differences.add(path + " is missing");
            } else if (!is.equals(was)) {
                differences.add(path + " " + difference(was.split(" "), is.split(" ")));
            } else if (was.contains(" unreadable")) {
                differences.add(path + " could not be read for the manifest");
            }
        });
        other.things.keySet().stream()
                .filter(path -> !things.containsKey(path))
                .forEach(path -> differences.add(path + " was not there"));
        return differences;
    }

    private static String difference(String[] was, String[] is) {
        String[] names = {"kind", "mode", "owner", "group", "size", "content"};
        for (int i = names.length - 1; i >= 0; i--) {
            if (!was[i].equals(is[i])) {
                return is[i].equals("unreadable") ? "cannot be read" : "has another " + names[i];
            }
        }
        return "differs";
    }
}
