package org.rackdrill.live.host;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One request to the helper. It travels on standard input, as one line of JSON without a single escape, so that no shell
 * and no parser on the way can misread it: the letters that names may have are few.
 *
 * @param verb what to do, such as {@code zpool-status}
 * @param words what to do it to
 */
public record Request(String verb, SortedMap<String, String> words) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/@%+=,-]{0,1024}");

    /**
     * A request.
     *
     * @throws IllegalArgumentException when a name has letters that the helper would refuse; the message says which
     */
    public Request {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        check(KEY, verb);
        words.forEach((key, word) -> {
            check(KEY, key);
            check(WORD, word);
        });
    }

    /** Returns a request without words. */
    public static Request of(String verb) {
        return new Request(verb, new TreeMap<>());
    }

    /** Returns the same request with one more word. */
    public Request with(String key, String word) {
        SortedMap<String, String> more = new TreeMap<>(words);
        more.put(key, word);
        return new Request(verb, more);
    }

    /** Returns whether a name can be part of a request. */
    public static boolean sayable(String word) {
        return WORD.matcher(word).matches();
    }

    /** Returns the line that the helper reads, without its end. */
    public String line() {
        StringBuilder line = new StringBuilder("{\"verb\":\"").append(verb).append('"');
        for (Map.Entry<String, String> word : words.entrySet()) {
            line.append(",\"")
                    .append(word.getKey())
                    .append("\":\"")
                    .append(word.getValue())
                    .append('"');
        }
        return line.append('}').toString();
    }

    private static void check(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("the name '" + text
                    + "' has letters that are not passed to a host: A-Z a-z 0-9 . _ : / @ % + = , -");
        }
    }
}
