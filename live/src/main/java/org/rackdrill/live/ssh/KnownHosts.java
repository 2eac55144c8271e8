package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.live.ssh.KnownLine.Marker;

/**
 * The keys of hosts that the owner has accepted, from the files that OpenSSH reads. Nobody is accepted who is not in
 * them, and there is no way to ask for that.
 *
 * @param files the owner's first; one that cannot be read says nothing, as for OpenSSH
 */
public record KnownHosts(List<Path> files) {
    private static final List<Path> OF_ALL_USERS =
            List.of(Path.of("/etc/ssh/ssh_known_hosts"), Path.of("/etc/ssh/ssh_known_hosts2"));

    /** What is known of a key that a host has shown. */
    enum Verdict {
        /** It is the one that was accepted. */
        KNOWN,
        /** Nothing is known of that host. */
        NEW,
        /** Another key was accepted. */
        CHANGED,
        /** Somebody has said that this key must not be accepted any more. */
        REVOKED
    }

    /** Known hosts. */
    public KnownHosts {
        files = List.copyOf(files);
    }

    /** Returns those of a user and of the machine. */
    public static KnownHosts of(Path home) {
        List<Path> files = new ArrayList<>();
        files.add(home.resolve(".ssh/known_hosts"));
        files.add(home.resolve(".ssh/known_hosts2"));
        files.addAll(OF_ALL_USERS);
        return new KnownHosts(files);
    }

    /** Returns what is written about a host, under exactly this name. */
    List<KnownLine> about(String name) {
        return lines().stream().filter(line -> line.names().match(name)).toList();
    }

    /** Judges a key without a certificate. */
    static Verdict judge(List<KnownLine> lines, KeyBlob key) {
        if (isRevoked(lines, key)) {
            return Verdict.REVOKED;
        }
        List<KnownLine> keys =
                lines.stream().filter(line -> line.marker() == Marker.KEY).toList();
        if (keys.stream().anyMatch(line -> line.key().equals(key))) {
            return Verdict.KNOWN;
        }
        return keys.isEmpty() ? Verdict.NEW : Verdict.CHANGED;
    }

    static boolean isRevoked(List<KnownLine> lines, KeyBlob key) {
        return lines.stream()
                .anyMatch(line -> line.marker() == Marker.REVOKED && line.key().equals(key));
    }

    static boolean isAuthority(List<KnownLine> lines, KeyBlob key) {
        return lines.stream()
                .anyMatch(
                        line -> line.marker() == Marker.AUTHORITY && line.key().equals(key));
    }

    private List<KnownLine> lines() {
        List<KnownLine> lines = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String text : texts(file)) {
                KnownLine.read(text, file, ++number).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static String[] texts(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        } catch (IOException e) {
            return new String[0];
        }
    }
}
