package org.rackdrill.model.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Processor;
import org.rackdrill.model.lab.RaidzGroup;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Place;

/** Whether guests fit into memory and onto processors, and data into pools. */
final class Room {

    private final Notes notes;
    private final Map<String, Place> places = new HashMap<>();

    private final Map<String, Place> cores = new HashMap<>();

    Room(Notes notes, List<Named<Fields>> nodes, List<Named<Fields>> services) {
        this.notes = notes;
        nodes.forEach(node -> places.put(node.name(), node.place()));
        services.forEach(service -> cores.put(service.name(), service.value().placeOf(CpuKeys.CPU)));
    }

    void check(Lab lab) {
        Map<String, Double> memory = new HashMap<>();
        Map<String, Double> data = new HashMap<>();
        for (Service service : lab.services()) {
            cores(service, lab);
            service.on().forEach(node -> memory.merge(node, service.memory().count(), Double::sum));
            service.data()
                    .ifPresent(
                            kept -> data.merge(kept.at().toString(), kept.size().count(), Double::sum));
        }
        for (Node node : lab.nodes()) {
            Place place = places.getOrDefault(node.name(), Place.START);
            double wanted = memory.getOrDefault(node.name(), 0.0);
            if (wanted > node.memory().count()) {
                notes.warning(
                        place,
                        "the guests of `" + node.name() + "` want " + Scale.DATA.format(wanted) + " of "
                                + Scale.DATA.format(node.memory().count()) + " memory",
                        "Move some, or add memory.");
            }
            for (Pool pool : node.pools()) {
                pool(place, node.name() + "/" + pool.name(), pool, data);
            }
        }
    }

    /** Hypervisors refuse to start a virtual machine with more cores than the node has threads. */
    private void cores(Service service, Lab lab) {
        int wanted =
                service.kind() == Service.Kind.VM ? service.computing().cores().orElse(0) : 0;
        for (String name : wanted == 0 ? List.<String>of() : service.on()) {
            Processor processor = lab.node(name)
                    .map(node -> node.hardware().traits().value(Trait.CPU))
                    .orElse(Processor.NOT_STATED);
            if (processor.isStated() && wanted > processor.threads()) {
                notes.warning(
                        cores.getOrDefault(service.name(), Place.START),
                        "a virtual machine with " + wanted + " cores does not start on `" + name + "`, which has "
                                + processor.text(),
                        "Write at most `" + processor.threads() + " cores`.");
            }
        }
    }

    private void pool(Place place, String name, Pool pool, Map<String, Double> data) {
        double wanted = data.getOrDefault(name, 0.0);
        Optional<Double> room = room(pool);
        if (room.isPresent() && wanted > room.get()) {
            notes.warning(
                    place,
                    "data of " + Scale.DATA.about(wanted) + " do not fit into " + name + " of "
                            + Scale.DATA.about(room.get()),
                    "Move some, or add disks.");
        }
    }

    /** Returns roughly how many bytes fit into a pool. */
    private static Optional<Double> room(Pool pool) {
        List<Double> disks = pool.disks().stream()
                .map(Room::size)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (disks.isEmpty()) {
            return Optional.empty();
        }
        double all = disks.stream().mapToDouble(Double::doubleValue).sum();
        double smallest = disks.get(disks.size() - 1);
        int lost = pool.layout().tolerance(disks.size());
        return Optional.of(
                switch (pool.layout()) {
                    case STRIPE -> all;
                    case MIRROR -> smallest;
                    case RAID10 -> smallest * disks.size() / 2;
                    case RAIDZ1, RAIDZ2, RAIDZ3 -> smallest * parts(disks.size(), lost);
                    case SHR_1, SHR_2 ->
                        all
                                - disks.stream()
                                        .limit(lost)
                                        .mapToDouble(Double::doubleValue)
                                        .sum();
                });
    }

    /** Returns the room of a RAID-Z group in disks; one of too few disks is told elsewhere. */
    private static double parts(int disks, int parity) {
        return disks <= parity ? 1 : disks * new RaidzGroup(disks, parity, RaidzGroup.USUAL_SECTOR_BYTES).usableShare();
    }

    private static double size(Part disk) {
        return disk.traits().value(Trait.CAPACITY).count();
    }
}
