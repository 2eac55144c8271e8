package org.rackdrill.model.quantity;

/**
 * A data rate.
 *
 * @param bytesPerSecond not negative
 */
public record Bandwidth(double bytesPerSecond) implements Quantity {

    public Bandwidth {
        if (!(bytesPerSecond >= 0)) {
            throw new IllegalArgumentException("Bandwidth cannot be " + bytesPerSecond);
        }
    }

    @Override
    public double amount() {
        return bytesPerSecond;
    }
}
