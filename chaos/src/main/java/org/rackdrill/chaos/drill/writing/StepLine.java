package org.rackdrill.chaos.drill.writing;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;

/** Steps of a timeline, each on a line. */
public final class StepLine {

    private StepLine() {}

    /** Returns a step as an item of {@code timeline}, which reads back as the same step. */
    public static String of(Step step) {
        Group group = new Group().with("name", Words.text(step.name()));
        When when = step.when();
        if (when instanceof When.At at) {
            group.with("at", at.time());
        } else if (when instanceof When.After after) {
            group.with("after", Words.text(after.step())).withTime("delay", delay(after.delay()));
        } else if (when instanceof When.During during) {
            group.with("during", Words.text(during.step())).withTime("delay", delay(during.delay()));
        }
        return act(group, step.act()).braced();
    }

    private static Optional<Duration> delay(Duration delay) {
        return Optional.of(delay).filter(it -> !it.isZero());
    }

    private static Group act(Group group, Act act) {
        if (act instanceof Act.Break<?> fault) {
            return group.with(fault.fault().kind().word(), hit(fault.aim().text(), strength(fault.fault())))
                    .withTime("for", fault.lasts());
        } else if (act instanceof Act.Perform<?> operation) {
            Group more = new Group();
            if (operation.operation() instanceof Operation.Failover failover) {
                more.withName("to", failover.to());
            } else if (operation.operation() instanceof Operation.RestoreProof proof) {
                more.withName("on", proof.on());
            }
            return group.with(
                            operation.operation().kind().word(),
                            hit(operation.aim().text(), more))
                    .withTime("within", operation.within());
        }
        Act.Gate gate = (Act.Gate) act;
        return group.with("wait-for", ProbeLine.of(gate.probe()).braced()).with("within", gate.within());
    }

    private static String hit(String aim, Group more) {
        Group of = new Group().with("of", Words.text(aim)).and(more);
        return more.braced().equals("{}") ? Words.text(aim) : of.braced();
    }

    private static Group strength(Fault<?> fault) {
        Group group = new Group();
        if (fault instanceof Fault.LinkLoss loss) {
            return group.with("lost", Words.share(loss.lost()));
        } else if (fault instanceof Fault.LinkLatency late) {
            return group.with("extra", late.extra()).withTime("jitter", delay(late.jitter()));
        } else if (fault instanceof Fault.LinkBandwidth narrow) {
            return group.with("limit", Words.bandwidth(narrow.limit()));
        } else if (fault instanceof Fault.UpsBatteryFault battery) {
            return group.with("holds", Words.share(battery.holds()));
        } else if (fault instanceof Fault.SlowDisk slow) {
            return group.with("extra", slow.extra());
        } else if (fault instanceof Fault.SilentCorruption corruption) {
            return group.with("amount", Words.bytes(corruption.amount()));
        } else if (fault instanceof Fault.PoolFull full) {
            return group.with("to", Words.share(full.to()));
        } else if (fault instanceof Fault.MemoryPressure memory) {
            return group.with("to", Words.share(memory.to()));
        } else if (fault instanceof Fault.CpuPressure cpu) {
            return group.with("to", Words.share(cpu.to()));
        } else if (fault instanceof Fault.ClockSkew clock) {
            return group.with("by", clock.by());
        } else if (fault instanceof Fault.DatasetDeleted deleted) {
            return group.with("snapshots", String.valueOf(deleted.snapshots()));
        } else if (fault instanceof Fault.FilesEncrypted encrypted) {
            return group.with("files", Words.share(encrypted.files()));
        } else if (fault instanceof Fault.SiteLost lost) {
            return group.with("destroyed", String.valueOf(lost.destroyed()));
        }
        return group;
    }
}
