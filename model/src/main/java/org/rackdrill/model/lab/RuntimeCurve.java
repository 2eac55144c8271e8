package org.rackdrill.model.lab;

import java.util.List;

/**
 * Minutes that a new and full battery carries a load, as points from small to large load; between the points the
 * logarithms are interpolated, since no single exponent fits a real UPS.
 */
public record RuntimeCurve(List<Point> points) {

    /** One measured point. */
    public record Point(double watts, double minutes) {}

    public RuntimeCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a runtime curve needs at least one point");
        }
    }

    /** Returns the minutes at a load in watts; below and above the points the nearest two are extended. */
    public double minutesAt(double watts) {
        if (watts <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (points.size() == 1) {
            return points.get(0).minutes() * points.get(0).watts() / watts;
        }
        int right = 1;
        while (right < points.size() - 1 && points.get(right).watts() < watts) {
            right++;
        }
        Point a = points.get(right - 1);
        Point b = points.get(right);
        double slope = Math.log(b.minutes() / a.minutes()) / Math.log(b.watts() / a.watts());
        return a.minutes() * Math.pow(watts / a.watts(), slope);
    }
}
