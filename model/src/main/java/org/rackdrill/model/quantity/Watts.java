package org.rackdrill.model.quantity;

/**
 * Real power.
 *
 * @param watts not negative
 */
public record Watts(double watts) implements Quantity {

    public Watts {
        if (!(watts >= 0)) {
            throw new IllegalArgumentException("Watts cannot be " + watts);
        }
    }

    @Override
    public double amount() {
        return watts;
    }
}
