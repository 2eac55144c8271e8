package org.rackdrill.simulator.history;

import java.util.Arrays;

/**
 * The hours that causes took from services in one history, where they took any: service by service, causes in ascending
 * order.
 *
 * @param ends where the hours of each service end, and those of the next one begin
 * @param causes that took them
 */
record Charged(int[] ends, int[] causes, double[] hours) {

    int from(int service) {
        return service == 0 ? 0 : ends[service - 1];
    }

    int until(int service) {
        return ends[service];
    }

    /** Returns the hours that a cause took from a service. */
    double of(int service, int cause) {
        int i = Arrays.binarySearch(causes, from(service), until(service), cause);
        return i < 0 ? 0 : hours[i];
    }
}
