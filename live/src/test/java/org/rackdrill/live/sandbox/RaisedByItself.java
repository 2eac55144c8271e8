package org.rackdrill.live.sandbox;

/** A process of its own that raises a sandbox, so that it can be killed. */
final class RaisedByItself {
    private RaisedByItself() {}

    public static void main(String[] args) {
        Raising.raise(args[0], "", OnThisMachine.QUIET);
    }
}
