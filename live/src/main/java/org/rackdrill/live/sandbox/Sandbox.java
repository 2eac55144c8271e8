package org.rackdrill.live.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sandbox that is up, as it was written down when it came up.
 *
 * @param name what the person calls it, such as {@code a}
 * @param instance the number in its addresses, 0 to 255
 * @param state the folder of everything that belongs to it
 * @param machineIds {@code /etc/machine-id} of each node
 */
public record Sandbox(String name, int instance, Path state, Map<String, String> machineIds) {

    /** Where sandboxes keep what they are made of. */
    static final Path HOME = Path.of("/var/lib/rackdrill/sandbox");

    /** Returns the sandbox of that name when it is up. Needs root. */
    public static Optional<Sandbox> running(String name) {
        Path state = HOME.resolve(name);
        return Files.exists(state.resolve("up")) && Files.exists(Path.of("/run/netns/rd-" + name + "-sw"))
                ? Ledger.read(state).map(ledger -> ledger.sandbox(state))
                : Optional.empty();
    }

    /** Returns the address of each node, in the order of their names. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        Place place = new Place(name, instance);
        Place.NODES.forEach(node -> addresses.put(node, place.address(node)));
        return addresses;
    }

    /** Returns the host keys of the nodes in OpenSSH's form, written before the nodes were started. */
    public Path knownHosts() {
        return state.resolve("known_hosts");
    }

    /** Returns the private key that the user {@code rackdrill} of each node accepts. */
    public Path key() {
        return state.resolve("key");
    }

    /** Returns the executable that stands for hands at the rack. */
    public Path rack() {
        return state.resolve("rack/rack");
    }

    /** Returns where a helper that works at the rack keeps its records. */
    public Path rackState() {
        return state.resolve("rack/state");
    }

    /** Returns what somebody did at the rack and did not undo, a line each. */
    public List<String> deviations() {
        return new Hands(state)
                .call("show")
                .out()
                .lines()
                .filter(line -> !line.matches("node[0-9] on|mains on"))
                .toList();
    }

    /**
     * Returns the command that runs a program as root in a node.
     *
     * @throws Impossible when there is no such node, or it has no power
     */
    public List<String> inside(String node, List<String> program) {
        if (!Place.NODES.contains(node)) {
            throw new Impossible("no node is called '" + node + "'; there are " + String.join(", ", Place.NODES));
        }
        return new Inside(state, node).command(program).orElseThrow(() -> new Impossible(node + " has no power"));
    }

    /**
     * Fails unless the caller is root.
     *
     * @param typed the command, without {@code sudo}
     */
    public static void needRoot(String typed) {
        Requirements.root(typed);
    }
}
