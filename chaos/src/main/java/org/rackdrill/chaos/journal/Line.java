package org.rackdrill.chaos.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** How one record stands in the file. */
final class Line {
    /** What the first record names as the hash of the one before. */
    static final String NO_HASH = "0".repeat(64);

    /** The largest record, in bytes. The reserve of a journal must hold many. */
    static final int LONGEST_JSON = 1 << 20;

    static final int HEAD = 8 + 1 + 8 + 1 + 64 + 1;

    private static final int LENGTH_AT = 9;
    private static final int HASH_AT = 18;
    private static final HexFormat HEX = HexFormat.of();

    private Line() {}

    /**
     * Returns the line of a record, with its line feed.
     *
     * @param before the hash of the line before
     * @throws IllegalArgumentException when the JSON has a line feed in it, is empty or is too long
     */
    static byte[] of(String before, byte[] json) {
        if (json.length == 0 || json.length > LONGEST_JSON) {
            throw new IllegalArgumentException("a record of " + json.length + " bytes");
        }
        byte[] line = new byte[HEAD + json.length + 1];
        put(line, LENGTH_AT - 1, " " + HEX.toHexDigits(json.length) + " " + before + " ");
        System.arraycopy(json, 0, line, HEAD, json.length);
        for (byte b : json) {
            if (b == '\n') {
                throw new IllegalArgumentException("a record with a line feed in it");
            }
        }
        line[line.length - 1] = '\n';
        put(line, 0, checksum(line, 0, line.length));
        return line;
    }

    /** Returns what is wrong with the line that begins at a place, or an empty text. */
    static String wrong(byte[] file, int at, String before) {
        if (file.length - at < HEAD + 1) {
            return "the line ends before its head does";
        }
        int length = length(file, at);
        if (length <= 0 || length > LONGEST_JSON) {
            return "the length is none";
        }
        if (file.length - at < HEAD + length + 1) {
            return "the line ends early";
        }
        int end = at + HEAD + length;
        if (file[end] != '\n') {
            return "the line goes on behind its end";
        }
        if (!checksum(file, at, end + 1).equals(text(file, at, 8))) {
            return "the checksum is wrong";
        }
        return before.equals(text(file, at + HASH_AT, 64)) ? "" : "it does not follow the record before";
    }

    /** Whether a whole line begins at a place, whatever came before it. */
    static boolean standsAt(byte[] file, int at) {
        return file.length - at > HEAD
                && wrong(file, at, text(file, at + HASH_AT, 64)).isEmpty();
    }

    /** Returns the JSON's length of the line that begins at a place; negative when that is no number. */
    static int length(byte[] file, int at) {
        int length = 0;
        for (int i = at + LENGTH_AT; i < at + LENGTH_AT + 8; i++) {
            // Only small letters: a flipped bit must not turn one spelling of a number into another.
            int digit = "0123456789abcdef".indexOf(file[i]);
            if (digit < 0 || length >= 1 << 24) {
                return -1;
            }
            length = length << 4 | digit;
        }
        return length;
    }

    /** Returns the hash of a whole line, with its line feed. */
    static String hash(byte[] file, int from, int to) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(file, from, to - from);
            return HEX.formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String checksum(byte[] file, int at, int end) {
        CRC32C crc = new CRC32C();
        crc.update(file, at + LENGTH_AT - 1, end - at - LENGTH_AT + 1);
        return HEX.toHexDigits((int) crc.getValue());
    }

    private static String text(byte[] file, int at, int length) {
        return new String(file, at, length, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] line, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, line, at, bytes.length);
    }
}
