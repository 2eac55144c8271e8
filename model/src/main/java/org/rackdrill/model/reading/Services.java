package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Audience;
import org.rackdrill.model.lab.Service.Failover;
import org.rackdrill.model.lab.Service.Kind;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes services. */
final class Services {

    /** What a service can need. */
    static final Set<Sort> NEEDABLE =
            Set.of(Sort.BOX, Sort.WAN, Sort.VPN, Sort.NODE, Sort.GROUP, Sort.COMPONENT, Sort.SERVICE);

    private final Desk desk;
    private final Notes notes;
    private final Map<String, Cluster> clusters = new HashMap<>();
    private final Storages storages;
    private final DataSets data;
    private final Demands demands;
    private final Setting<Share> usualSlo;

    Services(Desk desk, List<Cluster> clusters, PoolRefs pools, Setting<Share> usualSlo) {
        this.desk = desk;
        this.notes = desk.notes();
        clusters.forEach(cluster -> this.clusters.put(cluster.name(), cluster));
        this.storages = new Storages(desk, pools);
        this.data = new DataSets(desk, pools);
        this.demands = new Demands(desk, pools);
        this.usualSlo = usualSlo;
    }

    List<Service> read(List<Named<Fields>> services) {
        return services.stream().map(this::service).toList();
    }

    private Service service(Named<Fields> service) {
        String path = "services." + service.name();
        Fields fields = service.value();
        boolean gate = !fields.has(ServiceKeys.ON);
        if (gate) {
            checkGate(service);
        }
        Optional<Cluster> cluster = fields.said(ServiceKeys.CLUSTER)
                .flatMap(said -> desk.reference(said, Set.of(Sort.CLUSTER)))
                .flatMap(name -> Optional.ofNullable(clusters.get(name)));
        cluster.ifPresent(found -> desk.explain(path, fields, ServiceKeys.CLUSTER, found.name(), ""));
        List<String> on = on(path, fields, cluster);
        Kind kind = kind(path, fields, cluster, gate);
        Storage storage = storages.of(fields, cluster, on);
        Failover failover = fields.get(ServiceKeys.FAILOVER).orElse(Failover.NONE);
        Bytes memory = fields.get(ServiceKeys.MEMORY).orElse(ServiceKeys.usualMemory(kind));
        int priority = fields.get(ServiceKeys.PRIORITY).orElse(Fallbacks.PRIORITY);
        int startOrder = fields.get(ServiceKeys.START_ORDER).orElse(Fallbacks.START_ORDER);
        if (!gate) {
            desk.explain(path, fields, ServiceKeys.FAILOVER, Forms.spelled(failover), "it waits for its node");
            desk.explain(path, fields, ServiceKeys.STORAGE, Storages.text(storage), "on its node alone");
            desk.explain(
                    path, fields, ServiceKeys.MEMORY, ValueText.BYTES.format().apply(memory), "usual for its kind");
            desk.explain(path, fields, ServiceKeys.PRIORITY, String.valueOf(priority), "no priority");
            desk.explain(path, fields, ServiceKeys.START_ORDER, String.valueOf(startOrder), "no order");
            storages.checkFailover(fields, failover, cluster, storage, on);
        }
        Optional<Service.Data> kept = data.of(path, service, on, cluster);
        return new Service(
                service.name(),
                kind,
                gate ? Optional.empty() : Optional.of(guest(path, fields, kind)),
                cluster.map(Cluster::name),
                on,
                required(path, fields, on),
                failover,
                storage,
                kept,
                needs(path, fields, ServiceKeys.NEEDS),
                needs(path, fields, ServiceKeys.WANTS),
                audience(path, fields),
                desk.optional(path, fields, ServiceKeys.USED, hours -> hours.from() + "-" + hours.to()),
                slo(path, fields),
                memory,
                priority,
                startOrder,
                demands.of(path, service, kind, on, storage, kept),
                CpuKeys.read(desk, path, fields));
    }

    private void checkGate(Named<Fields> service) {
        Fields fields = service.value();
        List<Key<?>> guestKeys = new ArrayList<>(ServiceKeys.GUEST_ONLY);
        guestKeys.addAll(TraitKeys.after(List.of(), PartKind.GUEST));
        Optional<Key<?>> useless = fields.firstOf(guestKeys);
        if (useless.isPresent()) {
            notes.error(
                    fields.placeOf(useless.get()),
                    "`" + service.name() + "` has `" + useless.get().name() + "` but runs nowhere",
                    "Say where it runs: `on: ...`.");
        } else if (!fields.has(ServiceKeys.NEEDS) && !fields.has(ServiceKeys.DATA)) {
            notes.error(
                    service.place(),
                    "`" + service.name() + "` runs nowhere and needs nothing",
                    "Add `on: ...` or `needs: [...]`.");
        }
    }

