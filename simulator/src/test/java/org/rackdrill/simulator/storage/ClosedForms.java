package org.rackdrill.simulator.storage;

import java.util.Arrays;

/** Answers of queueing theory and of cache theory, by other ways than simulating. */
final class ClosedForms {

    private ClosedForms() {}

    /** The time in an M/M/1 queue that a share of all stay below; the time is exponential. */
    static double quantileOfOneServer(double share, double arrivals, double services) {
        return -Math.log(1 - share) / (services - arrivals);
    }

    /** Erlang's B: the chance to find all channels taken where nobody waits; by the usual recursion. */
    static double blocked(int channels, double offered) {
        double blocked = 1;
        for (int i = 1; i <= channels; i++) {
            blocked = offered * blocked / (i + offered * blocked);
        }
        return blocked;
    }

    /** Erlang's C: the chance to have to wait. */
    static double waits(int channels, double offered) {
        double blocked = blocked(channels, offered);
        return blocked / (1 - offered / channels * (1 - blocked));
    }

    /** The mean wait in an M/G/1 queue (Pollaczek and Khinchine). */
    static double wait(double arrivals, double mean, double variance) {
        return arrivals * (variance + mean * mean) / 2 / (1 - arrivals * mean);
    }

    /** The mean time of a job that forks to two equal M/M/1 queues and joins again (Nelson and Tantawi 1988). */
    static double forkAndJoin(double arrivals, double services) {
        return (12 - arrivals / services) / 8 / (services - arrivals);
    }

    /**
     * A closed network of exponential servers and clients that think, by mean value analysis.
     *
     * @param throughput a second
     * @param seconds the mean time from question to answer
     * @param queues who is at each server in the mean
     */
    record Network(double throughput, double seconds, double[] queues) {

        static Network of(int clients, double think, double... demands) {
            double[] queues = new double[demands.length];
            double throughput = 0;
            double seconds = 0;
            for (int n = 1; n <= clients; n++) {
                double[] times = new double[demands.length];
                for (int i = 0; i < demands.length; i++) {
                    times[i] = demands[i] * (1 + queues[i]);
                }
                seconds = Arrays.stream(times).sum();
                throughput = n / (think + seconds);
                for (int i = 0; i < demands.length; i++) {
                    queues[i] = throughput * times[i];
                }
            }
            return new Network(throughput, seconds, queues);
        }
    }

    /** The share of hits of LRU under independent requests for items of Zipf's popularity (King 1971). */
    static double hits(int items, double exponent, int held) {
        return hits(popularities(items, exponent), new boolean[items], held, 1, 0);
    }

    /** Goes through all orders in which the items held can have been asked for last. */
    private static double hits(double[] chances, boolean[] taken, int left, double chance, double held) {
        if (left == 0) {
            return chance * held;
        }
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            if (!taken[i]) {
                taken[i] = true;
                sum += hits(chances, taken, left - 1, chance * chances[i] / (1 - held), held + chances[i]);
                taken[i] = false;
            }
        }
        return sum;
    }

    /** The same by Che's approximation, which is good for many items: each stays for the same time. */
    static double approximateHits(int items, double exponent, int held) {
        double[] chances = popularities(items, exponent);
        double low = 0;
        double high = 1;
        while (present(chances, high) < held) {
            high *= 2;
        }
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (present(chances, middle) < held) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double stay = low;
        return Arrays.stream(chances).map(p -> p * -Math.expm1(-p * stay)).sum();
    }

    private static double present(double[] chances, double stay) {
        return Arrays.stream(chances).map(p -> -Math.expm1(-p * stay)).sum();
    }

    private static double[] popularities(int items, double exponent) {
        double[] chances = new double[items];
        Arrays.setAll(chances, i -> Math.pow(i + 1.0, -exponent));
        double sum = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(weight -> weight / sum).toArray();
    }
}
