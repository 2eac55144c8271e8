package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.NetworkKeys.LinkKind;
import org.rackdrill.model.reading.NodeKeys.Memory;
import org.rackdrill.model.reading.NodeKeys.Unlocking;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** Makes nodes. */
final class Nodes {

    private static final int MOST_SUPPLIES = 8;
    private static final String PROXMOX = "proxmox-ve";
    private static final Unlocking BY_ITSELF = new Unlocking(Node.Unlock.KEYFILE, Optional.empty());
    private static final Set<Sort> FEEDS = Set.of(Sort.SITE, Sort.UPS);

    private final Desk desk;
    private final Whereabouts whereabouts;
    private final Links links;
    private final Feeds feeds;
    private final Pools pools;
    private final Function<String, Optional<String>> routers;
    private final Set<String> proxmoxMembers;

    /**
     * @param routers the router of a site that the file does not describe
     * @param proxmoxMembers nodes of a cluster that Proxmox manages
     */
    Nodes(
            Desk desk,
            Whereabouts whereabouts,
            Links links,
            Function<String, Optional<String>> routers,
            Set<String> proxmoxMembers) {
        this.desk = desk;
        this.whereabouts = whereabouts;
        this.links = links;
        this.feeds = new Feeds(desk, whereabouts);
        this.pools = new Pools(desk);
        this.routers = routers;
        this.proxmoxMembers = proxmoxMembers;
    }

    List<Node> read(List<Named<Fields>> nodes) {
        return nodes.stream().map(this::node).toList();
    }

    private Node node(Named<Fields> node) {
        String path = "nodes." + node.name();
        Fields fields = node.value();
        Catalogue.Entry entry = desk.entry(PartKind.NODE, fields.said(NodeKeys.MODEL), PartKind.NODE.generic());
        desk.explain(path, fields, NodeKeys.MODEL, entry.name(), "the file names no model");
        String site = whereabouts.site(node.name());
        desk.explain(path, fields, NodeKeys.SITE, site, "where its power or network is, or else the first site");
        List<String> power = feeds.power(path, fields, NodeKeys.POWERED_BY, site, FEEDS);
        Map<Trait<?>, Setting<?>> known = new LinkedHashMap<>();
        memory(fields).ifPresent(memory -> known.put(Trait.MEMORY, memory));
        supplies(entry, fields, power).ifPresent(supplies -> known.put(Trait.PSUS, supplies));
        Part hardware = desk.part(entry, path, fields, known);
        checkWatts(hardware, fields);
        Duration age = desk.value(path, fields, NodeKeys.AGE, Duration.ZERO, Desk::time, "new");
        boolean ecc = fields.get(NodeKeys.MEMORY).map(Memory::ecc).orElse(false);
        return new Node(
                node.name(),
                hardware,
                os(path, node, entry),
                site,
                age,
                expanded(power, hardware.traits().value(Trait.PSUS)),
                networks(path, node.name(), fields, site),
                hardware.traits().value(Trait.MEMORY),
                ecc,
                desk.value(path, fields, NodeKeys.UNLOCK, BY_ITSELF, Nodes::text, "pools open by themselves")
                        .by(),
                keyServer(node.name(), fields),
                desk.value(path, fields, NodeKeys.BOOT_ORDER, Fallbacks.BOOT_ORDER, String::valueOf, "no order"),
                pools.read(path, fields, age));
    }

    private static String text(Unlocking unlocking) {
        return Forms.spelled(unlocking.by())
                + unlocking.server().map(server -> ": " + server.value()).orElse("");
    }

    /** The named holder of the key; a key that nobody could hold is noted. */
    private Optional<String> keyServer(String node, Fields fields) {
        Optional<Said<Unlocking>> unlocking =
                fields.said(NodeKeys.UNLOCK).filter(said -> said.value().by() == Node.Unlock.NETWORK);
        if (unlocking.isEmpty()) {
            return Optional.empty();
        }
        Optional<Said<String>> server = unlocking.get().value().server();
        if (server.isEmpty() && desk.names().of(Set.of(Sort.NODE)).size() == 1) {
            desk.notes()
                    .error(
                            unlocking.get().place(),
                            "no other node holds the key of `" + node + "`",
                            "Describe the key server, or write `keyfile` or `prompt`.");
        }
        if (server.isPresent() && server.get().value().equals(node)) {
            desk.notes()
                    .error(
                            server.get().place(),
                            "`" + node + "` cannot fetch its key from itself",
                            "Name another node or a service, or write `keyfile`.");
            return Optional.empty();
        }
        return server.flatMap(said -> desk.reference(said, Set.of(Sort.NODE, Sort.SERVICE)));
    }

