package org.rackdrill.live.operation;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Manifests that were fetched when they were made. They outlive the primary, which keeps the same ones: a copy must be
 * provable when the site that it was taken from is gone.
 */
public record ManifestFolder(Path folder) {

    /** Returns the text of a manifest. */
    Optional<String> find(String dataset, String guid) {
        try {
            return Optional.of(Files.readString(file(dataset, guid)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a manifest; returns why it could not be kept, if it could not. */
    Optional<String> keep(String dataset, String guid, String text) {
        Path file = file(dataset, guid);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "new", ".part");
            Files.writeString(part, text);
            move(part, file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the manifest cannot be kept in " + folder + ": " + e.getMessage());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the guids of a dataset of which there is one. */
    List<String> guids(String dataset) {
        String prefix = name(dataset) + "@";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path file(String dataset, String guid) {
        return folder.resolve(name(dataset) + "@" + guid.replaceAll("[^0-9A-Za-z]", ""));
    }

    private static String name(String dataset) {
        return dataset.replace('/', '%');
    }
}
