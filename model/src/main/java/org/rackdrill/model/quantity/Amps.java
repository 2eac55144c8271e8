package org.rackdrill.model.quantity;

/**
 * Electric current.
 *
 * @param amperes not negative
 */
public record Amps(double amperes) implements Quantity {

    public Amps {
        if (!(amperes >= 0)) {
            throw new IllegalArgumentException("Amps cannot be " + amperes);
        }
    }

    @Override
    public double amount() {
        return amperes;
    }
}
