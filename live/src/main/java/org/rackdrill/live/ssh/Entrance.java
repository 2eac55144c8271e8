package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import org.jspecify.annotations.Nullable;

/** Logs in at one host, with one key after the other. */
final class Entrance {
    private final Credentials credentials;
    private final Consumer<Closeable> opened;
    private final List<String> tried = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private @Nullable Agent agent;

    /**
     * An entrance.
     *
     * @param opened told of what has to be closed, to end a login from outside
     */
    Entrance(Credentials credentials, Consumer<Closeable> opened) {
        this.credentials = credentials;
        this.opened = opened;
    }

    /** A key, with what to call it. */
    private record Key(String name, AuthMethod method) {}

    /**
     * Logs in.
     *
     * @throws IOException when the connection ends or nobody is let in; the message says which, in a clause
     */
    void pass(SSHClient client, String user) throws IOException {
        try {
            for (Key key : keys(client)) {
                if (accepts(client, user, key)) {
                    return;
                }
            }
            throw new IOException("no key was accepted for " + user + told());
        } finally {
            if (agent != null) {
                agent.close();
            }
        }
    }

    private boolean accepts(SSHClient client, String user, Key key) throws IOException {
        tried.add(key.name());
        try {
            return client.getUserAuth()
                    .authenticate(
                            user,
                            (net.schmizz.sshj.Service) client.getConnection(),
                            key.method(),
                            client.getTransport().getTimeoutMs());
        } catch (SSHException e) {
            if (e.getDisconnectReason() == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE
                    || String.valueOf(e.getMessage()).contains("Too many authentication failures")) {
                throw new IOException(
                        "it allows fewer keys than we have (MaxAuthTries); name the one for it, or let the "
                                + "agent hold fewer" + told());
            }
            if (!client.isConnected() || e instanceof ConnectionException) {
                throw e;
            }
            passed.add(key.name() + " (" + e.getMessage() + ")");
            return false;
        } catch (SSHRuntimeException e) {
            passed.add(key.name() + " (" + e.getMessage() + ")");
            return false;
        }
    }

    private List<Key> keys(SSHClient client) throws IOException {
        List<Key> keys = new ArrayList<>();
        if (credentials.keyFile().isPresent()) {
            keys.add(named(client, new KeyFile(credentials.keyFile().get())));
            return keys;
        }
        for (Agent.Held held : held()) {
            keys.add(new Key("'" + held.comment() + "' of the agent", new AgentLogin(agent(), held.key())));
        }
        for (Path file : credentials.present()) {
            KeyFile key = new KeyFile(file);
            if (key.flaw().isPresent()) {
                passed.add(key.flaw().get());
            } else if (key.isEncrypted()) {
                passed.add(file + " (it has a passphrase: ssh-add " + file + ")");
            } else {
                keys.add(new Key(file.toString(), new AuthPublickey(client.loadKeys(file.toString()))));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("there is no key to log in with" + told());
        }
        return keys;
    }

    private Key named(SSHClient client, KeyFile file) throws IOException {
        Optional<String> flaw = file.flaw();
        if (flaw.isPresent()) {
            throw new IOException(flaw.get());
        }
        if (!file.isEncrypted()) {
            return new Key(
                    file.path().toString(),
                    new AuthPublickey(client.loadKeys(file.path().toString())));
        }
        Optional<KeyBlob> half = file.publicKey();
        for (Agent.Held held : held()) {
            if (half.isPresent() && half.get().equals(held.key())) {
                return new Key(file.path() + " of the agent", new AgentLogin(agent(), held.key()));
            }
        }
        throw new IOException("the key " + file.path() + " has a passphrase and the agent does not hold it: ssh-add "
                + file.path() + told());
    }

    private List<Agent.Held> held() {
        if (credentials.agent().isEmpty()) {
            return List.of();
        }
        try {
            return agent().keys();
        } catch (IOException e) {
            passed.add("the agent at " + credentials.agent().get() + " does not answer (" + e.getMessage() + ")");
            return List.of();
        }
    }

    private Agent agent() throws IOException {
        Agent open = agent;
        if (open == null) {
            open = Agent.at(credentials.agent().orElseThrow());
            agent = open;
            opened.accept(open);
        }
        return open;
    }

    private String told() {
        List<String> parts = new ArrayList<>();
        if (!tried.isEmpty()) {
            parts.add("tried " + String.join(", ", tried));
        }
        if (!passed.isEmpty()) {
            parts.add("could not use " + String.join(", ", passed));
        }
        return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
    }
}
