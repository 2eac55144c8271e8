package org.rackdrill.simulator.storage;

/** Who asks, and when. */
public sealed interface Load {

    /** The name, which its luck hangs on. */
    String name();

    /** What one request of it is made of. */
    RouteMaker routes();

    /**
     * Requests that come at random, whether or not those before are answered (an open loop).
     *
     * @param perSecond how many come in the mean; positive
     * @param pattern how that changes with the hour
     */
    record Open(String name, double perSecond, Pattern pattern, RouteMaker routes) implements Load {

        public Open {
            Positive.number("perSecond", perSecond);
        }

        /** A load that is the same at all hours. */
        public Open(String name, double perSecond, RouteMaker routes) {
            this(name, perSecond, Pattern.EVEN, routes);
        }

        double mostPerSecond() {
            return perSecond * pattern.most();
        }
    }

    /**
     * Clients that each ask, wait for the answer, think for an exponential time, and ask again (a closed loop). Without
     * thinking their number is the queue depth.
     *
     * @param clients at least 1
     * @param thinkMillis the mean; 0 for clients that do not think
     * @param pattern when they are at work at all: not while its factor is 0
     */
    record Closed(String name, int clients, double thinkMillis, Pattern pattern, RouteMaker routes) implements Load {

        public Closed {
            Positive.atLeastOne("clients", clients);
            Positive.orZero("thinkMillis", thinkMillis);
        }

        /** Clients that are always at work. */
        public Closed(String name, int clients, double thinkMillis, RouteMaker routes) {
            this(name, clients, thinkMillis, Pattern.EVEN, routes);
        }
    }

    /**
     * Writes that memory collects and sends to the devices all at once, every so often. While those before are not
     * done, the next ones wait, and go together.
     *
     * @param perSecond how many are collected in the mean; positive
     * @param pattern how that changes with the hour
     * @param everyMillis how often they are sent; positive
     */
    record Bursts(String name, double perSecond, Pattern pattern, double everyMillis, RouteMaker routes)
            implements Load {

        public Bursts {
            Positive.number("perSecond", perSecond);
            Positive.number("everyMillis", everyMillis);
        }

        /** Returns how many are collected in one period that ends at a time, in the mean. */
        double collected(double now) {
            return perSecond * pattern.most() * pattern.shareOfMost(now) * everyMillis / 1000;
        }
    }
}
