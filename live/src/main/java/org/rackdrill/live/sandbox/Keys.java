package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a sandbox, made before anything is started: so the controller knows every host from the first moment.
 *
 * @param folder where the files are
 */
record Keys(Path folder) {
    private static final String CONTROLLER = "controller";
    private static final String NODES = "nodes";
    private static final Duration SOON = Duration.ofSeconds(60);

    /**
     * Makes them with the {@code ssh-keygen} of the tree: this machine need not have one.
     *
     * @param root the root of a node that does not run
     */
    static Keys make(Path root, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path inside = Files.createDirectories(root.resolve("root/keys"));
        List<String> names = new ArrayList<>(List.of(CONTROLLER, NODES));
        names.addAll(Place.NODES);
        String script = "for n in " + String.join(" ", names)
                + "; do ssh-keygen -q -t ed25519 -N '' -C rackdrill-$n -f /root/keys/$n || exit 1; done";
        Call.must(SOON, List.of("chroot", root.toString(), "sh", "-c", script));
        Call.must(
                SOON,
                List.of("sh", "-c", "mv \"$1\"/* \"$2\"/ && rmdir \"$1\"", "mv", inside.toString(), folder.toString()));
        return new Keys(folder);
    }

    byte[] host(String node) throws IOException {
        return Files.readAllBytes(folder.resolve(node));
    }

    String hostPublic(String node) throws IOException {
        return Files.readString(folder.resolve(node + ".pub")).strip();
    }

    byte[] nodes() throws IOException {
        return Files.readAllBytes(folder.resolve(NODES));
    }

    String nodesPublic() throws IOException {
        return Files.readString(folder.resolve(NODES + ".pub")).strip();
    }

    byte[] controller() throws IOException {
        return Files.readAllBytes(folder.resolve(CONTROLLER));
    }

    String controllerPublic() throws IOException {
        return Files.readString(folder.resolve(CONTROLLER + ".pub")).strip();
    }

    /** Returns what a client needs to know all nodes: by address, and by name where that means something. */
    String knownHosts(Place place, boolean names) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String node : Place.NODES) {
            String[] key = hostPublic(node).split(" ");
            lines.append(names ? node + "," : "")
                    .append(place.address(node))
                    .append(' ')
                    .append(key[0])
                    .append(' ')
                    .append(key[1])
                    .append('\n');
        }
        return lines.toString();
    }
}
