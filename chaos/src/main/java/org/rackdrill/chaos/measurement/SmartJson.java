package org.rackdrill.chaos.measurement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.rackdrill.chaos.importing.draft.JsonTree;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What {@code smartctl --json -a} prints of an ATA, SCSI or NVMe disk; smartmontools 7. */
final class SmartJson {

    private static final int REALLOCATED = 5;
    private static final int PENDING = 197;
    private static final int UNCORRECTABLE = 198;

    private final Spot document;

    private SmartJson(Spot document) {
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @throws Unusable when it is none of smartctl's, or smartctl could not ask the disk
     */
    static List<Measurement> read(String file, byte[] bytes) {
        return List.of(new SmartJson(new Spot(file, "", JsonTree.parse(file, bytes))).drive());
    }

    private Measurement drive() {
        String model = Stream.of("model_name", "scsi_model_name", "product")
                .flatMap(key -> document.find(key).stream())
                .map(Spot::text)
                .findFirst()
                .orElseThrow(() -> document.wrong(
                        "`model_name` is missing", "smartctl could not ask the disk; call it as root with `-a`."));
        Optional<Spot> nvme = document.find("nvme_smart_health_information_log");
        return new DriveHealth(
                model.strip(),
                document.find("serial_number").map(Spot::text).orElse("").strip(),
                number(at("power_on_time", "hours").or(() -> under(nvme, "power_on_hours"))),
                count(attribute(REALLOCATED).or(() -> document.find("scsi_grown_defect_list"))),
                count(attribute(PENDING)),
                count(attribute(UNCORRECTABLE)
                        .or(() -> at("scsi_error_counter_log", "read", "total_uncorrected_errors"))
                        .or(() -> under(nvme, "media_errors"))),
                percent(under(nvme, "percentage_used")
                        .or(() -> document.find("scsi_percentage_used_endurance_indicator"))),
                count(at("ata_smart_error_log", "summary", "count")
                        .or(() -> at("ata_smart_error_log", "extended", "count"))
                        .or(() -> under(nvme, "num_err_log_entries"))),
                at("smart_status", "passed").flatMap(Spot::flag));
    }

    private Optional<Spot> attribute(int id) {
        return at("ata_smart_attributes", "table").stream()
                .flatMap(table -> table.items().stream())
                .filter(it -> it.find("id").filter(number -> number.is(id)).isPresent())
                .flatMap(it -> it.find("raw").stream())
                .flatMap(it -> it.find("value").stream())
                .findFirst();
    }

    private Optional<Spot> at(String... keys) {
        Optional<Spot> place = Optional.of(document);
        for (String key : keys) {
            place = under(place, key);
        }
        return place;
    }

    private static Optional<Spot> under(Optional<Spot> place, String key) {
        return place.flatMap(it -> it.find(key));
    }

    private static OptionalDouble number(Optional<Spot> value) {
        if (value.isPresent() && value.get().number() < 0) {
            throw value.get().wrong("it is negative", "That cannot be measured.");
        }
        return value.map(it -> OptionalDouble.of(it.number())).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble percent(Optional<Spot> value) {
        OptionalDouble number = number(value);
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() / 100) : number;
    }

    /** Some makers hide other things in the upper half of a raw value. */
    private static OptionalLong count(Optional<Spot> value) {
        OptionalDouble number = number(value);
        return number.isPresent() ? OptionalLong.of((long) number.getAsDouble() & 0xffff_ffffL) : OptionalLong.empty();
    }
}
