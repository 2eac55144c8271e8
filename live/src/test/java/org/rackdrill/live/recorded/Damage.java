package org.rackdrill.live.recorded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ways in which an output arrives as something else. */
final class Damage {
    private static final String[] INTRUDERS = {
        "\u001b[31m",
        "\u001b[2J\u001b]0;x\u0007",
        "\u0000",
        "\uFFFD\uFFFD",
        "\r",
        "\n",
        "\t",
        "{",
        "<",
        "<!DOCTYPE x>",
        "&x;",
        "\"",
        "é",
        " ".repeat(300),
        "%s%n",
        "$(id)"
    };

    private Damage() {}

    /** Returns a text with one to three bytes or pieces changed. */
    static String mutated(String text, SplittableRandom luck) {
        StringBuilder changed = new StringBuilder(text);
        for (int edits = 1 + luck.nextInt(3); edits > 0 && changed.length() > 2; edits--) {
            int at = luck.nextInt(changed.length());
            switch (luck.nextInt(6)) {
                case 0 -> changed.setCharAt(at, (char) luck.nextInt(256));
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.insert(at, INTRUDERS[luck.nextInt(INTRUDERS.length)]);
                case 3 -> swapLines(changed, luck);
                case 4 -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 80)));
                default -> changed.setLength(at + 1);
            }
        }
        return changed.toString();
    }

    private static void swapLines(StringBuilder text, SplittableRandom luck) {
        List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
        int one = luck.nextInt(lines.size());
        int other = luck.nextInt(lines.size());
        String kept = lines.set(one, lines.get(other));
        lines.set(other, kept);
        text.setLength(0);
        text.append(String.join("\n", lines));
    }

    /** Returns the text after it was read as if its bytes, some of them broken, were UTF-8. */
    static String invalidUtf8(String text, SplittableRandom luck) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + bytes.length / 50; i++) {
            bytes[luck.nextInt(bytes.length)] = (byte) (0x80 + luck.nextInt(0x80));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
