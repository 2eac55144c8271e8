package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.RuntimeCurve;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.PowerKeys.AfterShutdown;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Named;

/** Makes UPS. */
final class UpsUnits {

    private final Desk desk;
    private final Whereabouts whereabouts;

    UpsUnits(Desk desk, Whereabouts whereabouts) {
        this.desk = desk;
        this.whereabouts = whereabouts;
    }

    List<Ups> read(List<Named<Fields>> units) {
        return units.stream().map(this::unit).toList();
    }

    private Ups unit(Named<Fields> unit) {
        String path = "ups." + unit.name();
        Fields fields = unit.value();
        Part part = desk.part(PartKind.UPS, path, fields, PowerKeys.MODEL, PartKind.UPS.generic());
        String site = whereabouts.site(unit.name());
        desk.explain(path, fields, PowerKeys.SITE, site, "the first site");
        Duration age =
                desk.value(path, fields, PowerKeys.BATTERY_AGE, Duration.ZERO, Desk::time, "a new battery is assumed");
        Optional<Duration> shutdownAt = desk.optional(path, fields, PowerKeys.SHUTDOWN_AT, Desk::time);
        if (shutdownAt.isEmpty()) {
            desk.explain(path, fields, PowerKeys.SHUTDOWN_AT, "never", "nodes run until the battery is empty");
        }
        shutdownAt.ifPresent(left -> checkShutdown(fields, left, part.traits().value(Trait.RUNTIME)));
        return new Ups(
                unit.name(),
                part,
                site,
                age,
                shutdownAt,
                desk.optional(path, fields, PowerKeys.SELF_TEST, Desk::time),
                powerCycles(path, fields));
    }

    /** Nobody who left the last step of a shutdown out would write it into the file, so silence is a chance. */
    private Setting<Share> powerCycles(String path, Fields fields) {
        Optional<AfterShutdown> said = fields.get(PowerKeys.AFTER_SHUTDOWN);
        if (said.isEmpty()) {
            return desk.explaining()
                    .setting(path + ".after-shutdown: power-cycle", Fallbacks.share(Fallbacks.POWER_CYCLE));
        }
        desk.explain(path, fields, PowerKeys.AFTER_SHUTDOWN, Forms.spelled(said.get()), "");
        double chance = said.get() == AfterShutdown.POWER_CYCLE ? 1 : 0;
        return new Setting<>(
                new Share(chance),
                Forms.spelled(said.get()),
                Setting.Range.CERTAIN,
                desk.notes().origin(fields.placeOf(PowerKeys.AFTER_SHUTDOWN)));
    }

    private void checkShutdown(Fields fields, Duration left, RuntimeCurve curve) {
        double longest = curve.points().get(0).minutes();
        if (left.toMillis() / 6e4 >= longest) {
            desk.notes()
                    .warning(
                            fields.placeOf(PowerKeys.SHUTDOWN_AT),
                            "this UPS never has " + Desk.time(left) + " left under load",
                            "Nodes would shut down at every outage: write a shorter time.");
        }
    }
}
