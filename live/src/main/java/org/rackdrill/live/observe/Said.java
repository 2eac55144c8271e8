package org.rackdrill.live.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.rackdrill.live.text.Lines;

/** The lines {@code key=value} of an answer of the helper. */
record Said(Map<String, String> words) {

    static Said read(String body) {
        Map<String, String> words = new HashMap<>();
        for (String line : Lines.complete(body)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                words.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new Said(words);
    }

    String word(String key) {
        return words.getOrDefault(key, "");
    }

    OptionalDouble number(String key) {
        String digits = word(key);
        return digits.matches("-?\\d{1,15}(\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }
}
