package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which machine stands behind a name: {@code /etc/machine-id} of each, so that a machine that was given the address, or
 * even the key, of another one is noticed. Each line holds the name under which OpenSSH keeps the key, and the id.
 */
public record MachineIds(Path file) {
    private static final Pattern LINE = Pattern.compile("(\\S+)[ \\t]+([0-9a-f]{32})\\s*");
    private static final Pattern TOLD = Pattern.compile("(?m)^machine-id=([0-9a-f]{32})$");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** Returns those of a user. */
    public static MachineIds of(Path home) {
        return new MachineIds(home.resolve(".config/rackdrill/machines"));
    }

    /** Returns the id that was pinned for a name, such as {@code 10.0.0.11} or {@code [10.0.0.11]:2222}. */
    public Optional<String> of(String knownName) {
        return lines().stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(knownName))
                .map(line -> line.group(2))
                .findFirst();
    }

    /**
     * Pins an id to a name, in place of another one.
     *
     * @throws IllegalArgumentException when it is no machine-id
     */
    public void pin(String knownName, String id) throws IOException {
        if (!ID.matcher(id).matches()
                || knownName.isEmpty()
                || knownName.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("'" + id + "' of '" + knownName + "' is no machine-id");
        }
        NewText.change(file, text -> {
            List<String> lines = new ArrayList<>();
            boolean written = false;
            for (String line : text.lines().toList()) {
                Matcher known = LINE.matcher(line);
                if (!known.matches() || !known.group(1).equals(knownName)) {
                    lines.add(line);
                } else if (!written) {
                    lines.add(knownName + " " + id);
                    written = true;
                }
            }
            if (!written) {
                lines.add(knownName + " " + id);
            }
            return String.join("\n", lines) + "\n";
        });
    }

    /** Finds the id in what the helper tells about itself. */
    static Optional<String> in(String body) {
        Matcher told = TOLD.matcher(body);
        return told.find() ? Optional.of(told.group(1)) : Optional.empty();
    }

    /** Returns whether a text is a machine-id. */
    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    private List<String> lines() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
