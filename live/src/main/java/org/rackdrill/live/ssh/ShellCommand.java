package org.rackdrill.live.ssh;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A program and its arguments, as words. A shell on the way gets them as one line in which every word is quoted, so that
 * none can become anything else; there is no way to give it a line.
 *
 * @param words the program first; none has a NUL in it, and the program is not empty
 */
public record ShellCommand(List<String> words) {

    /**
     * A command.
     *
     * @throws IllegalArgumentException when no program could be given these words
     */
    public ShellCommand {
        words = List.copyOf(words);
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        for (String word : words) {
            if (word.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no argument can have a NUL in it");
            }
        }
    }

    /** Returns a command of these words. */
    public static ShellCommand of(String... words) {
        return new ShellCommand(List.of(words));
    }

    /** Returns the line for a POSIX shell. */
    String line() {
        return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    /** Returns a word in quotes, where there is no need for them without. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.chars().allMatch(ShellCommand::isPlain);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    // Not '~' and '=': a shell may take them for more than letters where a word begins.
    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || "@%+:,./_-".indexOf(letter) >= 0;
    }
}
