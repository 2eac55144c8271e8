package org.rackdrill.model.quantity;

/**
 * Electric tension.
 *
 * @param volts not negative
 */
public record Volts(double volts) implements Quantity {

    public Volts {
        if (!(volts >= 0)) {
            throw new IllegalArgumentException("Volts cannot be " + volts);
        }
    }

    @Override
    public double amount() {
        return volts;
    }
}
