package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes known_hosts files about one daemon: right, wrong, strange and broken ones. */
final class KnownHostsFiles {
    private final Random random;
    private final int port;
    private final List<String> keys;

    /**
     * A maker of files.
     *
     * @param keys what may stand in them, each with its type: of the daemon, of its authorities, of others
     */
    KnownHostsFiles(long seed, int port, List<String> keys) {
        this.random = new Random(seed);
        this.port = port;
        this.keys = keys;
    }

    /** Writes two files of a user and one of the machine; some are not there. */
    List<Path> write(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("user1", "user2", "global")) {
            Path file = directory.resolve(name);
            Files.deleteIfExists(file);
            if (random.nextInt(4) > 0 || name.equals("user1")) {
                StringBuilder text = new StringBuilder();
                int lines = random.nextInt(4);
                for (int i = 0; i <= lines; i++) {
                    text.append(line()).append(pick("\n", "\n", "\n", "\r\n", "\n\n", "\n# a comment\n"));
                }
                if (random.nextInt(5) == 0) {
                    text.setLength(text.toString().stripTrailing().length());
                }
                Files.writeString(file, text.toString(), StandardCharsets.ISO_8859_1);
            }
            files.add(file);
        }
        return files;
    }

    String host() {
        return pick("127.0.0.1", "127.0.0.1", "localhost");
    }

    private String line() {
        String marker =
                pick("", "", "", "", "", "@cert-authority ", "@cert-authority ", "@cert-authority\t", "@revoked ");
        if (random.nextInt(25) == 0) {
            marker = pick("@unheard-of ", "@cert-authority @revoked ", "@CERT-AUTHORITY ", "@revoked");
        }
        String key = keys.get(random.nextInt(keys.size()));
        if (random.nextInt(15) == 0) {
            key = broken(key);
        }
        return pick("", "", "", " ", "\t ")
                + marker
                + names()
                + pick(" ", " ", "\t", "  ")
                + key
                + pick("", " a comment", "\tx y z", " ");
    }

    private String names() {
        String field = name();
        int more = random.nextInt(3);
        for (int i = 0; i < more && !field.startsWith("|"); i++) {
            String other = name();
            if (!other.startsWith("|")) {
                field = random.nextBoolean() ? field + "," + other : other + "," + field;
            }
        }
        return field;
    }

    private String name() {
        String exact = pick("[127.0.0.1]:" + port, "127.0.0.1", "localhost", "[localhost]:" + port);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> exact;
            case 4 ->
                pick("127.*", "[127.0.0.?]:*", "*", "[*]:" + port, "l?calhost", "[l*t]:*", "*:" + port, "127.0.0.1*");
            case 5 -> "!" + pick(exact, "127.*", "*", "[*");
            case 6 -> pick("10.0.0.1", "[127.0.0.1]:1", "[10.0.0.1]:" + port, "127.0.0.10", "", "example.org");
            case 7 -> exact.toUpperCase(java.util.Locale.ROOT);
            case 8, 9, 10 -> hashed(exact);
            default -> pick(hashed(exact).substring(0, 20), "|2" + hashed(exact).substring(2), "|1|AAAA|" + exact, "|");
        };
    }

    private String hashed(String name) {
        byte[] salt = new byte[20];
        random.nextBytes(salt);
        return HostNames.hashed(name, salt).field();
    }

    private String broken(String key) {
        int space = key.indexOf(' ');
        return switch (random.nextInt(6)) {
            case 0 -> key.replace("=", "");
            case 1 -> key.substring(0, key.length() - 8);
            case 2 -> "ssh-rsa" + key.substring(space);
            case 3 -> key.substring(0, space);
            case 4 -> key.substring(0, space + 1) + "#" + key.substring(space + 1);
            default -> key.substring(0, key.length() - 4) + "AAAA" + key.substring(key.length() - 4);
        };
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
