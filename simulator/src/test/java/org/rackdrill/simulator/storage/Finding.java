package org.rackdrill.simulator.storage;

/** A known number beside the simulated one. */
record Finding(Setting setting, Known known, long seed, Estimate simulated) {

    private static final double LEVEL = 0.99;

    /** Rounding in sums of many numbers; some settings have no luck. */
    private static final double ROUNDING = 1e-9;

    double half() {
        return simulated.halfWidth(LEVEL);
    }

    boolean holds() {
        return Math.abs(simulated.mean() - known.computed()) <= half() + ROUNDING * known.computed();
    }

    /** Returns the half-width relative to the number. */
    double relative() {
        return half() / known.computed();
    }

    @Override
    public String toString() {
        return "%s, %s, seed %d: expected %.9g, simulated %.9g +- %.3g (%.2f %%), off by %.2f half-widths"
                .formatted(
                        setting,
                        known.what(),
                        seed,
                        known.computed(),
                        simulated.mean(),
                        half(),
                        relative() * 100,
                        (simulated.mean() - known.computed()) / half());
    }
}
