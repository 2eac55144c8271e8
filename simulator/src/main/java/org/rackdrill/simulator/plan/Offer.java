package org.rackdrill.simulator.plan;

/**
 * One thing that could be bought, or done.
 *
 * @param price what is paid once
 * @param yearly what is paid every year beside electricity
 * @param source where the price comes from; may be empty
 * @param guess whether the price is somebody's guess
 * @param note what else a buyer should know; may be empty
 */
public record Offer(String name, Price price, Price yearly, String source, boolean guess, String note) {

    /**
     * An amount of money, in the money of the lab.
     *
     * @param low where nine in ten prices lie above
     * @param high where nine in ten prices lie below
     */
    public record Price(double amount, double low, double high) {

        /** Nothing to pay. */
        public static final Price NONE = new Price(0, 0, 0);

        /** Returns the sum; the ends add up as if all prices were off the same way, which is the worst case. */
        Price plus(Price other) {
            return new Price(amount + other.amount, low + other.low, high + other.high);
        }
    }
}
