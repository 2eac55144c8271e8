package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.history.Account;

/** What stands where, with the downtime that each thing is to blame for. */
final class RackPicture {

    private final Lab lab;
    private final CompiledLab compiled;
    private final Account account;

    /** The causes that are blamed on a thing or on a part of it, in ascending order. */
    private final Map<String, List<Integer>> causesOf = new HashMap<>();

    /** The services that a cause took anything from, in ascending order. */
    private final Map<Integer, List<Integer>> servicesOf = new HashMap<>();

    RackPicture(Lab lab, CompiledLab compiled, Account account) {
        this.lab = lab;
        this.compiled = compiled;
        this.account = account;
        for (int cause = 0; cause < compiled.causes().count(); cause++) {
            String component = compiled.causes().get(cause).component();
            for (int end = component.indexOf('/'); end >= 0; end = component.indexOf('/', end + 1)) {
                belongs(component.substring(0, end), cause);
            }
            belongs(component, cause);
        }
        for (int service = 0; service < compiled.services().length; service++) {
            for (int cause : account.causes(service)) {
                servicesOf.computeIfAbsent(cause, key -> new ArrayList<>()).add(service);
            }
        }
    }

    private void belongs(String name, int cause) {
        causesOf.computeIfAbsent(name, key -> new ArrayList<>()).add(cause);
    }

    List<Results.Place> places() {
        List<Results.Place> places = new ArrayList<>();
        for (Site site : lab.sites()) {
            List<Results.Item> items = new ArrayList<>();
            items.add(
                    item("mains " + site.name(), "mains", "mains", site.mains().label()));
            for (Ups ups : lab.ups()) {
                if (ups.site().equals(site.name())) {
                    items.add(item(ups.name(), "ups", ups.part().label(), "UPS"));
                }
            }
            for (Link link : lab.network()) {
                network(link, site, items);
            }
            for (Node node : lab.nodes()) {
                if (node.site().equals(site.name())) {
                    int disks = node.pools().stream()
                            .mapToInt(pool -> pool.disks().size())
                            .sum();
                    String detail = disks == 0 ? node.os().label() : node.os().label() + ", " + disks + " disks";
                    items.add(item(node.name(), "node", node.hardware().label(), detail));
                }
            }
            String outlet = String.format(
                    Locale.ROOT,
                    "%s, %.0f A outlet",
                    site.name(),
                    site.outlet().amps().amperes());
            places.add(new Results.Place(site.name(), outlet, items));
        }
        return places;
    }

    private void network(Link link, Site site, List<Results.Item> items) {
        if (link instanceof Link.Box box && box.site().equals(site.name())) {
            String kind = box.part().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            items.add(item(box.name(), kind, box.part().label(), kind.replace('-', ' ')));
        } else if (link instanceof Link.Wan wan && wan.site().equals(site.name())) {
            items.add(item(wan.name(), "wan", wan.part().label(), "internet access"));
        }
    }

    private Results.Item item(String name, String kind, String label, String detail) {
        return new Results.Item(name, kind, label, detail, blame(name));
    }

    /** A pool's disks are blamed on the node that they are in. */
    private double blame(String name) {
        double hours = 0;
        for (int cause : causesOf.getOrDefault(name, List.of())) {
            for (int service : servicesOf.getOrDefault(cause, List.of())) {
                hours += account.causeHoursPerYear(service, cause);
            }
        }
        return compiled.services().length == 0 ? 0 : hours / compiled.services().length;
    }
}
