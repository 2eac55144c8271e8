package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
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
     * Some hours of a week, each as one window, the first once more before: it warms caches up.
     *
     * @param hours of the week, at least one
     */
    record SomeHours(double windowMillis, List<Integer> hours) implements Rates {

        public SomeHours {
            hours = List.copyOf(hours);
        }

        private List<Double> weights(Stream stream) {
            double[] factors = Week.factors(stream.when());
            List<Double> weights = new ArrayList<>();
            weights.add(factors[hours.get(0)]);
            hours.forEach(hour -> weights.add(factors[hour]));
            return weights;
        }

        @Override
        public Pattern pattern(Stream stream) {
            return factor(stream) == 0 ? Pattern.EVEN : Pattern.of((hours.size() + 1) * windowMillis, weights(stream));
        }

        @Override
        public double factor(Stream stream) {
            return weights(stream).stream().mapToDouble(it -> it).average().orElse(0);
        }
    }

    /**
     * Always the mean of the week.
     *
     * @param times today's load
     */
    record Mean(double times) implements Rates {

        @Override
        public Pattern pattern(Stream stream) {
            return Pattern.EVEN;
        }

        @Override
        public double factor(Stream stream) {
            return times;
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
