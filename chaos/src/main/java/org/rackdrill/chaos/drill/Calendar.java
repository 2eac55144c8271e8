package org.rackdrill.chaos.drill;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    /** Returns why a drill may not start at a local time, as a clause; empty when it may. */
    public String refuses(LocalDateTime now) {
        if (notOn.stream().anyMatch(period -> period.contain(now.toLocalDate()))) {
            return now.toLocalDate() + " is a day on which it does not start";
        }
        LocalDate day = now.toLocalDate();
        if (hours.isPresent()) {
            LocalTime from = hours.get().from();
            LocalTime to = hours.get().to();
            LocalTime time = now.toLocalTime();
            boolean wraps = from.isAfter(to);
            boolean early = time.isBefore(to);
            boolean late = !time.isBefore(from);
            if (wraps ? !early && !late : !early || !late) {
                return "it starts between " + from + " and " + to + ", and it is " + time.truncatedTo(MINUTES);
            }
            // A night belongs to the day on which it begins.
            day = wraps && early ? day.minusDays(1) : day;
        }
        return days.contains(day.getDayOfWeek()) ? "" : "it does not start on a " + name(day.getDayOfWeek());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
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
        PEOPLE;

        /** Returns its word in drill files, such as {@code ups-charging}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
