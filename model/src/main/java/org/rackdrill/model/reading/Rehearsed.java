package org.rackdrill.model.reading;

import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Notes;

/** Whether what is rehearsed exists. */
final class Rehearsed {

    private final Notes notes;
    private final Fields operations;

    Rehearsed(Notes notes, Fields operations) {
        this.notes = notes;
        this.operations = operations;
    }

    void check(Lab lab) {
        Fields drills = operations.get(OperationsKeys.DRILLS).orElse(Fields.NONE);
        OperationsKeys.DRILL_KEYS.forEach((protection, key) -> {
            if (drills.has(key) && !exists(lab, protection)) {
                notes.warning(
                        drills.placeOf(key),
                        "`" + key.name() + "` rehearses nothing: " + missing(protection),
                        fix(protection));
            }
        });
    }

    private static boolean exists(Lab lab, Protection protection) {
        return switch (protection) {
            case FAILOVER -> lab.services().stream().anyMatch(service -> service.failover() != Service.Failover.NONE);
            case UPS -> !lab.ups().isEmpty();
            case SYNC, RESTORE -> !lab.copies().isEmpty();
            case ALERTS -> lab.operations().operator().noticesBy().isPresent();
        };
    }

    private static String missing(Protection protection) {
        return switch (protection) {
            case FAILOVER -> "no service starts elsewhere";
            case UPS -> "the lab has no UPS";
            case SYNC, RESTORE -> "the lab has no copies";
            case ALERTS -> "nobody raises an alarm";
        };
    }

    private static String fix(Protection protection) {
        return switch (protection) {
            case FAILOVER -> "Give a service `failover: automatic`, or leave the drill out.";
            case UPS -> "Describe it under `ups`, or leave the drill out.";
            case SYNC, RESTORE -> "Describe one under `copies`, or leave the drill out.";
            case ALERTS -> "Name the service that does under `operator.notices-by`, or leave the drill out.";
        };
    }
}
