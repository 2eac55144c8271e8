package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Snapshots;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes copies and snapshots. */
final class Copies {

    private final Desk desk;
    private final Notes notes;
    private final PoolRefs pools;
    private final Map<String, Service> services = new HashMap<>();

    Copies(Desk desk, PoolRefs pools, List<Service> services) {
        this.desk = desk;
        this.notes = desk.notes();
        this.pools = pools;
        services.forEach(service -> this.services.put(service.name(), service));
    }

    List<Copy> read(List<Named<List<Said<Fields>>>> sections) {
        List<Copy> copies = new ArrayList<>();
        for (Named<List<Said<Fields>>> section : sections) {
            Optional<Service> service = desk.reference(
                            new Said<>(section.name(), section.place()), Set.of(Sort.SERVICE))
                    .flatMap(name -> Optional.ofNullable(services.get(name)));
            if (service.isPresent() && service.get().data().isEmpty()) {
                notes.error(
                        section.place(),
                        "`" + section.name() + "` keeps no data that could be copied",
                        "Add `data: {at: node/pool, size: ...}` to the service.");
            }
            Set<PoolRef> targets = new HashSet<>();
            for (int i = 0; i < section.value().size(); i++) {
                String path = "copies." + section.name() + "[" + i + "]";
                copy(path, section.name(), service, section.value().get(i).value(), targets)
                        .ifPresent(copies::add);
            }
        }
        return copies;
    }

    private Optional<Copy> copy(
            String path, String name, Optional<Service> service, Fields fields, Set<PoolRef> targets) {
        Optional<PoolRef> to = fields.said(CopyKeys.TO).flatMap(pools::find);
        Optional<Duration> every = fields.get(CopyKeys.EVERY);
        if (to.isEmpty() || every.isEmpty()) {
            return Optional.empty();
        }
        desk.explain(path, fields, CopyKeys.TO, to.get().toString(), "");
        desk.explain(path, fields, CopyKeys.EVERY, Desk.time(every.get()), "");
        service.flatMap(Service::data).ifPresent(data -> apart(fields, data.at(), to.get(), name));
        if (!targets.add(to.get())) {
            notes.error(fields.placeOf(CopyKeys.TO), "two copies of `" + name + "` lie on " + to.get(), "Remove one.");
        }
        boolean raw = desk.value(path, fields, CopyKeys.RAW, false, String::valueOf, "the target can read it");
        if (!raw && fields.has(CopyKeys.KEY)) {
            notes.warning(
                    fields.placeOf(CopyKeys.KEY),
                    "`key` without `raw: true` means nothing",
                    "Add `raw: true`, or remove it.");
        }
        return Optional.of(new Copy(
                name,
                to.get(),
                desk.value(path, fields, CopyKeys.BY, "syncoid", text -> text, "the usual tool"),
                every.get(),
                window(path, fields, every.get()),
                desk.value(path, fields, CopyKeys.MEDIA_KEY, media(to.get()), text -> text, "what the pool is made of"),
                desk.value(
                        path,
                        fields,
                        CopyKeys.DIRECTION,
                        Copy.Direction.PUSH,
                        Forms::spelled,
                        "most tools are started where the primary is"),
                raw,
                key(path, fields, raw),
                desk.optional(path, fields, CopyKeys.KEEP, Desk::time),
                desk.optional(path, fields, CopyKeys.LATE_AFTER, Desk::time)));
    }

    private Optional<Service.Hours> window(String path, Fields fields, Duration every) {
        Optional<Service.Hours> window =
                desk.optional(path, fields, CopyKeys.WINDOW, hours -> hours.from() + "-" + hours.to());
        if (window.isPresent() && every.compareTo(window.get().length()) < 0) {
            notes.warning(
                    fields.placeOf(CopyKeys.WINDOW),
                    "a copy every " + Desk.time(every) + " runs more than once in a window of "
                            + Desk.time(window.get().length()) + ", and not at all outside it",
                    "Write `every: 1 d`, or leave the window out.");
        }
        return window;
    }

    private Optional<Copy.Key> key(String path, Fields fields, boolean raw) {
        return raw
                ? Optional.of(desk.value(
                        path,
                        fields,
                        CopyKeys.KEY,
                        Copy.Key.ESCROWED,
                        Forms::spelled,
                        "who encrypts is taken to keep the key in a second place"))
                : Optional.empty();
    }

    private void apart(Fields fields, PoolRef primary, PoolRef copy, String name) {
        if (copy.equals(primary)) {
            notes.error(
                    fields.placeOf(CopyKeys.TO),
                    "a copy of `" + name + "` lies on the pool it protects, " + copy,
                    "Send it to a pool of another node.");
        } else if (copy.node().equals(primary.node())) {
            notes.warning(
                    fields.placeOf(CopyKeys.TO),
                    "a copy of `" + name + "` stands in the node it protects, " + copy.node(),
                    "What takes the node takes both: send it to another node.");
        }
    }

    private String media(PoolRef to) {
        Optional<Pool> pool = pools.pool(to);
        boolean flash = pool.isPresent()
                && !pool.get().disks().isEmpty()
                && pool.get().disks().stream().allMatch(disk -> disk.model().matches(".*(ssd|nvme).*"));
        return flash ? "ssd" : "hdd";
    }

    Snapshots snapshots(Fields fields) {
        Fields kept = fields.get(CopyKeys.DEFAULT).orElse(Fields.NONE);
        return new Snapshots(
                kept(kept, CopyKeys.HOURLY),
                kept(kept, CopyKeys.DAILY),
                kept(kept, CopyKeys.WEEKLY),
                kept(kept, CopyKeys.MONTHLY),
                kept(kept, CopyKeys.YEARLY));
    }

    private int kept(Fields kept, Key<Integer> key) {
        return desk.value("snapshots.default", kept, key, 0, String::valueOf, "none are kept");
    }
}
