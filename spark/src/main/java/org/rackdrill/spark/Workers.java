package org.rackdrill.spark;

import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;

/** Who works for an application at the moment. */
final class Workers {

    private final JavaSparkContext context;

    Workers(JavaSparkContext context) {
        this.context = context;
    }

    /** Returns whether nobody does. */
    boolean none() {
        // The application itself counts as one of those that hold data.
        return !context.isLocal() && context.sc().getExecutorMemoryStatus().size() < 2;
    }

    static void lookAgainIn(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
