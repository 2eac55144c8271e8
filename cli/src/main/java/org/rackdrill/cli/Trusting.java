package org.rackdrill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.live.ssh.Access;
import org.rackdrill.live.ssh.Credentials;
import org.rackdrill.live.ssh.Distrust;
import org.rackdrill.live.ssh.KnownHosts;
import org.rackdrill.live.ssh.MachineIds;
import org.rackdrill.live.ssh.Route;
import org.rackdrill.live.ssh.ShownKey;
import org.rackdrill.live.ssh.Trust;
import org.rackdrill.live.ssh.Unreached;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill trust}: the one way to make a host known. */
@Command(
        name = "trust",
        header = "Accept the key of a host, and remember which machine it is.",
        description = {
            "%nWithout a fingerprint it shows those of the host and ends with 69. Compare",
            "them with what `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` prints",
            "at the console of the host: what comes over the network proves nothing."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill trust root@10.0.0.11",
            "  rackdrill trust node1 --lab my-lab.yaml",
            "  rackdrill trust root@10.0.0.11 SHA256:x+Zn... --replace SHA256:pQ3k..."
        })
final class Trusting implements Callable<Integer> {
    private static final String FINGERPRINT = "SHA256:[A-Za-z0-9+/.]{1,43}";
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "HOST", description = "user@host[:port], or a node of the lab.")
    private String host = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SHA256:...", description = "The key that is right.")
    private Optional<String> fingerprint = Optional.empty();

    @Option(names = "--lab", paramLabel = "LAB", description = "The lab that says how to reach the node.")
    private Optional<String> lab = Optional.empty();

    @Option(
            names = "--replace",
            paramLabel = "OLD",
            description = "The fingerprint or machine-id that is no longer right.")
    private List<String> replaced = List.of();

    @Option(names = "--key", paramLabel = "FILE", description = "The key to log in with.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--known-hosts", paramLabel = "FILE", description = "In place of ~/.ssh/known_hosts and others.")
    private Optional<Path> knownHosts = Optional.empty();

    @Option(names = "--machines", paramLabel = "FILE", description = "In place of ~/.config/rackdrill/machines.")
    private Optional<Path> machines = Optional.empty();

    Trusting(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        fingerprint.filter(it -> !it.matches(FINGERPRINT)).ifPresent(it -> {
            throw new Refusal(ExitCode.USAGE, "'" + it + "' is no fingerprint; one is like SHA256: and 43 letters.");
        });
        Path file = knownHosts.map(this::resolved).orElse(HOME.resolve(".ssh/known_hosts"));
        Route route = route();
        try (Trust trust = new Trust(route, access(file), file)) {
            List<ShownKey> shown = trust.shown();
            if (fingerprint.isEmpty()) {
                return list(route, shown).code();
            }
            ShownKey right = chosen(route, shown, fingerprint.get());
            return accept(trust, route, right, shown, file).code();
        } catch (Unreached e) {
            throw new Refusal(ExitCode.UNAVAILABLE, e.why() + ".");
        } catch (Distrust e) {
            throw new Refusal(ExitCode.UNAVAILABLE, e.sentence());
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, "cannot write what is known: " + Reason.of(e) + ".");
        }
    }

    private ExitCode accept(Trust trust, Route route, ShownKey right, List<ShownKey> shown, Path file)
            throws IOException, Distrust, Unreached {
        Outlet out = surroundings.terminal().out();
        boolean written = trust.accept(right, shown, replaced);
        out.line((written ? "Accepted " : "Known already: ") + right.type() + " " + right.fingerprint() + " of "
                + route.end().knownName() + (written ? ", written to " + file : "") + ".");
        Optional<String> machine = trust.machine();
        if (machine.isEmpty()) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    route.end() + " does not tell which machine it is, and is asked nothing before that is known. "
                            + "Run this again when the helper is installed.");
        }
        trust.pin(machine.get(), replaced);
        out.line("Pinned the machine " + machine.get() + ".");
        return ExitCode.GOOD;
    }

    private ExitCode list(Route route, List<ShownKey> shown) {
        Outlet out = surroundings.terminal().out();
        if (shown.isEmpty()) {
            throw new Refusal(ExitCode.UNAVAILABLE, route.end() + " shows no key that we can check.");
        }
        out.line(route.end() + " shows:");
        shown.forEach(it -> out.line("  " + it.type() + " " + it.fingerprint()));
        out.line("Compare with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` at its console. If it is the same:");
        List<String> words =
                new ArrayList<>(List.of("rackdrill", "trust", host, shown.get(0).fingerprint()));
        lab.ifPresent(it -> words.addAll(List.of("--lab", it)));
        key.ifPresent(it -> words.addAll(List.of("--key", it.toString())));
        knownHosts.ifPresent(it -> words.addAll(List.of("--known-hosts", it.toString())));
        machines.ifPresent(it -> words.addAll(List.of("--machines", it.toString())));
        out.line("  " + ShellWords.join(words));
        return ExitCode.UNAVAILABLE;
    }

    private static ShownKey chosen(Route route, List<ShownKey> shown, String fingerprint) {
        return shown.stream()
                .filter(it -> it.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.UNAVAILABLE,
                        route.end() + " does not show the key " + fingerprint + ". It shows "
                                + String.join(
                                        ", ",
                                        shown.stream()
                                                .map(ShownKey::fingerprint)
                                                .toList())
                                + ". Nothing was accepted."));
    }

    private Route route() {
        if (lab.isEmpty()) {
            return parsed(host);
        }
        Lab read = new LabDesk(surroundings.directory(), surroundings.terminal().err())
                .readUsable(lab.get())
                .reading()
                .lab()
                .orElseThrow();
        Optional<String> address = Optional.ofNullable(read.reach().get(host)).flatMap(Reach::ssh);
        return parsed(address.orElseThrow(() -> new Refusal(
                ExitCode.USAGE, lab.get() + " does not say how to reach '" + host + "' (ssh: user@host).")));
    }

    private static Route parsed(String address) {
        try {
            return Route.parse(address);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, e.getMessage() + ", or a node with --lab.");
        }
    }

    private Access access(Path file) {
        Credentials own = Credentials.of(HOME, System.getenv());
        return new Access(
                key.map(it -> own.with(resolved(it))).orElse(own),
                knownHosts.isPresent() ? new KnownHosts(List.of(file)) : KnownHosts.of(HOME),
                machines.map(this::resolved).map(MachineIds::new).orElse(MachineIds.of(HOME)));
    }

    private Path resolved(Path path) {
        return surroundings.directory().resolve(path).toAbsolutePath();
    }
}
