package org.rackdrill.live.operation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A state of a dataset that does not change any more.
 *
 * @param name with its dataset
 * @param guid the same for all copies of one snapshot, and for no other
 * @param created seconds since 1970
 */
public record Snapshot(String name, String guid, long created) {

    /** Returns what the helper lists, the oldest first; lines that are none are left out. */
    static List<Snapshot> list(String body) {
        return body.lines()
                .map(line -> line.split("\t"))
                .filter(fields -> fields.length == 3 && fields[2].matches("\\d{1,12}"))
                .map(fields -> new Snapshot(fields[0], fields[1], Long.parseLong(fields[2])))
                .toList();
    }

    /** Returns its name without the dataset. */
    String shortName() {
        return name.substring(name.indexOf('@') + 1);
    }

    /** Returns the newest of a list, oldest first, whose guid is among some. */
    static Optional<Snapshot> newest(List<Snapshot> snapshots, Collection<String> guids) {
        Set<String> wanted = Set.copyOf(guids);
        return snapshots.stream()
                .filter(snapshot -> wanted.contains(snapshot.guid()))
                .reduce((earlier, later) -> later);
    }

    /** Returns the newest snapshot that two datasets have in common, as the second has it. */
    static Optional<Snapshot> newestCommon(List<Snapshot> source, List<Snapshot> target) {
        return newest(target, source.stream().map(Snapshot::guid).toList());
    }
}
