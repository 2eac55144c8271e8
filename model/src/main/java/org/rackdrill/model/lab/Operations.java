package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;

/**
 * How the lab is run.
 *
 * @param changes how often something is changed on purpose, and how often that goes wrong
 * @param patching how often nodes are updated with a reboot
 * @param protections how each protection fails unseen; empty: they always work
 * @param drills how often each protection is rehearsed
 * @param mistakes how often a person does the named wrong thing
 * @param dataRisks how data are harmed by people, attackers and memory
 * @param transfers how much copies have to carry, and how fast
 * @param takes how long it takes to notice things, and to do them by hand or by a drill
 * @param spares parts in the drawer, by catalogue name
 * @param automation the service that runs the scheduled jobs
 * @param catchUp whether jobs that it missed run as soon as it is back
 */
public record Operations(
        Operator operator,
        Optional<Changes> changes,
        Optional<Patching> patching,
        Map<Protection, Part> protections,
        Map<Protection, Duration> drills,
        Map<String, Setting<Life>> mistakes,
        Part dataRisks,
        Part transfers,
        Part takes,
        Map<String, Integer> spares,
        Optional<String> automation,
        boolean catchUp) {

    public Operations {
        protections = ordered(protections);
        drills = ordered(drills);
        mistakes = ordered(mistakes);
        spares = ordered(spares);
    }

    /** Returns the same operations with one protection rehearsed so often; none: never. */
    public Operations drilling(Protection protection, Optional<Duration> every) {
        Map<Protection, Duration> changed = new LinkedHashMap<>(drills);
        changed.remove(protection);
        every.ifPresent(interval -> changed.put(protection, interval));
        return new Operations(
                operator,
                changes,
                patching,
                protections,
                changed,
                mistakes,
                dataRisks,
                transfers,
                takes,
                spares,
                automation,
                catchUp);
    }

    /** Keeps the order of the file, so that two runs go through it in the same order. */
    private static <K, T> Map<K, T> ordered(Map<K, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * The person who repairs things.
     *
     * @param noticesBy the service that raises the alarm; none: somebody complains
     * @param noticesAfter from the alarm's cause to a person who knows, awake and with working monitoring
     * @param noticesWithout the same when monitoring is down or missing
     * @param asleep hours in which nothing is noticed, unless an alarm wakes
     * @param wokenBy what gets the person out of bed
     * @param falseAlarms between two alarms about one watched service that has nothing
     * @param awayPerYear time a year away from home, when hands-on work waits
     * @param handsOn a repair, once the person is there with the part
     * @param software a repair that needs no hands on metal
     * @param wrongDisk the chance that a healthy disk is pulled in place of the broken one
     * @param travel time to each site that is not home
     */
    public record Operator(
            Optional<String> noticesBy,
            Setting<Life> noticesAfter,
            Setting<Life> noticesWithout,
            Optional<Service.Hours> asleep,
            WokenBy wokenBy,
            Setting<Life> falseAlarms,
            Duration awayPerYear,
            Setting<Duration> tripLasts,
            Setting<Life> handsOn,
            Setting<Life> software,
            Setting<Share> wrongDisk,
            List<Travel> travel) {}

    /** What gets a person out of bed. */
    public enum WokenBy {
        /** The telephone is silent at night; alarms wait for the morning. */
        NOTHING,
        /** Every alarm rings, and whoever is woken gets up and works. */
        ALARMS
    }

    /** The way to a site, one way. */
    public record Travel(String site, Setting<Life> takes) {}

    /** Changes made on purpose. */
    public record Changes(Setting<Life> every, Setting<Share> goesWrong) {}

    /**
     * Updates with a reboot.
     *
     * @param rolling one node after the other, guests moved away first where they can
     */
    public record Patching(Duration every, boolean rolling) {}
}
