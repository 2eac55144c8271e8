package org.rackdrill.chaos.drill.writing;

import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;

/** Probes, each on a line. */
public final class ProbeLine {

    private ProbeLine() {}

    /** Returns a steady state as an item of {@code steady}, which reads back as the same. */
    public static String of(Steady steady) {
        Group group = of(steady.probe());
        return steady.tolerates()
                .map(time -> time.isZero() ? group : group.with("tolerates", time))
                .orElseGet(() -> group.with("tolerates", "anything"))
                .braced();
    }

    static Group of(Probe probe) {
        String text = probe.text();
        String lead = text.substring(0, text.indexOf(':'));
        Group group = new Group().with(lead, Words.text(probe.of().text()));
        if (probe instanceof Probe.Answers answers) {
            return group.with("within", answers.within());
        } else if (probe instanceof Probe.RunsOn runs) {
            return group.with("on", Words.text(runs.on()));
        } else if (probe instanceof Probe.Used used) {
            return group.with("at-most", Words.share(used.atMost()));
        } else if (probe instanceof Probe.Fresh fresh) {
            return group.with("within", fresh.within());
        } else if (probe instanceof Probe.Charged charged) {
            return group.with("at-least", Words.share(charged.atLeast()));
        } else if (probe instanceof Probe.Reaches reaches) {
            return group.with("to", Words.text(reaches.to()));
        } else if (probe instanceof Probe.ClockRight clock) {
            return group.with("within", clock.within());
        } else if (probe instanceof Probe.MemoryFree memory) {
            return group.with("at-least", Words.share(memory.atLeast()));
        }
        return group;
    }
}
