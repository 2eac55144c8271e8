package org.rackdrill.model.quantity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of one kind of amount: reads {@code 8 TB} into the base unit and writes it back. */
public final class Scale {

    private static final int LONGEST_TEXT = 100;
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)\\s*(.*)");

    private static final List<Unit> DATA_UNITS = List.of(
            Unit.of("B", "1"),
            Unit.of("kB", "1e3", "KB"),
            Unit.of("MB", "1e6"),
            Unit.of("GB", "1e9"),
            Unit.of("TB", "1e12"),
            Unit.of("PB", "1e15"),
            Unit.binary("KiB", 10),
            Unit.binary("MiB", 20),
            Unit.binary("GiB", 30),
            Unit.binary("TiB", 40),
            Unit.binary("PiB", 50));

    /** Bytes. */
    public static final Scale DATA = new Scale("an amount of data", "8 TB", List.of("GB", "TB"), DATA_UNITS);

    /** Bytes a second. */
    public static final Scale RATE = new Scale(
            "a data rate",
            "50 Mbit/s",
            List.of("Mbit/s", "MB/s"),
            Stream.concat(
                            Stream.of(
                                    Unit.part("bit/s", "8"),
                                    Unit.of("kbit/s", "125"),
                                    Unit.of("Mbit/s", "125e3"),
                                    Unit.of("Gbit/s", "125e6")),
                            DATA_UNITS.stream().map(Unit::perSecond))
                    .toList());

    /** Hours; a year is 8,760 of them. */
    public static final Scale TIME = new Scale(
            "a time",
            "3 h",
            List.of("min", "h", "d", "y"),
            List.of(
                    Unit.part("ms", "3600000"),
                    Unit.part("s", "3600", "sec", "second", "seconds"),
                    Unit.part("min", "60", "mins", "minute", "minutes"),
                    Unit.of("h", "1", "hour", "hours"),
                    Unit.of("d", "24", "day", "days"),
                    Unit.of("weeks", "168", "w", "week"),
                    Unit.of("months", "730", "month"),
                    Unit.of("y", "8760", "year", "years")));

    /** Watts. */
    public static final Scale POWER = new Scale(
            "a power",
            "350 W",
            List.of("W"),
            List.of(Unit.part("mW", "1000"), Unit.of("W", "1"), Unit.of("kW", "1e3")));

    /** Volt-amperes. */
    public static final Scale APPARENT_POWER = new Scale(
            "an apparent power", "2000 VA", List.of("VA"), List.of(Unit.of("VA", "1"), Unit.of("kVA", "1e3")));

    /** Volts. */
    public static final Scale TENSION = new Scale("a voltage", "230 V", List.of("V"), List.of(Unit.of("V", "1")));

    /** Amperes. */
    public static final Scale CURRENT =
            new Scale("a current", "10 A", List.of("A"), List.of(Unit.part("mA", "1000"), Unit.of("A", "1")));

    /** Fractions, written in percent; not bounded by 1. */
    public static final Scale PERCENT =
            new Scale("a percentage", "99.9%", List.of("%"), List.of(Unit.part("%", "100")));

    /** Operations a second. */
    public static final Scale OPERATIONS =
            new Scale("operations a second", "150 iops", List.of("iops"), List.of(Unit.of("iops", "1", "IOPS", "/s")));

    /** Processor cores at work. */
    public static final Scale COMPUTING =
            new Scale("a number of cores", "2 cores", List.of("cores"), List.of(Unit.of("cores", "1", "core")));

    private final String kind;
    private final String example;
    private final List<String> usual;
    private final List<Unit> units;
    private final List<Unit> large;

    private Scale(String kind, String example, List<String> usual, List<Unit> units) {
        this.kind = kind;
        this.example = example;
        this.usual = usual;
        this.units = units;
        this.large = units.stream()
                .sorted(Comparator.comparingDouble((Unit unit) -> unit.toBase(BigDecimal.ONE))
                        .reversed())
                .toList();
    }

    /** Returns what it measures, with its article: {@code an amount of data}. */
    public String kind() {
        return kind;
    }

    /** Returns an amount as it should be written. */
    public String example() {
        return example;
    }

    /** Returns the regular expression of a number with one of the units, without anchors. */
    public String pattern() {
        return "(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})? *("
                + units.stream()
                        .flatMap(unit -> Stream.concat(Stream.of(unit.spelling()), unit.alsoRead().stream()))
                        .collect(Collectors.joining("|"))
                + ")";
    }

    /**
     * Reads a number with its unit.
     *
     * @return the amount in the base unit: finite, not negative
     * @throws BadText when it is anything else
     */
    public double parse(String text) {
        String stripped = text.strip();
        Matcher matcher = NUMBER_AND_UNIT.matcher(stripped);
        if (stripped.length() > LONGEST_TEXT || !matcher.matches()) {
            throw new BadText(quote(stripped) + " is not " + kind, "Write it like `" + example + "`.");
        }
        String number = group(matcher, 1);
        Unit unit = unit(number, group(matcher, 2));
        double amount = unit.toBase(new BigDecimal(number));
        if (number.startsWith("-") && amount != 0) {
            throw new BadText(
                    quote(stripped) + " is negative", "Write " + kind + " from 0 up, like `" + example + "`.");
        }
        if (amount > 1e25) {
            throw new BadText(quote(stripped) + " is too large to be " + kind, "Write it like `" + example + "`.");
        }
        return amount + 0.0;
    }

    /** Returns the shortest text that reads back as exactly this amount. */
    public String format(double amount) {
        for (Unit unit : large) {
            double number = unit.fromBase(amount);
            if (number >= 1 && plain(number).length() <= 7 && parse(written(number, unit)) == amount) {
                return written(number, unit);
            }
        }
        return exact(amount);
    }

    /** Returns the amount to three significant digits, in the unit that makes it shortest, for people. */
    public String about(double amount) {
        Unit best = large.get(large.size() - 1);
        int shortest = Integer.MAX_VALUE;
        for (Unit unit : large) {
            double number = unit.fromBase(amount);
            if (number >= 1 && !unit.spelling().contains("iB") && number(number).length() < shortest) {
                best = unit;
                shortest = number(number).length();
            }
        }
        return written(Double.parseDouble(number(best.fromBase(amount))), best);
    }

    /** Returns the amount to three significant digits, in the unit of a text where that stays readable. */
    public String about(double amount, String like) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(like.strip());
        String spelled = matcher.matches() ? group(matcher, 2) : "";
        for (Unit unit : units) {
            double number = unit.fromBase(amount);
            if (unit.spelled(spelled) && number >= 0.01 && number < 1e5) {
                return number(number) + spaceBefore(spelled) + spelled;
            }
        }
        return about(amount);
    }

    /** In a unit of which the base unit is a decimal multiple, every double has a short exact text. */
    private String exact(double amount) {
        Unit base = units.stream()
                .filter(unit -> unit.toBase(BigDecimal.ONE) == 1)
                .findFirst()
                .orElse(units.get(0));
        BigDecimal number =
                new BigDecimal(Double.toString(amount)).multiply(base.over()).stripTrailingZeros();
        String plain = number.toPlainString();
        return (plain.length() <= 24 ? plain : number.toString()) + space(base) + base.spelling();
    }

    private Unit unit(String number, String spelled) {
        if (spelled.isEmpty()) {
            throw new BadText(quote(number) + " has no unit", "Write " + proposals(number) + ".");
        }
        for (Unit unit : units) {
            if (unit.spelled(spelled)) {
                return unit;
            }
        }
        String known = units.stream().map(Unit::spelling).collect(Collectors.joining(", "));
        String fix = meant(spelled)
                .map(unit -> "Did you mean `" + number + space(unit) + unit.spelling() + "`?")
                .orElse("Units are " + known + ".");
        if (spelled.equals("m") && usual.contains("min")) {
            fix = "Write `" + number + " min` or `" + number + " months`.";
        }
        throw new BadText(quote(spelled) + " is not a unit of " + kind, fix);
    }

    /** A share without its unit is most often a fraction: 0.999 means 99.9%. */
    private String proposals(String number) {
        if (usual.equals(List.of("%")) && Double.parseDouble(number) <= 1) {
            return "`" + plain(new BigDecimal(number).movePointRight(2).doubleValue()) + "%`";
        }
        return usual.stream()
                .map(unit -> "`" + number + spaceBefore(unit) + unit + "`")
                .collect(Collectors.joining(" or "));
    }

    private Optional<Unit> meant(String spelled) {
        String lower = spelled.toLowerCase(Locale.ROOT);
        String expanded = lower.endsWith("bps") ? lower.replace("bps", "bit/s") : lower;
        return units.stream()
                .filter(unit -> unit.spelling().toLowerCase(Locale.ROOT).equals(expanded))
                .findFirst();
    }

    private static String group(Matcher matcher, int index) {
        String found = matcher.group(index);
        return found == null ? "" : found.strip();
    }

    private static String written(double number, Unit unit) {
        String singular = unit.spelling().replaceFirst("s$", "");
        boolean one = number == 1 && unit.alsoRead().contains(singular);
        return plain(number) + space(unit) + (one ? singular : unit.spelling());
    }

    private static String space(Unit unit) {
        return spaceBefore(unit.spelling());
    }

    private static String spaceBefore(String unit) {
        return unit.equals("%") ? "" : " ";
    }

    /** Returns a bare number to three significant digits. */
    public static String number(double number) {
        if (number == 0) {
            return "0";
        }
        int digits = 2 - (int) Math.floor(Math.log10(Math.abs(number)));
        double power = Math.pow(10, Math.abs(digits));
        return plain(digits >= 0 ? Math.round(number * power) / power : Math.round(number / power) * power);
    }

    /** Returns a double without exponent where that is short, and without a trailing {@code .0}. */
    private static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        String text = Double.toString(number);
        if (text.indexOf('E') < 0) {
            return text;
        }
        String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
        return plain.length() <= 24 ? plain : text;
    }

    private static String quote(String text) {
        return "`" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "`";
    }
}
