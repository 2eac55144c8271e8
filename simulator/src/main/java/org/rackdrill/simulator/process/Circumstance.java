package org.rackdrill.simulator.process;

/** What is no cause of downtime by itself, and makes it last. */
public enum Circumstance {
    /** Hands were needed, and their owner was on a trip. */
    AWAY("while you were away"),
    /** The alarm or the work came at night. */
    ASLEEP("while you slept"),
    /** Other repairs came first. */
    BUSY("while you were busy with other repairs"),
    /** Nobody was told, because what raises the alarm was down itself. */
    UNWATCHED("while monitoring was down"),
    /** There is a drawer for such a part, and it was empty. */
    NO_SPARE("with no spare left in the drawer"),
    /** A battery had to carry its load again before it was full. */
    RECHARGING("with the battery still charging from the time before");

    private final String label;

    Circumstance(String label) {
        this.label = label;
    }

    /** Returns what a person would call it, after the name of the cause. */
    public String label() {
        return label;
    }
}
