package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Demand;
import org.rackdrill.model.lab.Demand.Feel;
import org.rackdrill.model.lab.Demand.LatencyGoal;
import org.rackdrill.model.lab.Demand.Workload;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service.Data;
import org.rackdrill.model.lab.Service.Kind;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.DemandKeys.Spoken;
import org.rackdrill.model.reading.DemandKeys.SpokenFeel;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Place;

/** Makes what services ask of disks. */
final class Demands {

    private static final Bytes USUAL_FEEL = new Bytes(16 * 1024);
    private static final Duration USUALLY_TOUCHED = Duration.ofMinutes(15);

    private final Desk desk;
    private final PoolRefs pools;

    Demands(Desk desk, PoolRefs pools) {
        this.desk = desk;
        this.pools = pools;
    }

    /**
     * Returns what a service asks.
     *
     * @param on the nodes that it runs on
     */
    Demand of(String path, Named<Fields> service, Kind kind, List<String> on, Storage storage, Optional<Data> data) {
        Fields fields = service.value();
        List<PoolRef> systemDisks = systemDisks(on, storage);
        Optional<PoolRef> usual = data.map(Data::at)
                .filter(ref -> !ref.pool().isEmpty())
                .or(() -> systemDisks.stream().findFirst());
        List<Workload> loads =
                fields.has(DemandKeys.LOAD) ? said(path, fields, usual) : assumed(path, kind, systemDisks, data);
        Optional<LatencyGoal> latency = desk.optional(path, fields, DemandKeys.LATENCY, Demands::text);
        if (latency.isPresent() && loads.isEmpty()) {
            desk.notes()
                    .warning(
                            fields.placeOf(DemandKeys.LATENCY),
                            "`" + service.name() + "` asks nothing of any disks that the lab describes",
                            "Say what it asks: `load: ...`, or leave `latency` out.");
        }
        return new Demand(loads, latency, feels(path, fields, usual));
    }

    private List<PoolRef> systemDisks(List<String> on, Storage storage) {
        if (storage instanceof Storage.Shared shared) {
            return List.of(shared.at());
        }
        return on.stream().flatMap(node -> pools.of(node).stream().limit(1)).toList();
    }

