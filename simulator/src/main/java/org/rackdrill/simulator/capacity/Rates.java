package org.rackdrill.simulator.capacity;

import org.rackdrill.simulator.storage.Pattern;

/** How much of each stream comes when. */
sealed interface Rates {

    Pattern pattern(Stream stream);

    /** Returns a factor on the mean rates of a stream. */
    double factor(Stream stream);

    /**
     * A whole week, or every so many hours of it, each as one window.
     *
     * @param step from one hour that is looked at to the next; divides 168. With 7 every hour of the day comes once.
     * @param times today's load
     */
    record WholeWeek(double windowMillis, int step, double times) implements Rates {

        @Override
        public Pattern pattern(Stream stream) {
            return Week.pattern(stream.when(), step, windowMillis);
        }

        int windows() {
            return Week.HOURS / step;
        }

        @Override
        public double factor(Stream stream) {
            double[] factors = Week.factors(stream.when());
            double sum = 0;
            for (int window = 0; window < windows(); window++) {
                sum += factors[window * step];
            }
            return times * sum / windows();
        }
    }

    /**
     * One hour of a week, as long as one likes.
     *
     * @param hour of the week
     * @param times today's load
     */
    record OneHour(int hour, double times) implements Rates {

        @Override
        public Pattern pattern(Stream stream) {
            return Pattern.EVEN;
        }

        @Override
        public double factor(Stream stream) {
            return times * Week.factors(stream.when())[hour];
        }
    }
}
