package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Data;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes what services keep. */
final class DataSets {

    private final Desk desk;
    private final PoolRefs pools;

    DataSets(Desk desk, PoolRefs pools) {
        this.desk = desk;
        this.pools = pools;
    }

    Optional<Data> of(String servicePath, Named<Fields> service, List<String> on, Optional<Cluster> cluster) {
        Optional<Fields> said = service.value().get(ServiceKeys.DATA);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String path = servicePath + ".data";
        Fields fields = said.get();
        Optional<PoolRef> at = at(fields, on, cluster);
        at.ifPresent(
                ref -> desk.explain(path, fields, ServiceKeys.DATA_AT, ref.toString(), "the only pool of its node"));
        Bytes size = fields.get(ServiceKeys.DATA_SIZE).orElse(new Bytes(0));
        desk.explain(
                path, fields, ServiceKeys.DATA_SIZE, ValueText.BYTES.format().apply(size), "");
        Setting<Bytes> growth = desk.setting(
                path,
                fields,
                ServiceKeys.DATA_GROWTH,
                new Setting<>(new Bytes(0), "0 B/y", Range.CERTAIN, Explaining.fallback("it does not grow")));
        return Optional.of(new Data(
                at.orElse(new PoolRef("", "")),
                size,
                growth,
                with(path, fields, service.name()),
                fields.get(ServiceKeys.DATA_WORKS_ON)));
    }

    /** What belongs together must be kept somewhere, each part of it. */
    static void checkCompanions(List<Named<Fields>> services, Lab lab, Notes notes) {
        for (Named<Fields> service : services) {
            Fields data = service.value().get(ServiceKeys.DATA).orElse(Fields.NONE);
            for (Said<String> with : data.get(ServiceKeys.DATA_WITH).orElse(List.of())) {
                Optional<Service> companion = lab.service(with.value());
                if (companion.isPresent() && companion.get().data().isEmpty()) {
                    notes.error(
                            with.place(),
                            "`" + with.value() + "` keeps no data that could belong to those of `" + service.name()
                                    + "`",
                            "Add `data: {at: node/pool, size: ...}` to it, or leave it out.");
                }
            }
        }
    }

    private Optional<PoolRef> at(Fields fields, List<String> on, Optional<Cluster> cluster) {
        Optional<Said<String>> said = fields.said(ServiceKeys.DATA_AT);
        if (said.isPresent()) {
            boolean ceph = said.get().value().equals(PoolRefs.CEPH) && cluster.isPresent();
            return pools.find(
                    ceph
                            ? new Said<>(
                                    cluster.get().name() + "/" + PoolRefs.CEPH,
                                    said.get().place())
                            : said.get());
        }
        List<PoolRef> own = on.isEmpty() ? List.of() : pools.of(on.get(0));
        if (own.size() == 1) {
            return Optional.of(own.get(0));
        }
        if (!fields.has(ServiceKeys.DATA_AT)) {
            String example = own.isEmpty() ? "node/pool" : own.get(0).toString();
            desk.notes()
                    .error(fields.place(), "`data` does not say in which pool it lies", "Add `at: " + example + "`.");
        }
        return Optional.empty();
    }

    private List<String> with(String path, Fields fields, String service) {
        List<Said<String>> said = fields.get(ServiceKeys.DATA_WITH).orElse(List.of());
        List<String> with = new ArrayList<>(desk.references(said, Set.of(Sort.SERVICE)));
        if (with.remove(service)) {
            desk.notes()
                    .warning(fields.placeOf(ServiceKeys.DATA_WITH), "`" + service + "` names itself", "Leave it out.");
        }
        if (!said.isEmpty()) {
            desk.explain(path, fields, ServiceKeys.DATA_WITH, Desk.list(with), "");
        }
        return with;
    }
}
