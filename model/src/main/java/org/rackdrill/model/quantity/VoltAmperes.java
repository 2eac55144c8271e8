package org.rackdrill.model.quantity;

/**
 * Apparent power.
 *
 * @param voltAmperes not negative
 */
public record VoltAmperes(double voltAmperes) implements Quantity {

    public VoltAmperes {
        if (!(voltAmperes >= 0)) {
            throw new IllegalArgumentException("VoltAmperes cannot be " + voltAmperes);
        }
    }

    @Override
    public double amount() {
        return voltAmperes;
    }
}
