package org.rackdrill.live.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The text of the helper: one Perl program, put together from its parts in a fixed order. */
public final class HelperScript {

    /** Where it is installed on a host. */
    public static final String PATH = "/usr/local/libexec/rackdrill-helper";

    /** Its parts. What comes later may add verbs and faults to what came earlier; the last one starts it. */
    static final List<String> PARTS = List.of(
            "head.pl",
            "speech.pl",
            "run.pl",
            "clock.pl",
            "records.pl",
            "timer.pl",
            "machine.pl",
            "asked.pl",
            "power.pl",
            "files.pl",
            "rack.pl",
            "ledger.pl",
            "net.pl",
            "service.pl",
            "node.pl",
            "disk.pl",
            "pool.pl",
            "data.pl",
            "copy.pl",
            "operate.pl",
            "operate-zfs.pl",
            "operate-copies.pl",
            "operate-proof.pl",
            "operate-serve.pl",
            "operate-home.pl",
            "operate-audit.pl",
            "look.pl",
            "lookdata.pl",
            "session.pl",
            "main.pl");

    private static final String VERSION_PLACE = "@VERSION@";

    private HelperScript() {}

    /** Returns the program. The same sources give the same bytes. */
    public static String text() {
        String parts = parts();
        return parts.replace(VERSION_PLACE, hash(parts));
    }

    /** Returns which program it is: the first 16 hexadecimal digits of the SHA-256 of its parts. */
    public static String version() {
        return hash(parts());
    }

    private static String parts() {
        StringBuilder text = new StringBuilder();
        PARTS.forEach(part -> text.append(part(part)));
        return text.toString();
    }

    private static String part(String name) {
        try (InputStream in = Objects.requireNonNull(HelperScript.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
