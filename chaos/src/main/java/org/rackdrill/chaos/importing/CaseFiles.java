package org.rackdrill.chaos.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one case. */
record CaseFiles(Path directory) {
    /** More than any case needs; what is larger is not read at all. */
    private static final long LARGEST = 4 << 20;

    private static final String HARDWARE = "hardware_status";

    /** Returns whether a directory looks like one of a case. */
    static boolean isCase(Path directory) {
        return Files.exists(directory.resolve(HARDWARE)) || Files.exists(directory.resolve("cmdlist"));
    }

    /** Returns the text of a file that must be there. */
    String required(String name) {
        return optional(name).orElseThrow(() -> new BadCase(name, 0, "is missing"));
    }

    /** Returns the text of a file, if there is one. */
    Optional<String> optional(String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new BadCase(name, 0, "is no regular file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadCase(name, 0, "is larger than 4 MiB");
            }
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException wrong) {
            throw new BadCase(name, 0, "is not UTF-8");
        } catch (IOException unreadable) {
            throw new BadCase(name, 0, "cannot be read");
        }
    }

    /** Returns the object in a file; an empty one where there is no file. */
    Json.Dictionary dictionary(String name) {
        return optional(name)
                .map(text -> Json.parse(name, text).dictionary())
                .orElse(new Json.Dictionary(name, 0, Map.of()));
    }

    Json.Dictionary hardware() {
        return Json.parse(HARDWARE, required(HARDWARE)).dictionary();
    }

    List<String> lines(String name) {
        return required(name).lines().toList();
    }
}
