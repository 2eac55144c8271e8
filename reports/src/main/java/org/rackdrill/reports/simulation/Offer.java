package org.rackdrill.reports.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.CostOnce;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Improvement;

/** An improvement with its price, as a line of a price list. */
public record Offer(Improvement improvement) {
    /** From what one would do first to what changes no downtime. */
    private enum Kind {
        FREE,
        PRICED,
        OF_UNKNOWN_PRICE,
        UNSEEN
    }

    /** Returns all of them: what costs nothing first, then the cheapest hour, at last what gives no hours back. */
    public static List<Offer> of(Results results) {
        return results.improvements().stream()
                .map(Offer::new)
                .sorted(Comparator.comparing(Offer::kind).thenComparingDouble(Offer::rank))
                .toList();
    }

    /** Returns the cheapest worry to remove: the first line, if it gives anything back for sure. */
    public static Optional<Offer> first(Results results) {
        return of(results).stream().findFirst().filter(Offer::helps);
    }

    /** Returns whether even the lower end of its range gives hours back. */
    public boolean helps() {
        return improvement.gain().low() > 0;
    }

    /** Returns whether it takes no money. */
    public boolean free() {
        CostOnce cost = improvement.cost();
        return cost != null && !(cost.high() > 0);
    }

    /** Returns the price, such as {@code about 240 AUD}. */
    public String price() {
        CostOnce cost = improvement.cost();
        if (cost == null) {
            return "price unknown";
        }
        String currency = "\u00a0" + Named.inSentence(cost.currency());
        return free() ? "0" + currency : Figures.about(cost.amount(), 2) + currency;
    }

    /** Returns the hours given back a year, or that none were seen. */
    public String back() {
        Gain gain = improvement.gain();
        if (helps()) {
            return Hours.text(gain.hoursPerYear(), gain.low(), gain.high()) + " a year";
        }
        if (gain.high() < 0) {
            return "\u2212" + Hours.text(-gain.hoursPerYear(), -gain.high(), -gain.low()) + " a year";
        }
        return "nothing that the simulation sees";
    }

    /** Returns such as {@code move DNS off the NUC: 0 AUD, 6 h a year}. */
    public String sentence() {
        return Named.inSentence(improvement.what()) + ": " + price() + ", " + back();
    }

    private Kind kind() {
        if (!helps()) {
            return Kind.UNSEEN;
        }
        if (free()) {
            return Kind.FREE;
        }
        return improvement.cost() == null ? Kind.OF_UNKNOWN_PRICE : Kind.PRICED;
    }

    private double rank() {
        CostOnce cost = improvement.cost();
        double hours = improvement.gain().hoursPerYear();
        return switch (kind()) {
            case FREE, OF_UNKNOWN_PRICE -> -hours;
            case PRICED -> cost == null ? 0 : cost.amount() / hours;
            case UNSEEN -> cost == null ? Double.MAX_VALUE : cost.amount();
        };
    }
}
