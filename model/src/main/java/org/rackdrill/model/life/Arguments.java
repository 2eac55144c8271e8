package org.rackdrill.model.life;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;

/** What stands between the brackets of a distribution; each argument is taken once. */
final class Arguments {

    private static final int MOST = 1000;

    private final String whole;
    private final List<String> left;

    private Arguments(String whole, List<String> left) {
        this.whole = shortened(whole);
        this.left = left;
    }

    static Arguments of(String whole, String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                throw unbalanced(whole);
            }
            if (c == ',' && depth == 0) {
                parts.add(inside.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (depth != 0 || parts.size() >= MOST) {
            throw unbalanced(whole);
        }
        parts.add(inside.substring(start).strip());
        return new Arguments(whole, parts);
    }

    /** Takes the argument that starts with a word. */
    String take(String word) {
        for (String part : left) {
            if (part.startsWith(word + " ")) {
                left.remove(part);
                return part.substring(word.length()).strip();
            }
        }
        throw new BadText("`" + whole + "` lacks `" + word + "`", "Add `" + word + " ...` between the brackets.");
    }

    String only() {
        if (left.size() != 1) {
            throw new BadText("`" + whole + "` takes exactly one time", "Write it like `exp(8 y)`.");
        }
        return left.remove(0);
    }

    /** Takes everything that is left as times in hours. */
    List<Double> times() {
        List<Double> times = left.stream().map(Scale.TIME::parse).toList();
        left.clear();
        return times;
    }

    double positiveTime(String word) {
        double hours = Scale.TIME.parse(take(word));
        if (hours == 0) {
            throw new BadText("the " + word + " of `" + whole + "` is 0", "Write a time above 0.");
        }
        return hours;
    }

    double timeOrZero(String word) {
        return left.stream().anyMatch(part -> part.startsWith(word + " ")) ? Scale.TIME.parse(take(word)) : 0;
    }

    /** Takes a bare number between two bounds. */
    double number(String word, double low, double high) {
        String text = take(word);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadText(
                    "the " + word + " `" + shortened(text) + "` is not a bare number", "Write it like `1.5`.");
        }
        if (!(number >= low && number <= high)) {
            throw new BadText(
                    "the " + word + " of `" + whole + "` must lie between " + plain(low) + " and " + plain(high),
                    "Write it like `1.5`.");
        }
        return number;
    }

    void noneLeft() {
        if (!left.isEmpty()) {
            throw new BadText(
                    "`" + whole + "` has one argument too many: `" + shortened(left.get(0)) + "`", "Leave it out.");
        }
    }

    static String plain(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }

    private static BadText unbalanced(String whole) {
        return new BadText("the brackets of `" + shortened(whole) + "` do not match", "Write it like `exp(8 y)`.");
    }
}
