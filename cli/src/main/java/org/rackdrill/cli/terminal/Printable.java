package org.rackdrill.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text from outside safe to print: whatever would move the cursor or turn the text is written out instead. */
public final class Printable {
    // Control characters, and the format characters that reorder or break a line.
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Printable() {}

    /** Returns the text on one line: a newline becomes {@code \n}, an escape {@code \x1b}. */
    public static String line(String text) {
        return UNSAFE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(escaped(match.group())));
    }

    /** Returns the text with its lines as they are and everything else as in {@link #line}. */
    public static String lines(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(
                        match -> match.group().equals("\n") ? "\n" : Matcher.quoteReplacement(escaped(match.group())));
    }

    /** Returns the text with its lines and colours as they are and everything else as in {@link #line}. */
    public static String coloured(String text) {
        StringBuilder safe = new StringBuilder();
        Matcher colours = COLOUR.matcher(text);
        int end = 0;
        while (colours.find()) {
            safe.append(lines(text.substring(end, colours.start()))).append(colours.group());
            end = colours.end();
        }
        return safe.append(lines(text.substring(end))).toString();
    }

    private static String escaped(String character) {
        int code = character.codePointAt(0);
        return switch (code) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> code < 0x100 ? String.format("\\x%02x", code) : String.format("\\u%04x", code);
        };
    }
}
