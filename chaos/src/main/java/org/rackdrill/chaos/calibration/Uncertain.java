package org.rackdrill.chaos.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.reading.Explained;
import org.rackdrill.simulator.compiled.Parameters;
import org.rackdrill.simulator.statistics.Durations;
import org.rackdrill.simulator.statistics.EventRate;

/** The times of a lab that are not known exactly, and what becomes of them when events are counted and durations measured. */
final class Uncertain {

    private static final double HOURS_A_YEAR = 8760;
    private static final double HOURS_A_DAY = 24;
    private static final double TAIL = 0.05;

    /** As many measured durations outweigh what the file says of how far they scatter. */
    private static final double SCATTER_SEEN = 6;

    /** What stands in a file is read again, so that digits beyond these only look exact. */
    private static final MathContext DIGITS = new MathContext(3);

    private final List<Value> values;

    Uncertain(Lab lab, List<Explained> explained) {
        Parameters parameters = new SimulatedLab(lab, "").compiled().parameters();
        values = IntStream.range(1, parameters.count())
                .mapToObj(number -> Value.of(number, parameters.get(number), explained))
                .toList();
    }

    /** Returns the value at one of some paths; nothing when it is known exactly, or there is none. */
    Optional<Value> at(Predicate<String> path) {
        return values.stream().filter(it -> it.paths().stream().anyMatch(path)).findFirst();
    }

    /**
     * Returns what a time between events becomes when events are counted.
     *
     * @param paths of the things that were watched, for which it is written
     * @return nothing when these events do not come at random, as with age
     */
    static Optional<Moved> counted(Value value, Collection<String> paths, double events, double years, String from) {
        String text = value.parameter().text();
        if (!(LifeText.parse(text) instanceof Life.Exponential life)) {
            return Optional.empty();
        }
        double best = HOURS_A_YEAR / life.meanHours();
        var range = value.parameter().range();
        EventRate after =
                EventRate.of(best, best / range.high(), best / range.low()).seen(events, years);
        double now = after.quantile(0.5);
        double low = after.quantile(TAIL);
        double high = after.quantile(1 - TAIL);
        String written = text.startsWith("afr ")
                ? "afr " + percent(now) + " (" + percent(low) + " - " + percent(high) + ")"
                : "about every " + time(now) + " (" + time(high) + " - " + time(low) + ")";
        String was = text.startsWith("afr ")
                ? text + " (" + percent(best / range.high()) + " - " + percent(best / range.low()) + ")"
                : text + " (" + time(best / range.low()) + " - " + time(best / range.high()) + ")";
        return Optional.of(new Moved(
                List.copyOf(paths),
                was,
                written,
                Optional.of(now / best),
                from + ", where " + digits(best * years) + " were to be expected"));
    }

    /**
     * Returns what a duration becomes when some were measured.
     *
     * @return nothing when it is not lognormal
     */
    static Optional<Moved> timed(Value value, Collection<String> paths, List<Double> hours, String from) {
        if (!(LifeText.parse(value.parameter().text()) instanceof Life.Lognormal life) || hours.isEmpty()) {
            return Optional.empty();
        }
        var range = value.parameter().range();
        Durations after = Durations.of(life.medianHours(), life.sigma(), range.low(), range.high(), SCATTER_SEEN);
        for (double one : hours) {
            after = after.seen(one);
        }
        double factor = after.median() / life.medianHours();
        String now = Value.lognormal(after.median(), after.sigma(), after.factor(TAIL), after.factor(1 - TAIL));
        return Optional.of(new Moved(List.copyOf(paths), value.written(), now, Optional.of(factor), from));
    }

    /** Returns a number to three significant digits. */
    static String digits(double number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String percent(double share) {
        return digits(100 * share) + "%";
    }

    private static String time(double perYear) {
        double hours = HOURS_A_YEAR / perYear;
        return hours >= HOURS_A_YEAR
                ? digits(1 / perYear) + " y"
                : hours >= HOURS_A_DAY ? digits(hours / HOURS_A_DAY) + " d" : digits(hours) + " h";
    }
}
