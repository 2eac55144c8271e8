package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer on the loopback that behaves in one bad way to everybody who connects. */
final class Peer implements Closeable {
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();

    /** What is done with a visitor, until the peer is closed. */
    interface Manner {
        void meet(Socket visitor) throws IOException, InterruptedException;
    }

    Peer(Manner manner) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(() -> {
            while (true) {
                Socket visitor = server.accept();
                visits.incrementAndGet();
                open.add(visitor);
                background(() -> manner.meet(visitor));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    String address() {
        return "root@127.0.0.1:" + port();
    }

    int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Something that ends when its socket does. */
    interface Deed {
        void run() throws IOException, InterruptedException;
    }

    static void background(Deed deed) {
        Thread thread = new Thread(() -> {
            try {
                deed.run();
            } catch (IOException | InterruptedException e) {
                // The other side has gone, or the test is over.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
