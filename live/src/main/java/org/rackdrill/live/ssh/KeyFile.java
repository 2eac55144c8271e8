package org.rackdrill.live.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file with a private key, looked at before it is used. */
record KeyFile(Path path) {
    private static final String MAGIC = "openssh-key-v1\0";
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final int LONGEST = 64 << 10;

    /** Returns why the file cannot be used at all; nothing when it can. */
    Optional<String> flaw() {
        if (!Files.isRegularFile(path)) {
            return Optional.of("there is no key file " + path);
        }
        if (!Files.isReadable(path)) {
            return Optional.of("the key file " + path + " cannot be read");
        }
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
                return Optional.of("the key file " + path + " can be read by others; chmod 600 " + path);
            }
            if (Files.size(path) > LONGEST) {
                return Optional.of(path + " is no key file");
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("the key file " + path + " cannot be looked at: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Returns whether it opens only with a passphrase. */
    boolean isEncrypted() throws IOException {
        Optional<ByteBuffer> ours = body();
        return ours.isPresent() ? !cipher(ours.get()).equals("none") : text().contains("ENCRYPTED");
    }

    /** Returns the public half, where it can be read without a passphrase. */
    Optional<KeyBlob> publicKey() throws IOException {
        Optional<ByteBuffer> ours = body();
        if (ours.isPresent()) {
            ByteBuffer body = ours.get();
            cipher(body);
            field(body);
            field(body);
            return body.remaining() < 4 || body.getInt() < 1 ? Optional.empty() : Optional.of(new KeyBlob(field(body)));
        }
        Path beside = path.resolveSibling(path.getFileName() + ".pub");
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        String[] words =
                Files.readString(beside, StandardCharsets.ISO_8859_1).strip().split("\\s+");
        return words.length < 2 ? Optional.empty() : KeyBlob.read(words[0], words[1]);
    }

    private static String cipher(ByteBuffer body) {
        return new String(field(body), StandardCharsets.US_ASCII);
    }

    private static byte[] field(ByteBuffer body) {
        int length = body.remaining() < 4 ? 0 : body.getInt();
        byte[] field = new byte[Math.max(0, Math.min(length, body.remaining()))];
        body.get(field);
        return field;
    }

    /** Returns what stands behind the magic word of OpenSSH's own format, or nothing for another. */
    private Optional<ByteBuffer> body() throws IOException {
        String text = text();
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
            boolean ours = bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
            return ours
                    ? Optional.of(ByteBuffer.wrap(bytes, magic.length, bytes.length - magic.length))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String text() throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }
}
