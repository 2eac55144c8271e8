package org.rackdrill.live.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;

/** A public key as it travels and as it is written down; two keys are the same when their bytes are. */
final class KeyBlob {
    private static final int LONGEST_TYPE = 64;

    private final byte[] bytes;

    KeyBlob(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static KeyBlob of(PublicKey key) {
        return new KeyBlob(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
    }

    /** Reads a key of this type, or nothing when it is not written exactly as it must be. */
    static Optional<KeyBlob> read(String type, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // What the decoder forgives, OpenSSH does not.
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            return Optional.empty();
        }
        KeyBlob blob = new KeyBlob(bytes);
        return blob.type().equals(type) && blob.isWhole() ? Optional.of(blob) : Optional.empty();
    }

    /** Returns the type that the key itself names, such as {@code ssh-ed25519}; empty when there is none. */
    String type() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < 4) {
            return "";
        }
        int length = buffer.getInt();
        if (length < 1 || length > LONGEST_TYPE || length > buffer.remaining()) {
            return "";
        }
        return new String(bytes, 4, length, StandardCharsets.US_ASCII);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Returns it as {@code ssh-keygen -l} prints it. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private boolean isWhole() {
        if (type().startsWith("sk-")) {
            return true;
        }
        if (KeyType.fromString(type()) == KeyType.UNKNOWN || type().contains("-cert-")) {
            return false;
        }
        try {
            Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(bytes);
            return of(buffer.readPublicKey()).equals(this) && buffer.available() == 0;
        } catch (Buffer.BufferException | SSHRuntimeException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBlob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type() + " " + fingerprint();
    }
}
