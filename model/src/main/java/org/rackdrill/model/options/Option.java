package org.rackdrill.model.options;

import java.util.List;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.Money;

/**
 * One thing that could be bought, or done.
 *
 * @param price what is paid once
 * @param yearly what is paid every year beside electricity
 * @param source where the price comes from; empty when nobody says
 * @param guess whether the price is somebody's guess
 * @param note what else a buyer should know; may be empty
 * @param needs names of options without which this one is nothing
 * @param excludes names of options that cannot be had together with this one
 */
public record Option(
        String name,
        Setting<Money> price,
        Setting<Money> yearly,
        String source,
        boolean guess,
        String note,
        List<String> needs,
        List<String> excludes) {

    public Option {
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
    }
}
