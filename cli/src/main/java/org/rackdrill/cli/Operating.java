package org.rackdrill.cli;

import java.util.function.BooleanSupplier;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.operating.Audit;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.cli.operating.Work;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.model.lab.PoolRef;

/** What the commands below {@code rackdrill ops} have in common. */
final class Operating {
    private Operating() {}

    /** Does what changes something. */
    static int of(Surroundings surroundings, OperatingOptions options, String what, Work.Pass pass) {
        return work(surroundings, options, what, true, pass);
    }

    /** Does what changes nothing that anybody would miss. */
    static int harmless(Surroundings surroundings, OperatingOptions options, String what, Work.Pass pass) {
        return work(surroundings, options, what, false, pass);
    }

    private static int work(
            Surroundings surroundings, OperatingOptions options, String what, boolean changes, Work.Pass pass) {
        surroundings.interruption().heed();
        BooleanSupplier stop = surroundings.interruption()::requested;
        try (Ground ground = ground(surroundings, options, changes)) {
            return new Work(surroundings.terminal(), surroundings.clock(), stop)
                    .run(what, ground, options, pass)
                    .code();
        }
    }

    static int audit(Surroundings surroundings, OperatingOptions options) {
        try (Ground ground = ground(surroundings, options, false)) {
            Audit audit = Audit.of(ground, () -> surroundings.clock().instant().getEpochSecond());
            if (options.json()) {
                surroundings.terminal().out().document(audit.json());
            } else {
                audit.print(surroundings.terminal().out());
            }
            return audit.code().code();
        }
    }

    private static Ground ground(Surroundings surroundings, OperatingOptions options, boolean changes) {
        return options.ground(
                new LabDesk(surroundings.directory(), surroundings.terminal().err()), changes);
    }

    /** Returns a pool that is written as node/pool. */
    static PoolRef pool(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new Refusal(ExitCode.USAGE, "'" + text + "' is no pool; write it as node/pool, like node1/tank.");
        }
        return new PoolRef(text.substring(0, slash), text.substring(slash + 1));
    }
}
