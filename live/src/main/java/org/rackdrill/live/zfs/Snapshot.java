package org.rackdrill.live.zfs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A snapshot of a dataset. Its number and its birth travel with it to every copy, its name need not.
 *
 * @param guid the same on every copy of it, from 1 to 2^64 - 1
 * @param created in seconds since 1970, by the clock of the host that made it
 */
public record Snapshot(String name, BigInteger guid, long created) {
    private static final BigInteger END = BigInteger.ONE.shiftLeft(64);

    /** Returns the snapshots of a dataset that are said completely, the oldest first. */
    public static List<Snapshot> of(String dataset, Properties said) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (String name : said.values().keySet()) {
            Optional<BigInteger> guid = said.word(name, "guid")
                    .filter(digits -> digits.matches("\\d{1,20}"))
                    .map(BigInteger::new)
                    .filter(number -> number.signum() > 0 && number.compareTo(END) < 0);
            OptionalLong created = said.number(name, "creation");
            if (name.startsWith(dataset + "@") && guid.isPresent() && created.isPresent()) {
                snapshots.add(new Snapshot(name, guid.get(), created.getAsLong()));
            }
        }
        snapshots.sort(Comparator.comparingLong(Snapshot::created).thenComparing(Snapshot::name));
        return snapshots;
    }

    /** Returns the newest of the snapshots of a copy that the source has or had; both must name the same birth. */
    public static Optional<Snapshot> newestCommon(List<Snapshot> source, List<Snapshot> copy) {
        Map<BigInteger, Long> born = new HashMap<>();
        source.forEach(snapshot -> born.put(snapshot.guid(), snapshot.created()));
        return copy.stream()
                .filter(snapshot -> Long.valueOf(snapshot.created()).equals(born.get(snapshot.guid())))
                .max(Comparator.comparingLong(Snapshot::created));
    }
}
