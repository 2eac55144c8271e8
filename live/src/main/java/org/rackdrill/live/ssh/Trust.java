package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.ssh.KnownLine.Marker;

/**
 * Accepting a host: the only thing here that makes a host known. Its owner names the fingerprint, which has to come from
 * somewhere else than the host that shows it. Jump hosts on the way must be known already.
 */
public final class Trust implements Closeable {
    private static final List<String> TYPES =
            List.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa");
    private static final Duration ASKING = Duration.ofSeconds(15);

    private final Route route;
    private final Access access;
    private final KnownHostsFile file;
    private final Threads threads = new Threads();

    /**
     * Trust in the host at the end of a route.
     *
     * @param file where an accepted key is written; one of the files of {@code access}
     */
    public Trust(Route route, Access access, Path file) {
        this.route = route;
        this.access = access;
        this.file = new KnownHostsFile(file);
    }

    /** Returns the keys that the host shows now, the best first. */
    public List<ShownKey> shown() throws Unreached {
        List<ShownKey> keys = new ArrayList<>();
        for (String type : TYPES) {
            look(type).map(ShownKey::new).ifPresent(keys::add);
        }
        return keys;
    }

    /**
     * Writes a key down, unless it is known already.
     *
     * @param shown all that the host shows: a new key beside one that is known is no change
     * @param replaced fingerprints of keys that the owner gives up
     * @return whether anything was written
     * @throws Distrust when it is revoked, or is another one than is known and not given up
     */
    public boolean accept(ShownKey key, List<ShownKey> shown, Collection<String> replaced)
            throws IOException, Distrust {
        String name = route.end().knownName();
        List<KnownLine> lines = access.known().about(name);
        Set<KeyBlob> all = shown.stream().map(ShownKey::blob).collect(Collectors.toSet());
        switch (KnownHosts.judge(lines, key.blob())) {
            case KNOWN -> {
                return false;
            }
            case REVOKED ->
                throw new Distrust("The key " + key.fingerprint() + " of " + name
                        + " is revoked in known_hosts. Whoever shows it is not to be trusted.");
            case CHANGED -> {
                boolean same = lines.stream().anyMatch(line -> line.marker() == Marker.KEY && all.contains(line.key()));
                file.accept(name, key.blob(), same ? Set.of() : givenUp(key, lines, replaced));
            }
            case NEW -> file.accept(name, key.blob(), Set.of());
        }
        return true;
    }

    /**
     * Asks the host, now that it is known, which machine it is: the helper, or where there is none yet, the file.
     *
     * @return its machine-id; none when it does not tell
     */
    public Optional<String> machine() throws Unreached {
        boolean root = route.end().user().equals("root");
        ShellCommand helper = root ? ShellCommand.of(SshHost.HELPER) : ShellCommand.of("sudo", "-n", SshHost.HELPER);
        byte[] request = (Request.of("identity").line() + "\n").getBytes(StandardCharsets.US_ASCII);
        try (SshShell shell = new SshShell(route.end().toString(), route, access)) {
            Reply reply = new Answer(route.end().toString(), "identity", shell.run(helper, request, ASKING)).reply();
            if (reply.done()) {
                return MachineIds.in(reply.body());
            }
            Ran ran = shell.run(ShellCommand.of("cat", "/etc/machine-id"), new byte[0], ASKING);
            return Optional.of(ran.text().strip()).filter(it -> ran.isGood() && MachineIds.isOne(it));
        }
    }

    /**
     * Pins the machine.
     *
     * @throws Distrust when another one is pinned and not given up
     */
    public void pin(String machine, Collection<String> replaced) throws IOException, Distrust {
        String name = route.end().knownName();
        Optional<String> before = access.machines().of(name);
        if (before.isPresent() && !before.get().equals(machine) && !replaced.contains(before.get())) {
            throw new Distrust("Another machine uses the address " + name + ": its machine-id is " + machine
                    + ", but " + before.get()
                    + " is pinned. If it was installed anew or replaced, say so with --replace "
                    + before.get() + ".");
        }
        access.machines().pin(name, machine);
    }

    @Override
    public void close() {
        threads.end();
    }

    private Set<KeyBlob> givenUp(ShownKey key, List<KnownLine> lines, Collection<String> replaced) throws Distrust {
        String name = route.end().knownName();
        Set<KeyBlob> old = new HashSet<>();
        for (KnownLine line : lines) {
            if (line.marker() != Marker.KEY) {
                continue;
            }
            String fingerprint = line.key().fingerprint();
            String where = "line " + line.number() + " of " + line.file();
            if (!replaced.contains(fingerprint)) {
                throw new Distrust("The key of " + name + " has changed: " + fingerprint + " is known (" + where
                        + "), and it shows " + key.fingerprint() + ". It was installed anew, another machine has its"
                        + " address, or somebody is in between. Only if you know why: rackdrill trust "
                        + ShellCommand.quoted(route.toString()) + " " + key.fingerprint() + " --replace "
                        + fingerprint);
            }
            if (!file.canForget(line, name)) {
                throw new Distrust("The old key of " + name + " is in " + where
                        + ", which we do not change: take it out by hand.");
            }
            old.add(line.key());
        }
        return old;
    }

    private Optional<KeyBlob> look(String type) throws Unreached {
        Dialling dialling = new Dialling(route.end().toString(), route, access, threads);
        CompletableFuture<Optional<KeyBlob>> key = new CompletableFuture<>();
        threads.run(() -> {
            try {
                key.complete(dialling.look(type));
            } catch (Unreached | RuntimeException e) {
                key.completeExceptionally(e);
            }
        });
        threads.after(Dialling.LONGEST, () -> {
            key.completeExceptionally(Unreached.at(
                    route.end().toString(),
                    dialling.step(),
                    "no answer within " + Dialling.LONGEST.toSeconds() + " s"));
            dialling.cut();
        });
        try {
            return key.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unreached unreached
                    ? unreached
                    : Unreached.at(route.end().toString(), dialling.step(), Words.lower(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unreached.at(route.end().toString(), dialling.step(), "interrupted");
        }
    }
}
