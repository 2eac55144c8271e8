package org.rackdrill.chaos.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.HaSettings;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;
import org.rackdrill.simulator.ha.HaSettings.ShutdownPolicy;

/** Reads the settings of a case's datacenter. */
final class SettingsReader {
    private final Json.Dictionary datacenter;

    SettingsReader(Json.Dictionary datacenter) {
        this.datacenter = datacenter;
    }

    HaSettings read() {
        HaSettings usual = HaSettings.DEFAULT;
        Map<String, Json> crs = part("crs");
        Json threshold = crs.get("ha-auto-rebalance-threshold");
        Json hold = crs.get("ha-auto-rebalance-hold-duration");
        Json margin = crs.get("ha-auto-rebalance-margin");
        return new HaSettings(
                policy(part("ha").get("shutdown_policy")),
                scheduler(crs.get("ha")),
                yes(crs.get("ha-rebalance-on-start")),
                yes(crs.get("ha-auto-rebalance")),
                topsis(crs.get("ha-auto-rebalance-method")),
                threshold == null ? usual.threshold() : threshold.number(),
                hold == null ? usual.holdRounds() : hold.count(),
                margin == null ? usual.margin() : margin.number());
    }

    private Map<String, Json> part(String key) {
        Json part = datacenter.entries().get(key);
        return part == null ? Map.of() : part.dictionary().entries();
    }

    private static boolean yes(@Nullable Json value) {
        return value != null && value.yes();
    }

    private static boolean topsis(@Nullable Json value) {
        return value != null && value.text().equals("topsis");
    }

    private static ShutdownPolicy policy(@Nullable Json value) {
        if (value == null) {
            return ShutdownPolicy.CONDITIONAL;
        }
        return switch (value.text()) {
            case "conditional" -> ShutdownPolicy.CONDITIONAL;
            case "freeze" -> ShutdownPolicy.FREEZE;
            case "failover" -> ShutdownPolicy.FAILOVER;
            case "migrate" -> ShutdownPolicy.MIGRATE;
            default -> throw value.wrong("the shutdown policy \"" + value.text() + "\" is unknown");
        };
    }

    private static Scheduler scheduler(@Nullable Json value) {
        if (value == null) {
            return Scheduler.BASIC;
        }
        return switch (value.text()) {
            case "basic" -> Scheduler.BASIC;
            case "static" -> Scheduler.STATIC;
            case "dynamic" -> Scheduler.DYNAMIC;
            default -> throw value.wrong("the scheduler \"" + value.text() + "\" is unknown");
        };
    }
}
