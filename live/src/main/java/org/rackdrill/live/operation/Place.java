package org.rackdrill.live.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.lab.Service;

/**
 * Where data of a service lie.
 *
 * @param text as people call it: {@code db}, or {@code db at node2/tank}
 * @param dataset the ZFS dataset; none where another tool keeps a repository, or where the lab does not say
 * @param copy none for the primary
 */
record Place(
        String text,
        String service,
        PoolRef at,
        Optional<String> dataset,
        Optional<Copy> copy,
        String media,
        String site) {

    private static final Set<String> BY_SNAPSHOTS = Set.of("syncoid", "zfs-send", "pvesr");

    /** Returns where a service works on its data; none when it keeps none. */
    static Optional<Place> primary(Lab lab, String service) {
        return lab.service(service)
                .flatMap(Service::data)
                .map(data -> new Place(
                        service,
                        service,
                        data.at(),
                        reach(lab, service).dataset(),
                        Optional.empty(),
                        media(lab, data.at()),
                        site(lab, data.at())));
    }

    /** Returns where the copies of a service lie. */
    static List<Place> copies(Lab lab, String service) {
        return lab.copies().stream()
                .filter(copy -> copy.service().equals(service))
                .map(copy -> of(lab, copy))
                .toList();
    }

    /** Returns the place of one copy. */
    static Optional<Place> copy(Lab lab, String service, PoolRef at) {
        return copies(lab, service).stream()
                .filter(place -> place.at().equals(at))
                .findFirst();
    }

    /** Returns all places of a service, the primary first. */
    static List<Place> all(Lab lab, String service) {
        return Stream.concat(primary(lab, service).stream(), copies(lab, service).stream())
                .toList();
    }

    private static Place of(Lab lab, Copy copy) {
        String text = copy.service() + " at " + copy.to();
        return new Place(
                text,
                copy.service(),
                copy.to(),
                reach(lab, text).dataset(),
                Optional.of(copy),
                copy.media(),
                site(lab, copy.to()));
    }

    static Reach reach(Lab lab, String target) {
        return lab.reach().getOrDefault(target, Reach.NONE);
    }

    /** Returns whether it holds snapshots of ZFS, sent by a tool that keeps their identity. */
    boolean holdsSnapshots() {
        return dataset.isPresent()
                && copy.map(one -> BY_SNAPSHOTS.contains(one.by())).orElse(true);
    }

    /** Returns whether it is a repository of restic. */
    boolean isRepository() {
        return copy.map(one -> one.by().equals("restic")).orElse(false);
    }

    /** Returns the node of it. */
    String host() {
        return at.node();
    }

    private static String site(Lab lab, PoolRef at) {
        return lab.node(at.node()).map(Node::site).orElse("");
    }

    private static String media(Lab lab, PoolRef at) {
        boolean flash = lab.node(at.node())
                .flatMap(node -> node.pool(at.pool()))
                .filter(pool -> !pool.disks().isEmpty()
                        && pool.disks().stream().allMatch(disk -> disk.model().matches(".*(ssd|nvme).*")))
                .isPresent();
        return flash ? "ssd" : "hdd";
    }
}
