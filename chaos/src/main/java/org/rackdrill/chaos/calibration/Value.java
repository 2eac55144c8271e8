package org.rackdrill.chaos.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.Explained;
import org.rackdrill.simulator.compiled.Parameters.Parameter;

/**
 * A value of a lab that is not known exactly, and where it stands in its file. Its score is 0 when the best guess is true
 * and 1.645 at the upper end of its range, as in {@link org.rackdrill.simulator.compiled.Parameters}.
 *
 * @param number of the parameter in the compiled lab
 * @param paths of it as {@code explain} prints them; one of the catalogue may stand for several parts
 * @param life how long it takes; none: it is no time, such as a rate
 */
record Value(int number, Parameter parameter, List<String> paths, Optional<Life> life) {

    /** The 95th percentile of the normal distribution. */
    static final double Z95 = 1.6448536269514722;

    private static final double SMALLEST_FACTOR = 0.01;

    Value {
        paths = List.copyOf(paths);
    }

    static Value of(int number, Parameter parameter, List<Explained> explained) {
        String name = parameter.name().strip();
        String key = name.substring(name.lastIndexOf(' ') + 1);
        boolean inFile = parameter.origin().kind() == Origin.Kind.LAB_FILE;
        List<String> paths = explained.stream()
                .filter(it ->
                        it.origin().equals(parameter.origin()) && it.value().equals(parameter.text()))
                .map(Explained::path)
                .filter(path -> inFile || path.endsWith("." + key))
                .toList();
        return new Value(number, parameter, paths, life(parameter.text()));
    }

    private static Optional<Life> life(String text) {
        try {
            Life life = LifeText.parse(text);
            boolean known =
                    life instanceof Life.Lognormal || life instanceof Life.Uniform || life instanceof Life.Fixed;
            return known ? Optional.of(life) : Optional.empty();
        } catch (BadText notATime) {
            return Optional.empty();
        }
    }

    /** Returns the factor on the best guess that belongs to a score. */
    double factor(double score) {
        Range range = parameter.range();
        return Math.exp(score / Z95 * (score < 0 ? -Math.log(range.low()) : Math.log(range.high())));
    }

    /** Returns it with its range, as it was before. */
    String written() {
        Range range = parameter.range();
        return String.format(Locale.ROOT, "%s (x%.2f - x%.2f)", parameter.text(), range.low(), range.high());
    }

    /** Returns whether the file says the same of another value: the same words about the same property. */
    boolean alike(Value other) {
        return parameter.text().equals(other.parameter.text())
                && parameter.range().equals(other.parameter.range())
                && key().equals(other.key());
    }

    private String key() {
        return paths.isEmpty()
                ? parameter.name()
                : paths.get(0).substring(paths.get(0).lastIndexOf('.') + 1);
    }

    /** Returns the standard deviation of its luck on the scale of its score; 0 when luck has no part in it. */
    double luckInScores() {
        double width = Math.log(parameter.range().high());
        return life.isPresent() && life.get() instanceof Life.Lognormal it && width > 0 ? it.sigma() * Z95 / width : 0;
    }

    /** Returns whether calibration can write it: it is a time, and stands somewhere. */
    boolean writable() {
        return life.isPresent() && !paths.isEmpty();
    }

    /** Returns the value with another spread of luck, and the range that it has. */
    String spread(double times) {
        return written(1, times, parameter.range());
    }

    /**
     * Returns the value as a lab file says it after calibration.
     *
     * @param score what it is believed to be
     * @param deviation how well that is known
     * @param times what luck scatters it, as a factor on what the file said
     */
    String calibrated(double score, double deviation, double times) {
        double best = factor(score);
        double low = Math.min(1 - SMALLEST_FACTOR, factor(score - Z95 * deviation) / best);
        double high = Math.max(1 + SMALLEST_FACTOR, factor(score + Z95 * deviation) / best);
        return written(best, times, new Range(Math.max(SMALLEST_FACTOR, low), high));
    }

    /**
     * Returns a lognormal duration with its range as a lab file says it.
     *
     * @param low the lower end of the range of its median, as a factor
     */
    static String lognormal(double medianHours, double sigma, double low, double high) {
        return String.format(
                Locale.ROOT,
                "%s (x%.2f - x%.2f)",
                usually(medianHours, sigma),
                Math.max(SMALLEST_FACTOR, Math.min(1 - SMALLEST_FACTOR, low)),
                Math.max(1 + SMALLEST_FACTOR, high));
    }

    private static String usually(double median, double sigma) {
        double sometimes = median * Math.exp(Math.max(SMALLEST_FACTOR, sigma) * Z95);
        return "usually " + time(median) + ", sometimes " + time(sometimes);
    }

    private String written(double factor, double spread, Range range) {
        Life it = life.orElseThrow();
        String text;
        if (it instanceof Life.Lognormal lognormal) {
            text = usually(lognormal.medianHours() * factor, lognormal.sigma() * spread);
        } else if (it instanceof Life.Uniform uniform) {
            text = "uniform(" + time(uniform.lowHours() * factor) + ", " + time(uniform.highHours() * factor) + ")";
        } else if (it instanceof Life.Fixed fixed) {
            text = time(fixed.hours() * factor);
        } else {
            throw new IllegalStateException(parameter.name() + " is no duration");
        }
        return String.format(Locale.ROOT, "%s (x%.2f - x%.2f)", text, range.low(), range.high());
    }

    /** Four digits in milliseconds, seconds or minutes. */
    private static String time(double hours) {
        double seconds = hours * 3600;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.0f ms", Math.max(1, seconds * 1000));
        }
        return seconds < 600 ? String.format(Locale.ROOT, "%.1f s", seconds) : Scale.TIME.about(hours);
    }
}
