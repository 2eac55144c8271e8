package org.rackdrill.chaos.drill.writing;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;

/** Values as drill files spell them. */
public final class Words {

    private static final double MILLIS_OF_AN_HOUR = 3.6e6;

    /** What YAML and our reader take as it stands, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9./+_-]*( [A-Za-z0-9./+|_-]+)*");

    private static final Pattern OTHER_MEANING = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\x{2028}\\x{2029}\\x{FEFF}]");

    private Words() {}

    /** Returns a time; parts of a millisecond are not written. */
    public static String time(Duration time) {
        if (time.isZero()) {
            return "0 s";
        }
        String text = Scale.TIME.format(time.abs().toMillis() / MILLIS_OF_AN_HOUR);
        return time.isNegative() ? "-" + text : text;
    }

    static String share(Share share) {
        return Scale.PERCENT.format(share.fraction());
    }

    static String bandwidth(Bandwidth bandwidth) {
        return Scale.RATE.format(bandwidth.bytesPerSecond());
    }

    static String bytes(Bytes bytes) {
        return Scale.DATA.format(bytes.count());
    }

    /** Returns a text, in quotes where it could be taken for something else. */
    public static String text(String text) {
        return PLAIN.matcher(text).matches() && !OTHER_MEANING.matcher(text).matches() ? text : quoted(text);
    }

    /** Returns a text in quotes, everything that is not seen written out. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\') {
                quoted.append('\\').appendCodePoint(code);
            } else if (UNSEEN.matcher(Character.toString(code)).matches()) {
                boolean half = code >= 0xd800 && code <= 0xdfff;
                quoted.append(String.format(Locale.ROOT, "\\U%08x", half ? 0xfffd : code));
            } else {
                quoted.appendCodePoint(code);
            }
        });
        return quoted.append('"').toString();
    }

    /** Returns a text on one line, as it may stand in a comment; what is not seen becomes a question mark. */
    public static String comment(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }
}
