package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import org.jspecify.annotations.Nullable;

/** One attempt to get to a host and in. It can be ended from outside, whatever it waits for. */
final class Dialling {
    /** How long the whole of it may take. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final String host;
    private final Route route;
    private final Access access;
    private final Threads threads;
    private final List<Closeable> opened = new ArrayList<>();
    private boolean over;
    private volatile String step;

    Dialling(String host, Route route, Access access, Threads threads) {
        this.host = host;
        this.route = route;
        this.access = access;
        this.threads = threads;
        this.step = "connecting to " + route.logins().get(0);
    }

    /** Returns what is being done at the moment, as in "node1, connecting to root@10.0.0.11". */
    String step() {
        return step;
    }

    Connection dial() throws Unreached {
        @Nullable SSHClient before = null;
        for (Login login : route.logins()) {
            before = hop(login, before);
        }
        if (before == null) {
            throw new AssertionError("a route has an end");
        }
        return new Connection(host, before, this::cut, threads);
    }

    /** Looks which key of a type the host at the end shows, without believing it; none when it has no such key. */
    Optional<KeyBlob> look(String type) throws Unreached {
        @Nullable SSHClient before = null;
        for (Login jump : route.jumps()) {
            before = hop(jump, before);
        }
        KeyLook look = new KeyLook();
        SSHClient client = new SSHClient(Algorithms.only(type));
        client.addHostKeyVerifier(look);
        Ending ending = Ending.of(client);
        step = "connecting to " + route.end();
        try {
            reach(client, route.end(), before);
        } catch (IOException | SSHRuntimeException | IllegalStateException e) {
            Exception why = ending.why(e);
            if (look.key().isEmpty() && !String.valueOf(why.getMessage()).contains("HostKeyAlgorithms")) {
                throw Unreached.at(host, step, reason(why, before != null));
            }
        } finally {
            cut();
            threads.run(() -> cut(client));
        }
        return look.key();
    }

    /** Ends it, and the connection that came of it. */
    void cut() {
        List<Closeable> last;
        synchronized (this) {
            over = true;
            last = List.copyOf(opened);
            opened.clear();
        }
        last.forEach(Dialling::cut);
    }

    private SSHClient hop(Login login, @Nullable SSHClient before) throws Unreached {
        Config config = Algorithms.offer(access.known().about(login.knownName()));
        HostKeyGate gate = new HostKeyGate(access.known(), login, Clock.systemUTC());
        SSHClient client = new SSHClient(config);
        client.addHostKeyVerifier(gate);
        Ending ending = Ending.of(client);
        try {
            step = "connecting to " + login;
            reach(client, login, before);
            step = "logging in as " + login;
            new Entrance(access.credentials(), this::opened).pass(client, login.user());
            return client;
        } catch (IOException | SSHRuntimeException | IllegalStateException e) {
            String failed = step;
            cut();
            threads.run(() -> cut(client));
            if (!gate.refusal().isEmpty()) {
                throw Unreached.at(host, "checking the key of " + login.knownName(), gate.refusal());
            }
            throw Unreached.at(host, failed, reason(ending.why(e), before != null));
        }
    }

    private void reach(SSHClient client, Login login, @Nullable SSHClient before) throws IOException {
        if (before == null) {
            Wire wire = new Wire();
            opened(wire);
            client.setSocketFactory(new Wired(wire));
            client.setConnectTimeout((int) LONGEST.toMillis());
            client.connect(login.host(), login.port());
        } else {
            client.connectVia(before.newDirectConnection(login.host(), login.port()), login.host(), login.port());
        }
    }

    /** Keeps what has to be closed; what comes too late is closed at once. */
    private void opened(Closeable thing) {
        synchronized (this) {
            if (!over) {
                opened.add(thing);
                return;
            }
        }
        cut(thing);
    }

    private static void cut(Closeable thing) {
        if (thing instanceof Wire wire) {
            wire.cut();
            return;
        }
        try {
            thing.close();
        } catch (IOException e) {
            // It was to be gone, and is.
            return;
        }
    }

    private static String reason(Exception failure, boolean behindJump) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "nobody knows this name";
            }
            if (cause instanceof SocketTimeoutException) {
                return "no answer within " + LONGEST.toSeconds() + " s";
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Words.lower(cause.getMessage());
            }
            if (cause instanceof OpenFailException && behindJump) {
                return "the jump host before it does not get through (" + cause.getMessage() + ")";
            }
        }
        return Words.ofLibrary(failure.getMessage());
    }

    /** Hands out the one socket that we can cut. */
    private static final class Wired extends SocketFactory {
        private final Wire wire;

        Wired(Wire wire) {
            this.wire = wire;
        }

        @Override
        public Socket createSocket() {
            return wire;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("the library connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException("the library connects by itself");
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException("the library connects by itself");
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException("the library connects by itself");
        }
    }
}
