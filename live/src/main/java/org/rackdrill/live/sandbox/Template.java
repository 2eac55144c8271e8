package org.rackdrill.live.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The words between at signs that stand for something else in each node.
 *
 * @param words what stands for what
 */
record Template(Map<String, String> words) {

    /** Returns the words of a node. */
    static Template of(Place place, String node, String secret) {
        return new Template(Map.of(
                "@INSTANCE@", place.name(),
                "@HOME@", place.home(),
                "@AWAY@", place.away(),
                "@NODE@", node,
                "@ADDRESS@", place.address(node),
                "@SECRET@", secret));
    }

    /** Returns a file with the words replaced; what is not text stays as it is. */
    byte[] fill(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return file;
        }
        if (text.indexOf('@') < 0 || text.indexOf('\0') >= 0) {
            return file;
        }
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled.getBytes(StandardCharsets.UTF_8);
    }
}
