package org.rackdrill.model.life;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;

/** Lives as people write them: {@code about every 8 y}, {@code weibull(shape 1.5, scale 5 y)}. */
public final class LifeText {

    /** The forms that are read, for documentation and completion. */
    public static final List<String> EXAMPLES = List.of(
            "about every 8 y",
            "usually 40 min, sometimes 3 h",
            "afr 1.2%",
            "exp(8 y)",
            "weibull(shape 1.5, scale 5 y)",
            "lognormal(median 40 min, sigma 1)",
            "gamma(shape 2, scale 3 h)",
            "uniform(1 h, 3 h)",
            "fixed(3 d)",
            "empirical(1 h, 2 h, 7 h)",
            "bathtub(early weibull(shape 0.5, scale 60 y), chance 20 y, wear weibull(shape 5, scale 9 y))",
            "never");

    private static final double HOURS_A_YEAR = 8760;
    /** The 95th percentile of the standard normal distribution. */
    private static final double Z95 = 1.6448536269514722;

    private static final int LONGEST_TEXT = 2000;
    private static final Pattern USUALLY = Pattern.compile("usually\\s+(.+?)\\s*,\\s*sometimes\\s+(.+)");
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)");
    private static final String HOW = "Write it like `about every 8 y`, `usually 40 min, sometimes 3 h` or `3 d`.";

    private LifeText() {}

    /**
     * Reads a life.
     *
     * @throws BadText when it is none
     */
    public static Life parse(String written) {
        String text = written.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new BadText("a life of " + text.length() + " characters is too long", HOW);
        }
        if (text.equals("never")) {
            return new Life.Never();
        }
        if (text.startsWith("about every")) {
            return exponential(text.substring("about every".length()));
        }
        if (text.startsWith("afr ")) {
            return annualRate(text.substring("afr ".length()));
        }
        Matcher usually = USUALLY.matcher(text);
        if (usually.matches()) {
            return usually(String.valueOf(usually.group(1)), String.valueOf(usually.group(2)));
        }
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            return call(String.valueOf(call.group(1)), Arguments.of(text, String.valueOf(call.group(2))));
        }
        return new Life.Fixed(bare(text));
    }

    /** Returns the text that reads back as exactly this life. */
    public static String format(Life life) {
        return format(life, Scale.TIME::format);
    }

    /** Returns the life for reading only, its times rounded to what one wants to know. */
    public static String about(Life life) {
        return format(life, LifeText::about);
    }

    /** Nobody counts in months what takes years. */
    private static String about(double hours) {
        return hours < 2 * HOURS_A_YEAR ? Scale.TIME.about(hours) : Scale.TIME.about(hours, "1 y");
    }

    private static String format(Life life, DoubleFunction<String> time) {
        if (life instanceof Life.Exponential e) {
            return "about every " + time.apply(e.meanHours());
        } else if (life instanceof Life.Weibull w) {
            String location = w.locationHours() == 0 ? "" : ", location " + time.apply(w.locationHours());
            return "weibull(shape " + Arguments.plain(w.shape()) + ", scale " + time.apply(w.scaleHours()) + location
                    + ")";
        } else if (life instanceof Life.Lognormal l) {
            return "lognormal(median " + time.apply(l.medianHours()) + ", sigma " + Arguments.plain(l.sigma()) + ")";
        } else if (life instanceof Life.GammaLife g) {
            return "gamma(shape " + Arguments.plain(g.shape()) + ", scale " + time.apply(g.scaleHours()) + ")";
        } else if (life instanceof Life.Uniform u) {
            return "uniform(" + time.apply(u.lowHours()) + ", " + time.apply(u.highHours()) + ")";
        } else if (life instanceof Life.Fixed f) {
            return time.apply(f.hours());
        } else if (life instanceof Life.Empirical e) {
            return e.hours().stream().map(time::apply).collect(Collectors.joining(", ", "empirical(", ")"));
        } else if (life instanceof Life.Bathtub b) {
            return "bathtub(early " + format(b.early(), time) + ", chance "
                    + time.apply(b.chance().meanHours()) + ", wear " + format(b.wear(), time) + ")";
        }
        return "never";
    }

    /** Returns the time in hours that a range in the text refers to: mean, median, scale or the time itself. */
    public static double typicalHours(Life life) {
        if (life instanceof Life.Exponential e) {
            return e.meanHours();
        } else if (life instanceof Life.Weibull w) {
            return w.scaleHours();
        } else if (life instanceof Life.Lognormal l) {
            return l.medianHours();
        } else if (life instanceof Life.GammaLife g) {
            return g.shape() * g.scaleHours();
        } else if (life instanceof Life.Uniform u) {
            return (u.lowHours() + u.highHours()) / 2;
        } else if (life instanceof Life.Fixed f) {
            return f.hours();
        } else if (life instanceof Life.Empirical e) {
            return e.hours().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        } else if (life instanceof Life.Bathtub b) {
            return b.chance().meanHours();
        }
        return Double.POSITIVE_INFINITY;
    }

    private static Life call(String name, Arguments arguments) {
        Life life = switch (name) {
            case "exp" -> exponential(arguments.only());
            case "fixed" -> new Life.Fixed(Scale.TIME.parse(arguments.only()));
            case "weibull" -> weibull(arguments);
            case "lognormal" ->
                new Life.Lognormal(arguments.positiveTime("median"), arguments.number("sigma", 0.001, 5));
            case "gamma" -> new Life.GammaLife(arguments.number("shape", 0.05, 200), arguments.positiveTime("scale"));
            case "uniform" -> uniform(arguments.times());
            case "empirical" -> new Life.Empirical(arguments.times());
            case "bathtub" -> bathtub(arguments);
            default ->
                throw new BadText(
                        "`" + name + "` is no distribution that is known here",
                        "There are exp, weibull, lognormal, gamma, uniform, fixed, empirical and bathtub.");
        };
        arguments.noneLeft();
        return life;
    }

    private static Life.Weibull weibull(Arguments arguments) {
        return new Life.Weibull(
                arguments.number("shape", 0.05, 200),
                arguments.positiveTime("scale"),
                arguments.timeOrZero("location"));
    }

    private static Life uniform(List<Double> bounds) {
        if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
            throw new BadText(
                    "`uniform` takes the smaller time, then the larger", "Write it like `uniform(1 h, 3 h)`.");
        }
        return new Life.Uniform(bounds.get(0), bounds.get(1));
    }

    private static Life bathtub(Arguments arguments) {
        Life.Weibull early = weibullOf(arguments.take("early"));
        Life.Exponential chance = exponential(arguments.take("chance"));
        Life.Weibull wear = weibullOf(arguments.take("wear"));
        if (early.shape() >= 1 || wear.shape() <= 1) {
            throw new BadText(
                    "a bathtub starts with a shape below 1 and ends with a shape above 1",
                    "Write it like `" + EXAMPLES.get(10) + "`.");
        }
        return new Life.Bathtub(early, chance, wear);
    }

    private static Life.Weibull weibullOf(String text) {
        Matcher call = CALL.matcher(text);
        if (call.matches() && "weibull".equals(call.group(1))) {
            Arguments arguments = Arguments.of(text, String.valueOf(call.group(2)));
            Life.Weibull weibull = weibull(arguments);
            arguments.noneLeft();
            return weibull;
        }
        throw new BadText("`" + text + "` is not a Weibull", "Write it like `weibull(shape 0.5, scale 60 y)`.");
    }

    private static Life.Exponential exponential(String text) {
        double mean = Scale.TIME.parse(text);
        if (mean == 0) {
            throw new BadText("`about every" + " " + text.strip() + "` would be all the time", HOW);
        }
        return new Life.Exponential(mean);
    }

    private static Life annualRate(String text) {
        double rate = Scale.PERCENT.parse(text);
        return rate == 0 ? new Life.Never() : new Life.Exponential(HOURS_A_YEAR / rate);
    }

    private static Life usually(String median, String high) {
        double usual = Scale.TIME.parse(median);
        double sometimes = Scale.TIME.parse(high);
        if (!(usual > 0 && sometimes > usual)) {
            throw new BadText(
                    "`sometimes` must be longer than `usually`", "Write it like `usually 40 min, sometimes 3 h`.");
        }
        return new Life.Lognormal(usual, Math.log(sometimes / usual) / Z95);
    }

    private static double bare(String text) {
        if (text.isEmpty() || (!Character.isDigit(text.charAt(0)) && "-+.".indexOf(text.charAt(0)) < 0)) {
            throw new BadText("`" + Arguments.shortened(text) + "` is not a life or a time", HOW);
        }
        return Scale.TIME.parse(text);
    }
}
