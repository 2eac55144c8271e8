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

/**
 * Files of one sort that come with the program, as resources.
 *
 * @param folder where they are
 * @param ending what their names end with
 */
record ShippedFiles(String folder, String ending) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** Returns the file of that name. */
    Optional<LabFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String resource = folder + "/" + name + ending;
        try (InputStream stream = ShippedFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new LabFile(name, resource, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all names in alphabetical order. */
    List<String> names() {
        URL directory = ShippedFiles.class.getClassLoader().getResource(folder);
        if (directory == null) {
            return List.of();
        }
        try {
            URI location = directory.toURI();
            if (!location.getScheme().equals("jar")) {
                return names(Path.of(location));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return names(jar.getPath("/" + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
