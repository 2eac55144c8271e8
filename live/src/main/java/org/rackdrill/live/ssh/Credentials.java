package org.rackdrill.live.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we log in with. A key with a passphrase is used through the agent only: nobody is asked for one.
 *
 * @param keyFile the one key to use; without it, those of the agent, then the usual files
 * @param agent the socket of the agent
 * @param usualFiles where OpenSSH looks for keys
 */
public record Credentials(Optional<Path> keyFile, Optional<Path> agent, List<Path> usualFiles) {

    /** Credentials. */
    public Credentials {
        usualFiles = List.copyOf(usualFiles);
    }

    /** Returns those of a user: the agent that the environment names, and the usual files. */
    public static Credentials of(Path home, Map<String, String> environment) {
        String socket = environment.getOrDefault("SSH_AUTH_SOCK", "");
        return new Credentials(
                Optional.empty(),
                socket.isEmpty() ? Optional.empty() : Optional.of(Path.of(socket)),
                Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                        .map(home.resolve(".ssh")::resolve)
                        .toList());
    }

    /** Returns the same with one key to use. */
    public Credentials with(Path key) {
        return new Credentials(Optional.of(key), agent, usualFiles);
    }

    /** Returns the usual files that are there. */
    List<Path> present() {
        return usualFiles.stream().filter(Files::isRegularFile).toList();
    }
}
