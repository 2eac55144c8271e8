package org.rackdrill.cli.operating;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.live.helper.Installation;
import org.rackdrill.live.helper.SshHands;
import org.rackdrill.live.ssh.Access;
import org.rackdrill.live.ssh.Credentials;
import org.rackdrill.live.ssh.KnownHosts;
import org.rackdrill.live.ssh.MachineIds;
import org.rackdrill.live.ssh.Route;
import org.rackdrill.live.ssh.SshShell;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Reach;

/** The nodes of a lab, as they are reached before they have a helper. */
public final class HelperHosts implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final List<Door> doors;

    private HelperHosts(List<Door> doors) {
        this.doors = doors;
    }

    /** One node, and who logs in there. */
    public record Door(String host, Route login, SshShell shell) {

        /** Returns the helper there. */
        public Installation installation() {
            return new Installation(host, login.end().user(), new SshHands(host, shell, WITHIN));
        }
    }

    /** Returns those nodes of a lab, or all that can be reached when none is named. */
    public static HelperHosts of(Lab lab, List<String> names) {
        Path home = Path.of(System.getProperty("user.home"));
        Access access = new Access(Credentials.of(home, System.getenv()), KnownHosts.of(home), MachineIds.of(home));
        List<Door> doors = new ArrayList<>();
        for (String name : names.isEmpty() ? reachable(lab) : names) {
            Route login = login(lab, name)
                    .map(Route::parse)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.BAD_INPUT,
                            "the lab does not say how to reach '" + name
                                    + "': write `ssh: user@address` at that node."));
            doors.add(new Door(name, login, new SshShell(name, login, access)));
        }
        return new HelperHosts(List.copyOf(doors));
    }

    private static List<String> reachable(Lab lab) {
        List<String> nodes = lab.nodes().stream()
                .map(Node::name)
                .filter(name -> login(lab, name).isPresent())
                .toList();
        if (nodes.isEmpty()) {
            throw new Refusal(
                    ExitCode.BAD_INPUT, "the lab does not say how to reach any node: write `ssh: user@address`.");
        }
        return nodes;
    }

    private static Optional<String> login(Lab lab, String node) {
        return Optional.ofNullable(lab.reach().get(node)).flatMap(Reach::ssh);
    }

    /** Returns the doors. */
    public List<Door> doors() {
        return doors;
    }

    @Override
    public void close() {
        doors.forEach(door -> door.shell().close());
    }
}
