package org.rackdrill.model.quantity;

/**
 * A part of a whole: a probability, an availability, an efficiency.
 *
 * @param fraction from 0 to 1, so that 99.9 % is 0.999
 */
public record Share(double fraction) implements Quantity {

    public Share {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 % and 100 %, not at " + fraction * 100 + " %");
        }
    }

    @Override
    public double amount() {
        return fraction;
    }
}
