package org.rackdrill.live.helper;

import java.time.Duration;
import java.util.List;
import org.rackdrill.live.ssh.Ran;
import org.rackdrill.live.ssh.ShellCommand;
import org.rackdrill.live.ssh.SshShell;
import org.rackdrill.live.ssh.Unreached;

/**
 * Hands that reach a host over SSH.
 *
 * @param host what to call it
 * @param within the longest that one command may take, connecting included
 */
public record SshHands(String host, SshShell shell, Duration within) implements Hands {

    @Override
    public Said run(List<String> words, byte[] input) throws NotDone {
        try {
            Ran ran = shell.run(new ShellCommand(words), input, within);
            if (!ran.broken().isEmpty() || ran.status().isEmpty()) {
                String killed =
                        ran.signal().isEmpty() ? "the host did not tell how it ended" : "killed by " + ran.signal();
                String why = ran.broken().isEmpty() ? killed : ran.broken();
                throw new NotDone(host + ": " + words.get(0) + ": " + why);
            }
            return new Said(ran.status().get(), ran.text(), ran.err());
        } catch (Unreached e) {
            throw new NotDone(e.why());
        }
    }
}
