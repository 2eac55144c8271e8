package org.rackdrill.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Retouching;

/** The text of a lab file, in which values are written otherwise while every comment stays. */
public final class LabText {

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
        Optional<String> changed = Retouching.retouch(text, edit.path(), edit.value());
        Optional<Map<String, String>> after = changed.flatMap(this::values);
        if (after.isEmpty() || !onlyThat(edit, after.get())) {
            left.add(edit);
            return;
        }
        text = changed.get();
        values = after.get();
    }

    /** What is said of an edited place is what the edit says, whatever was assumed there before. */
    private boolean onlyThat(Edit edit, Map<String, String> after) {
        Map<String, String> expected = new LinkedHashMap<>(values);
        Map<String, String> seen = new LinkedHashMap<>(after);
        expected.remove(edit.path());
        String written = seen.remove(edit.path());
        return written != null && edit.value().startsWith(written) && expected.equals(seen);
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
