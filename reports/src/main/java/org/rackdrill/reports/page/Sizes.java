package org.rackdrill.reports.page;

import java.util.List;

/** Amounts of data in the unit that a person would choose for them. */
public final class Sizes {
    private static final List<String> DECIMAL = List.of("B", "KB", "MB", "GB", "TB", "PB");
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final double THOUSAND = 1000;
    private static final double KIBI = 1024;

    private Sizes() {}

    /** Returns an amount as disks are sold: {@code 12 TB}. */
    public static String text(double bytes) {
        return text(bytes, THOUSAND, DECIMAL);
    }

    /** Returns an amount as memory is sold: {@code 16 GiB}. */
    public static String memory(double bytes) {
        return text(bytes, KIBI, BINARY);
    }

    private static String text(double bytes, double step, List<String> units) {
        int unit = 0;
        double size = Math.abs(bytes);
        while (size >= step && unit < units.size() - 1) {
            size /= step;
            unit++;
        }
        return Figures.about(bytes < 0 ? -size : size, 3) + Figures.NARROW + units.get(unit);
    }
}
