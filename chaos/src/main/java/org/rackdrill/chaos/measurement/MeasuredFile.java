package org.rackdrill.chaos.measurement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.yaml.Place;

/** A file of measurements, whose format is told by what is in it. */
public final class MeasuredFile {

    /** Documents are held whole; tables are not, and may be of any size. */
    private static final int MOST_JSON = 64 << 20;

    private static final int HEAD = 16_384;

    private static final Pattern IOSTAT = Pattern.compile("(?m)^Device:?\\s.*\\br/s\\b");
    private static final Pattern ZPOOL_IOSTAT =
            Pattern.compile("(?m)^(?:pool\\s+alloc\\s+free\\b|\\S+(?:\\t[\\d.]+[KMGTPE]?){6}(?:\\t|$))");

    private static final Pattern ZPOOL_STATUS = Pattern.compile("(?m)^\\s*pool: \\S+\\s*$");

    private static final int MOST_COLUMNS = 1000;

    private MeasuredFile() {}

    /** The formats that are known. */
    public enum Format {
        FIO("fio's JSON"),
        IOSTAT_JSON("iostat's JSON"),
        IOSTAT("iostat"),
        ZPOOL_IOSTAT("zpool iostat"),
        SMART("smartctl's JSON"),
        ZPOOL_STATUS("zpool status"),
        DRIVE_DAYS("a table of drives by day"),
        KUMA("heartbeats of Uptime Kuma");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        /** Returns what people call it. */
        public String words() {
            return words;
        }
    }

    /**
     * What was found in a file.
     *
     * @param measurements never empty
     */
    public record Contents(Format format, List<Measurement> measurements) {
        public Contents {
            measurements = List.copyOf(measurements);
        }
    }

    /**
     * Reads a file; nothing when it is of no format that is known.
     *
     * @param file as problems should call it
     * @throws Unusable when it is of a known format, and not as it should be
     */
    public static Optional<Contents> read(String file, InputStream in) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in, HEAD);
        stream.mark(HEAD);
        byte[] start = stream.readNBytes(HEAD);
        stream.reset();
        refuseOtherEncodings(file, start);
        String head = new String(start, StandardCharsets.UTF_8);
        Optional<Format> format = format(file, head);
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contents(format.get(), read(format.get(), file, stream)));
    }

    private static List<Measurement> read(Format format, String file, InputStream in) throws IOException {
        return switch (format) {
            case FIO -> FioJson.read(file, whole(file, in));
            case IOSTAT_JSON -> IostatJson.read(file, whole(file, in));
            case IOSTAT -> IostatText.read(new Lines(file, in));
            case ZPOOL_IOSTAT -> ZpoolIostat.read(new Lines(file, in));
            case SMART -> SmartJson.read(file, whole(file, in));
            case ZPOOL_STATUS -> ZpoolStatus.read(new Lines(file, in));
            case DRIVE_DAYS -> DriveDaysCsv.read(new Lines(file, in));
            case KUMA -> Kuma.read(new Lines(file, in));
        };
    }

    private static Optional<Format> format(String file, String head) {
        if (head.contains("\"fio version\"")) {
            return Optional.of(Format.FIO);
        }
        if (head.stripLeading().startsWith("{")) {
            if (head.contains("\"monitorList\"")) {
                throw new Unusable(
                        file,
                        Place.START,
                        "this backup of Uptime Kuma holds settings and no heartbeats",
                        "Export the table `heartbeat`, see docs/calibration.md.");
            }
            return head.contains("\"sysstat\"")
                    ? Optional.of(Format.IOSTAT_JSON)
                    : head.contains("\"smartctl\"") ? Optional.of(Format.SMART) : Optional.empty();
        }
        return IOSTAT.matcher(head).find() ? Optional.of(Format.IOSTAT) : table(head);
    }

    private static Optional<Format> table(String head) {
        if (ZPOOL_IOSTAT.matcher(head).find()) {
            return Optional.of(Format.ZPOOL_IOSTAT);
        }
        if (ZPOOL_STATUS.matcher(head).find()) {
            return Optional.of(Format.ZPOOL_STATUS);
        }
        List<String> columns = CsvRow.cells(head.lines().findFirst().orElse(""), MOST_COLUMNS);
        if (columns.contains("model") && columns.contains("failure")) {
            return Optional.of(Format.DRIVE_DAYS);
        }
        boolean named = columns.contains("monitor") || columns.contains("name") || columns.contains("monitor_id");
        return named && columns.contains("status") && columns.contains("time")
                ? Optional.of(Format.KUMA)
                : Optional.empty();
    }

    /** What a shell of Windows writes into a file, say. */
    private static void refuseOtherEncodings(String file, byte[] start) {
        boolean utf16 = start.length > 1
                && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe
                && start[0] < 0
                && start[1] < 0;
        if (utf16) {
            throw new Unusable(file, Place.START, "it is written in UTF-16", "Save it as UTF-8.");
        }
    }

    private static byte[] whole(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_JSON + 1);
        if (bytes.length > MOST_JSON) {
            throw new Unusable(file, Place.START, "it is larger than 64 MiB", "Give a shorter record.");
        }
        return bytes;
    }
}
