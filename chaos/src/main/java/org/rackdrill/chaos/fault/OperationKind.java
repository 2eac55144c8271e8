package org.rackdrill.chaos.fault;

import static org.rackdrill.chaos.fault.TargetKind.COPY;
import static org.rackdrill.chaos.fault.TargetKind.DISK;
import static org.rackdrill.chaos.fault.TargetKind.NODE;
import static org.rackdrill.chaos.fault.TargetKind.POOL;
import static org.rackdrill.chaos.fault.TargetKind.SERVICE;

import java.util.List;
import java.util.Locale;

/** Every operation there is, under its word in drill files. */
public enum OperationKind {
    FAILOVER(List.of(SERVICE), "the service is started on another node"),
    FAILBACK(List.of(SERVICE), "the service moves back to its first node, with its data"),
    SYNC(List.of(COPY), "the copy is brought up to date now"),
    SCRUB(List.of(POOL), "every block of the pool is read and healed"),
    BACKUP(List.of(COPY), "one more backup is taken into the copy"),
    RESTORE_PROOF(List.of(COPY), "the copy is restored beside the original and compared"),
    REPLACE_DISK(List.of(DISK), "a new disk takes the place, and is resilvered"),
    MAINTENANCE_ON(List.of(NODE), "the guests leave the node"),
    MAINTENANCE_OFF(List.of(NODE), "the node takes guests again"),
    ORDERED_SHUTDOWN(List.of(NODE), "the guests are stopped, then the node"),
    START(List.of(NODE, SERVICE), "what was off is started");

    private final List<TargetKind> targets;
    private final String means;

    OperationKind(List<TargetKind> targets, String means) {
        this.targets = targets;
        this.means = means;
    }

    /** Returns its word in drill files, such as {@code restore-proof}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it works on. */
    public List<TargetKind> targets() {
        return targets;
    }

    /** Returns what is done, as a clause. */
    public String means() {
        return means;
    }
}
