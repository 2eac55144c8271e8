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
     */
    record Closed(String name, int clients, double thinkMillis, RouteMaker routes) implements Load {

        public Closed {
            Positive.atLeastOne("clients", clients);
            Positive.orZero("thinkMillis", thinkMillis);
        }
    }
}
