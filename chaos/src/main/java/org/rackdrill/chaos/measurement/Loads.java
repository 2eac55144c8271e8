package org.rackdrill.chaos.measurement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.importing.draft.Unusable;

/** The loads of all devices that a record names. */
final class Loads {

    private static final int MOST = 10_000;

    private final Map<String, LoadSum> byDevice = new LinkedHashMap<>();
    private final boolean pools;

    Loads(boolean pools) {
        this.pools = pools;
    }

    /** Adds a look at a device; says no when there are more devices than anybody has. */
    boolean add(String device, LoadSum.Look look) {
        if (byDevice.size() == MOST && !byDevice.containsKey(device)) {
            return false;
        }
        byDevice.computeIfAbsent(device, name -> new LoadSum(name, pools)).add(look);
        return true;
    }

    List<Measurement> means() {
        return byDevice.values().stream()
                .map(LoadSum::mean)
                .map(Measurement.class::cast)
                .toList();
    }

    static Unusable tooMany(Lines at) {
        return at.wrong(1, "more than 10,000 devices are named", "Give the record of one machine.");
    }
}
