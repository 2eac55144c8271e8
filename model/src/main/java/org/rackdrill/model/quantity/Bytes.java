package org.rackdrill.model.quantity;

/**
 * An amount of data.
 *
 * @param count not negative
 */
public record Bytes(double count) implements Quantity {

    public Bytes {
        if (!(count >= 0)) {
            throw new IllegalArgumentException("Bytes cannot be " + count);
        }
    }

    @Override
    public double amount() {
        return count;
    }
}
