package org.rackdrill.live.text;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a program printed: all of it or nothing. */
public final class Tree {
    private static final int DEEPEST = 64;
    private static final int LONGEST_WORD = 1 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_WORD)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Tree() {}

    /** Returns the document; none when it is cut off, damaged, too deep, or says anything twice. */
    public static Optional<JsonNode> read(String output) {
        try {
            return Optional.ofNullable(STRICT.readTree(output)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns a word or a number of an object as text; empty when it is neither or not there. */
    public static String word(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : "";
    }
}
