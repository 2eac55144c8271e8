package org.rackdrill.live.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wire to a daemon that can go silent, slow down or break while somebody talks over it. */
final class Relay {
    private final int target;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile boolean slow;
    private volatile boolean broken;

    Relay(int target) {
        this.target = target;
    }

    Peer open() throws IOException {
        return new Peer(visitor -> {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
            Peer.background(() -> pass(behind, visitor));
            pass(visitor, behind);
        });
    }

    /** From now on nothing arrives, and nothing is told. */
    void silence() {
        silent = true;
    }

    /** From now on one byte a second arrives. */
    void slowDown() {
        slow = true;
    }

    /** From now on it is cut as soon as somebody says something. */
    void breakUp() {
        broken = true;
    }

    private void pass(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (broken) {
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return;
                }
                if (silent) {
                    over.await();
                }
                for (int i = 0; i < read && slow; i++) {
                    out.write(buffer, i, 1);
                    out.flush();
                    over.await(1, TimeUnit.SECONDS);
                }
                if (!slow) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        }
    }
}
