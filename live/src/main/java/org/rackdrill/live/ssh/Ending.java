package org.rackdrill.live.ssh;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.DisconnectListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes why a connection ended. The library reads in a thread of its own: when that one gives up before we ask for anything,
 * we are told only that there is no connection.
 */
final class Ending implements DisconnectListener {
    private volatile @Nullable SSHException first;

    private Ending() {}

    /** Begins to watch a client that has not connected yet. */
    static Ending of(SSHClient client) {
        Ending ending = new Ending();
        client.getTransport().setDisconnectListener(ending);
        return ending;
    }

    @Override
    public void notifyDisconnect(DisconnectReason reason, @Nullable String message) {
        if (first == null) {
            first = new SSHException(reason, message);
        }
    }

    /** Returns what is behind a failure: the end of the connection, where the failure is only that there is none. */
    Exception why(Exception failure) {
        SSHException ended = first;
        return failure instanceof IllegalStateException && ended != null ? ended : failure;
    }
}
