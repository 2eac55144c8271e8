package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.reading.NetworkKeys.LinkKind;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** Makes routers, switches, access points, internet accesses and tunnels. */
final class Links {

    private static final Set<Sort> FEEDS = Set.of(Sort.SITE, Sort.UPS, Sort.BOX);

    private final Desk desk;
    private final Whereabouts whereabouts;
    private final LinkKinds kinds;
    private final Feeds feeds;
    private final List<Named<Fields>> links;

    Links(Desk desk, Whereabouts whereabouts, LinkKinds kinds, List<Named<Fields>> links) {
        this.desk = desk;
        this.whereabouts = whereabouts;
        this.kinds = kinds;
        this.feeds = new Feeds(desk, whereabouts);
        this.links = links;
    }

    List<Link> read() {
        List<Link> made = new ArrayList<>();
        for (Named<Fields> link : links) {
            String path = "network." + link.name();
            LinkKind kind = kinds.of(link.name());
            made.add(
                    switch (kind) {
                        case ROUTER, SWITCH, ACCESS_POINT -> box(path, link, kind);
                        case WAN -> wan(path, link);
                        case VPN -> vpn(path, link);
                    });
        }
        circles(made);
        return made;
    }

    /** Returns what a site has that describes no network: a router with an internet access. */
    List<Link> supplied(String site, boolean first) {
        String prefix = first ? "" : site + "-";
        String router = desk.names().supply(prefix + "router", Sort.BOX);
        String wan = desk.names().supply(prefix + "wan", Sort.WAN);
        whereabouts.put(router, site);
        whereabouts.put(wan, site);
        return List.of(
                new Link.Box(
                        router, supplied(router, LinkKind.ROUTER), site, List.of(site), List.of(), Optional.empty()),
                new Link.Wan(wan, supplied(wan, LinkKind.WAN), site, router, List.of(site)));
    }

    private Part supplied(String name, LinkKind kind) {
        String path = "network." + name;
        Catalogue.Entry entry = desk.catalogue().generic(kind.part());
        desk.explaining().value(path + ".model", entry.name(), Explaining.fallback("the file describes no network"));
        return desk.part(entry, path, Fields.NONE, Map.of());
    }

    private Link box(String path, Named<Fields> link, LinkKind kind) {
        Fields fields = link.value();
        Part part = desk.part(
                kind.part(), path, fields, NetworkKeys.MODEL, kind.part().generic());
        String site = whereabouts.site(link.name());
        desk.explain(path, fields, NetworkKeys.SITE, site, "where its power or uplink is, or else the first site");
        List<String> power = feeds.power(path, fields, NetworkKeys.POWERED_BY, site, FEEDS);
        List<String> uplinks = feeds.boxes(fields, NetworkKeys.UPLINK, site);
        if (!fields.has(NetworkKeys.UPLINK)) {
            uplinks = usualUplink(link.name(), kind, site, power);
            desk.explain(
                    path, fields, NetworkKeys.UPLINK, Desk.list(uplinks), "what feeds it, or the router of its site");
        } else {
            desk.explain(path, fields, NetworkKeys.UPLINK, Desk.list(uplinks), "");
        }
        Optional<Duration> autoUpdate = desk.optional(path, fields, NetworkKeys.AUTO_UPDATE, Desk::time);
        return new Link.Box(link.name(), part, site, power, uplinks, autoUpdate);
    }

    private List<String> usualUplink(String name, LinkKind kind, String site, List<String> power) {
        if (kind == LinkKind.ROUTER) {
            return List.of();
        }
        List<String> overCable = power.stream()
                .filter(feed -> desk.names().sort(feed).orElse(Sort.SITE) == Sort.BOX)
                .toList();
        if (!overCable.isEmpty()) {
            return overCable;
        }
        return first(site, LinkKind.ROUTER)
                .or(() -> kind == LinkKind.ACCESS_POINT ? first(site, LinkKind.SWITCH) : Optional.empty())
                .filter(uplink -> !uplink.equals(name))
                .map(List::of)
                .orElse(List.of());
    }

