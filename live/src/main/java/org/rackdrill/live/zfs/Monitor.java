package org.rackdrill.live.zfs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.live.text.Lines;
import org.rackdrill.live.text.Shown;

/**
 * What one of sanoid's monitors says, in the way of Nagios plugins. They read a cache, so it may be old.
 *
 * @param text for people
 */
public record Monitor(Level level, String text) {

    /** How bad it is. */
    public enum Level {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN
    }

    /**
     * Returns the monitors of an answer, by their names {@code health}, {@code capacity} and {@code snapshots}. Each
     * begins with a line {@code = NAME EXIT-CODE}.
     */
    public static Map<String, Monitor> read(String output) {
        Map<String, Monitor> monitors = new LinkedHashMap<>();
        String name = "";
        String exit = "";
        StringBuilder said = new StringBuilder();
        for (String line : Lines.complete(output + "= end 0\n")) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].equals("=")) {
                if (!name.isEmpty()) {
                    monitors.put(name, of(exit, said.toString()));
                }
                name = words[1];
                exit = words[2];
                said.setLength(0);
            } else if (said.length() < 8192) {
                said.append(line).append('\n');
            }
        }
        return monitors;
    }

    /** Returns what one run says; it is only good when its exit code and its words both say so. */
    static Monitor of(String exit, String said) {
        List<String> lines =
                Lines.complete(said).stream().filter(line -> !line.isBlank()).toList();
        Level level = switch (exit) {
            case "0" ->
                !lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith("OK")) ? Level.OK : Level.UNKNOWN;
            case "1" -> Level.WARNING;
            case "2" -> Level.CRITICAL;
            default -> Level.UNKNOWN;
        };
        return new Monitor(level, Shown.text(String.join("; ", lines)));
    }
}
