package org.rackdrill.chaos.importing.nut;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.chaos.importing.nut.Sequence.Moment;
import org.rackdrill.chaos.importing.nut.Sequence.Said;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.yaml.Place;

/** Reads sequences in bounded time and memory, as {@code dummy-ups(8)} describes them. */
final class SequenceReader {

    private static final int MOST_BYTES = 500_000;
    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 1000;
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final String TIMER = "TIMER";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final String LIKE = "Write `variable: value`, or `TIMER 60`.";

    private final String file;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Said> saying = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private SequenceReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file its name, which decides whether the driver loops: it does not with {@code .dev}
     * @throws Unusable when it is no sequence
     */
    static Sequence read(String file, byte[] bytes) {
        return new SequenceReader(file).sequence(bytes);
    }

    private Sequence sequence(byte[] bytes) {
        List<String> lines = text(bytes).lines().toList();
        if (lines.size() > MOST_LINES) {
            throw wrong(MOST_LINES + 1, "there are more than 20,000 lines", "Leave out what only repeats.");
        }
        for (int i = 0; i < lines.size(); i++) {
            read(i + 1, lines.get(i));
        }
        flush();
        if (moments.isEmpty()) {
            throw wrong(1, "nothing is said in the file", LIKE);
        }
        return new Sequence(moments, now, !file.toLowerCase(Locale.ROOT).endsWith(".dev"));
    }

    private String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw wrong(1, "the file is larger than 500 kB", "Sequences have some hundred lines.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(1, "the file is not UTF-8", "Save it as UTF-8; is this a text file?");
        }
        if (text.isBlank()) {
            throw wrong(1, "the file is empty", LIKE);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(int line, String text) {
        if (text.length() > LONGEST_LINE) {
            throw wrong(line, "the line has " + text.length() + " characters", "Lines have up to 1,000.");
        }
        if (text.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            throw wrong(line, "a control character stands in the line", "Remove it; is this a text file?");
        }
        List<String> words = words(line, text);
        if (words.isEmpty()) {
            return;
        }
        String first = words.get(0);
        if (first.equals(TIMER) || first.equals(TIMER + ":")) {
            pause(line, words);
        } else if (first.equalsIgnoreCase(TIMER)) {
            throw wrong(line, "`" + first + "` is written in small letters", "Write `TIMER 60`.");
        } else {
            say(line, words);
        }
    }

    private void pause(int line, List<String> words) {
        String seconds = words.size() == 2 ? words.get(1) : "";
        if (!SECONDS.matcher(seconds).matches()) {
            throw wrong(
                    line,
                    "`" + Meant.shortened(String.join(" ", words)) + "` is no pause in whole seconds",
                    "Write it like `TIMER 60`.");
        }
        flush();
        now = now.plusSeconds(Long.parseLong(seconds));
        if (now.compareTo(LONGEST) > 0) {
            throw wrong(line, "the pauses are longer than ten years together", "Write shorter ones.");
        }
    }

    private void say(int line, List<String> words) {
        int colon = words.get(0).indexOf(':');
        String variable = colon < 0 ? words.get(0) : words.get(0).substring(0, colon);
        if (!VARIABLE.matcher(variable).matches()) {
            throw wrong(line, "`" + Meant.shortened(words.get(0)) + "` is no variable of a UPS", LIKE);
        }
        List<String> values = new ArrayList<>(words.subList(1, words.size()));
        if (colon >= 0 && colon + 1 < words.get(0).length()) {
            values.add(0, words.get(0).substring(colon + 1));
        }
        saying.add(new Said(line, variable, String.join(" ", values).strip()));
    }

    private void flush() {
        if (saying.isEmpty()) {
            return;
        }
        int last = moments.size() - 1;
        if (last >= 0 && moments.get(last).at().equals(now)) {
            saying.addAll(0, moments.remove(last).said());
        }
        moments.add(new Moment(now, saying));
        saying.clear();
    }

    /** Splits a line like NUT does: quotes hold words together, a backslash takes the next character as it is. */
    private List<String> words(int line, String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                open = true;
            } else if (c == '"') {
                quoted = !quoted;
                open = true;
            } else if (!quoted && !open && c == '#') {
                break;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (open) {
                    words.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (quoted) {
            throw wrong(line, "a quote that opens here is never closed", "Close it on the same line.");
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }

    private Unusable wrong(int line, String what, String fix) {
        return new Unusable(file, new Place(line, 1), what, fix);
    }
}
