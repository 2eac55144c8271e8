package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.reading.Edit;

/** What a good engineer would look at in a lab: each proposal is a change of the lab file, found by a rule. */
final class Proposals {

    private static final List<Bought> NOTHING = List.of();
    private static final double GIB = 1L << 30;

    /** What the generic UPS carries, and the largest that a home buys. */
    private static final double ORDINARY_UPS_WATTS = 900;

    private static final double LARGEST_UPS_WATTS = 1800;

    /**
     * One thing to try.
     *
     * @param buys what has to be paid for, in the lab as it is afterwards
     * @param touches the components whose downtime it is about
     * @param blame hours a year that these take, the mean over services
     * @param saves the datasets whose loss it makes less likely, where that is what it is for
     */
    record Proposal(
            String what,
            List<Edit> edits,
            List<Bought> buys,
            String note,
            List<String> touches,
            double blame,
            List<String> saves) {

        String change() {
            return String.join("\n", edits.stream().map(Edit::toString).toList());
        }
    }

    private final Lab lab;
    private final ToDoubleFunction<String> blame;
    private final List<Proposal> found = new ArrayList<>();

    /** What the proposals that were found change: no two change the same. */
    private final Set<List<Edit>> known = new HashSet<>();

    /**
     * Prepares to look.
     *
     * @param blame hours a year that a component takes, the mean over services
     */
    Proposals(Lab lab, ToDoubleFunction<String> blame) {
        this.lab = lab;
        this.blame = blame;
    }

    /** Returns what could be tried, the most promising first. */
    List<Proposal> all() {
        lab.network().forEach(this::network);
        lab.nodes().forEach(this::node);
        lab.services().forEach(this::service);
        lab.sites().forEach(this::ups);
        lab.clusters().forEach(this::failover);
        habits();
        found.addAll(new DataProposals(lab).all());
        return found.stream()
                .sorted(Comparator.comparingDouble((Proposal it) -> -it.blame()))
                .toList();
    }

    private void network(Link link) {
        if (link instanceof Link.Box box && blame.applyAsDouble(box.name()) > 0) {
            spare(box.part(), box.name());
            if (box.part().kind() == PartKind.ACCESS_POINT && count(PartKind.ACCESS_POINT, box.site()) == 1) {
                second(box, "access point");
            } else if (box.part().kind() == PartKind.SWITCH && count(PartKind.SWITCH, box.site()) == 1) {
                secondSwitch(box);
            }
        } else if (link instanceof Link.Wan wan && blame.applyAsDouble(wan.name()) > 0 && onlyAccess(wan)) {
            String name = fresh("mobile");
            add(
                    "add mobile internet (4G) behind " + wan.uplinkOf(),
                    List.of(new Edit(
                            "network." + name,
                            "{model: 4g, uplink-of: " + wan.uplinkOf() + ", powered-by: " + feed(wan.poweredBy())
                                    + "}")),
                    List.of(new Bought(name, Trait.PRICE)),
                    "and a monthly fee",
                    List.of(wan.name()));
        }
    }

    private void second(Link.Box box, String what) {
        String name = fresh(box.name());
        add(
                "a second " + what + " beside " + box.name(),
                List.of(new Edit("network." + name, like(box))),
                List.of(new Bought(name, Trait.PRICE)),
                "",
                List.of(box.name()));
    }

    private void secondSwitch(Link.Box box) {
        String name = fresh(box.name());
        List<Edit> edits = new ArrayList<>(List.of(new Edit("network." + name, like(box))));
        for (Node node : lab.nodes()) {
            if (node.networks().equals(List.of(box.name()))) {
                edits.add(new Edit("nodes." + node.name() + ".network", "[" + box.name() + ", " + name + "]"));
            }
        }
        add(
                "a second switch beside " + box.name() + ", with a cable from every node",
                edits,
                List.of(new Bought(name, Trait.PRICE)),
                "access points stay where they hang",
                List.of(box.name()));
    }

    private static String like(Link.Box box) {
        return "{model: " + box.part().model() + ", site: " + box.site() + ", powered-by: " + feed(box.poweredBy())
                + (box.uplinks().isEmpty() ? "" : ", uplink: [" + String.join(", ", box.uplinks()) + "]") + "}";
    }

