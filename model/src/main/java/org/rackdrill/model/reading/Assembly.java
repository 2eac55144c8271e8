package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Region;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Puts the sections of a file together into a lab, in the order in which they build on each other. */
final class Assembly {

    private final Desk desk;
    private final Notes notes;
    private final Fields file;

    Assembly(Desk desk, Fields file) {
        this.desk = desk;
        this.notes = desk.notes();
        this.file = file;
    }

    Lab lab() {
        String name = desk.value("lab", file, LabKeys.NAME, "Lab", text -> text, "the file names none");
        Setting<Share> slo = slo();
        Sites siteSection = new Sites(desk);
        List<Region> regions = siteSection.regions(section(LabKeys.REGIONS));
        supplySite();
        List<Site> sites = siteSection.sites(section(LabKeys.SITES));
        boolean hasNodes = !section(LabKeys.NODES).isEmpty();

        List<Named<Fields>> described = section(LabKeys.NETWORK);
        LinkKinds kinds = new LinkKinds(desk, described);
        Whereabouts whereabouts =
                whereabouts(sites.isEmpty() ? Sites.HOME : sites.get(0).name());
        Links links = new Links(desk, whereabouts, kinds, described);
        List<Link> network = new ArrayList<>(links.read());
        Map<String, String> suppliedRouters = new HashMap<>();
        if (!file.has(LabKeys.NETWORK)
                && (hasNodes || section(LabKeys.COMPONENTS).isEmpty())) {
            supply(sites, links, network, suppliedRouters);
        }
        List<Ups> ups = new UpsUnits(desk, whereabouts).read(section(LabKeys.UPS));
        List<Node> nodes = new Nodes(
                        desk,
                        whereabouts,
                        links,
                        site -> Optional.ofNullable(suppliedRouters.get(site)),
                        Clusters.proxmoxMembers(section(LabKeys.CLUSTERS)))
                .read(section(LabKeys.NODES));
        List<Cluster> clusters = new Clusters(desk).read(section(LabKeys.CLUSTERS));
        PoolRefs pools = new PoolRefs(desk, nodes, clusters);
        List<Service> services = new Services(desk, clusters, pools, slo).read(section(LabKeys.SERVICES));
        Copies copySection = new Copies(desk, pools, services);
        List<Copy> copies = copySection.read(file.get(LabKeys.COPIES).orElse(List.of()));
        Components componentSection = new Components(desk);
        Map<String, Integer> crews =
                componentSection.crews(file.get(LabKeys.CREWS).orElse(List.of()));
        List<Component> components = componentSection.components(section(LabKeys.COMPONENTS), crews);
        List<Group> groups = componentSection.groups(section(LabKeys.GROUPS));
        Lab lab = new Lab(
                name,
                slo.value(),
                regions,
                sites,
                ups,
                network,
                nodes,
                clusters,
                services,
                copies,
                copySection.snapshots(file.get(LabKeys.SNAPSHOTS).orElse(Fields.NONE)),
                new OperationsSection(desk, hasNodes)
                        .read(file.get(LabKeys.OPERATIONS).orElse(Fields.NONE), sites),
                hazards(hasNodes),
                components,
                componentSection.commonCauses(section(LabKeys.COMMON_CAUSE)),
                crews,
                groups,
                labels(),
                componentSection.study(file.get(LabKeys.STUDY).orElse(Fields.NONE)),
                Map.of());
        lab = lab.with(new Reaches(desk).read(file, lab));
        new Currency(lab).explain(desk.explaining());
        check(lab);
        notes.tooOften(lab.study().horizon().toMillis() / 3.6e6);
        return lab;
    }

    private List<Named<Fields>> section(Key<List<Named<Fields>>> key) {
        return file.get(key).orElse(List.of());
    }

    private Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Named<List<Said<String>>> label : file.get(LabKeys.LABELS).orElse(List.of())) {
            labels.put(label.name(), desk.references(label.value(), EnumSet.allOf(Sort.class)));
            desk.explaining()
                    .value("labels." + label.name(), Desk.list(labels.get(label.name())), notes.origin(label.place()));
        }
        return labels;
    }

    private Setting<Share> slo() {
        Optional<Said<Share>> said = file.said(LabKeys.SLO);
        said.ifPresent(slo -> Services.checkSlo(slo, notes));
        Setting<Share> slo = said.map(found -> new Setting<>(
                        found.value(),
                        ValueText.SHARE.format().apply(found.value()),
                        Range.CERTAIN,
                        notes.origin(found.place())))
                .orElse(Fallbacks.share(Fallbacks.SLO));
        return desk.explaining().setting("lab.slo", slo);
    }

    private void supplySite() {
        if (desk.names().of(java.util.Set.of(Sort.SITE)).isEmpty()) {
            desk.names().supply(Sites.HOME, Sort.SITE);
        }
    }

    private Whereabouts whereabouts(String home) {
        Whereabouts whereabouts = new Whereabouts(desk, home);
        whereabouts.learn(section(LabKeys.UPS), PowerKeys.SITE);
        whereabouts.learn(section(LabKeys.NETWORK), NetworkKeys.SITE);
        whereabouts.learn(section(LabKeys.NODES), NodeKeys.SITE);
        return whereabouts;
    }

    private static void supply(List<Site> sites, Links links, List<Link> network, Map<String, String> routers) {
        for (Site site : sites) {
            List<Link> supplied = links.supplied(site.name(), site.equals(sites.get(0)));
            network.addAll(supplied);
            routers.put(site.name(), supplied.get(0).name());
        }
    }

    private List<Hazard> hazards(boolean hasNodes) {
        Hazards hazards = new Hazards(desk);
        return file.has(LabKeys.HAZARDS)
                ? hazards.read(section(LabKeys.HAZARDS))
                : hasNodes ? hazards.usual() : List.of();
    }

    private void check(Lab lab) {
        if (lab.services().isEmpty() && !file.has(LabKeys.SERVICES)) {
            notes.warning(
                    file.place(), "the lab has no services, so there is nothing to ask about", "Add `services:`.");
        }
        needs(lab);
        new Room(notes, section(LabKeys.NODES), section(LabKeys.SERVICES)).check(lab);
        new Rehearsed(notes, file.get(LabKeys.OPERATIONS).orElse(Fields.NONE)).check(lab);
        DataSets.checkCompanions(section(LabKeys.SERVICES), lab, notes);
    }

    private void needs(Lab lab) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        lab.services().forEach(service -> needs.put(service.name(), service.needs()));
        lab.groups().forEach(group -> needs.put(group.name(), group.of()));
        for (List<String> circle : Cycles.in(needs)) {
            List<Named<Fields>> things = new ArrayList<>(section(LabKeys.SERVICES));
            things.addAll(section(LabKeys.GROUPS));
            things.stream()
                    .filter(thing -> circle.contains(thing.name()))
                    .findFirst()
                    .ifPresent(thing -> notes.error(
                            thing.value().placeOf(ServiceKeys.NEEDS),
                            "cycle in needs: " + String.join(" -> ", circle),
                            "None of them could ever start: remove one of the needs, or make it `wants`."));
        }
    }
}
