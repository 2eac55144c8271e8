package org.rackdrill.chaos.importing.draft;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A JSON document as the tree that YAML documents are read into, in bounded time and memory. */
public final class JsonTree {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 100_000;

    private final String file;
    private final JsonParser parser;

    private JsonTree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Returns the document.
     *
     * @throws Unusable when it is no JSON
     */
    public static Tree parse(String file, byte[] bytes) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(50)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            return new JsonTree(file, parser).only();
        }
    }

    private Tree only() {
        try {
            Tree tree = value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw wrong(place(parser.currentTokenLocation()), "there is something after the end");
            }
            return tree;
        } catch (JacksonException broken) {
            // Some complaints do not know where they stand, but the parser does.
            TokenStreamLocation at = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
            throw wrong(place(at), "not JSON: " + firstSentence(broken.getOriginalMessage()));
        }
    }

    private Tree value(JsonToken token) {
        Place place = place(parser.currentTokenLocation());
        return switch (token) {
            case START_ARRAY -> {
                List<Tree> items = new ArrayList<>();
                for (JsonToken next = next(); next != JsonToken.END_ARRAY; next = next()) {
                    items.add(value(next));
                }
                yield new Tree.Items(place, items);
            }
            case START_OBJECT -> {
                List<Tree.Entry> entries = new ArrayList<>();
                while (next() != JsonToken.END_OBJECT) {
                    Tree.Text key = new Tree.Text(place(parser.currentTokenLocation()), parser.currentName(), true);
                    entries.add(new Tree.Entry(key, value(next())));
                }
                yield new Tree.Entries(place, entries);
            }
            case VALUE_STRING -> new Tree.Text(place, parser.getString(), true);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Tree.Text(place, parser.getString(), false);
            case VALUE_NULL -> new Tree.Nothing(place);
            default -> throw wrong(place, "not JSON: a value is missing");
        };
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw wrong(place(parser.currentLocation()), "not JSON: the file ends in the middle");
        }
        return token;
    }

    private static Place place(TokenStreamLocation at) {
        return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
        return line.length() > 160 ? line.substring(0, 160) + "..." : line;
    }

    private Unusable wrong(Place place, String what) {
        return new Unusable(file, place, what, "Repair it there, or save it from your editor again.");
    }
}
