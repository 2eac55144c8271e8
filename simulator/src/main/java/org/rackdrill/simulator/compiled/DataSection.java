package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles datasets and their copies: how long a sync and a restore take over the real links. */
final class DataSection {

    /** The tool by which a Proxmox cluster replicates without anybody's jobs. */
    private static final String OWN_REPLICATION = "pvesr";

    final List<DataPlan> data = new ArrayList<>();
    final List<CopyPlan> copies = new ArrayList<>();

    private final Draft draft;
    private final StorageSection storage;
    private final ServiceSection services;
    private final ProtectionSection protections;
    private final Map<String, Integer> nodes;
    private final Memories memories;
    private final Companions companions;
    private final Map<String, List<Copy>> copiesOf;
    private final Part transfers;
    private final Line lan;

    DataSection(
            Draft draft,
            StorageSection storage,
            ServiceSection services,
            ProtectionSection protections,
            Map<String, Integer> nodes) {
        this.draft = draft;
        this.storage = storage;
        this.services = services;
        this.protections = protections;
        this.nodes = nodes;
        transfers = draft.lab.operations().transfers();
        lan = draft.lab.copies().isEmpty()
                ? new Line(transfers.traits().value(Trait.LAN).bytesPerSecond(), Parameters.CERTAIN)
                : line("transfers", transfers, Trait.LAN);
        memories = new Memories(draft.lab);
        companions = new Companions(draft.lab);
        copiesOf = draft.lab.copies().stream().collect(Collectors.groupingBy(Copy::service));
        for (int i = 0; i < draft.lab.services().size(); i++) {
            Service service = draft.lab.services().get(i);
            if (service.data().isPresent()) {
                dataset(i, service, service.data().get());
            }
        }
    }

    private void dataset(int serviceNumber, Service service, Service.Data dataset) {
        int number = data.size();
        int primary = storage.numbers.getOrDefault(dataset.at(), -1);
        List<Integer> own = new ArrayList<>();
        for (Copy copy : copiesOf.getOrDefault(service.name(), List.of())) {
            Integer pool = storage.numbers.get(copy.to());
            if (pool != null) {
                own.add(copies.size());
                copies.add(copy(number, copy, pool, dataset));
            }
        }
        data.add(new DataPlan(
                service.name(),
                serviceNumber,
                primary,
                siteOf(dataset.at().node()),
                dataset.size().count(),
                own.stream().mapToInt(Integer::intValue).toArray(),
                draft.dataPoint(service.name()),
                dataset.worksOn()
                        .map(it -> draft.life(service.name() + " works-on", it))
                        .orElse(Lifetimes.AT_ONCE),
                dataset.worksOn().isPresent() ? draft.stream(service.name() + " works-on") : -1,
                Versions.hours(draft.lab.snapshots()),
                memories.modules(service, dataset),
                keyNode(dataset, own),
                draft.has(Behaviour.CONSISTENCY) && companions.torn(service.name()),
                companions.group(service.name())));
    }

    /** The key to data whose copies have no other: on the boot disk, where it opens the pool at every boot. */
    private int keyNode(Service.Data dataset, List<Integer> own) {
        boolean onlyKey =
                own.stream().anyMatch(copy -> copies.get(copy).keeping().keyWithPrimary());
        boolean onBootDisk = draft.lab
                .node(dataset.at().node())
                .filter(node -> node.unlock() == Node.Unlock.KEYFILE)
                .isPresent();
        return onlyKey && onBootDisk ? nodes.getOrDefault(dataset.at().node(), -1) : -1;
    }

