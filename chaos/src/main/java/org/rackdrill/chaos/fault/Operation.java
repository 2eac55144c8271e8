package org.rackdrill.chaos.fault;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * Something that an administrator does. It has no undo: whoever wants the state of before does the opposite.
 *
 * @param <T> what it works on
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Operation<T extends Target> {

    /** Returns which operation it is. */
    OperationKind kind();

    /**
     * Starts a service elsewhere, by hand where the cluster does not.
     *
     * @param to where; none: where the cluster, or the freshest copy, wants it
     */
    record Failover(Optional<String> to) implements Operation<Target.Service> {
        @Override
        public OperationKind kind() {
            return OperationKind.FAILOVER;
        }
    }

    /** Moves a service back to its first node. */
    record Failback() implements Operation<Target.Service> {
        @Override
        public OperationKind kind() {
            return OperationKind.FAILBACK;
        }
    }

    /** Brings a copy up to date. */
    record Sync() implements Operation<Target.Copy> {
        @Override
        public OperationKind kind() {
            return OperationKind.SYNC;
        }
    }

    /** Reads and heals every block. */
    record Scrub() implements Operation<Target.Pool> {
        @Override
        public OperationKind kind() {
            return OperationKind.SCRUB;
        }
    }

    /** Takes one more backup. */
    record Backup() implements Operation<Target.Copy> {
        @Override
        public OperationKind kind() {
            return OperationKind.BACKUP;
        }
    }

    /**
     * Restores a copy beside the original and compares.
     *
     * @param on the node that restores; none: where the copy lies
     */
    record RestoreProof(Optional<String> on) implements Operation<Target.Copy> {
        @Override
        public OperationKind kind() {
            return OperationKind.RESTORE_PROOF;
        }
    }

    /** Puts a new disk in the place of an old one. */
    record ReplaceDisk() implements Operation<Target.Disk> {
        @Override
        public OperationKind kind() {
            return OperationKind.REPLACE_DISK;
        }
    }

    /** Lets the guests leave a node. */
    record MaintenanceOn() implements Operation<Target.Node> {
        @Override
        public OperationKind kind() {
            return OperationKind.MAINTENANCE_ON;
        }
    }

    /** Lets a node take guests again. */
    record MaintenanceOff() implements Operation<Target.Node> {
        @Override
        public OperationKind kind() {
            return OperationKind.MAINTENANCE_OFF;
        }
    }

    /** Stops the guests, then the node. */
    record OrderedShutdown() implements Operation<Target.Node> {
        @Override
        public OperationKind kind() {
            return OperationKind.ORDERED_SHUTDOWN;
        }
    }

    /** Starts what is off. */
    record Start() implements Operation<Target.Startable> {
        @Override
        public OperationKind kind() {
            return OperationKind.START;
        }
    }
}
