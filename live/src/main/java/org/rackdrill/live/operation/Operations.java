package org.rackdrill.live.operation;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;

/**
 * Everything that an administrator does in a lab. Each call is one pass: it begins what is not begun, asks how the rest
 * stands, and returns within seconds. The state is on the hosts, under the key.
 */
public final class Operations {
    private static final int LONGEST_KEY = 100;

    private final Lab lab;
    private final Hosts hosts;
    private final Copying copying;
    private final Proving proving;
    private final Serving serving;
    private final Members members;

    /**
     * The operations of a lab.
     *
     * @param manifests where manifests are kept that came with snapshots, for as long as copies may have to be proven
     */
    public Operations(Lab lab, Hosts hosts, ManifestFolder manifests) {
        this.lab = lab;
        this.hosts = hosts;
        Marks marks = new Marks(manifests);
        this.copying = new Copying(lab, marks);
        this.proving = new Proving(lab, marks);
        this.members = new Members(lab);
        this.serving = new Serving(lab, members);
    }

    /**
     * Begins an operation, or says how it stands; what {@code World.perform} asks.
     *
     * @param key unique in the lab for each operation that is meant
     */
    public Answer perform(String key, Operation<?> operation, Target target) {
        return carryOut(key, operation, target).answer();
    }

    /** Does the same, and tells what was found. */
    public Told carryOut(String key, Operation<?> operation, Target target) {
        Errand errand = new Errand(hosts, hostKey(key));
        try {
            begin(errand, operation, target);
        } catch (IllegalArgumentException unsayable) {
            errand.refuse(String.valueOf(unsayable.getMessage()));
        }
        return errand.told();
    }

    /** Moves a service that is well to another node, without loss: it is stopped at home, and its copy freshened. */
    public Told move(String key, String service, Optional<String> to) {
        Errand errand = new Errand(hosts, hostKey(key));
        Optional<Place> copy = Place.reach(lab, service).resource().isPresent()
                ? Optional.empty()
                : Place.copies(lab, service).stream()
                        .filter(Place::holdsSnapshots)
                        .filter(place -> to.isEmpty() || place.host().equals(to.get()))
                        .findFirst();
        copy.ifPresent(place -> {
            serving.stop(errand, service);
            // Once it is promoted, what arrived lies where the service works.
            if (serving.away(errand, service).isEmpty()) {
                copying.sync(errand, place);
            }
        });
        if (errand.goesOn()) {
            serving.failover(errand, service, copy.map(Place::host).or(() -> to), true);
        }
        return errand.told();
    }

    private void begin(Errand errand, Operation<?> operation, Target target) {
        switch (operation.kind()) {
            case SYNC -> onCopy(errand, target).ifPresent(copy -> copying.sync(errand, copy));
            case BACKUP -> onCopy(errand, target).ifPresent(copy -> copying.backup(errand, copy));
            case RESTORE_PROOF -> restoreProof(errand, (Operation.RestoreProof) operation, target);
            case SCRUB -> {
                Target.Pool pool = (Target.Pool) target;
                errand.step(
                        "scrub",
                        pool.at().node(),
                        Errand.job("scrub").with("pool", pool.at().pool()));
            }
            case REPLACE_DISK -> replace(errand, (Target.Disk) target);
            case MAINTENANCE_ON -> members.maintenance(errand, target.text(), true);
            case MAINTENANCE_OFF -> members.maintenance(errand, target.text(), false);
            case ORDERED_SHUTDOWN -> shutDown(errand, target.text());
            case START -> start(errand, target);
            case FAILOVER -> serving.failover(errand, target.text(), ((Operation.Failover) operation).to(), false);
            case FAILBACK -> serving.failback(errand, target.text());
        }
    }

    private Optional<Place> onCopy(Errand errand, Target target) {
        Target.Copy copy = (Target.Copy) target;
        Optional<Place> place = Place.copy(lab, copy.service(), copy.at());
        if (place.isEmpty()) {
            errand.refuse("the lab has no copy " + copy.text());
        }
        return place;
    }

    private void restoreProof(Errand errand, Operation.RestoreProof proof, Target target) {
        Optional<Place> place = onCopy(errand, target);
        if (place.isPresent()
                && proof.on().isPresent()
                && !proof.on().get().equals(place.get().host())) {
            errand.refuse("a copy is restored where it lies, at " + place.get().host() + ", and nowhere else yet");
        }
        place.filter(copy -> errand.goesOn()).ifPresent(copy -> proving.prove(errand, copy));
    }

    private static void replace(Errand errand, Target.Disk disk) {
        errand.step(
                "replace",
                disk.pool().node(),
                Errand.job("replace-disk")
                        .with("pool", disk.pool().pool())
                        .with("disk", String.valueOf(disk.number())));
    }

    private void start(Errand errand, Target target) {
        if (target instanceof Target.Service service) {
            serving.start(errand, service.name());
            return;
        }
        String node = target.text();
        Optional<String> witness = Place.reach(lab, node).power();
        if (witness.isEmpty()) {
            errand.refuse("the lab names nobody who could switch " + node + " on");
            return;
        }
        errand.step("power-on", witness.get(), Errand.job("power-on").with("node", node));
        if (errand.goesOn() && !errand.answers(node)) {
            errand.waitFor(node + " starts");
        }
    }

    private void shutDown(Errand errand, String node) {
        Optional<String> witness = Place.reach(lab, node).power();
        Request job = Errand.job("shut-down");
        Map<String, String> ordered = errand.answers(node) ? errand.step("shut-down", node, job) : Map.of();
        if (witness.isPresent()) {
            errand.step("await-off", witness.get(), Errand.job("await-off").with("node", node));
        } else if (errand.goesOn() && !ordered.isEmpty()) {
            errand.waitFor(node + " stops");
        }
    }

    /** Returns a key as a host can know it. */
    private static String hostKey(String key) {
        String plain = key.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        String sum = Integer.toHexString(key.hashCode());
        return plain.substring(0, Math.min(LONGEST_KEY, plain.length())) + "-" + sum;
    }
}
