package org.rackdrill.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.yaml.Retouching;

/** The text of a lab file, in which values are written otherwise while every comment stays. */
public final class LabText {

    private static final Pattern OF_DISKS = Pattern.compile("(.+\\.disks(?:\\[\\d{1,4}])?)\\.([a-z-]+)");

    private final LabReader reader;
    private final String fileName;
    private String text;
    private Map<String, String> values;
    private final List<Edit> left = new ArrayList<>();

    private LabText(LabReader reader, String fileName, String text) {
        this.reader = reader;
        this.fileName = fileName;
        this.text = text;
        values = values(text).orElse(Map.of());
    }

    /**
     * What came of writing.
     *
     * @param text with all that could be written
     * @param left what could not: its place holds a form that is not written by machine
     */
    public record Written(String text, List<Edit> left) {
        public Written {
            left = List.copyOf(left);
        }
    }

    /**
     * Writes values into the text of a lab. After each one the text is read again: if anything else means something else
     * now, that one is left out.
     */
    public static Written with(LabReader reader, String fileName, byte[] bytes, List<Edit> edits) {
        LabText lab = new LabText(reader, fileName, new String(bytes, StandardCharsets.UTF_8));
        edits.forEach(lab::write);
        return new Written(lab.text, lab.left);
    }

    private void write(Edit edit) {
        boolean written = take(edit, Retouching.retouch(text, edit.path(), edit.value()), "") || spellOut(edit);
        if (!written) {
            left.add(edit);
        }
    }

    /** A value of disks that stand there as `8 x wd-red-pro-8tb`, without a place for more. */
    private boolean spellOut(Edit edit) {
        Matcher matcher = OF_DISKS.matcher(edit.path());
        if (!matcher.matches()) {
            return false;
        }
        String disks = String.valueOf(matcher.group(1));
        String said = values.getOrDefault(disks, "");
        try {
            String longer = Disks.parse(said).spelledOut(String.valueOf(matcher.group(2)), edit.value());
            return take(edit, Retouching.retouch(text, disks, longer), disks);
        } catch (BadText noDisks) {
            return false;
        }
    }

    /**
     * Takes a changed text when it is the same lab but for an edit.
     *
     * @param otherWords a path whose value may be said in other words; empty for none
     */
    private boolean take(Edit edit, Optional<String> changed, String otherWords) {
        Optional<Map<String, String>> after = changed.flatMap(this::values);
        if (after.isEmpty() || !onlyThat(edit, otherWords, after.get())) {
            return false;
        }
        text = changed.get();
        values = after.get();
        return true;
    }

    /** What is said of an edited place is what the edit says, whatever was assumed there before. */
    private boolean onlyThat(Edit edit, String otherWords, Map<String, String> after) {
        Map<String, String> expected = new LinkedHashMap<>(values);
        Map<String, String> seen = new LinkedHashMap<>(after);
        String written = seen.getOrDefault(edit.path(), "");
        boolean keys = edit.value().startsWith("{");
        boolean there = keys
                ? seen.keySet().stream().anyMatch(path -> below(edit, path))
                : !written.isEmpty() && edit.value().startsWith(written);
        for (Map<String, String> all : List.of(expected, seen)) {
            all.remove(otherWords);
            all.keySet().removeIf(path -> path.equals(edit.path()) || (keys && below(edit, path)));
        }
        return there && expected.equals(seen);
    }

    private static boolean below(Edit edit, String path) {
        return path.startsWith(edit.path() + ".") || path.startsWith(edit.path() + "[");
    }

    /** Returns every value, without its range when that is another way to say the same; nothing when it is no lab. */
    private Optional<Map<String, String>> values(String changed) {
        Reading reading = reader.read(fileName, changed.getBytes(StandardCharsets.UTF_8));
        if (reading.lab().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> all = new LinkedHashMap<>();
        reading.explained().forEach(it -> all.put(it.path(), it.value()));
        return Optional.of(all);
    }
}
