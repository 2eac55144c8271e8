package org.rackdrill.live.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

/** What tests of real sandboxes share: they skip themselves where there can be none, and take everything away again. */
final class OnThisMachine {
    /** Nobody waits, nobody stops. */
    static final Steps QUIET = new Steps() {
        @Override
        public void begin(String title) {}

        @Override
        public void at(double share) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };

    private OnThisMachine() {}

    /** Skips the test, with the one line that says what to install, where there can be no sandbox. */
    static void sandboxesArePossible() {
        try {
            Requirements.root("rackdrill");
            Requirements.check(Tree.CACHE, Sandbox.HOME, true);
        } catch (Impossible e) {
            abort(e.sentence());
        }
    }
}
