package org.rackdrill.cli.calibrating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;

/**
 * Which pool of a lab a file speaks of: the one whose node and name stand in its path, in this order, as folders or as words of
 * its name, such as {@code node1/tank/sda.json} or {@code node1-tank.json}. The node is enough where it has one pool, and
 * nothing where the lab has.
 */
final class PoolOfFile {

    private final List<PoolRef> pools = new ArrayList<>();

    PoolOfFile(Lab lab) {
        lab.nodes().forEach(node -> node.pools().forEach(pool -> pools.add(new PoolRef(node.name(), pool.name()))));
    }

    Optional<PoolRef> of(Path file) {
        List<String> words = new ArrayList<>();
        StreamSupport.stream(file.spliterator(), false).map(Path::toString).forEach(words::add);
        Path name = file.getFileName();
        if (name != null) {
            words.addAll(List.of(name.toString().split("[-_.]")));
        }
        return only(pools.stream().filter(it -> both(words, it)).toList())
                .or(() -> only(
                        pools.stream().filter(it -> words.contains(it.node())).toList()))
                .or(() -> only(pools));
    }

    private static boolean both(List<String> words, PoolRef pool) {
        int node = words.indexOf(pool.node());
        return node >= 0 && words.lastIndexOf(pool.pool()) > node;
    }

    private static Optional<PoolRef> only(List<PoolRef> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
