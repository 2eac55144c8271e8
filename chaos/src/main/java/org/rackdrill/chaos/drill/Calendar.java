package org.rackdrill.chaos.drill;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.model.lab.Service.Hours;

/**
 * When a drill may start, in the local time of the lab's first site.
 *
 * @param every how often it should be run; none: when somebody wants it
 * @param hours of the day in which it may start; none: at any hour
 * @param days of the week on which it may start; never empty
 * @param notOn days on which it does not
 * @param notWhile what it waits for
 */
public record Calendar(
        Optional<Duration> every, Optional<Hours> hours, Set<DayOfWeek> days, List<Days> notOn, Set<Busy> notWhile) {

    public Calendar {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        notOn = List.copyOf(notOn);
        notWhile = Collections.unmodifiableSet(new TreeSet<>(notWhile));
    }

    /** Days from the first to the last, both included. */
    public record Days(LocalDate first, LocalDate last) {
        /** Returns whether a day is one of them. */
        public boolean contain(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** What may be going on in a lab. */
    public enum Busy {
        SCRUB,
        RESILVER,
        BACKUP,
        SYNC,
        UPS_CHARGING,
        /** Somebody uses one of the services that the drill may touch. */
        PEOPLE
    }
}
