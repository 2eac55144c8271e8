package org.rackdrill.reports.json;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.capacity.Likely;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes a record as JSON: keys in declared order, two spaces of indentation, numbers of ten digits. The same record
 * gives the same bytes on every machine and JDK. A number with an interval is two keys, {@code x} and {@code xRange}, and
 * what is missing is null.
 *
 * <p>The streaming half of Jackson is enough for records, and starts 0.2 s sooner than its data binding.
 */
public final class RecordWriter {
    /** Digits that are written: more than any simulation knows, fewer than where the order of additions shows. */
    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    private RecordWriter() {}

    /**
     * Returns the record as UTF-8, ending with a line feed.
     *
     * @throws IllegalArgumentException when a number in it is no number; the message names its key
     */
    public static byte[] bytes(Record record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(new Indented(), out)) {
            write(json, "", record);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String path, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double number) {
            json.writeNumber(rounded(path, number));
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                write(json, path + "[" + i + "]", list.get(i));
            }
            json.writeEndArray();
        } else if (value instanceof Record record) {
            json.writeStartObject();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = component.getName();
                Object part = Components.valueOf(record, component);
                if (Components.isLikely(component)) {
                    likely(json, path + "." + name, name, Components.present(part));
                } else {
                    json.writeName(name);
                    write(json, path + "." + name, Components.present(part));
                }
            }
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName() + " at " + path);
        }
    }

    /** A number stays a number under its own name; its interval stands beside it. */
    private static void likely(JsonGenerator json, String path, String name, @Nullable Object value) {
        json.writeName(name);
        if (value instanceof Likely likely) {
            write(json, path, likely.best());
            json.writeName(name + Components.RANGE);
            json.writeStartObject();
            json.writeName("low");
            write(json, path + ".low", likely.low());
            json.writeName("high");
            write(json, path + ".high", likely.high());
            json.writeEndObject();
        } else {
            json.writeNull();
            json.writeName(name + Components.RANGE);
            json.writeNull();
        }
    }

    /** Never through {@code Double.toString}, whose last digit differs between JDK 17 and 19. */
    private static String rounded(String path, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("results hold " + value + " at " + path.substring(1));
        }
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean plain = digits.signum() == 0 || (digits.precision() - digits.scale() > -5 && digits.scale() > -10);
        return plain ? digits.toPlainString() : digits.toString();
    }

    /** Objects on several lines, arrays on one. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