    private List<String> on(String path, Fields fields, Optional<Cluster> cluster) {
        List<Said<String>> said = fields.get(ServiceKeys.ON).orElse(List.of());
        List<String> on = desk.references(said, Set.of(Sort.NODE));
        for (Said<String> node : said) {
            if (cluster.isPresent()
                    && on.contains(node.value())
                    && !cluster.get().members().contains(node.value())) {
                notes.error(
                        node.place(),
                        "`" + node.value() + "` is no member of "
                                + cluster.get().name(),
                        "Members are " + Desk.list(cluster.get().members()) + ".");
            }
        }
        if (fields.has(ServiceKeys.ON)) {
            desk.explain(path, fields, ServiceKeys.ON, Desk.list(on), "");
        }
        return on;
    }

    private Kind kind(String path, Fields fields, Optional<Cluster> cluster, boolean gate) {
        if (gate) {
            return Kind.NONE;
        }
        Kind usual = cluster.isPresent() ? Kind.CONTAINER : Kind.APP;
        return desk.value(path, fields, ServiceKeys.KIND, usual, Forms::spelled, "usual where it runs");
    }

    private Part guest(String path, Fields fields, Kind kind) {
        return desk.part(PartKind.GUEST, path, fields, ServiceKeys.MODEL, "generic-" + Forms.spelled(kind));
    }

    private int required(String path, Fields fields, List<String> on) {
        Optional<Said<Counted>> redundant = fields.said(ServiceKeys.REDUNDANT);
        int said = fields.get(ServiceKeys.ON).orElse(List.of()).size();
        if (redundant.isEmpty()) {
            if (said > 1 && !fields.has(ServiceKeys.REDUNDANT)) {
                notes.error(
                        fields.placeOf(ServiceKeys.ON),
                        "`on` names " + said + " nodes, but not how many guests must run",
                        "Add `redundant: 1 of " + said + "`, or name one node.");
            }
            return Math.min(1, on.size());
        }
        Counted counted = redundant.get().value();
        if (said > 0 && counted.total() != said) {
            notes.error(
                    redundant.get().place(),
                    "`redundant` counts " + counted.total() + " guests, `on` names " + said,
                    "Write `" + Math.min(counted.needed(), said) + " of " + said + "`.");
        } else if (counted.needed() > counted.total() || counted.needed() < 1) {
            notes.error(
                    redundant.get().place(),
                    counted.needed() + " of " + counted.total() + " guests cannot be required",
                    "Write `1 of " + counted.total() + "`.");
        }
        desk.explain(path, fields, ServiceKeys.REDUNDANT, counted.needed() + " of " + counted.total(), "");
        return Math.min(counted.needed(), on.size());
    }

    private List<String> needs(String path, Fields fields, Key<List<Said<String>>> key) {
        List<String> names = desk.references(fields.get(key).orElse(List.of()), NEEDABLE);
        if (fields.has(key)) {
            desk.explain(path, fields, key, Desk.list(names), "");
        }
        return names;
    }

    private Set<Audience> audience(String path, Fields fields) {
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        fields.get(ServiceKeys.AUDIENCE).orElse(List.of()).forEach(said -> audience.add(said.value()));
        if (audience.isEmpty()) {
            audience.add(Audience.HOME);
        }
        desk.explain(
                path,
                fields,
                ServiceKeys.AUDIENCE,
                Desk.list(audience.stream().map(Forms::spelled).toList()),
                "people at home");
        return audience;
    }

    private Setting<Share> slo(String path, Fields fields) {
        Optional<Said<Share>> said = fields.said(ServiceKeys.SLO);
        Setting<Share> slo = said.map(found -> new Setting<>(
                        found.value(),
                        ValueText.SHARE.format().apply(found.value()),
                        Range.CERTAIN,
                        notes.origin(found.place())))
                .orElse(usualSlo);
        said.ifPresent(found -> checkSlo(found, notes));
        return desk.explaining().setting(path + ".slo", slo);
    }

    /** Notes a goal that nobody can reach or miss. */
    static void checkSlo(Said<Share> slo, Notes notes) {
        if (slo.value().fraction() == 1) {
            notes.warning(slo.place(), "an SLO of 100% cannot be kept", "Write `99.9%`.");
        } else if (slo.value().fraction() < 0.01) {
            notes.warning(slo.place(), "an SLO this low is always kept", "Write it in percent, like `99.9%`.");
        }
    }
}
