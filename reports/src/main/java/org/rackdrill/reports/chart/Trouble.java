package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results.Outage;

/**
 * A stretch of a year in which one cause kept something down; services that it hit together are told together.
 *
 * @param from hours since the first of January
 * @param to hours since the first of January
 */
public record Trouble(String cause, String letter, double from, double to, List<String> services) {
    /** Hours in a year. */
    static final double YEAR = 8760;

    private static final int LONGEST_LETTER = 2;

    /** Returns how long it lasted. */
    public double hours() {
        return to - from;
    }

    /** Returns the outages of a year, those of one cause that touch each other as one, in order of time. */
    public static List<Trouble> of(List<Outage> outages) {
        Map<String, List<Outage>> byCause = new LinkedHashMap<>();
        outages.stream()
                .filter(outage -> outage.hours() > 0 && outage.startHour() < YEAR)
                .sorted(Comparator.comparingDouble(Outage::startHour))
                .forEach(outage -> byCause.computeIfAbsent(
                                outage.letter() + "\0" + outage.cause(), k -> new ArrayList<>())
                        .add(outage));
        List<Trouble> all = new ArrayList<>();
        byCause.values().forEach(sameCause -> joinInto(all, sameCause));
        all.sort(Comparator.comparingDouble(Trouble::from));
        return Collections.unmodifiableList(all);
    }

    private static void joinInto(List<Trouble> all, List<Outage> sameCause) {
        Outage first = sameCause.get(0);
        String letter = Spoken.shortened(Named.visible(first.letter()), LONGEST_LETTER);
        double from = first.startHour();
        double to = end(first);
        List<String> services = new ArrayList<>(List.of(first.service()));
        for (Outage outage : sameCause.subList(1, sameCause.size())) {
            if (outage.startHour() > to) {
                all.add(new Trouble(first.cause(), letter, from, to, List.copyOf(services)));
                from = outage.startHour();
                services.clear();
                to = from;
            }
            to = Math.max(to, end(outage));
            if (!services.contains(outage.service())) {
                services.add(outage.service());
            }
        }
        all.add(new Trouble(first.cause(), letter, from, to, List.copyOf(services)));
    }

    private static double end(Outage outage) {
        return Math.min(YEAR, outage.startHour() + outage.hours());
    }
}
