package org.rackdrill.model.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.rackdrill.model.lab.Daily;
import org.rackdrill.model.lab.Line;
import org.rackdrill.model.lab.Processor;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.lab.Urgency;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Cores;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.quantity.VoltAmperes;
import org.rackdrill.model.quantity.Volts;
import org.rackdrill.model.quantity.Watts;

/**
 * How values of one type are written.
 *
 * @param kind what it is, with its article
 * @param examples well-formed texts
 * @param pattern a regular expression that every well-formed text matches, without anchors
 * @param parse throws {@link BadText}
 * @param typical the amount that a range refers to, in the base unit of {@code scale}
 * @param scale the units of a range; none: this value is exact, or money, whose currency is its unit
 */
public record ValueText<T>(
        String kind,
        List<String> examples,
        String pattern,
        Function<String, T> parse,
        Function<T, String> format,
        ToDoubleFunction<T> typical,
        Optional<Scale> scale) {

    private static final int MOST_PARTS = 10_000;

    public static final ValueText<Life> LIFE = new ValueText<>(
            "a life or a time",
            LifeText.EXAMPLES,
            "(about every|usually|afr|never|[a-z]+\\(|\\d).*",
            LifeText::parse,
            LifeText::format,
            LifeText::typicalHours,
            Optional.of(Scale.TIME));

    public static final ValueText<Share> SHARE = new ValueText<>(
            "a percentage",
            List.of("99.9%", "5%"),
            Scale.PERCENT.pattern(),
            ValueText::share,
            share -> Scale.PERCENT.format(share.fraction()),
            Share::fraction,
            Optional.of(Scale.PERCENT));

    public static final ValueText<Watts> WATTS = measured(Scale.POWER, Watts::new);
    public static final ValueText<VoltAmperes> VOLT_AMPERES = measured(Scale.APPARENT_POWER, VoltAmperes::new);
    public static final ValueText<Volts> VOLTS = measured(Scale.TENSION, Volts::new);
    public static final ValueText<Amps> AMPS = measured(Scale.CURRENT, Amps::new);
    public static final ValueText<Bytes> BYTES = measured(Scale.DATA, Bytes::new);
    public static final ValueText<Bandwidth> BANDWIDTH = measured(Scale.RATE, Bandwidth::new);
    public static final ValueText<Iops> IOPS = measured(Scale.OPERATIONS, Iops::new);

    public static final ValueText<Cores> CORES = measured(Scale.COMPUTING, Cores::new);

    public static final ValueText<Processor> PROCESSOR = new ValueText<>(
            "what processors a computer has",
            List.of("8 cores, 16 threads", "4 cores"),
            Processor.PATTERN,
            Processor::parse,
            Processor::text,
            processor -> 1,
            Optional.empty());

    public static final ValueText<Money> MONEY = new ValueText<>(
            "a price",
            List.of("240 AUD"),
            PriceText.ONCE.pattern(),
            PriceText.ONCE::parse,
            PriceText.ONCE::format,
            Money::amount,
            Optional.empty());

    public static final ValueText<Integer> COUNT = new ValueText<>(
            "a whole number",
            List.of("2"),
            "\\d+",
            ValueText::count,
            String::valueOf,
            Integer::doubleValue,
            Optional.empty());

    public static final ValueText<Topology> TOPOLOGY = word("a topology", Topology.class);
    public static final ValueText<Line> LINE = word("a line", Line.class);
    public static final ValueText<Daily> DAILY = word("a part of the week", Daily.class);
    public static final ValueText<Urgency> URGENCY = word("an urgency", Urgency.class);

    private static final Map<Class<?>, ValueText<?>> BY_TYPE = Map.ofEntries(
            Map.entry(Life.class, LIFE),
            Map.entry(Share.class, SHARE),
            Map.entry(Watts.class, WATTS),
            Map.entry(VoltAmperes.class, VOLT_AMPERES),
            Map.entry(Amps.class, AMPS),
            Map.entry(Bytes.class, BYTES),
            Map.entry(Bandwidth.class, BANDWIDTH),
            Map.entry(Iops.class, IOPS),
            Map.entry(Cores.class, CORES),
            Map.entry(Processor.class, PROCESSOR),
            Map.entry(Money.class, MONEY),
            Map.entry(Integer.class, COUNT),
            Map.entry(Topology.class, TOPOLOGY),
            Map.entry(Line.class, LINE),
            Map.entry(Daily.class, DAILY),
            Map.entry(Urgency.class, URGENCY));

    /** Returns how values of a trait's type are written; none for a runtime curve, which is a table. */
    @SuppressWarnings("unchecked") // the map's keys are the types of its values
    public static <T> Optional<ValueText<T>> of(Class<T> type) {
        return Optional.ofNullable((ValueText<T>) BY_TYPE.get(type));
    }

    private static <Q extends Quantity> ValueText<Q> measured(Scale scale, DoubleFunction<Q> make) {
        return new ValueText<>(
                scale.kind(),
                List.of(scale.example()),
                scale.pattern(),
                text -> make.apply(scale.parse(text)),
                quantity -> scale.format(quantity.amount()),
                Quantity::amount,
                Optional.of(scale));
    }

    private static Share share(String text) {
        double fraction = Scale.PERCENT.parse(text);
        if (fraction > 1) {
            throw new BadText("`" + text + "` is more than 100%", "Write a share from 0% to 100%.");
        }
        return new Share(fraction);
    }

    private static Integer count(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > MOST_PARTS) {
            throw new BadText("`" + text + "` is not a whole number up to 10,000", "Write it like `2`.");
        }
        return Integer.valueOf(text);
    }

    private static <E extends Enum<E>> ValueText<E> word(String kind, Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        List<String> spelled = List.copyOf(words.keySet());
        return new ValueText<>(
                kind,
                spelled,
                String.join("|", spelled),
                text -> Optional.ofNullable(words.get(text))
                        .orElseThrow(() -> new BadText(
                                "`" + text + "` is not " + kind, "There are " + String.join(", ", spelled) + ".")),
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                constant -> 1,
                Optional.empty());
    }
}
