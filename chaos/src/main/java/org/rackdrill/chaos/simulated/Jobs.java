package org.rackdrill.chaos.simulated;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;
import org.rackdrill.simulator.process.Work;

/** The operations of a drill in the simulator. */
final class Jobs {

    private static final Answer RUNNING = new Answer(Answer.Kind.RUNNING, "");

    private final Names names;
    private final Work work;
    private final Map<String, Work.Job> jobs = new HashMap<>();

    Jobs(Twin twin) {
        names = twin.names();
        work = twin.work();
    }

    void begin() {
        jobs.clear();
    }

    Answer perform(String key, Operation<?> operation, Target target) {
        Work.Job job = jobs.get(key);
        if (job == null) {
            job = begin(operation, target);
            jobs.put(key, job);
        }
        Work.Progress progress = job.look();
        if (!progress.refusal().isEmpty()) {
            return Answer.refused(progress.refusal());
        }
        return progress.done() ? Answer.DONE : RUNNING;
    }

    private Work.Job begin(Operation<?> operation, Target target) {
        if (operation instanceof Operation.Failover failover) {
            return work.failover(names.service(target.text()), node(failover.to()));
        } else if (operation instanceof Operation.Failback) {
            return work.failback(names.service(target.text()));
        } else if (operation instanceof Operation.Scrub && target instanceof Target.Pool pool) {
            return work.scrub(names.pool(pool.at()));
        } else if (operation instanceof Operation.ReplaceDisk && target instanceof Target.Disk disk) {
            return work.replaceDisk(names.disk(disk.pool(), disk.number()));
        } else if (target instanceof Target.Copy copy) {
            return ofCopy(operation, names.copy(copy.service(), copy.at()));
        } else if (operation instanceof Operation.Start && target instanceof Target.Service service) {
            return work.startService(names.service(service.name()));
        }
        return ofNode(operation, names.node(target.text()));
    }

    private Work.Job ofCopy(Operation<?> operation, int copy) {
        return operation instanceof Operation.RestoreProof proof
                ? work.restoreProof(copy, node(proof.on()))
                : work.sync(copy);
    }

    private Work.Job ofNode(Operation<?> operation, int node) {
        return switch (operation.kind()) {
            case MAINTENANCE_ON -> work.maintenanceOn(node);
            case MAINTENANCE_OFF -> work.maintenanceOff(node);
            case ORDERED_SHUTDOWN -> work.orderedShutdown(node);
            case START -> work.startNode(node);
            default -> throw new IllegalArgumentException(operation.kind() + " of a node");
        };
    }

    private OptionalInt node(Optional<String> name) {
        return name.map(it -> OptionalInt.of(names.node(it))).orElse(OptionalInt.empty());
    }
}
