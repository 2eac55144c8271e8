package org.rackdrill.reports.plan;

import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Amount;

/** Money as people say it, in the currency of the lab. */
public record Purse(String currency) {

    /** A code has three letters; whatever else a file says must not widen a table. */
    private static final int LONGEST = 8;

    /** Returns the purse of a plan. */
    public static Purse of(PlanResults results) {
        return new Purse(Named.inSentence(results.currency(), LONGEST));
    }

    /** Returns such as {@code 560 AUD}. */
    public String text(double amount) {
        return number(amount) + "\u00a0" + currency;
    }

    /** Returns such as {@code 560 AUD (430 to 840)}; no range where the price is known. */
    public String withRange(Amount amount) {
        boolean known = number(amount.low()).equals(number(amount.high()));
        return text(amount.amount())
                + (known ? "" : " (" + number(amount.low()) + " to " + number(amount.high()) + ")");
    }

    private static String number(double amount) {
        return Figures.whole(amount);
    }
}
