package org.rackdrill.model.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** Makes what a file says of real things: how to reach them. */
final class Reaches {

    static final Key<String> SSH = Key.of(
            "ssh",
            Addresses.SSH,
            "How to log in where it really stands; after `via`, the hosts on the way, the first first. No simulation looks at it.",
            "root@10.0.0.11",
            "admin@nas.example:2222 via admin@gate.example");
    static final Key<String> POWER = Key.of(
            "power",
            Forms.text("a witness", "through +.+", Reaches::witness, "through node2"),
            "The node whose helper can cut its power and give it back.",
            "through node2");
    static final Key<String> NUT =
            Key.of("nut", Addresses.NUT, "Its name at the upsd of NUT that knows it.", "ups1@10.0.0.11");
    static final Key<String> UNIT =
            Key.of("unit", Addresses.UNIT, "The systemd unit that runs it.", "postgresql@15-main.service");
    static final Key<String> RESOURCE = Key.of(
            "resource", Addresses.RESOURCE, "Its name in the cluster, which starts and stops it.", "web", "vm:100");
    static final Key<String> CHECK = Key.of(
            "check",
            Addresses.CHECK,
            "An address that answers while it is up: http, https, tcp, dns or postgres; never with a password.",
            "http://10.0.0.50/health",
            "tcp://10.0.0.12:1883",
            "dns://10.0.0.13/example.org",
            "postgres://10.0.0.51/app");
    static final Key<String> DATASET =
            Key.of("dataset", Addresses.DATASET, "The ZFS dataset that holds the data.", "tank/db");

    private final Desk desk;
    private final Map<String, Reach> reach = new LinkedHashMap<>();

    Reaches(Desk desk) {
        this.desk = desk;
    }

    private static String witness(String text) {
        if (!text.matches("through +\\S.*")) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say who cuts its power",
                    "Write it like `through node2`.");
        }
        return text.replaceFirst("^through +", "");
    }

    Map<String, Reach> read(Fields file, Lab lab) {
        section(file, LabKeys.NODES).forEach(this::node);
        section(file, LabKeys.UPS).forEach(this::ups);
        Map<String, Service.Data> data = new HashMap<>();
        lab.services().forEach(service -> service.data().ifPresent(one -> data.putIfAbsent(service.name(), one)));
        section(file, LabKeys.SERVICES)
                .forEach(service -> service(service, Optional.ofNullable(data.get(service.name()))));
        file.get(LabKeys.COPIES).orElse(List.of()).forEach(this::copies);
        return reach;
    }

    private static List<Named<Fields>> section(Fields file, Key<List<Named<Fields>>> key) {
        return file.get(key).orElse(List.of());
    }

    private void node(Named<Fields> node) {
        Fields fields = node.value();
        put(
                node.name(),
                new Reach(
                        said("nodes." + node.name(), fields, SSH),
                        power(node),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Optional<String> power(Named<Fields> node) {
        Optional<Said<String>> said = node.value().said(POWER);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String witness = said.get().value();
        if (witness.equals(node.name())) {
            desk.notes()
                    .error(
                            said.get().place(),
                            "`" + node.name() + "` cannot give itself its power back",
                            "Name another node.");
        } else if (!witness.equals(Reach.RACK)) {
            desk.reference(said.get(), Set.of(Sort.NODE));
        }
        desk.explain("nodes." + node.name(), node.value(), POWER, "through " + witness, "");
        return Optional.of(witness);
    }

    private void ups(Named<Fields> ups) {
        Optional<String> nut = said("ups." + ups.name(), ups.value(), NUT);
        put(
                ups.name(),
                new Reach(
                        Optional.empty(),
                        Optional.empty(),
                        nut,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void service(Named<Fields> service, Optional<Service.Data> data) {
        String path = "services." + service.name();
        Fields fields = service.value();
        fields.said(DATASET)
                .ifPresent(said -> checkDataset(said, data.map(one -> one.at().pool())));
        put(
                service.name(),
                new Reach(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        said(path, fields, UNIT),
                        said(path, fields, RESOURCE),
                        said(path, fields, CHECK),
                        said(path, fields, DATASET)));
    }

    private void copies(Named<List<Said<Fields>>> section) {
        for (int i = 0; i < section.value().size(); i++) {
            Fields fields = section.value().get(i).value();
            Optional<String> to = fields.get(CopyKeys.TO);
            if (to.isPresent()) {
                String pool = to.get().substring(to.get().indexOf('/') + 1);
                fields.said(DATASET).ifPresent(said -> checkDataset(said, Optional.of(pool)));
                Optional<String> dataset = said("copies." + section.name() + "[" + i + "]", fields, DATASET);
                put(
                        section.name() + " at " + to.get(),
                        new Reach(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                dataset));
            }
        }
    }

    /** Notes a dataset that cannot be on the pool that the rest of the file names. */
    private void checkDataset(Said<String> said, Optional<String> pool) {
        String first = said.value().replaceFirst("/.*", "");
        if (pool.isEmpty()) {
            desk.notes()
                    .error(
                            said.place(),
                            "a dataset holds data, but nothing is said of them",
                            "Add `data: {at: node/" + first + ", size: ...}`.");
        } else if (!first.equals(pool.get())) {
            desk.notes()
                    .error(
                            said.place(),
                            "`" + Meant.shortened(said.value()) + "` is not on the pool " + pool.get(),
                            "Begin it with `" + pool.get() + "/`.");
        }
    }

    private Optional<String> said(String path, Fields fields, Key<String> key) {
        return desk.optional(path, fields, key, text -> text);
    }

    private void put(String target, Reach one) {
        if (!one.equals(Reach.NONE)) {
            reach.put(target, one);
        }
    }
}