    private static String feed(List<String> poweredBy) {
        return "[" + String.join(", ", poweredBy) + "]";
    }

    private boolean onlyAccess(Link.Wan wan) {
        return lab.network().stream()
                        .filter(it ->
                                it instanceof Link.Wan other && other.uplinkOf().equals(wan.uplinkOf()))
                        .count()
                == 1;
    }

    private long count(PartKind kind, String site) {
        return lab.network().stream()
                .filter(it -> it instanceof Link.Box box
                        && box.part().kind() == kind
                        && box.site().equals(site))
                .count();
    }

    private void node(Node node) {
        if (blame.applyAsDouble(node.name()) > 0) {
            spare(node.hardware(), node.name());
        }
        if (node.unlock() == Node.Unlock.PROMPT) {
            add(
                    "let " + node.name() + " open its pools with a key file",
                    List.of(new Edit("nodes." + node.name() + ".unlock", "keyfile")),
                    NOTHING,
                    "who steals the machine with its key file reads the data",
                    List.of(node.name()));
        }
        if (!node.ecc()) {
            add(
                    "memory with ECC in " + node.name(),
                    List.of(new Edit(
                            "nodes." + node.name() + ".memory",
                            Math.round(node.memory().count() / GIB) + " GiB ecc")),
                    List.of(new Bought(node.name(), Trait.ECC_PRICE)),
                    "no uptime, but wrong data are noticed before they are written; the board must support it",
                    List.of());
        }
    }

    private void spare(Part part, String name) {
        if (!lab.operations().spares().containsKey(part.model())) {
            add(
                    "a spare " + part.label() + " in the drawer",
                    List.of(new Edit("operations.spares." + part.model(), "1")),
                    List.of(new Bought(name, Trait.PRICE)),
                    "",
                    List.of(name));
        }
    }

    private void service(Service service) {
        if (service.guest().isEmpty()
                || service.data().isPresent()
                || service.on().size() != 1) {
            return;
        }
        boolean needed = lab.services().stream().anyMatch(it -> it.needs().contains(service.name()));
        if (!needed || service.failover() == Service.Failover.AUTOMATIC) {
            return;
        }
        String home = service.on().get(0);
        String site = lab.node(home).map(Node::site).orElse("");
        List<Node> others = lab.nodes().stream()
                .filter(node -> !node.name().equals(home) && node.site().equals(site))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        List<String> touches = List.of(home, service.name());
        String path = "services." + service.name();
        Node best = others.stream()
                .min(Comparator.comparingDouble(node -> blame.applyAsDouble(node.name())))
                .orElseThrow();
        if (blame.applyAsDouble(best.name()) < blame.applyAsDouble(home)) {
            add(
                    "move " + service.name() + " from " + home + " to " + best.name(),
                    List.of(new Edit(path + ".on", best.name())),
                    NOTHING,
                    "",
                    touches);
        }
        add(
                "run " + service.name() + " twice, on " + home + " and " + best.name(),
                List.of(
                        new Edit(path + ".on", "[" + home + ", " + best.name() + "]"),
                        new Edit(path + ".redundant", "1 of 2")),
                NOTHING,
                "clients must know both",
                touches);
    }

    /** One UPS for all the nodes of a site that hang on the mains alone. */
    private void ups(Site site) {
        List<Node> bare = lab.nodes().stream()
                .filter(node -> node.site().equals(site.name())
                        && node.poweredBy().stream().allMatch(site.name()::equals))
                .toList();
        double watts = bare.stream()
                .mapToDouble(
                        node -> node.hardware().traits().value(Trait.MAX_WATTS).watts())
                .sum();
        List<String> touches = List.of("mains " + site.name());
        if (bare.isEmpty() || watts > LARGEST_UPS_WATTS || blame(touches) == 0) {
            return;
        }
        String name = fresh("ups");
        String names = String.join(", ", bare.stream().map(Node::name).toList());
        String model = watts > ORDINARY_UPS_WATTS ? "generic-ups-online" : PartKind.UPS.generic();
        List<Edit> edits = new ArrayList<>(List.of(
                new Edit("ups." + name, "{model: " + model + ", site: " + site.name() + ", shutdown-at: 3 min left}")));
        bare.forEach(node -> edits.add(fed("nodes." + node.name(), name, node.poweredBy())));
        List<Bought> buys = List.of(new Bought(name, Trait.PRICE));
        String note = "and a battery every few years";
        add("a UPS for " + names, edits, buys, note, touches);
        List<Edit> whole = new ArrayList<>(edits);
        for (Link link : lab.network()) {
            if (link instanceof Link.Box box && box.poweredBy().equals(List.of(site.name()))) {
                whole.add(fed("network." + box.name(), name, box.poweredBy()));
            } else if (link instanceof Link.Wan wan && wan.poweredBy().equals(List.of(site.name()))) {
                whole.add(fed("network." + wan.name(), name, wan.poweredBy()));
            }
        }
        add("a UPS for " + names + " and the network around", whole, buys, note, touches);
    }

