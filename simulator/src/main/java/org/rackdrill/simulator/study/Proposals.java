package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.reading.Edit;

/** What a good engineer would look at in a lab: each proposal is a change of the lab file, found by a rule. */
final class Proposals {

    /** Prices are our estimate of what a home pays in Australia, 2026; nothing is said in other money. */
    private static final String CURRENCY = "AUD";

    private static final Results.CostOnce NOTHING = new Results.CostOnce(0, 0, 0, CURRENCY);
    private static final double GIB = 1L << 30;

    /**
     * One thing to try.
     *
     * @param cost null when nobody knows
     * @param blame hours a year of the causes that it touches
     */
    record Proposal(String what, List<Edit> edits, Results.@Nullable CostOnce cost, String note, double blame) {

        String change() {
            return String.join("\n", edits.stream().map(Edit::toString).toList());
        }
    }

    private final Lab lab;
    private final ToDoubleFunction<String> blame;
    private final boolean priced;
    private final List<Proposal> found = new ArrayList<>();

    /**
     * Prepares to look.
     *
     * @param blame hours a year that a component takes, the mean over services
     */
    Proposals(Lab lab, ToDoubleFunction<String> blame) {
        this.lab = lab;
        this.blame = blame;
        priced = lab.sites().isEmpty()
                || lab.sites().get(0).electricity().value().currency().equals(CURRENCY);
    }

    /** Returns what could be tried, the most promising first. */
    List<Proposal> all() {
        lab.network().forEach(this::network);
        lab.nodes().forEach(this::node);
        lab.services().forEach(this::service);
        habits();
        return found.stream()
                .sorted(Comparator.comparingDouble((Proposal it) -> -it.blame()))
                .toList();
    }

    private void network(Link link) {
        if (link instanceof Link.Box box && blame.applyAsDouble(box.name()) > 0) {
            spare(box.part().model(), box.part().label(), box.part().kind(), box.name());
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
                    cost(250, 120, 450),
                    "and a monthly fee",
                    blame.applyAsDouble(wan.name()));
        }
    }

    private void second(Link.Box box, String what) {
        add(
                "a second " + what + " beside " + box.name(),
                List.of(new Edit("network." + fresh(box.name()), like(box))),
                price(box.part().kind()),
                "",
                blame.applyAsDouble(box.name()));
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
                price(PartKind.SWITCH),
                "access points stay where they hang",
                blame.applyAsDouble(box.name()));
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
        double hours = blame.applyAsDouble(node.name());
        if (hours > 0) {
            spare(node.hardware().model(), node.hardware().label(), PartKind.NODE, node.name());
        }
        if (node.unlock() == Node.Unlock.PROMPT) {
            add(
                    "let " + node.name() + " open its pools with a key file",
                    List.of(new Edit("nodes." + node.name() + ".unlock", "keyfile")),
                    NOTHING,
                    "who steals the machine with its key file reads the data",
                    hours);
        }
        if (!node.ecc()) {
            add(
                    "memory with ECC in " + node.name(),
                    List.of(new Edit(
                            "nodes." + node.name() + ".memory",
                            Math.round(node.memory().count() / GIB) + " GiB ecc")),
                    cost(400, 150, 1200),
                    "no uptime, but wrong data are noticed before they are written; the board must support it",
                    0);
        }
    }

    private void spare(String model, String label, PartKind kind, String name) {
        if (!lab.operations().spares().containsKey(model)) {
            add(
                    "a spare " + label + " in the drawer",
                    List.of(new Edit("operations.spares." + model, "1")),
                    price(kind),
                    "",
                    blame.applyAsDouble(name));
        }
    }

    private void service(Service service) {
        if (service.guest().isEmpty()
                || service.data().isPresent()
                || service.on().size() != 1) {
            return;
        }
        boolean needed = lab.services().stream().anyMatch(it -> it.needs().contains(service.name()));
        String home = service.on().get(0);
        List<Node> others = lab.nodes().stream()
                .filter(node -> !node.name().equals(home) && sameSite(node, home))
                .toList();
        if (!needed || others.isEmpty() || service.failover() == Service.Failover.AUTOMATIC) {
            return;
        }
        double hours = blame.applyAsDouble(home) + blame.applyAsDouble(service.name());
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
                    hours);
        }
        add(
                "run " + service.name() + " twice, on " + home + " and " + best.name(),
                List.of(
                        new Edit(path + ".on", "[" + home + ", " + best.name() + "]"),
                        new Edit(path + ".redundant", "1 of 2")),
                NOTHING,
                "clients must know both",
                hours);
    }

    private boolean sameSite(Node node, String home) {
        return lab.node(home).map(Node::site).orElse("").equals(node.site());
    }

    private void habits() {
        double whole = lab.nodes().stream()
                .mapToDouble(node -> blame.applyAsDouble(node.name()))
                .sum();
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

    private void add(String what, List<Edit> edits, Results.@Nullable CostOnce cost, String note, double hours) {
        if (found.stream().noneMatch(it -> it.edits().equals(edits))) {
            found.add(new Proposal(what, edits, cost, note, hours));
        }
    }

    /** Returns a name that nothing in the lab has. */
    private String fresh(String like) {
        Set<String> taken = new TreeSet<>();
        lab.network().forEach(it -> taken.add(it.name()));
        lab.nodes().forEach(it -> taken.add(it.name()));
        lab.services().forEach(it -> taken.add(it.name()));
        String name = like;
        for (int i = 2; taken.contains(name); i++) {
            name = like + "-" + i;
        }
        return name;
    }

    private Results.@Nullable CostOnce cost(double amount, double low, double high) {
        return priced ? new Results.CostOnce(amount, low, high, CURRENCY) : null;
    }

    /** Returns what such a part costs. Our estimate. */
    private Results.@Nullable CostOnce price(PartKind kind) {
        return switch (kind) {
            case SWITCH -> cost(240, 60, 700);
            case ACCESS_POINT -> cost(250, 120, 450);
            case ROUTER -> cost(400, 120, 900);
            case NODE -> cost(900, 350, 2500);
            default -> null;
        };
    }
}
