package org.rackdrill.simulator.capacity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lab draws, from what, and what that costs. All of it is at the sockets, what UPS lose included, unless it says
 * otherwise; costs are in the money of the first site and leave out sites that pay in another.
 *
 * @param watts on an ordinary day
 * @param idleWatts when nothing is asked of it
 * @param mostWatts when everything is at full load at once
 * @param heatBtuPerHour what a room must get rid of: all power becomes heat
 * @param consumers what draws power, without what UPS lose
 */
public record PowerAnswer(
        Likely watts,
        Likely idleWatts,
        Likely mostWatts,
        Likely kWhPerMonth,
        Likely kWhPerYear,
        String currency,
        Likely costPerMonth,
        Likely costPerYear,
        Likely heatBtuPerHour,
        List<Draws> consumers,
        List<AtSite> sites,
        List<AtUps> ups) {

    /** What one thing draws. */
    public record Draws(String name, String site, String kind, Likely idleWatts, Likely watts, Likely mostWatts) {}

    /**
     * One socket and what is behind it.
     *
     * @param chargingAmps on an ordinary day while every battery there is charged again
     * @param outletAmps what the socket is rated for
     * @param circuit the breaker behind it; null when the lab file names none
     */
    public record AtSite(
            String name,
            double volts,
            Likely watts,
            Likely mostWatts,
            Likely amps,
            Likely mostAmps,
            Likely chargingAmps,
            double outletAmps,
            @Nullable Circuit circuit,
            Inrush inrush,
            Likely kWhPerYear,
            Likely costPerYear,
            String currency) {}

    /**
     * A circuit breaker.
     *
     * @param amps its rating
     * @param sharedAmps what the rest of the household on it draws, all at once
     * @param withAllAmps the lab on an ordinary day, and the rest of the household at once
     * @param bearsAmps what it bears for ever; it trips within an hour at {@code tripsAmps}
     */
    public record Circuit(
            double amps, String curve, double sharedAmps, Likely withAllAmps, double bearsAmps, double tripsAmps) {}

    /**
     * The first half wave when power returns, as a breaker's magnet feels it; what hangs on an inverter of its own does not
     * reach it.
     *
     * @param nodes what is switched on together
     * @param amps the sum of them
     * @param bearsAmps below which no breaker's magnet of this make trips; null when no breaker is described
     * @param steps an order in which it is borne; empty when one step is enough or no order helps
     */
    public record Inrush(
            List<String> nodes, Likely amps, @Nullable Double bearsAmps, List<Step> steps) {}

    /** What may be switched on together. */
    public record Step(List<String> nodes, double amps) {}

    /**
     * One UPS.
     *
     * @param batteryLeft what its battery's age leaves of the runtime
     * @param shutdownMinutes the runtime left at which nodes stop in order; null when nobody tells them
     * @param loads empty when nothing hangs on it
     */
    public record AtUps(
            String name,
            String site,
            String label,
            double wattLimit,
            double voltAmpereLimit,
            double batteryAgeYears,
            Likely batteryLeft,
            @Nullable Double shutdownMinutes,
            List<Load> loads) {

        /** Returns the load on an ordinary day; none when nothing hangs on it. */
        public Optional<Load> usual() {
            return loads.stream().filter(load -> load.at().equals("usual")).findFirst();
        }
    }

    /**
     * A load of a UPS.
     *
     * @param at idle, usual, most, or without and the name of a UPS that has failed
     * @param share of what it may carry, by watts or volt-amperes, whichever is nearer
     * @param minutes on battery, with the battery as old as it is; 0 when it is overloaded
     */
    public record Load(String at, Likely watts, Likely voltAmperes, Likely share, Likely minutes) {}
}
