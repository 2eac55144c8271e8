package org.rackdrill.chaos.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that remembers its file and line, so that a complaint can name them. */
sealed interface Json {
    /** Deeper nesting than any case has is an attack on the stack. */
    int DEEPEST = 20;

    /** The name of the file. */
    String file();

    /** The line, from 1. */
    int line();

    /** A text, a number or a truth value, as text. */
    record Scalar(String file, int line, String text) implements Json {}

    /** An array. */
    record Array(String file, int line, List<Json> items) implements Json {}

    /** An object; its keys in the order of the file. */
    record Dictionary(String file, int line, Map<String, Json> entries) implements Json {}

    /**
     * Returns the value that a file holds.
     *
     * @throws BadCase when it holds none
     */
    static Json parse(String file, String text) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            return only(file, parser);
        }
    }

    private static Json only(String file, JsonParser parser) {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new BadCase(file, 0, "is empty");
            }
            Json value = value(file, parser, first);
            if (parser.nextToken() != null) {
                throw new BadCase(file, lineOf(parser), "there is something after the end");
            }
            return value;
        } catch (JacksonException wrong) {
            // Some complaints do not know where they stand, but the parser does.
            int line = wrong.getLocation() == null
                    ? parser.currentLocation().getLineNr()
                    : wrong.getLocation().getLineNr();
            throw new BadCase(file, line, "is no JSON: " + firstSentence(wrong.getOriginalMessage()));
        }
    }

    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 160) + "..." : line;
    }

    private static int lineOf(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Json value(String file, JsonParser parser, JsonToken token) {
        int line = lineOf(parser);
        return switch (token) {
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(file, parser, next));
                }
                yield new Array(file, line, items);
            }
            case START_OBJECT -> {
                Map<String, Json> entries = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    entries.put(key, value(file, parser, parser.nextToken()));
                }
                yield new Dictionary(file, line, entries);
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Scalar(file, line, parser.getString());
            default -> throw new BadCase(file, line, "a value is missing");
        };
    }

    /** Returns the complaint about this value. */
    default BadCase wrong(String what) {
        return new BadCase(file(), line(), what);
    }

    /** Returns this as an object. */
    default Dictionary dictionary() {
        if (this instanceof Dictionary dictionary) {
            return dictionary;
        }
        throw wrong("an object { } is expected here");
    }

    /** Returns this as an array. */
    default Array array() {
        if (this instanceof Array array) {
            return array;
        }
        throw wrong("an array [ ] is expected here");
    }

    /** Returns this as text. */
    default String text() {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        throw wrong("a text or a number is expected here");
    }

    /** Returns this as a number that is finite and not negative. */
    default double number() {
        try {
            double number = Double.parseDouble(text());
            if (number >= 0 && number <= 1e18) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong("\"" + text() + "\" is no number");
        }
        throw wrong("\"" + text() + "\" is out of range");
    }

    /** Returns this as a small number. */
    default int count() {
        double number = number();
        if (number > 1000 || number != Math.rint(number)) {
            throw wrong("\"" + text() + "\" is no count up to 1000");
        }
        return (int) number;
    }

    /** Returns whether this is a yes. */
    default boolean yes() {
        return !text().isEmpty() && !text().equals("0") && !text().equals("false");
    }
}
