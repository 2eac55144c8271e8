package org.rackdrill.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labs that come with the program, each a resource {@code labs/NAME.yaml}. */
public final class ShippedLabs {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
    // Teaching labs with an exact answer, numbered: o as in the literature that they come from, c composed by us.
    private static final Pattern EXACT_CASE = Pattern.compile("[co]\\d+-.*");
    private static final String ENDING = ".yaml";

    private ShippedLabs() {}

    /** Returns the lab of that name. */
    public static Optional<LabFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String resource = "labs/" + name + ENDING;
        try (InputStream stream = ShippedLabs.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new LabFile(name, resource, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the labs that look like somebody's rack, in alphabetical order. */
    public static List<String> racks() {
        return names().stream()
                .filter(name -> !EXACT_CASE.matcher(name).matches())
                .toList();
    }

    /** Returns all names in alphabetical order. */
    public static List<String> names() {
        URL directory = ShippedLabs.class.getClassLoader().getResource("labs");
        if (directory == null) {
            return List.of();
        }
        try {
            URI location = directory.toURI();
            if (!location.getScheme().equals("jar")) {
                return names(Path.of(location));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return names(jar.getPath("/labs"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
