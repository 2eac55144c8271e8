package org.rackdrill.chaos.measurement;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.JsonTree;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What {@code iostat -x -o JSON} prints. */
final class IostatJson {

    private final Loads loads = new Loads(false);

    private IostatJson() {}

    /**
     * Reads a file.
     *
     * @throws Unusable when it is none of sysstat's, or was not made with {@code -x}
     */
    static List<Measurement> read(String file, byte[] bytes) {
        IostatJson reader = new IostatJson();
        Spot document = new Spot(file, "", JsonTree.parse(file, bytes));
        for (Spot host : must(must(document, "sysstat"), "hosts").items()) {
            for (Spot look : must(host, "statistics").items()) {
                look.find("disk").ifPresent(disks -> disks.items().forEach(reader::disk));
            }
        }
        List<Measurement> means = reader.loads.means();
        if (means.isEmpty()) {
            throw document.wrong("there is no disk in it", "Record `iostat -x -o JSON 10 360`, say.");
        }
        return means;
    }

    private void disk(Spot disk) {
        LoadSum.Look look = new LoadSum.Look(
                number(must(disk, "r/s")),
                bytes(disk, "r"),
                number(must(disk, "w/s")),
                bytes(disk, "w"),
                optional(disk, "r_await"),
                optional(disk, "w_await"),
                optional(disk, "util") / 100);
        if (!loads.add(must(disk, "disk_device").text(), look)) {
            throw disk.wrong("more than 10,000 devices are named", "Give the record of one machine.");
        }
    }

    private static double bytes(Spot disk, String direction) {
        Optional<Spot> kilo = disk.find(direction + "kB/s");
        return kilo.isPresent() ? number(kilo.get()) * 1024 : number(must(disk, direction + "MB/s")) * (1 << 20);
    }

    private static double optional(Spot disk, String key) {
        return disk.find(key).map(IostatJson::number).orElse(Double.NaN);
    }

    private static double number(Spot value) {
        double number = value.number();
        if (number < 0) {
            throw value.wrong("it is negative", "That cannot be measured.");
        }
        return number;
    }

    private static Spot must(Spot in, String key) {
        return in.find(key)
                .orElseThrow(() -> in.wrong("`" + key + "` is missing", "Record it with `iostat -x -o JSON`."));
    }
}
