package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the sandbox that come with the program, from a jar or from a folder of classes. */
final class Shipped {
    private static final String ROOM = "/org/rackdrill/live/sandbox/";

    private Shipped() {}

    /** Returns a file as text. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Returns the lines of a file that say something. */
    static Stream<String> lines(String name) {
        return text(name)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }

    static byte[] bytes(String name) {
        try (InputStream stream = Shipped.class.getResourceAsStream(ROOM + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new Impossible("cannot read " + name + " of the program: " + e.getMessage());
        }
    }

    /** Returns the files below a folder, by their paths from there; none when there is no such folder. */
    static SortedMap<String, byte[]> below(String folder) {
        URL url = Shipped.class.getResource(ROOM + folder);
        if (url == null) {
            return new TreeMap<>();
        }
        try {
            if (!(url.openConnection() instanceof JarURLConnection inJar)) {
                return walk(Path.of(url.toURI()));
            }
            // Opened by its path: by its address only one thread at a time could have it open.
            Path file = Path.of(inJar.getJarFileURL().toURI());
            try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
                return walk(jar.getPath(ROOM + folder));
            }
        } catch (URISyntaxException | IOException e) {
            throw new Impossible("cannot read " + folder + " of the program: " + e.getMessage());
        }
    }

    private static SortedMap<String, byte[]> walk(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