    private CopyPlan copy(int dataset, Copy copy, int pool, Service.Data of) {
        String from = of.at().node();
        String to = copy.to().node();
        int link = draft.structure.leaf();
        List<Integer> path = new ArrayList<>(
                List.of(link, draft.point(to), storage.pools.get(pool).up()));
        if (nodes.containsKey(from)) {
            path.add(draft.point(from));
        }
        Integer primary = draft.points.get(of.at().toString());
        if (primary != null) {
            path.add(primary);
        }
        int automation = automation(copy);
        path.addAll(jobs(copy, automation));
        int point = draft.structure.gate(path);
        draft.structure.watch(point, Watch.COPY, copies.size());
        Line there = rate(from, to);
        Line back = rate(to, from);
        double every = Hours.of(copy.every());
        double size = of.size().count();
        double churned = size * every / Lifetimes.meanHours(transfers.traits().value(Trait.REWRITTEN));
        double added = of.growthPerYear().count() * every / Hours.PER_YEAR;
        return new CopyPlan(
                dataset,
                pool,
                siteOf(to),
                point,
                automation,
                draft.lab.operations().catchUp(),
                link,
                nodes.getOrDefault(from, -1),
                nodes.getOrDefault(to, -1),
                every,
                there.hours(added + churned),
                there.hours(size),
                back.hours(size),
                lan.hours(size),
                draft.stream(copy.service() + " copy on " + copy.to()),
                Versions.of(copy, draft.lab.snapshots(), draft.has(Behaviour.LOST_KEYS)),
                new CopyPlan.Unsure(
                        there.hours(churned),
                        draft.parameters.number(
                                "transfers",
                                transfers.model(),
                                Trait.REWRITTEN.key(),
                                transfers.traits().get(Trait.REWRITTEN)),
                        there.parameter(),
                        back.parameter(),
                        lan.parameter()));
    }

    /** Returns what must work for the job of a copy to run; the cluster's own replication needs nobody to start it. */
    private List<Integer> jobs(Copy copy, int automation) {
        List<Integer> points = new ArrayList<>();
        String name = copy.service() + " to " + copy.to();
        protections.restore(copies.size(), copy.service() + " from " + copy.to());
        int runs = protections.sync(copies.size(), name);
        if (runs >= 0) {
            points.add(runs);
        }
        if (automation >= 0) {
            points.add(automation);
        }
        return points;
    }

    /** Returns the point that says whether somebody starts the job of a copy, or -1. */
    private int automation(Copy copy) {
        boolean own = copy.by().equals(OWN_REPLICATION) || !draft.has(Behaviour.AUTOMATION);
        return own
                ? -1
                : draft.lab.operations().automation().map(services::serving).orElse(-1);
    }

    private int siteOf(String node) {
        int number = draft.node(node);
        return number < 0 ? 0 : draft.site(draft.lab.nodes().get(number).site());
    }

    /**
     * What carries data.
     *
     * @param parameter of its rate
     */
    private record Line(double bytesPerSecond, int parameter) {

        double hours(double bytes) {
            return Hours.ofSeconds(bytes / bytesPerSecond);
        }

        static Line slower(Line one, Line other) {
            return other.bytesPerSecond < one.bytesPerSecond ? other : one;
        }
    }

    private Line line(String name, Part part, Trait<Bandwidth> trait) {
        return new Line(part.traits().value(trait).bytesPerSecond(), draft.parameter(name, part, trait));
    }

    /** Returns bytes a second between two nodes: the network cable, or the slower half of the internet between them. */
    private Line rate(String from, String to) {
        int source = siteOf(from);
        int target = siteOf(to);
        return source == target ? lan : Line.slower(lan, Line.slower(wan(source, Trait.UP), wan(target, Trait.DOWN)));
    }

    private Line wan(int site, Trait<Bandwidth> direction) {
        return draft.lab.network().stream()
                .filter(Link.Wan.class::isInstance)
                .map(Link.Wan.class::cast)
                .filter(wan -> draft.site(wan.site()) == site)
                .max(Comparator.comparingDouble(
                        wan -> wan.part().traits().value(direction).bytesPerSecond()))
                .map(wan -> line(wan.name(), wan.part(), direction))
                .orElse(lan);
    }
}
