package org.rackdrill.simulator.rare;

/**
 * One course of things by chance, which can go on from where another one stands. Splitting asks no more of a model than
 * this: no distribution must be of any kind. A course belongs to one thread and is used again.
 */
public interface Course<C extends Course<C>> {

    /**
     * Goes back to the start.
     *
     * @param seed of the luck from now on
     * @param number of the course under this seed: another number is other luck
     */
    void begin(long seed, long number);

    /** Goes to where another course stands; whatever chance has not shown yet is drawn anew from its own luck. */
    void goFrom(C other, long seed, long number);

    /** Lets the next thing happen; returns false when there is none any more, and the course has ended. */
    boolean goesOn();

    /** Returns how near the course is to what is waited for: it may fall again, and may rise by more than one at once. */
    int height();

    /** Returns how much less likely than here the course has been since it set out; 1 where nothing was made likelier. */
    default double weight() {
        return 1;
    }
}
