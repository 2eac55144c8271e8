package org.rackdrill.model.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Iops;
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
 * @param scale the units of a range; none: this value is exact
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

    public static final ValueText<Integer> COUNT = new ValueText<>(
            "a whole number",
            List.of("2"),
            "\\d+",
            ValueText::count,
            String::valueOf,
            Integer::doubleValue,
            Optional.empty());

    public static final ValueText<Topology> TOPOLOGY = new ValueText<>(
            "a topology",
            topologies(),
            String.join("|", topologies()),
            ValueText::topology,
            ValueText::spelled,
            topology -> 1,
            Optional.empty());

    private static final Map<Class<?>, ValueText<?>> BY_TYPE = Map.of(
            Life.class, LIFE,
            Share.class, SHARE,
            Watts.class, WATTS,
            VoltAmperes.class, VOLT_AMPERES,
            Bytes.class, BYTES,
            Bandwidth.class, BANDWIDTH,
            Iops.class, IOPS,
            Integer.class, COUNT,
            Topology.class, TOPOLOGY);

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

    private static Topology topology(String text) {
        for (Topology topology : Topology.values()) {
            if (spelled(topology).equals(text)) {
                return topology;
            }
        }
        throw new BadText("`" + text + "` is not a topology", "There are " + String.join(", ", topologies()) + ".");
    }

    private static String spelled(Topology topology) {
        return topology.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> topologies() {
        return java.util.Arrays.stream(Topology.values())
                .map(ValueText::spelled)
                .collect(Collectors.toList());
    }
}
