package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file to which accepted keys are written. What is in it otherwise stays as it is, to the byte. */
record KnownHostsFile(Path path) {
    private static final int SALT_BYTES = 20;

    /** Adds a key for a name, hashed where the file keeps its names so, and takes others away in the same step. */
    void accept(String name, KeyBlob key, Set<KeyBlob> others) throws IOException {
        NewText.change(path, text -> {
            StringBuilder after = new StringBuilder();
            boolean hashes = false;
            int number = 0;
            for (String line : text.isEmpty() ? new String[0] : text.split("(?<=\n)", -1)) {
                Optional<KnownLine> known = KnownLine.read(line.stripTrailing(), path, ++number);
                hashes |= known.filter(it -> it.names().isHashed()).isPresent();
                boolean old = known.filter(it -> isAbout(it, name) && others.contains(it.key()))
                        .isPresent();
                after.append(old ? without(line, name) : line);
            }
            if (after.length() > 0 && after.charAt(after.length() - 1) != '\n') {
                after.append('\n');
            }
            String field = hashes ? HostNames.hashed(name, salt()).field() : name;
            return after.append(field + " " + key.type() + " " + key.base64() + "\n")
                    .toString();
        });
    }

    /** Returns whether a line names a host so that it can be taken out of it: not by a pattern. */
    boolean canForget(KnownLine line, String name) {
        return line.file().equals(path)
                && (line.names().isHashed() || names(line.names()).contains(name));
    }

    private boolean isAbout(KnownLine line, String name) {
        return line.marker() == KnownLine.Marker.KEY && line.names().match(name) && canForget(line, name);
    }

    private static String without(String line, String name) {
        String field = Arrays.stream(line.strip().split("[ \t]+")).findFirst().orElse("");
        List<String> rest = new ArrayList<>(Arrays.asList(field.split(",", -1)));
        rest.removeIf(it -> it.toLowerCase(Locale.ROOT).equals(name));
        if (field.startsWith("|") || rest.isEmpty()) {
            return "";
        }
        int start = line.indexOf(field);
        return line.substring(0, start) + String.join(",", rest) + line.substring(start + field.length());
    }

    private static List<String> names(HostNames names) {
        return Arrays.stream(names.field().split(",", -1))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}
