package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rackdrill.simulator.study.Results.FamilyYear;
import org.rackdrill.simulator.study.Results.Outage;

/** Invented years. */
final class SampleYears {
    private static final List<String> ALL = List.of("internet", "jellyfin", "immich");

    private SampleYears() {}

    /** Hours down at 0 %, 1 %, ... of years that are a lognormal with the given mean; one in eight has none. */
    static List<Double> quantiles(double mean) {
        List<Double> quantiles = new ArrayList<>();
        double sigma = 0.9;
        double median = mean / Math.exp(sigma * sigma / 2);
        for (int i = 0; i <= 100; i++) {
            double p = Math.min(0.998, Math.max(0, (i - 12) / 88.0));
            quantiles.add(p <= 0 ? 0 : median * Math.exp(sigma * normalQuantile(Math.max(p, 0.002))));
        }
        return quantiles;
    }

    static FamilyYear typical() {
        List<Outage> outages = new ArrayList<>();
        add(outages, ALL, 31, 3.0, 0.6, "patching", "U");
        add(outages, List.of("internet"), 88, 19.2, 3.4, "NBN access", "N");
        add(outages, ALL, 120, 3.0, 0.7, "patching", "U");
        add(outages, List.of("immich"), 187, 20.1, 12.2, "waiting for you", "H");
        add(outages, List.of("internet"), 240, 9, 1.1, "NBN access", "N");
        add(outages, ALL, 300, 2.0, 1.2, "mains outages", "P");
        return new FamilyYear("typical", ALL, outages, 2, 1);
    }

    static FamilyYear bad() {
        List<Outage> outages = new ArrayList<>();
        add(outages, ALL, 20, 14.5, 6, "mains outages", "P");
        add(outages, ALL, 64, 18.2, 31, "the one switch", "S");
        add(outages, ALL, 101, 3, 0.7, "patching", "U");
        add(outages, List.of("immich"), 150, 19, 44, "waiting for you", "H");
        add(outages, List.of("internet"), 171, 8, 9, "NBN access", "N");
        add(outages, List.of("internet"), 204, 17, 14, "NBN access", "N");
        add(outages, ALL, 240, 21, 3, "mains outages", "P");
        add(outages, List.of("jellyfin"), 266, 19.5, 4, "node2 (Ryzen, no ECC)", "M");
        add(outages, List.of("internet"), 333, 16, 22, "NBN access", "N");
        return new FamilyYear("bad", ALL, outages, 9, 5);
    }

    static FamilyYear crowded(String kind, int n, long seed) {
        Random random = new Random(seed);
        List<Outage> outages = new ArrayList<>();
        String[][] causes = {
            {"VMs that hang", "V"}, {"the NUC", "N"}, {"mains outages", "P"}, {"apt update by hand", "U"}
        };
        for (int i = 0; i < n; i++) {
            String[] cause = causes[random.nextInt(10) < 7 ? 0 : random.nextInt(4)];
            add(
                    outages,
                    ALL,
                    random.nextInt(365),
                    random.nextInt(24),
                    -Math.log(1 - random.nextDouble()) * 3,
                    cause[0],
                    cause[1]);
        }
        return new FamilyYear(kind, ALL, outages, n / 3, n / 20);
    }

    private static void add(
            List<Outage> outages,
            List<String> services,
            int day,
            double hour,
            double hours,
            String cause,
            String letter) {
        for (String service : services) {
            outages.add(new Outage(service, day * 24 + hour, hours, cause, letter));
        }
    }

    /** Close enough for a sample. */
    private static double normalQuantile(double p) {
        return 4.91 * (Math.pow(p, 0.14) - Math.pow(1 - p, 0.14));
    }
}