    private Optional<Setting<Bytes>> memory(Fields fields) {
        return fields.said(NodeKeys.MEMORY)
                .map(said -> new Setting<>(
                        said.value().size(),
                        said.value().text(),
                        Range.CERTAIN,
                        desk.notes().origin(said.place())));
    }

    /** Several feeds are one for each power supply, so they say how many there are. */
    private Optional<Setting<Integer>> supplies(Catalogue.Entry entry, Fields fields, List<String> power) {
        Optional<Said<Setting<Integer>>> written = fields.said(TraitKeys.key(Trait.PSUS));
        int supplies =
                written.map(said -> said.value().value()).orElse(entry.traits().value(Trait.PSUS));
        if (supplies < 1 || supplies > MOST_SUPPLIES) {
            desk.notes()
                    .error(
                            fields.placeOf(TraitKeys.key(Trait.PSUS)),
                            "a node with " + supplies + " power supplies cannot be",
                            "Write `psus: 1` or `psus: 2`.");
            return Optional.of(new Setting<>(1, "1", Range.CERTAIN, Fallbacks.origin()));
        }
        if (power.size() == supplies || power.size() == 1) {
            return Optional.empty();
        }
        if (written.isPresent()) {
            desk.notes()
                    .error(
                            fields.placeOf(NodeKeys.POWERED_BY),
                            "`powered-by` feeds " + power.size() + " power supplies of " + supplies,
                            "Write one entry for each power supply.");
        }
        return Optional.of(new Setting<>(
                power.size(),
                String.valueOf(power.size()),
                Range.CERTAIN,
                desk.notes().origin(fields.placeOf(NodeKeys.POWERED_BY))));
    }

    private void checkWatts(Part hardware, Fields fields) {
        double idle = hardware.traits().value(Trait.IDLE_WATTS).watts();
        double usual = hardware.traits().value(Trait.WATTS).watts();
        double most = hardware.traits().value(Trait.MAX_WATTS).watts();
        if (idle > usual || usual > most) {
            desk.notes()
                    .warning(
                            fields.place(),
                            "it draws " + Scale.POWER.format(idle) + " idle, " + Scale.POWER.format(usual)
                                    + " usually and " + Scale.POWER.format(most) + " at most",
                            "Write all of `idle-watts`, `watts` and `max-watts`, the smallest first.");
        }
    }

    private static List<String> expanded(List<String> power, int supplies) {
        return power.size() == 1 && supplies > 1 ? Collections.nCopies(supplies, power.get(0)) : power;
    }

    private Part os(String path, Named<Fields> node, Catalogue.Entry hardware) {
        String usual = PartKind.OS.generic();
        boolean fromCatalogue =
                hardware.os().isPresent() && !hardware.os().get().equals(usual);
        if (fromCatalogue) {
            usual = hardware.os().get();
        } else if (proxmoxMembers.contains(node.name())) {
            usual = PROXMOX;
        }
        Catalogue.Entry entry = desk.entry(PartKind.OS, node.value().said(NodeKeys.OS), usual);
        String why =
                fromCatalogue ? "what " + hardware.name() + " usually runs" : "its cluster, or nothing better known";
        desk.explain(path, node.value(), NodeKeys.OS, entry.name(), why);
        return desk.part(entry, path, node.value(), Map.of());
    }

    private List<String> networks(String path, String node, Fields fields, String site) {
        List<String> networks = new ArrayList<>(feeds.boxes(fields, NodeKeys.NETWORK, site));
        if (!fields.has(NodeKeys.NETWORK)) {
            links.first(site, LinkKind.SWITCH)
                    .or(() -> links.first(site, LinkKind.ROUTER))
                    .or(() -> routers.apply(site))
                    .ifPresent(networks::add);
            if (networks.isEmpty()) {
                desk.notes()
                        .warning(
                                fields.place(),
                                "`" + node + "` has no network: nothing at " + site + " could carry it",
                                "Describe a router with `site: " + site + "`.");
            }
        }
        desk.explain(path, fields, NodeKeys.NETWORK, Desk.list(networks), "the first switch or router of its site");
        return networks;
    }
}
