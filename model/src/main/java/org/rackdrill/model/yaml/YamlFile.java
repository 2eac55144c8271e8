package org.rackdrill.model.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** From bytes to a {@link Tree}, in bounded time and memory for any bytes. */
public final class YamlFile {

    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 500_000;

    private static final int DEEPEST = 50;
    private static final Pattern SOME_OF = Pattern.compile("\\b\\d+ of \\[[^\\[\\]\\n{}#]*]");
    private static final String SHORT = "Files of ours have some hundred lines.";

    private YamlFile() {}

    /** Reads a file; never throws. */
    public static Parsed parse(byte[] bytes) {
        List<Fault> faults = new ArrayList<>();
        if (bytes.length > MOST_BYTES) {
            return refused("the file has " + bytes.length / 1000 + " kB; up to 500 kB are read", SHORT);
        }
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF) && bytes[0] + bytes[1] == -3) {
            return refused("the file is UTF-16", "Save it as UTF-8.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            Place place = firstBad(bytes);
            return new Parsed(
                    Optional.empty(), List.of(new Fault(place, "the file is not UTF-8", "Save it as UTF-8.", true)));
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
            faults.add(new Fault(
                    Place.START, "the file starts with a byte order mark", "Save it as UTF-8 without BOM.", false));
        }
        if (text.isBlank()) {
            return refused("the file is empty", "Start with `rackdrill: 1` for a lab, or `drill: 1` for a drill.");
        }
        return compose(masked(text), faults);
    }

    private static Parsed compose(String text, List<Fault> faults) {
        Node node;
        try {
            node = new Yaml(limits()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            faults.add(Explanations.of(text, e));
            return new Parsed(Optional.empty(), faults);
        } catch (ReaderException e) {
            faults.add(Explanations.of(text, e));
            return new Parsed(Optional.empty(), faults);
        } catch (RuntimeException e) {
            // Limits of the parser, and whatever else it throws on bytes that nobody wrote by hand.
            faults.add(new Fault(
                    Place.START, "the file is not YAML that can be read: " + Explanations.reason(e), SHORT, true));
            return new Parsed(Optional.empty(), faults);
        }
        if (node == null) {
            return refused("the file is empty", "Start with `rackdrill: 1` for a lab, or `drill: 1` for a drill.");
        }
        return new Planting(faults).plant(node);
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(1000);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    /** Hides the list in {@code 1 of [a, b]}, which is one value to us but not to YAML when it stands in braces. */
    private static String masked(String text) {
        Matcher matcher = SOME_OF.matcher(text);
        StringBuilder masked = new StringBuilder(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                masked.setCharAt(i, Masks.hide(text.charAt(i)));
            }
        }
        return masked.toString();
    }

    private static Parsed refused(String what, String fix) {
        return new Parsed(Optional.empty(), List.of(new Fault(Place.START, what, fix, true)));
    }

    private static Place firstBad(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        decoder.decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
        int line = 1;
        int start = 0;
        for (int i = 0; i < in.position(); i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, in.position() - start + 1);
    }

    static Place place(@Nullable Mark mark) {
        return mark == null ? Place.START : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
