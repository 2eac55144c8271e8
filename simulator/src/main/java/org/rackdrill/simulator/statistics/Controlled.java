package org.rackdrill.simulator.statistics;

/**
 * A mean over few cases, drawn to where it would lie over many by a control whose mean over many is known: the linear
 * control variate of simulation textbooks (Law, Simulation Modeling and Analysis, chapter on variance reduction).
 */
public final class Controlled {

    private final Moments values = new Moments();
    private final Moments controls = new Moments();
    private double products;

    /** Adds a case and its control. */
    public void add(double value, double control) {
        double ofControl = control - controls.mean();
        values.add(value);
        controls.add(control);
        products += ofControl * (value - values.mean());
    }

    public long count() {
        return values.count();
    }

    /**
     * Returns the mean where the control has its true mean.
     *
     * @param controlMean over many cases
     */
    public double mean(double controlMean) {
        return values.mean() - slope() * (controls.mean() - controlMean);
    }

    /**
     * Returns the variance of that mean; of the values alone for fewer than three cases.
     *
     * @param many over how many cases the mean of the control is known
     */
    public double varianceOfMean(long many) {
        long count = values.count();
        if (count < 3) {
            return values.varianceOfMean();
        }
        double left = Math.max(0, values.variance() * (count - 1) - slope() * products) / (count - 2);
        return left / count + slope() * slope() * controls.variance() / Math.max(1, many);
    }

    private double slope() {
        double scatter = controls.variance() * (controls.count() - 1);
        return scatter <= 0 ? 0 : products / scatter;
    }
}
