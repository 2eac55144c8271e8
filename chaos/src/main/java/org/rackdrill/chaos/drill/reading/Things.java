package org.rackdrill.chaos.drill.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;

/** Everything in a lab that a drill can mean, by its text. */
public final class Things {

    /** What the shared storage of a cluster is called, as a pool. */
    private static final String CEPH = "ceph";

    private final Lab lab;
    private final Map<TargetKind, Map<String, Target>> all = new EnumMap<>(TargetKind.class);

    /** Looks at a lab. */
    public Things(Lab lab) {
        this.lab = lab;
        for (TargetKind kind : TargetKind.values()) {
            all.put(kind, new LinkedHashMap<>());
        }
        lab.sites().forEach(site -> {
            add(new Target.Site(site.name()));
            add(new Target.Mains(site.name()));
        });
        lab.ups().forEach(ups -> add(new Target.Ups(ups.name())));
        lab.network().forEach(this::add);
        lab.nodes().forEach(this::add);
        lab.clusters().forEach(this::add);
        lab.services().forEach(service -> {
            add(new Target.Service(service.name()));
            service.data().ifPresent(data -> add(new Target.Dataset(service.name())));
        });
        lab.copies().forEach(copy -> add(new Target.Copy(copy.service(), copy.to())));
    }

    private void add(Link link) {
        if (link instanceof Link.Box box) {
            add(new Target.Box(box.name()));
            box.uplinks().forEach(uplink -> add(new Target.Cable(box.name(), uplink)));
        } else if (link instanceof Link.Wan) {
            add(new Target.Wan(link.name()));
        } else {
            add(new Target.Vpn(link.name()));
        }
    }

    private void add(Node node) {
        add(new Target.Node(node.name()));
        node.networks().forEach(box -> add(new Target.Cable(node.name(), box)));
        for (Pool pool : node.pools()) {
            PoolRef ref = new PoolRef(node.name(), pool.name());
            add(new Target.Pool(ref));
            for (int i = 1; i <= pool.disks().size(); i++) {
                add(new Target.Disk(ref, i));
            }
        }
    }

    private void add(Cluster cluster) {
        add(new Target.Cluster(cluster.name()));
        cluster.ceph().ifPresent(ceph -> add(new Target.Pool(new PoolRef(cluster.name(), CEPH))));
    }

    private void add(Target target) {
        of(target.kind()).put(target.text(), target);
    }

    Lab lab() {
        return lab;
    }

    /** Returns what there is of one sort, by its text, in the order of the lab file. */
    public Map<String, Target> of(TargetKind kind) {
        return all.getOrDefault(kind, Map.of());
    }

    /** Returns the first thing that a drill names and that is not here, as when the lab has changed since. */
    public Optional<String> lacks(Drill drill) {
        return Mentions.of(drill).stream()
                .filter(target -> !has(target))
                .map(Target::text)
                .findFirst();
    }

    private boolean has(Target target) {
        if (target instanceof Target.Border border) {
            return of(TargetKind.NODE).keySet().containsAll(border.these())
                    && of(TargetKind.NODE).keySet().containsAll(border.those());
        }
        return target instanceof Target.HitBy || of(target.kind()).containsKey(target.text());
    }

    /** Returns the first sort that has something of that text. */
    Optional<Target> find(String text, Iterable<TargetKind> kinds) {
        for (TargetKind kind : kinds) {
            Target target = of(kind).get(kind == TargetKind.CABLE ? plugged(text) : text);
            if (target != null) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** A cable has two ends, and people name either first. */
    private String plugged(String text) {
        String[] ends = text.split(" +- +", 3);
        if (ends.length != 2) {
            return text;
        }
        String turned = ends[1] + " - " + ends[0];
        return of(TargetKind.CABLE).containsKey(turned) ? turned : ends[0] + " - " + ends[1];
    }

    /** Returns the texts of some sorts, in the order of the sorts and of the lab file. */
    List<String> texts(List<TargetKind> kinds) {
        List<String> texts = new ArrayList<>();
        kinds.forEach(kind -> texts.addAll(of(kind).keySet()));
        return texts;
    }

    /** Returns the texts of what something belongs to, itself first: its node, its site, its cluster, its labels. */
    Set<String> around(Target target) {
        Set<String> around = new LinkedHashSet<>(Set.of(target.text()));
        if (target instanceof Target.Node node) {
            around.addAll(aroundNode(node.name()));
        } else if (target instanceof Target.Pool pool) {
            around.addAll(aroundNode(pool.at().node()));
        } else if (target instanceof Target.Disk disk) {
            around.add(disk.pool().toString());
            around.addAll(aroundNode(disk.pool().node()));
        } else if (target instanceof Target.Copy copy) {
            around.addAll(List.of(copy.service(), copy.at().toString()));
            around.addAll(aroundNode(copy.at().node()));
        } else if (target instanceof Target.Cable cable) {
            around.add(cable.to());
            around.addAll(aroundNode(cable.from()));
            around.addAll(aroundLink(cable.from()));
        } else if (target instanceof Target.Service service) {
            lab.service(service.name()).ifPresent(found -> around.addAll(aroundService(found)));
        } else if (target instanceof Target.Dataset data) {
            lab.service(data.service())
                    .flatMap(Service::data)
                    .ifPresent(found -> around.add(found.at().toString()));
        } else {
            around.addAll(aroundLink(target.text()));
        }
        lab.labels().forEach((label, names) -> {
            if (names.stream().anyMatch(around::contains)) {
                around.add(label);
            }
        });
        return around;
    }

    private Set<String> aroundNode(String name) {
        Set<String> around = new HashSet<>(Set.of(name));
        lab.node(name).ifPresent(node -> around.add(node.site()));
        lab.clusters().stream()
                .filter(cluster -> cluster.members().contains(name))
                .forEach(cluster -> around.add(cluster.name()));
        return around;
    }

    private static Set<String> aroundService(Service service) {
        Set<String> around = new HashSet<>(service.on());
        service.cluster().ifPresent(around::add);
        service.data().ifPresent(data -> around.add(data.at().toString()));
        return around;
    }

    private Set<String> aroundLink(String name) {
        Set<String> around = new HashSet<>();
        for (Link link : lab.network()) {
            if (link.name().equals(name) && link instanceof Link.Box box) {
                around.add(box.site());
            } else if (link.name().equals(name) && link instanceof Link.Wan wan) {
                around.addAll(List.of(wan.site(), wan.uplinkOf()));
            } else if (link.name().equals(name) && link instanceof Link.Vpn vpn) {
                around.addAll(vpn.between());
            }
        }
        lab.ups().stream().filter(ups -> ups.name().equals(name)).forEach(ups -> around.add(ups.site()));
        return around;
    }
}
