package org.rackdrill.reports.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.capacity.Likely;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into a record: unknown keys are ignored, and what does not fit is named with its place. */
public final class RecordReader {
    private static final int DEEPEST = 30;
    private static final int LONGEST_TEXT = 1_000_000;

    private RecordReader() {}

    /**
     * Returns the value of a key at the top when it is text, without reading what the rest means.
     *
     * @throws Misfit when this is no JSON object
     */
    public static Optional<String> textAtTop(byte[] json, String key) {
        return parsing(json, parser -> {
            Optional<String> found = Optional.empty();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals(key);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.VALUE_STRING) {
                    found = Optional.of(parser.getString());
                }
                parser.skipChildren();
            }
            return found;
        });
    }

    /**
     * Returns the record that the bytes describe.
     *
     * @throws Misfit when they describe none
     */
    public static <R extends Record> R read(byte[] json, Class<R> type) {
        return type.cast(parsing(json, parser -> record(parser, "", type)));
    }

    /** Something that reads on from the opening brace. */
    private interface Step<T> {
        T from(JsonParser parser);
    }

    private static <T> T parsing(byte[] json, Step<T> step) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Misfit("it does not begin with {");
            }
            T value = step.from(parser);
            if (parser.nextToken() != null) {
                throw new Misfit("there is something after the last }" + place(parser));
            }
            return value;
        } catch (UnexpectedEndOfInputException e) {
            throw new Misfit("it ends in the middle, as if the disk had been full", e);
        } catch (StreamConstraintsException e) {
            throw new Misfit("it is nested deeper, or holds longer texts or numbers, than any results do", e);
        } catch (StreamReadException | JacksonIOException e) {
            // What the parser says is for whoever writes programs.
            TokenStreamLocation where = e.getLocation();
            throw new Misfit(
                    "it is not JSON"
                            + (where == null
                                    ? ""
                                    : ", from line " + where.getLineNr() + ", column " + where.getColumnNr() + " on"),
                    e);
        }
    }

    private static @Nullable Object value(JsonParser parser, String path, Type type, boolean mayBeNull) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL && mayBeNull) {
            return null;
        }
        if (type instanceof ParameterizedType list) {
            return list(parser, path, list.getActualTypeArguments()[0]);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == String.class) {
            expect(token == JsonToken.VALUE_STRING, parser, path, "a text");
            return parser.getString();
        }
        if (wanted == double.class || wanted == Double.class) {
            expect(token != null && token.isNumeric(), parser, path, "a number");
            double number = parser.getDoubleValue();
            expect(Double.isFinite(number), parser, path, "a number of ordinary size");
            return number;
        }
        if (wanted == int.class || wanted == Integer.class || wanted == long.class) {
            expect(token == JsonToken.VALUE_NUMBER_INT, parser, path, "a whole number");
            return wholeNumber(parser, path, wanted);
        }
        if (wanted == boolean.class) {
            expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, parser, path, "true or false");
            return parser.getBooleanValue();
        }
        expect(token == JsonToken.START_OBJECT, parser, path, "an object");
        return record(parser, path, wanted);
    }

    private static Object wholeNumber(JsonParser parser, String path, Class<?> wanted) {
        JsonParser.NumberType size = parser.getNumberType();
        boolean fits =
                size == JsonParser.NumberType.INT || (wanted == long.class && size == JsonParser.NumberType.LONG);
        expect(fits, parser, path, "a whole number of ordinary size");
        if (wanted != long.class) {
            return parser.getIntValue();
        }
        return parser.getLongValue();
    }

    private static List<Object> list(JsonParser parser, String path, Type of) {
        expect(parser.currentToken() == JsonToken.START_ARRAY, parser, path, "a list");
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object item = value(parser, path + "[" + items.size() + "]", of, false);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private static Object record(JsonParser parser, String path, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Integer> order = new HashMap<>();
        Map<String, Integer> ranges = new HashMap<>();
        for (int i = 0; i < components.length; i++) {
            order.put(components[i].getName(), i);
            if (Components.isLikely(components[i])) {
                ranges.put(components[i].getName() + Components.RANGE, i);
            }
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        @Nullable Span[] spans = new @Nullable Span[components.length];
        boolean[] seen = new boolean[components.length];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Integer at = order.get(parser.currentName());
            Integer range = ranges.get(parser.currentName());
            parser.nextToken();
            if (at != null) {
                values[at] = part(parser, child(path, components[at]), components[at]);
                seen[at] = true;
            } else if (range != null) {
                spans[range] =
                        (Span) value(parser, child(path, components[range]) + Components.RANGE, Span.class, true);
            } else {
                parser.skipChildren();
            }
        }
        for (int i = 0; i < components.length; i++) {
            if (!seen[i] && !Components.mayBeNull(components[i]) && !Components.isOptional(components[i])) {
                throw new Misfit("the key " + child(path, components[i]) + " is missing");
            }
            if (Components.isLikely(components[i]) && values[i] instanceof Double best) {
                Span span = spans[i] == null ? new Span(best, best) : spans[i];
                values[i] = new Likely(best, span.low(), span.high());
            }
            if (Components.isOptional(components[i])) {
                values[i] = Optional.ofNullable(values[i]);
            }
        }
        return Components.newRecord(type, values);
    }

    private static @Nullable Object part(JsonParser parser, String path, RecordComponent component) {
        boolean mayBeNull = Components.mayBeNull(component) || Components.isOptional(component);
        Type type = Components.isLikely(component) ? double.class : Components.ofType(component);
        return value(parser, path, type, mayBeNull);
    }

    /** The interval of a number, which stands beside it; public, so that it can be made like all others. */
    public record Span(double low, double high) {}

    private static String child(String path, RecordComponent component) {
        return path.isEmpty() ? component.getName() : path + "." + component.getName();
    }

    private static void expect(boolean fits, JsonParser parser, String path, String what) {
        if (!fits) {
            throw new Misfit(path + place(parser) + " must be " + what);
        }
    }

    private static String place(JsonParser parser) {
        return " (line " + parser.currentTokenLocation().getLineNr() + ")";
    }
}
