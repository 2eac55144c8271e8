package org.rackdrill.chaos.simulated;

import java.time.LocalDateTime;
import java.util.Optional;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.simulator.compiled.Hours;

/**
 * When a drill starts in the simulator: at the first moment that its calendar allows, from ten o'clock on a certain
 * Tuesday on, so that the same drill always starts at the same time.
 *
 * @param date the local time then
 * @param hour the same in hours from a midnight at which the history begins
 */
record Opening(LocalDateTime date, double hour) {

    private static final LocalDateTime USUAL = LocalDateTime.of(2027, 1, 5, 10, 0);

    /** A calendar that allows no hour within this is one that allows none. */
    private static final int MOST_DAYS = 800;

    /** History before the drill, so that copies have an age and nothing has just begun. */
    private static final int DAYS_BEFORE = 1;

    static Opening of(Optional<Calendar> calendar) {
        LocalDateTime date = USUAL;
        while (calendar.isPresent()
                && !calendar.get().refuses(date).isEmpty()
                && date.isBefore(USUAL.plusDays(MOST_DAYS))) {
            date = date.plusHours(1);
        }
        return new Opening(date, DAYS_BEFORE * Hours.PER_DAY + Hours.of(date.toLocalTime()));
    }
}
