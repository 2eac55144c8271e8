package org.rackdrill.cli.terminal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes what the terminal's encoding lacks in the nearest plain characters instead of a question mark. */
final class AsciiWriter extends Writer {
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('✓', "+"),
            Map.entry('✔', "+"),
            Map.entry('✗', "x"),
            Map.entry('✘', "x"),
            Map.entry('×', "x"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('−', "-"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('…', "~"),
            Map.entry('·', "-"),
            Map.entry('•', "*"),
            Map.entry('→', "->"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≈', "~"),
            Map.entry('±', "+-"),
            Map.entry('µ', "u"),
            Map.entry('\u00a0', " "),
            Map.entry('\u2009', " "),
            Map.entry('\u202f', " "));
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Writer target;
    private final CharsetEncoder encoder;

    AsciiWriter(Writer target, Charset charset) {
        this.target = target;
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        String text = new String(characters, offset, length);
        if (encoder.canEncode(text)) {
            target.write(text);
            return;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(code -> plain.append(nearest(Character.toString(code))));
        target.write(plain.toString());
    }

    private String nearest(String character) {
        if (encoder.canEncode(character)) {
            return character;
        }
        String known = PLAIN.get(character.charAt(0));
        if (known != null) {
            return known;
        }
        char first = character.charAt(0);
        if (first >= '\u2500' && first <= '\u257f') {
            return first == '─' || first == '━' ? "-" : first == '│' || first == '┃' ? "|" : "+";
        }
        if (first >= '\u2580' && first <= '\u259f') {
            return first == '░' ? "." : "#";
        }
        String bare = ACCENTS.matcher(Normalizer.normalize(character, Normalizer.Form.NFD))
                .replaceAll("");
        return !bare.isEmpty() && encoder.canEncode(bare) ? bare : "?";
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
