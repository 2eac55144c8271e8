package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.simulator.compiled.Hours;

/** What a good engineer would change about the copies of data; each touches what may be lost, and no uptime. */
final class DataProposals {

    /** A pool is not filled further than that. Our estimate. */
    private static final double FULL = 0.8;

    private final Lab lab;

    DataProposals(Lab lab) {
        this.lab = lab;
    }

    /** Returns what could be tried, at most one proposal of each kind. */
    List<Proposals.Proposal> all() {
        List<Proposals.Proposal> found = new ArrayList<>();
        elsewhere().ifPresent(found::add);
        edited(
                        "let the other site fetch its copies",
                        "direction",
                        "pull",
                        this::pushedAway,
                        "no host at home can delete there")
                .ifPresent(found::add);
        edited(
                        "keep the key of the encrypted copies in a second place",
                        "key",
                        "escrowed",
                        copy -> copy.key().filter(Copy.Key.NOWHERE_ELSE::equals).isPresent(),
                        "on paper in a safe will do")
                .ifPresent(found::add);
        return found;
    }

    private boolean pushedAway(Copy copy) {
        return copy.direction() == Copy.Direction.PUSH && away(copy);
    }

    private boolean away(Copy copy) {
        return !site(copy.to())
                .equals(lab.service(copy.service())
                        .flatMap(Service::data)
                        .map(data -> site(data.at()))
                        .orElse(""));
    }

    private String site(PoolRef at) {
        return lab.node(at.node()).map(Node::site).orElse("");
    }

    private Optional<Proposals.Proposal> edited(
            String what, String key, String value, Predicate<Copy> which, String note) {
        List<Edit> edits = new ArrayList<>();
        List<String> saves = new ArrayList<>();
        for (Service service : lab.services()) {
            List<Copy> copies = copies(service);
            for (int i = 0; i < copies.size(); i++) {
                if (which.test(copies.get(i))) {
                    edits.add(new Edit("copies." + service.name() + "[" + i + "]." + key, value));
                    saves.add(service.name());
                }
            }
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposals.Proposal(what, edits, List.of(), note, List.of(), 0, saves));
    }

    private List<Copy> copies(Service service) {
        return lab.copies().stream()
                .filter(copy -> copy.service().equals(service.name()))
                .toList();
    }

    /** A copy of everything that has none at another site, on the first pool there that has room for it. */
    private Optional<Proposals.Proposal> elsewhere() {
        List<Service> bare = lab.services().stream()
                .filter(service ->
                        service.data().isPresent() && copies(service).stream().noneMatch(this::away))
                .toList();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        String home = site(bare.get(0).data().orElseThrow().at());
        List<Service> together = bare.stream()
                .filter(service -> site(service.data().orElseThrow().at()).equals(home))
                .toList();
        double bytes = together.stream().mapToDouble(DataProposals::bytes).sum();
        return lab.nodes().stream()
                .filter(node -> !node.site().equals(home))
                .flatMap(node -> node.pools().stream().map(pool -> new PoolRef(node.name(), pool.name())))
                .filter(at -> room(at) >= bytes)
                .findFirst()
                .map(at -> copiedTo(at, together));
    }

    private Proposals.Proposal copiedTo(PoolRef at, List<Service> services) {
        List<Edit> edits = new ArrayList<>();
        for (Service service : services) {
            List<String> all = new ArrayList<>(
                    copies(service).stream().map(DataProposals::spelled).toList());
            all.add("{to: " + at + ", every: 1 d, direction: pull, raw: true, key: escrowed}");
            edits.add(new Edit("copies." + service.name(), "[" + String.join(", ", all) + "]"));
        }
        List<String> names = services.stream().map(Service::name).toList();
        return new Proposals.Proposal(
                "a copy of " + String.join(", ", names) + " at " + site(at) + ", on " + at,
                edits,
                List.of(),
                "every day, fetched and encrypted",
                List.of(),
                0,
                names);
    }

    private static double bytes(Service service) {
        return service.data().map(data -> data.size().count()).orElse(0.0);
    }

    /** Returns the bytes that a pool can still take. */
    private double room(PoolRef at) {
        Optional<Pool> pool = lab.node(at.node()).flatMap(node -> node.pool(at.pool()));
        if (pool.isEmpty()) {
            return 0;
        }
        double smallest = pool.get().disks().stream()
                .mapToDouble(disk -> disk.traits().value(Trait.CAPACITY).count())
                .min()
                .orElse(0);
        int disks = pool.get().disks().size();
        double taken = lab.services().stream()
                .filter(service ->
                        service.data().filter(data -> data.at().equals(at)).isPresent()
                                || copies(service).stream()
                                        .anyMatch(copy -> copy.to().equals(at)))
                .mapToDouble(DataProposals::bytes)
                .sum();
        return FULL * smallest * (disks - pool.get().layout().tolerance(disks)) - taken;
    }

    private static String spelled(Copy copy) {
        return "{to: " + copy.to() + ", by: " + copy.by() + ", every: " + Scale.TIME.format(Hours.of(copy.every()))
                + ", media: " + copy.media() + ", direction: " + word(copy.direction())
                + (copy.raw() ? ", raw: true" : "")
                + copy.key().map(key -> ", key: " + word(key)).orElse("")
                + copy.keep()
                        .map(keep -> ", keep: " + Scale.TIME.format(Hours.of(keep)))
                        .orElse("") + "}";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
