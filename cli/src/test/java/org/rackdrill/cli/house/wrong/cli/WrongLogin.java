package org.rackdrill.cli.house.wrong.cli;

import net.schmizz.sshj.SSHClient;

/** A command that logs in by itself. */
public final class WrongLogin {
    public SSHClient client() {
        return new SSHClient();
    }
}
