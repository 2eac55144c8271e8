package org.rackdrill.model.quantity;

/**
 * Computing, in processor cores that are at work all the time.
 *
 * @param count not negative
 */
public record Cores(double count) implements Quantity {

    public Cores {
        if (!(count >= 0)) {
            throw new IllegalArgumentException("Cores cannot be " + count);
        }
    }

    @Override
    public double amount() {
        return count;
    }
}
