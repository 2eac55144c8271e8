package org.rackdrill.reports.simulation;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;

/**
 * Things of a kind that are so many that nobody reads about all of them: a page shows the first, and says how many others
 * there are and where.
 */
final class Crowd {
    /** A list of up to so many things is shown whole. Our estimate of what somebody scrolls through. */
    private static final int MOST = 100;

    /** Of a longer list so many are shown. Our estimate of what somebody reads. */
    private static final int SHOWN = 50;

    private Crowd() {}

    /** Returns whether so many things are too many to be shown whole. */
    static boolean is(int many) {
        return many > MOST;
    }

    /** Returns what is shown of a list that has the most interesting first. */
    static <T> List<T> shown(List<T> all) {
        return is(all.size()) ? all.subList(0, SHOWN) : all;
    }

    /** Returns the sentence below a list that is not whole; nothing below one that is. */
    static Element others(List<?> all, String things) {
        return is(all.size())
                ? Section.paragraph("Shown are the first " + SHOWN + " of " + Spoken.count(all.size()) + " " + things
                        + "; results.json has them all.")
                : Element.nothing();
    }
}
