package org.rackdrill.model.reading.form;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Service.Hours;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.yaml.Tree;

/** The values that lab files are made of. */
public final class Forms {

    private static final Map<String, Double> NAMED_SCHEDULES =
            Map.of("hourly", 1.0, "daily", 24.0, "weekly", 168.0, "monthly", 730.0, "yearly", 8760.0);
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d\\d) ?- ?(\\d{1,2}):(\\d\\d)");
    private static final double MOST_HOURS = 8760.0 * 10_000;
    private static final double OLDEST_HOURS = 8760.0 * 100;

    private Forms() {}

    /** Any text on one line. */
    public static final Form<String> TEXT = new TextForm<>("a text", "", List.of(), Forms::line);

    /** The name of something else in the lab. */
    public static final Form<String> NAME = new TextForm<>("a name", "", List.of(), String::strip);

    /** True or false. */
    public static final Form<Boolean> FLAG = new Form<>() {
        private final TextForm<Boolean> text = new TextForm<>("true or false", "", List.of("true"), Forms::flag);

        @Override
        public Optional<Boolean> read(Tree tree, Notes notes) {
            return text.read(tree, notes);
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "boolean");
        }
    };

    /** A length of time that is known. */
    public static final Form<Duration> DURATION = text("a time", Scale.TIME.pattern(), Forms::duration, "3 h", "7 d");

    /** How old something is. */
    public static final Form<Duration> AGE = text("an age", Scale.TIME.pattern(), Forms::age, "3 y", "18 months");

    /** How often something is done. */
    public static final Form<Duration> SCHEDULE = text(
            "how often",
            "every " + Scale.TIME.pattern() + "|" + Scale.TIME.pattern() + "|hourly|daily|weekly|monthly|yearly",
            Forms::schedule,
            "every 15 min",
            "monthly");

    /** How often something is done that takes people or machines some time. */
    public static final Form<Duration> RARE_SCHEDULE = text(
            "how often",
            "every " + Scale.TIME.pattern() + "|" + Scale.TIME.pattern() + "|daily|weekly|monthly|yearly",
            Forms::rareSchedule,
            "every 1 month",
            "monthly");

    /** A schedule, or {@code never}. */
    public static final Form<Optional<Duration>> SCHEDULE_OR_NEVER = text(
            "how often",
            "never|every " + Scale.TIME.pattern() + "|" + Scale.TIME.pattern() + "|hourly|daily|weekly|monthly|yearly",
            value -> value.equals("never") ? Optional.<Duration>empty() : Optional.of(schedule(value)),
            "every 1 month",
            "never");

    /** Hours of the day. */
    public static final Form<Hours> HOURS_OF_DAY =
            text("hours of the day", HOURS.pattern(), Forms::hours, "22:00-07:00");

    /** Returns a text with its own parser. */
    public static <T> Form<T> text(
            String what, String pattern, java.util.function.Function<String, T> parse, String... examples) {
        return new TextForm<>(what, pattern, List.of(examples), value -> parse.apply(value.strip()));
    }

    /** Returns a value that has a text form and no range. */
    public static <T> Form<T> exact(ValueText<T> value) {
        return new TextForm<>(value.kind(), value.pattern(), value.examples(), value.parse());
    }

    /** Returns the value of a trait with its range. */
    public static <T> Form<Setting<T>> setting(Trait<T> trait) {
        return new SettingForm<>(trait, UNTIL.contains(trait.key()));
    }

    /** Returns a duration that luck decides, with its range. */
    public static Form<Setting<Life>> lasts(String key) {
        return new SettingForm<>(new Trait<>(key, Life.class, ""), false);
    }

    /** Returns the time between two of something that luck decides, with its range. */
    public static Form<Setting<Life>> between(String key) {
        return new SettingForm<>(new Trait<>(key, Life.class, ""), true);
    }

    private static final List<String> UNTIL = List.of(
            "fails",
            "wears-out",
            "crashes",
            "psu-fails",
            "psu-wears-out",
            "boot-disk-fails",
            "controller-fails",
            "latent-errors",
            "dips",
            "decays");

    /** Returns a whole number between two bounds. */
    public static Form<Integer> whole(int low, int high) {
        return new Form<>() {
            @Override
            public Optional<Integer> read(Tree tree, Notes notes) {
                return new TextForm<>(
                                "a whole number", "", List.of(String.valueOf(low)), text -> count(text, low, high))
                        .read(tree, notes);
            }

            @Override
            public Map<String, Object> schema() {
                return Json.object("type", "integer", "minimum", low, "maximum", high);
            }
        };
    }

    /** Returns one of some words, spelled like the constants of an enum with dashes. */
    public static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()), Map.of());
    }

    /**
     * Returns one of some words.
     *
     * @param others what people also call them, which is proposed, not read
     */
    public static <E extends Enum<E>> Form<E> choice(List<E> constants, Map<String, E> others) {
        return new Choice<>(constants, others);
    }

    /** Returns an enum's constant as files spell it. */
    public static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns hours as a duration. */
    public static Duration hoursOf(double hours) {
        return Duration.ofMillis(Math.round(hours * 3.6e6));
    }

    private static String line(String text) {
        if (text.length() > 500) {
            throw new BadText("a text of " + text.length() + " characters is too long", "Write up to 500.");
        }
        return text.strip();
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                throw new BadText("`" + Meant.shortened(text) + "` is not true or false", "Write `true` or `false`.");
        };
    }

    private static Integer count(String text, int low, int high) {
        if (!text.matches("-?\\d{1,9}")) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a whole number", "Write it like `" + low + "`.");
        }
        int number = Integer.parseInt(text);
        if (number < low || number > high) {
            throw new BadText("`" + text + "` is out of bounds", "Write a number from " + low + " to " + high + ".");
        }
        return number;
    }

    private static Duration age(String text) {
        Duration age = duration(text);
        if (age.compareTo(hoursOf(OLDEST_HOURS)) > 0) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is older than any computer",
                    "Write how long it has run at the start, like `3 y`.");
        }
        return age;
    }

    private static Duration duration(String text) {
        double hours = Scale.TIME.parse(text);
        if (hours > MOST_HOURS) {
            throw new BadText("`" + text + "` is longer than 10,000 years", "Write a shorter time.");
        }
        return hoursOf(hours);
    }

    private static Duration schedule(String text) {
        Double named = NAMED_SCHEDULES.get(text);
        if (named != null) {
            return hoursOf(named);
        }
        Duration every = duration(text.startsWith("every ") ? text.substring("every ".length()) : text);
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new BadText("`" + text + "` is too often", "Write it like `every 15 min`.");
        }
        return every;
    }

    private static Duration rareSchedule(String text) {
        Duration every = schedule(text);
        if (every.compareTo(Duration.ofHours(1)) < 0) {
            throw new BadText("`" + text + "` is too often", "Write it like `every 1 month`.");
        }
        return every;
    }

    /**
     * Reads hours of the day.
     *
     * @throws BadText when they are none
     */
    public static Hours hours(String text) {
        Matcher matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` are not hours of the day", "Write them like `22:00-07:00`.");
        }
        LocalTime from = time(matcher, 1, text);
        LocalTime to = time(matcher, 3, text);
        if (from.equals(to)) {
            throw new BadText("`" + text + "` starts and ends at the same time", "Write them like `22:00-07:00`.");
        }
        return new Hours(from, to);
    }

    private static LocalTime time(Matcher matcher, int group, String text) {
        int hour = Integer.parseInt(String.valueOf(matcher.group(group)));
        int minute = Integer.parseInt(String.valueOf(matcher.group(group + 1)));
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) {
            throw new BadText("`" + text + "` is not a time of day", "Write hours from 00:00 to 24:00.");
        }
        return LocalTime.of(hour % 24, minute);
    }

    /** One of some words. */
    private record Choice<E extends Enum<E>>(List<E> constants, Map<String, E> others) implements Form<E> {

        @Override
        public Optional<E> read(Tree tree, Notes notes) {
            String all = String.join(", ", words());
            if (!(tree instanceof Tree.Text text)) {
                notes.error(tree.place(), "here should stand one word", "There are " + all + ".");
                return Optional.empty();
            }
            String word = text.value().strip();
            for (E constant : constants) {
                if (spelled(constant).equals(word)) {
                    return Optional.of(constant);
                }
            }
            E other = others.get(word.toLowerCase(Locale.ROOT));
            String fix = (other == null ? Meant.among(words(), word, notes) : Optional.of(spelled(other)))
                    .map(likely -> "Did you mean `" + likely + "`?")
                    .orElse("There are " + all + ".");
            notes.error(text.place(), "unknown word `" + Meant.shortened(word) + "`", fix);
            return Optional.empty();
        }

        private List<String> words() {
            return constants.stream().map(Forms::spelled).toList();
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "enum", words());
        }
    }
}
