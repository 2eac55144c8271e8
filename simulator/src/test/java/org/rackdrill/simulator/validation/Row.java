package org.rackdrill.simulator.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A row of the table.
 *
 * @param name of the case, such as {@code O8}
 * @param kind simulation, exact, calculator, prior or folklore
 */
record Row(String name, String kind, List<String> cells) {

    private static final String NONE = "";

    /** A lab, simulated. */
    static Row of(List<Finding> bySeed) {
        Finding first = bySeed.get(0);
        Case of = first.of();
        int decimals = decimals(first.half());
        return new Row(
                of.name(),
                "simulation",
                List.of(
                        of.study() + ", `" + of.service() + "`",
                        of.quantity() + (of.cause().isEmpty() ? "" : " without `" + of.cause() + "`"),
                        of.source(),
                        of.printed(),
                        fixed(of.expected(), decimals + 1),
                        fixed(first.simulated(), decimals),
                        fixed(first.simulated() - first.half(), decimals) + " to "
                                + fixed(first.simulated() + first.half(), decimals),
                        short2(first.years()) + " y",
                        bySeed.stream().map(it -> seed(it.seed(), it.holds())).collect(Collectors.joining(", "))));
    }

    /** Something rare; what is exact needs no seed. */
    static Row ofRare(List<RareCase.Found> bySeed) {
        RareCase.Found first = bySeed.get(0);
        RareCase of = first.of();
        double value = first.rarity().value();
        return new Row(
                of.name(),
                first.exact() ? "exact" : "simulation",
                List.of(
                        of.setting(),
                        of.number(),
                        of.source(),
                        of.printed(),
                        scientific(of.expected(), first.exact() ? 8 : 5),
                        scientific(value, first.exact() ? 8 : 4),
                        first.exact()
                                ? NONE
                                : scientific(value - first.half(), 4) + " to " + scientific(value + first.half(), 4),
                        first.exact() ? NONE : short2(first.rarity().events()) + " events",
                        first.exact()
                                ? NONE
                                : bySeed.stream()
                                        .map(it -> seed(it.seed(), it.holds()))
                                        .collect(Collectors.joining(", "))));
    }

    static Row of(Fact fact) {
        return new Row(
                fact.name(),
                fact.kind().toString(),
                List.of(
                        NONE,
                        fact.what(),
                        fact.source(),
                        fact.printed().contains("E") ? new BigDecimal(fact.printed()).toPlainString() : fact.printed(),
                        scientific(fact.here(), 8),
                        Double.isNaN(fact.ours()) ? NONE : scientific(fact.ours(), 4),
                        NONE,
                        NONE,
                        NONE));
    }

    String text() {
        return "| " + name + " | " + kind + " | " + String.join(" | ", cells) + " |\n";
    }

    /** Returns the number of the case, those without one last. */
    int order() {
        return name.matches("O\\d+") ? Integer.parseInt(name.substring(1)) : Integer.MAX_VALUE;
    }

    private static String seed(long seed, boolean holds) {
        return seed + (holds ? "" : " (misses)");
    }

    /** As many as show the half-width with two digits. */
    private static int decimals(double half) {
        return Math.max(0, 1 + (int) Math.ceil(-Math.log10(half == 0 ? 1e-5 : half)));
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String scientific(double value, int digits) {
        boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%." + (digits - 1) + "e", value));
        return plain
                ? new BigDecimal(rounded)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.format(Locale.ROOT, "%." + (Math.min(digits, 7) - 1) + "e", rounded);
    }

    /** Two digits: what was spent, not a promise. */
    static String short2(double value) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.1e", value));
        return String.format(Locale.ROOT, rounded < 10 ? "%,.1f" : "%,.0f", rounded);
    }
}