    /** Returns the first box of a kind at a site. */
    Optional<String> first(String site, LinkKind kind) {
        return links.stream()
                .map(Named::name)
                .filter(name -> kinds.of(name) == kind && whereabouts.site(name).equals(site))
                .findFirst();
    }

    private Link wan(String path, Named<Fields> link) {
        Fields fields = link.value();
        Part part = desk.part(
                LinkKind.WAN.part(),
                path,
                fields,
                NetworkKeys.MODEL,
                LinkKind.WAN.part().generic());
        String site = whereabouts.site(link.name());
        desk.explain(path, fields, NetworkKeys.SITE, site, "where its router is");
        Optional<String> router = fields.said(NetworkKeys.UPLINK_OF)
                .flatMap(said -> desk.reference(said, Set.of(Sort.BOX)).filter(box -> feeds.here(said, box, site)));
        if (router.isEmpty() && !fields.has(NetworkKeys.UPLINK_OF)) {
            router = first(site, LinkKind.ROUTER);
            if (router.isEmpty()) {
                desk.notes()
                        .error(
                                link.place(),
                                "`" + link.name() + "` serves no router",
                                "Describe a router at " + site + ", or say `uplink-of: ...`.");
            }
        }
        desk.explain(path, fields, NetworkKeys.UPLINK_OF, router.orElse("none"), "the router of its site");
        return new Link.Wan(
                link.name(),
                part,
                site,
                router.orElse(""),
                feeds.power(path, fields, NetworkKeys.POWERED_BY, site, FEEDS));
    }

    private Link vpn(String path, Named<Fields> link) {
        Fields fields = link.value();
        Part part = desk.part(
                LinkKind.VPN.part(),
                path,
                fields,
                NetworkKeys.MODEL,
                LinkKind.VPN.part().generic());
        List<Said<String>> said = fields.get(NetworkKeys.BETWEEN).orElse(List.of());
        List<String> between = desk.references(said, Set.of(Sort.BOX));
        boolean allFound = between.size() == said.size();
        if (!fields.has(NetworkKeys.BETWEEN) || (allFound && between.size() != 2)) {
            desk.notes()
                    .error(
                            fields.placeOf(NetworkKeys.BETWEEN),
                            "a tunnel joins exactly two routers",
                            "Write `between: [a, b]`.");
        } else if (between.size() == 2 && whereabouts.site(between.get(0)).equals(whereabouts.site(between.get(1)))) {
            desk.notes()
                    .warning(
                            fields.placeOf(NetworkKeys.BETWEEN),
                            "both ends of the tunnel stand at " + whereabouts.site(between.get(0)),
                            "A tunnel joins two sites.");
        }
        desk.explain(path, fields, NetworkKeys.BETWEEN, Desk.list(between), "");
        return new Link.Vpn(link.name(), part, between);
    }

    private void circles(List<Link> made) {
        Map<String, List<String>> power = new HashMap<>();
        Map<String, List<String>> uplinks = new HashMap<>();
        for (Link link : made) {
            if (link instanceof Link.Box box) {
                power.put(box.name(), box.poweredBy());
                uplinks.put(box.name(), box.uplinks());
            }
        }
        Cycles.in(power).forEach(circle -> note(circle, "powered-by", "Let one of them hang on a UPS or `mains`."));
        Cycles.in(uplinks).stream()
                .filter(this::written)
                .forEach(circle -> note(circle, "uplink", "Let one of them be the root: leave its uplink out."));
    }

    /** Uplinks that follow from what feeds a box repeat a circle that is noted already. */
    private boolean written(List<String> circle) {
        return links.stream()
                .anyMatch(link -> circle.contains(link.name()) && link.value().has(NetworkKeys.UPLINK));
    }

    private void note(List<String> circle, String key, String fix) {
        links.stream()
                .filter(link -> circle.contains(link.name()))
                .findFirst()
                .ifPresent(link -> desk.notes()
                        .error(
                                link.value()
                                        .placeOf(key.equals("uplink") ? NetworkKeys.UPLINK : NetworkKeys.POWERED_BY),
                                "cycle in " + key + ": " + String.join(" -> ", circle),
                                fix));
    }
}