    private List<Workload> said(String path, Fields fields, Optional<PoolRef> usual) {
        List<Said<Spoken>> said = fields.get(DemandKeys.LOAD).orElse(List.of());
        List<Workload> loads = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String place = path + ".load" + (said.size() == 1 ? "" : "[" + i + "]");
            one(place, said.get(i), usual).ifPresent(loads::add);
        }
        if (said.isEmpty()) {
            desk.explain(path, fields, DemandKeys.LOAD, "none", "");
        }
        return loads;
    }

    private Optional<Workload> one(String path, Said<Spoken> said, Optional<PoolRef> usual) {
        Spoken load = said.value();
        boolean measured = load.profile().isEmpty() && (said(load, Trait.READS) || said(load, Trait.WRITES));
        if (load.profile().isEmpty() && !measured) {
            desk.notes()
                    .error(
                            said.place(),
                            "this load says neither a `profile` nor its `reads` and `writes`",
                            "Write `2 x media-streaming`, or `{reads: 120/s, writes: 40/s, size: 16 KiB}`.");
            return Optional.empty();
        }
        Catalogue.Entry entry = desk.entry(PartKind.WORKLOAD, load.profile(), PartKind.WORKLOAD.generic());
        desk.explaining().value(path + ".profile", entry.name(), desk.notes().origin(said.place()));
        desk.explaining()
                .value(path + ".scale", number(load.scale()), desk.notes().origin(said.place()));
        Optional<PoolRef> at = at(path, said, usual);
        Part profile = desk.part(entry, path, load.fields(), measured ? nothingElse(said) : Map.of());
        check(profile, said.place());
        return at.map(ref -> new Workload(ref, profile, load.scale(), false));
    }

    private static boolean said(Spoken load, Trait<?> trait) {
        return load.fields().has(TraitKeys.key(trait));
    }

    /** Of what is measured, nothing is that the file does not say. */
    private Map<Trait<?>, Setting<?>> nothingElse(Said<Spoken> said) {
        Map<Trait<?>, Setting<?>> none = new LinkedHashMap<>();
        for (Trait<Iops> trait : List.of(Trait.READS, Trait.WRITES)) {
            if (!said(said.value(), trait)) {
                none.put(
                        trait,
                        new Setting<>(
                                new Iops(0),
                                "0 iops",
                                Range.CERTAIN,
                                desk.notes().origin(said.place())));
            }
        }
        return none;
    }

    private Optional<PoolRef> at(String path, Said<Spoken> said, Optional<PoolRef> usual) {
        Fields fields = said.value().fields();
        Optional<Said<String>> named = fields.said(DemandKeys.LOAD_AT);
        if (fields.has(DemandKeys.LOAD_AT)) {
            Optional<PoolRef> found = named.flatMap(pools::find);
            found.ifPresent(ref -> desk.explain(path, fields, DemandKeys.LOAD_AT, ref.toString(), ""));
            return found;
        }
        if (usual.isEmpty()) {
            desk.notes()
                    .error(
                            said.place(),
                            "this load goes to no pool: the service keeps no data, and its node has no pools",
                            "Add `at: node/pool`.");
        }
        usual.ifPresent(ref -> desk.explain(path, fields, DemandKeys.LOAD_AT, ref.toString(), "where its data are"));
        return usual;
    }

    private void check(Part profile, Place place) {
        double requests = profile.traits().value(Trait.READS).perSecond()
                + profile.traits().value(Trait.WRITES).perSecond();
        if (requests == 0) {
            desk.notes()
                    .error(place, "this load asks for nothing", "Give it `reads` or `writes`, or write `load: []`.");
        }
        if (profile.traits().value(Trait.SIZE).count() < 1) {
            desk.notes().error(place, "requests of no size cannot be", "Write it like `size: 16 KiB`.");
        }
        if (profile.traits().value(Trait.WORKING_SET).count() < 1) {
            desk.notes().error(place, "an empty working set cannot be", "Write it like `working-set: 20 GiB`.");
        }
        if (profile.traits().value(Trait.HOTTEST_TENTH).fraction() < 0.1) {
            desk.notes()
                    .error(
                            place,
                            "the most popular tenth gets less than a tenth of the requests",
                            "Write `hottest-tenth` from 10% (no preference) to 100%.");
        }
    }

    private List<Workload> assumed(String path, Kind kind, List<PoolRef> systemDisks, Optional<Data> data) {
        List<Workload> loads = new ArrayList<>();
        if (kind != Kind.NONE) {
            Part system = usual(Forms.spelled(kind) + "-system");
            systemDisks.forEach(ref -> loads.add(new Workload(ref, system, 1, true)));
        }
        data.map(Data::at)
                .filter(ref -> !ref.pool().isEmpty())
                .ifPresent(ref -> loads.add(new Workload(ref, usual(PartKind.WORKLOAD.generic()), 1, true)));
        if (!loads.isEmpty()) {
            List<String> names = loads.stream()
                    .map(load -> load.profile().model())
                    .distinct()
                    .toList();
            desk.explaining()
                    .value(path + ".load", Desk.list(names), Explaining.fallback("usual for its kind and its data"));
        }
        return loads;
    }

    private Part usual(String name) {
        Catalogue.Entry entry = desk.catalogue()
                .find(name, PartKind.WORKLOAD)
                .orElse(desk.catalogue().generic(PartKind.WORKLOAD));
        return new Part(entry.name(), entry.label(), entry.kind(), entry.traits());
    }

    private List<Feel> feels(String path, Fields fields, Optional<PoolRef> usual) {
        List<Feel> feels = new ArrayList<>();
        for (Named<SpokenFeel> said : fields.get(DemandKeys.FEELS).orElse(List.of())) {
            if (usual.isEmpty()) {
                desk.notes()
                        .error(
                                said.place(),
                                "`" + said.name() + "` reads from no pool: the service keeps no data, and its node has"
                                        + " no pools",
                                "Write it under the service that keeps the data.");
                continue;
            }
            String place = path + ".feels." + said.name();
            Fields more = said.value().fields();
            int reads = said.value().reads();
            desk.explaining()
                    .value(place + ".reads", String.valueOf(reads), desk.notes().origin(said.place()));
            Bytes size = desk.value(
                    place,
                    more,
                    DemandKeys.FEEL_SIZE,
                    USUAL_FEEL,
                    ValueText.BYTES.format()::apply,
                    "a page of a database");
            if (size.count() < 1) {
                desk.notes().error(said.place(), "reads of no size cannot be", "Write it like `size: 16 KiB`.");
            }
            Duration touched = desk.value(
                    place,
                    more,
                    DemandKeys.FEEL_TOUCHED,
                    USUALLY_TOUCHED,
                    time -> "every " + Desk.time(time),
                    "our estimate: daemons keep reading what a page needs");
            feels.add(new Feel(said.name(), reads, size, touched, usual.get()));
        }
        return feels;
    }

    private static String text(LatencyGoal goal) {
        return "p" + number(goal.share() * 100) + " below "
                + Scale.TIME.format(goal.limit().toMillis() / 3.6e6);
    }

    private static String number(double value) {
        String text = String.format(java.util.Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
