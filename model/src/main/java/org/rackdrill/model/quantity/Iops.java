package org.rackdrill.model.quantity;

/**
 * Input and output operations a second.
 *
 * @param perSecond not negative
 */
public record Iops(double perSecond) implements Quantity {

    public Iops {
        if (!(perSecond >= 0)) {
            throw new IllegalArgumentException("Iops cannot be " + perSecond);
        }
    }

    @Override
    public double amount() {
        return perSecond;
    }
}
