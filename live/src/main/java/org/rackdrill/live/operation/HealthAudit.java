package org.rackdrill.live.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Snapshots;

/** A round through the rack: what could be broken without anybody having noticed. */
public final class HealthAudit {
    // Where ZFS gets slow, and where sanoid starts to warn.
    private static final int FULL_PERCENT = 80;
    private static final int CERTIFICATE_DAYS = 14;
    private static final int CLOCK_SECONDS = 2;
    // One late run is no alarm, two are.
    private static final int LATE_RUNS = 3;

    private final Lab lab;
    private final Errand errand;
    private final List<Finding> findings = new ArrayList<>();
    private final LongSupplier now;

    /**
     * An audit.
     *
     * @param now tells the seconds since 1970; a round takes a while
     */
    public HealthAudit(Lab lab, Hosts hosts, LongSupplier now) {
        this.lab = lab;
        this.errand = new Errand(hosts, "audit");
        this.now = now;
    }

    /** Looks at every node that the lab says how to reach, and at what copies were found. */
    public List<Finding> look(List<CopyAudit.Found> copies) {
        for (Node node : lab.nodes()) {
            if (Place.reach(lab, node.name()).ssh().isEmpty()) {
                continue;
            }
            Optional<String> audit = errand.hear(node.name(), Request.of("audit"));
            if (audit.isEmpty()) {
                findings.add(Finding.unknown(node.name(), "node", errand.silence(node.name())));
            }
            audit.ifPresent(body -> body.lines().forEach(line -> judge(node.name(), line.split("\t", -1))));
        }
        copies.forEach(this::replication);
        copies.forEach(this::snapshots);
        return List.copyOf(findings);
    }

    private void judge(String host, String[] row) {
        switch (row[0]) {
            case "clock" -> clock(host, row);
            case "pool" -> pool(host, row);
            case "disk" -> disk(host, row);
            case "damage" ->
                add(host, "data of " + at(row, 1), at(row, 2).equals("no"), "damaged files: " + at(row, 2));
            case "scan" -> findings.add(scan(host, row));
            case "ups" -> ups(host, row);
            case "quorum" -> quorum(host, row);
            case "certificate" -> certificate(host, row);
            case "failed" -> add(host, "unit " + at(row, 1), false, "it failed");
            default -> {
                // A newer helper sees more than we know.
            }
        }
    }

    private void clock(String host, String[] row) {
        long off = at(row, 1).matches("\\d{1,12}") ? Long.parseLong(at(row, 1)) - now.getAsLong() : Long.MAX_VALUE;
        // Our own question took a moment as well.
        add(host, "clock", Math.abs(off) <= CLOCK_SECONDS + 8, "off by " + off + " s, synchronised: " + at(row, 2));
    }

    private void pool(String host, String[] row) {
        String health = at(row, 2);
        String full = at(row, 3).replace("%", "");
        if (health.equals("silent")) {
            findings.add(Finding.unknown(host, "pools", "zpool does not answer"));
            return;
        }
        boolean room = full.matches("\\d{1,3}") && Integer.parseInt(full) < FULL_PERCENT;
        add(host, "pool " + at(row, 1), health.equals("ONLINE") && room, health + ", " + full + "% full");
    }

    private void disk(String host, String[] row) {
        String errors = at(row, 4) + "/" + at(row, 5) + "/" + at(row, 6);
        boolean good = at(row, 3).equals("ONLINE") && errors.equals("0/0/0");
        add(host, "disk " + at(row, 2) + " of " + at(row, 1), good, at(row, 3) + ", errors " + errors);
    }

    private static Finding scan(String host, String[] row) {
        boolean never = at(row, 2).isEmpty() || at(row, 2).startsWith("none");
        String what = "scrub of " + at(row, 1);
        return never
                ? Finding.unknown(host, what, "none since the pool was imported")
                : Finding.of(host, what, !at(row, 2).matches(".*with [1-9]\\d* errors.*"), at(row, 2));
    }

    private void ups(String host, String[] row) {
        boolean good = at(row, 2).matches("OL( CHRG)?");
        add(host, "UPS " + at(row, 1), good, at(row, 2) + ", battery " + at(row, 3) + "%");
    }

    private void quorum(String host, String[] row) {
        // A node that is no member may have the programs all the same.
        boolean member =
                lab.clusters().stream().anyMatch(cluster -> cluster.members().contains(host));
        if (member && at(row, 1).equals("unknown")) {
            findings.add(Finding.unknown(host, "quorum", "corosync does not say"));
        } else if (member) {
            add(host, "quorum", at(row, 1).equals("yes"), at(row, 1));
        }
    }

    private void certificate(String host, String[] row) {
        String what = "certificate " + at(row, 1);
        if (!at(row, 2).matches("-?\\d{1,6}")) {
            findings.add(Finding.unknown(host, what, "it cannot be read"));
            return;
        }
        int days = Integer.parseInt(at(row, 2));
        add(host, what, days >= CERTIFICATE_DAYS, days + " days left");
    }

    private void replication(CopyAudit.Found found) {
        for (Place place : Place.copies(lab, found.service())) {
            Optional<Holding> holding = found.holdings().stream()
                    .filter(each -> each.place().equals(place.text()))
                    .findFirst();
            OptionalLong age = holding.map(Holding::ageSeconds).orElse(OptionalLong.empty());
            String why = holding.map(Holding::why).orElse("");
            long every = place.copy().map(copy -> copy.every().toSeconds()).orElse(0L);
            String what = "copy " + place.text();
            if (!holding.map(Holding::seen).orElse(false)) {
                findings.add(Finding.unknown(place.host(), what, why));
            } else if (age.isEmpty()) {
                findings.add(Finding.of(place.host(), what, false, why));
            } else {
                String says = "newest is " + age.getAsLong() + " s old, one is due every " + every + " s";
                add(place.host(), what, age.getAsLong() <= LATE_RUNS * every, says);
            }
        }
    }

    private void snapshots(CopyAudit.Found found) {
        Snapshots kept = lab.snapshots();
        int wanted = kept.hourly() + kept.daily() + kept.weekly() + kept.monthly() + kept.yearly();
        Optional<Place> primary = Place.primary(lab, found.service()).filter(Place::holdsSnapshots);
        if (wanted == 0 || primary.isEmpty()) {
            return;
        }
        errand.hear(primary.get().host(), Copying.snapshots(primary.get()))
                .map(Snapshot::list)
                .ifPresent(list -> {
                    String says = list.size() + " there, up to " + wanted + " are kept";
                    add(primary.get().host(), "snapshots of " + found.service(), !list.isEmpty(), says);
                });
    }

    private void add(String host, String what, boolean good, String says) {
        findings.add(Finding.of(host, what, good, says));
    }

    private static String at(String[] row, int index) {
        return index < row.length ? row[index] : "";
    }
}
