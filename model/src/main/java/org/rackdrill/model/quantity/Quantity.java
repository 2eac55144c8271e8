package org.rackdrill.model.quantity;

/** An amount with its unit in its type. */
public sealed interface Quantity permits Amps, Bandwidth, Bytes, Cores, Iops, Money, Share, VoltAmperes, Volts, Watts {

    /** Returns the bare number in the unit that the type is named after (a share is 0..1, a bandwidth is bytes a second). */
    double amount();
}
