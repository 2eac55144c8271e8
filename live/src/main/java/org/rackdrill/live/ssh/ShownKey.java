package org.rackdrill.live.ssh;

/** A key that a host shows, which need not be that of the host we mean. */
public final class ShownKey {
    private final KeyBlob key;

    ShownKey(KeyBlob key) {
        this.key = key;
    }

    /** Returns what {@code ssh-keygen -l} prints of it: {@code SHA256:} and 43 letters. */
    public String fingerprint() {
        return key.fingerprint();
    }

    /** Returns its type, such as {@code ssh-ed25519}. */
    public String type() {
        return key.type();
    }

    KeyBlob blob() {
        return key;
    }
}
