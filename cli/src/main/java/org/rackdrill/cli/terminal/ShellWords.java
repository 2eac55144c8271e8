package org.rackdrill.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as they can be typed again. */
public final class ShellWords {
    private ShellWords() {}

    /** Returns the words of a command on one line, quoted where a shell would take them for something else. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** Returns one word. */
    public static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
