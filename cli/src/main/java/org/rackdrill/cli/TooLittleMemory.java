package org.rackdrill.cli;

import org.jspecify.annotations.Nullable;

/** The machine gave Java less memory than the question takes. */
final class TooLittleMemory {
    static final String SENTENCE = "not enough memory; RACKDRILL_OPTS=-Xmx2g gives it more.";

    private TooLittleMemory() {}

    /** Returns whether a failure comes from it; a class that could not be loaded for want of memory says so by its cause. */
    static boolean isWhy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }
}
