package org.rackdrill.live.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that is not held up, and not drowned by a peer that never introduces itself: until the key exchange begins the library reads
 * one byte at a time, and keeps them all.
 */
final class Wire extends Socket {
    /** OpenSSH introduces itself with less than 255 bytes; a greeting before that is rare, and short. */
    static final int LONGEST_GREETING = 8 << 10;

    @Override
    public InputStream getInputStream() throws IOException {
        return new Greeting(super.getInputStream());
    }

    /** A question is one small packet; it does not wait until the host has confirmed whatever was sent before. */
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(endpoint, timeout);
        setTcpNoDelay(true);
    }

    /** Ends it at once, whoever reads from it or writes to it. */
    void cut() {
        try {
            // Without it a close would wait for a peer that does not take what was written.
            setSoLinger(true, 0);
        } catch (IOException e) {
            // A socket that is closed cannot be set, and need not.
            closeQuietly();
            return;
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // There is nobody to tell: it is gone either way.
            return;
        }
    }

    private static final class Greeting extends FilterInputStream {
        private int read;

        Greeting(InputStream below) {
            super(below);
        }

        @Override
        public int read() throws IOException {
            if (++read > LONGEST_GREETING) {
                throw new IOException("it speaks, but not SSH");
            }
            return super.read();
        }
    }
}
