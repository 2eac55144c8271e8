package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.ColdStart;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.SlowPlan;

/** What a lab's owner should know before the first history is simulated: what cannot work, and the way around it. */
final class Warnings {

    private Warnings() {}

    static List<String> of(Lab lab, CompiledLab compiled) {
        List<String> warnings = slowSyncs(compiled);
        warnings.addAll(slowServices(compiled));
        warnings.addAll(new ColdStart(lab).warnings());
        return warnings;
    }

    /** What counts as down though it answers. */
    private static List<String> slowServices(CompiledLab compiled) {
        List<String> warnings = new ArrayList<>();
        for (SlowPlan plan : compiled.storageNetwork().slow()) {
            for (SlowPlan.OfService service : plan.services()) {
                List<String> when = new ArrayList<>();
                for (Contention.State state : Contention.State.values()) {
                    int hours = count(service.slow()[state.ordinal()]);
                    if (hours > 0) {
                        when.add(hours + " " + state.words());
                    }
                }
                warnings.add(service.name() + " is slower than its `latency` in these hours of the 168 of a week, and"
                        + " counts as down in them: " + String.join(", ", when)
                        + ". `rackdrill capacity` shows the disks.");
            }
        }
        return warnings;
    }

    private static int count(boolean[] hours) {
        int count = 0;
        for (boolean hour : hours) {
            count += hour ? 1 : 0;
        }
        return count;
    }

    private static List<String> slowSyncs(CompiledLab compiled) {
        List<String> warnings = new ArrayList<>();
        for (CopyPlan copy : compiled.copies()) {
            double hoursOfLineADay = copy.transferHours() / copy.everyHours() * Hours.PER_DAY;
            if (hoursOfLineADay > Hours.PER_DAY) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "The copy of %s on %s falls behind for ever: what changes in a day takes %.0f h to send. Send less,"
                                + " get a faster line, or carry drives.",
                        compiled.data()[copy.dataset()].name(),
                        compiled.pools()[copy.pool()].name(),
                        hoursOfLineADay));
            }
        }
        return warnings;
    }
}
