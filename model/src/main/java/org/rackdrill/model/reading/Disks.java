package org.rackdrill.model.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Meant;

/**
 * Some disks of one model.
 *
 * @param size their capacity, when they are described by size and sort
 * @param fields what else is said about them
 */
record Disks(int count, String model, Optional<Bytes> size, String text, Optional<Fields> fields) {

    private static final int MOST = 1000;
    private static final Pattern COUNTED = Pattern.compile("(?:(\\d{1,6}) *[x×*] *)?(\\S.*)");
    private static final Pattern SIZED = Pattern.compile("([\\d.]+ *[A-Za-z]+) +(hdd|ssd|nvme)");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    /** So many of a model, or of a size and sort. */
    static final Form<Disks> FORM = Forms.text(
            "disks",
            "(\\d+ *[x×*] *)?[A-Za-z0-9].*",
            Disks::parse,
            "4 x 8 TB hdd",
            "2 x 1 TB ssd",
            "8 x toshiba-sas-7k2-4tb");

    static Disks parse(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            throw bad(text);
        }
        String number = counted.group(1);
        int count = number == null ? 1 : Integer.parseInt(number);
        if (count < 1 || count > MOST) {
            throw new BadText("a pool of " + count + " disks cannot be", "Write a number from 1 to " + MOST + ".");
        }
        String what = String.valueOf(counted.group(2)).strip();
        Matcher sized = SIZED.matcher(what);
        if (sized.matches()) {
            Bytes size = new Bytes(Scale.DATA.parse(String.valueOf(sized.group(1))));
            String sort = "hdd".equals(sized.group(2)) ? "hdd" : "ssd";
            return new Disks(count, "generic-" + sort, Optional.of(size), text, Optional.empty());
        }
        if (!MODEL.matcher(what).matches()) {
            throw bad(text);
        }
        return new Disks(count, what, Optional.empty(), text, Optional.empty());
    }

    static Disks of(Fields fields) {
        String model = fields.get(PoolKeys.DISK_MODEL).orElse("generic-hdd");
        int count = fields.get(PoolKeys.DISK_COUNT).orElse(1);
        return new Disks(count, model, Optional.empty(), count + " x " + model, Optional.of(fields));
    }

    /** Returns the same with keys, and one more value among them. */
    String spelledOut(String key, String value) {
        String capacity = size.map(it -> "capacity: " + ValueText.BYTES.format().apply(it) + ", ")
                .orElse("");
        return "{count: " + count + ", model: " + model + ", " + capacity + key + ": " + value + "}";
    }

    private static BadText bad(String text) {
        return new BadText(
                "`" + Meant.shortened(text) + "` are no disks",
                "Write them like `4 x 8 TB hdd` or `8 x toshiba-sas-7k2-4tb`.");
    }
}
