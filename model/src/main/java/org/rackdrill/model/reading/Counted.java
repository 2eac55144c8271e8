package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Meant;

/**
 * So many of some.
 *
 * @param total how many there are
 * @param names who they are; empty when only their number is said
 */
record Counted(int needed, int total, List<String> names) {

    private static final Pattern OF_SOME_NUMBER = Pattern.compile("(\\d{1,6}) +of +(\\d{1,6})");
    private static final Pattern OF_SOME_NAMES = Pattern.compile("(\\d{1,6}) +of +\\[([^\\[\\]]*)]");

    /** {@code 1 of 2}. */
    static final Form<Counted> OF_NUMBER =
            Forms.text("so many of so many", "\\d+ +of +\\d+", Counted::ofNumber, "1 of 2");

    /** {@code 1 of [a, b]}. */
    static final Form<Counted> OF_NAMES =
            Forms.text("so many of some", "\\d+ +of +\\[.*\\]", Counted::ofNames, "1 of [pihole1, pihole2]");

    private static Counted ofNumber(String text) {
        Matcher matcher = OF_SOME_NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say how many of how many", "Write it like `1 of 2`.");
        }
        return new Counted(number(matcher, 1), number(matcher, 2), List.of());
    }

    private static Counted ofNames(String text) {
        Matcher matcher = OF_SOME_NAMES.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say how many of which", "Write it like `1 of [a, b]`.");
        }
        List<String> names = new ArrayList<>();
        for (String name : String.valueOf(matcher.group(2)).split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return new Counted(number(matcher, 1), names.size(), List.copyOf(names));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(String.valueOf(matcher.group(group)));
    }
}
