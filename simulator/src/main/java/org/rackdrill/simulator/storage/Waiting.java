package org.rackdrill.simulator.storage;

/** Operations that wait at a device, oldest first, in the places that operations have anyway. */
final class Waiting {

    private final Operations operations;
    private int first;
    private int last;
    private int size;

    Waiting(Operations operations) {
        this.operations = operations;
    }

    void clear() {
        first = Operations.NONE;
        last = Operations.NONE;
        size = 0;
    }

    int size() {
        return size;
    }

    /** Returns the one that has waited longest; none when nobody waits. */
    int first() {
        return first;
    }

    void add(int operation) {
        operations.next[operation] = Operations.NONE;
        if (size++ == 0) {
            first = operation;
        } else {
            operations.next[last] = operation;
        }
        last = operation;
    }

    /** Takes out the one that has waited longest; there must be one. */
    int poll() {
        int operation = first;
        remove(operation, Operations.NONE);
        return operation;
    }

    /**
     * Takes one out.
     *
     * @param before the one that waits before it; none when it is the first
     */
    void remove(int operation, int before) {
        size--;
        if (before == Operations.NONE) {
            first = operations.next[operation];
        } else {
            operations.next[before] = operations.next[operation];
        }
        if (operation == last) {
            last = before;
        }
    }
}
