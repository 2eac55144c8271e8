package org.rackdrill.chaos.importing.chaostoolkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rackdrill.chaos.importing.draft.JsonTree;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.yaml.Fault;
import org.rackdrill.model.yaml.Parsed;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** From bytes to the tree of an experiment, in bounded time and memory for any bytes. */
final class ExperimentFile {

    private ExperimentFile() {}

    /**
     * Reads a file.
     *
     * @param file its name; with {@code .json} it is JSON, with {@code .yaml} or {@code .yml} YAML, otherwise what it
     *     looks like
     * @throws Unusable when it is neither
     */
    static Spot read(String file, byte[] bytes) {
        if (bytes.length > YamlFile.MOST_BYTES) {
            throw wrong(file, "the file is larger than 500 kB", "Experiments have some hundred lines.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(file, "the file is not UTF-8", "Save it as UTF-8; is this a text file?");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw wrong(file, "the file is empty", "An experiment starts with `title` and `description`.");
        }
        Tree tree = isJson(file, plain)
                ? JsonTree.parse(file, plain.getBytes(StandardCharsets.UTF_8))
                : yaml(file, plain.getBytes(StandardCharsets.UTF_8));
        return new Spot(file, "", tree);
    }

    private static boolean isJson(String file, String text) {
        String name = file.toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return name.endsWith(".json") || (!yaml && text.stripLeading().startsWith("{"));
    }

    private static Tree yaml(String file, byte[] bytes) {
        Parsed parsed = YamlFile.parse(bytes);
        for (Fault fault : parsed.faults()) {
            if (fault.error()) {
                throw new Unusable(file, fault.place(), fault.what(), fault.fix());
            }
        }
        return parsed.tree()
                .orElseThrow(
                        () -> wrong(file, "the file is empty", "An experiment starts with `title` and `description`."));
    }

    private static Unusable wrong(String file, String what, String fix) {
        return new Unusable(file, Place.START, what, fix);
    }
}
