package org.rackdrill.model.lab;

import java.util.Optional;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Volts;

/**
 * A place with one mains feed. The first site of a lab is home: its people are the home audience.
 *
 * @param region the name of the region whose storms it shares
 * @param mains outages and dips of the public grid here
 * @param outlet rated current of the socket that the rack hangs on
 * @param breaker the circuit breaker behind the socket
 * @param electricity the price of one kilowatt hour
 */
public record Site(
        String name,
        Optional<String> region,
        Part mains,
        Outlet outlet,
        Optional<Breaker> breaker,
        Setting<Money> electricity) {

    /** A wall socket. */
    public record Outlet(Volts volts, Amps amps) {}

    /**
     * A circuit breaker.
     *
     * @param amps rated current
     * @param curve when its magnet trips
     * @param sharedWatts what else of the household hangs on it, all of it switched on together
     */
    public record Breaker(Amps amps, Curve curve, double sharedWatts) {}

    /** When a breaker trips at once, in multiples of its rated current (IEC 60898-1). */
    public enum Curve {
        /** 3 to 5 times. */
        B,
        /** 5 to 10 times. */
        C
    }
}
