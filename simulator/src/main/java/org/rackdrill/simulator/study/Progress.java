package org.rackdrill.simulator.study;

/** Hears how far a study has come, from any thread, and may end it. */
public interface Progress {

    /** A listener that never hurries. */
    Progress SILENT = new Progress() {
        @Override
        public void at(double share) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Called now and then.
     *
     * @param share of the expected work that is done, from 0 to 1, never falling
     */
    void at(double share);

    /** Returns whether to stop at the next history and answer with what there is, marked as partial. */
    boolean cancelled();
}
