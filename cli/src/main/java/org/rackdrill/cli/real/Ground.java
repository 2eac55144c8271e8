package org.rackdrill.cli.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.live.helper.HelperScript;
import org.rackdrill.live.helper.LocalHost;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.sandbox.Sandbox;
import org.rackdrill.live.ssh.Access;
import org.rackdrill.live.ssh.Credentials;
import org.rackdrill.live.ssh.KnownHosts;
import org.rackdrill.live.ssh.MachineIds;
import org.rackdrill.live.ssh.SshHosts;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;

/**
 * The machines of a lab, as they are reached in one world. The same code drives both: what differs is who tells where they
 * are and which keys they have.
 *
 * @param kind {@link WorldKind#SANDBOX} or {@link WorldKind#LIVE}
 * @param lab with the addresses at which its things are here
 * @param hosts by their names in the lab
 * @param journals where the journals of all runs are kept
 */
public record Ground(WorldKind kind, Lab lab, Hosts hosts, Path journals, Runnable closing) implements AutoCloseable {

    /** Returns the ground of a world, or says what is missing. */
    public static Ground of(WorldKind kind, String sandbox, Lab lab) {
        return kind == WorldKind.SANDBOX ? sandbox(sandbox, lab) : live(lab);
    }

    private static Ground live(Lab lab) {
        Path home = Path.of(System.getProperty("user.home"));
        Map<String, String> addresses = addresses(lab);
        if (addresses.isEmpty()) {
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    "the lab '" + lab.name() + "' does not say how to reach any node: write `ssh: user@address`.");
        }
        Access access = new Access(Credentials.of(home, System.getenv()), KnownHosts.of(home), MachineIds.of(home));
        SshHosts hosts = connected(addresses, access);
        return new Ground(WorldKind.LIVE, lab, hosts, StateHome.ofUser().journals(), hosts::close);
    }

    private static Map<String, String> addresses(Lab lab) {
        Map<String, String> addresses = new LinkedHashMap<>();
        lab.nodes()
                .forEach(node -> Optional.ofNullable(lab.reach().get(node.name()))
                        .flatMap(Reach::ssh)
                        .ifPresent(address -> addresses.put(node.name(), address)));
        return addresses;
    }

    private static SshHosts connected(Map<String, String> addresses, Access access) {
        try {
            return new SshHosts(addresses, access);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "the lab's " + e.getMessage() + ".");
        }
    }

    private static Ground sandbox(String name, Lab lab) {
        Sandbox sandbox = Sandbox.running(name)
                .orElseThrow(() -> new Refusal(
                        ExitCode.UNAVAILABLE,
                        "the sandbox '" + name + "' is not up, or you are not root: sudo ./rackdrill sandbox up."));
        try {
            Lab here = new Shifted(sandbox.instance()).of(lab);
            MachineIds machines = new MachineIds(sandbox.state().resolve("machines"));
            for (Map.Entry<String, String> node : sandbox.addresses().entrySet()) {
                machines.pin(node.getValue(), sandbox.machineIds().getOrDefault(node.getKey(), ""));
            }
            Access access = new Access(
                    new Credentials(Optional.of(sandbox.key()), Optional.empty(), List.of()),
                    new KnownHosts(List.of(sandbox.knownHosts())),
                    machines);
            SshHosts nodes = connected(addresses(here), access);
            Host rack = rack(sandbox);
            Hosts hosts = it -> it.equals(Reach.RACK) ? Optional.of(rack) : nodes.host(it);
            Path journals = Files.createDirectories(sandbox.state().resolve("journals"));
            return new Ground(WorldKind.SANDBOX, here, hosts, journals, nodes::close);
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, "the sandbox '" + name + "' cannot be used: " + Reason.of(e) + ".");
        }
    }

    /** The witness of everything that cuts a node off: the helper outside of all nodes, with hands at the rack. */
    private static Host rack(Sandbox sandbox) throws IOException {
        Path script = sandbox.rackState().resolveSibling("helper");
        byte[] text = HelperScript.text().getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(script) || !Arrays.equals(Files.readAllBytes(script), text)) {
            Path fresh = script.resolveSibling("helper.new");
            Files.write(fresh, text);
            Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE);
        }
        return new LocalHost(
                Reach.RACK,
                script,
                Map.of(
                        "RACKDRILL_STATE",
                        sandbox.rackState().toString(),
                        "RACKDRILL_RACK",
                        sandbox.rack().toString()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
