package org.rackdrill.model.reading;

import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Meant;

/** Amounts for each year, month, week or day. */
final class Growth {

    /** Bytes added, as bytes a year. */
    static final Form<Bytes> FORM = Forms.text(
            "a growth", Scale.DATA.pattern() + " ?/ ?(y|month|week|d)", Growth::bytes, "200 GiB/y", "5 GB/month");

    private Growth() {}

    private static Bytes bytes(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say in what time", "Write it like `200 GiB/y`.");
        }
        return new Bytes(Scale.DATA.parse(text.substring(0, slash))
                * timesAYear(text.substring(slash + 1).strip()));
    }

    /** Returns how often a unit of time fits into a year. */
    static double timesAYear(String unit) {
        return 8760 / Scale.TIME.parse("1 " + unit);
    }
}
