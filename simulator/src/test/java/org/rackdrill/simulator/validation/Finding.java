package org.rackdrill.simulator.validation;

/**
 * A known number beside the simulated one.
 *
 * @param half half-width of the simulator's interval at 99 %
 * @param years that were simulated
 */
record Finding(Case of, long seed, double simulated, double half, double years) {

    /** Rounding in sums of many numbers; a lab without luck has no other error. */
    private static final double ROUNDING = 1e-9;

    boolean holds() {
        return Math.abs(simulated - of.expected()) <= half + ROUNDING * Math.abs(of.expected());
    }

    /** Returns the half-width relative to the small number. */
    double relative() {
        return half / of.quantity().small(of.expected());
    }

    @Override
    public String toString() {
        return "%s, seed %d: expected %.9g, simulated %.9g +- %.3g (%.2f %%), off by %.2f standard errors"
                .formatted(
                        of,
                        seed,
                        of.expected(),
                        simulated,
                        half,
                        relative() * 100,
                        (simulated - of.expected()) / half * Quantity.Z99);
    }
}