    private static Edit fed(String path, String ups, List<String> before) {
        return new Edit(path + ".powered-by", feed(Collections.nCopies(before.size(), ups)));
    }

    /** What waits for a person today, started elsewhere by the cluster from its own replicas. */
    private void failover(Cluster cluster) {
        List<Service> waiting = lab.services().stream()
                .filter(service ->
                        service.cluster().filter(cluster.name()::equals).isPresent()
                                && service.failover() == Service.Failover.MANUAL
                                && service.on().size() == 1
                                && (service.data().isEmpty() || copied(service, cluster)))
                .toList();
        List<String> touches = waiting.stream()
                .flatMap(service -> service.on().stream())
                .distinct()
                .toList();
        if (blame(touches) == 0
                || cluster.manager() != Cluster.Manager.PROXMOX_HA
                || cluster.members().size() < 2) {
            return;
        }
        List<Edit> edits = new ArrayList<>();
        for (Service service : waiting) {
            edits.add(new Edit("services." + service.name() + ".failover", "automatic"));
            if (service.storage() instanceof Service.Storage.Local) {
                edits.add(new Edit("services." + service.name() + ".storage", "synced"));
            }
        }
        boolean data = waiting.stream().anyMatch(service -> service.data().isPresent());
        add(
                "failover of " + named(waiting),
                edits,
                NOTHING,
                data
                        ? "each failover loses what was written since the last copy, and nobody is asked first"
                        : "each failover loses what was written since the last replication",
                touches);
    }

    private boolean copied(Service service, Cluster cluster) {
        return lab.copies().stream()
                .anyMatch(copy -> copy.service().equals(service.name())
                        && cluster.members().contains(copy.to().node()));
    }

    private void habits() {
        List<String> whole = lab.nodes().stream().map(Node::name).toList();
        if (lab.operations().drills().containsKey(Protection.FAILOVER)
                || lab.services().stream().anyMatch(it -> it.failover() == Service.Failover.AUTOMATIC)) {
            add(
                    "rehearse failover every month",
                    List.of(new Edit("operations.drills.failover", "1 month")),
                    NOTHING,
                    "an evening a month",
                    whole);
        }
        if (lab.operations().operator().asleep().isPresent()) {
            add(
                    "let alarms wake you",
                    List.of(new Edit("operations.operator.woken-by", "alarms")),
                    NOTHING,
                    "costs nights",
                    whole);
        }
    }

    private void add(String what, List<Edit> edits, List<Bought> buys, String note, List<String> touches) {
        if (known.add(edits)) {
            found.add(new Proposal(what, edits, buys, note, touches, blame(touches), List.of()));
        }
    }

    private double blame(List<String> touches) {
        return touches.stream().mapToDouble(blame).sum();
    }

    /** Returns a name that nothing in the lab has. */
    private String fresh(String like) {
        Set<String> taken = new TreeSet<>();
        lab.network().forEach(it -> taken.add(it.name()));
        lab.nodes().forEach(it -> taken.add(it.name()));
        lab.services().forEach(it -> taken.add(it.name()));
        lab.ups().forEach(it -> taken.add(it.name()));
        lab.sites().forEach(it -> taken.add(it.name()));
        String name = like;
        for (int i = 2; taken.contains(name); i++) {
            name = like + "-" + i;
        }
        return name;
    }

    /** Names one, and says how many more there are; the edits name them all. */
    private static String named(List<Service> services) {
        String first = services.get(0).name();
        return services.size() == 1 ? first : first + " and " + (services.size() - 1) + " more";
    }
}
