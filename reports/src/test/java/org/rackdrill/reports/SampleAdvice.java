package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results.Combination;
import org.rackdrill.simulator.study.Results.CostOnce;
import org.rackdrill.simulator.study.Results.Coverage;
import org.rackdrill.simulator.study.Results.DrillPoint;
import org.rackdrill.simulator.study.Results.Drilling;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Improvement;
import org.rackdrill.simulator.study.Results.Seen;
import org.rackdrill.simulator.study.Results.YearOf;

/** Invented drills, combinations and improvements. */
public final class SampleAdvice {
    private static final List<@Nullable Double> INTERVALS = intervals();

    private SampleAdvice() {}

    /**
     * A protection whose downtime falls the more often it is drilled.
     *
     * @param now months between two drills, null for never
     */
    public static Drilling drilling(
            String protection, String label, @Nullable Double now, double never, double monthly, Gain worth) {
        List<DrillPoint> points = new ArrayList<>();
        for (int i = 0; i < INTERVALS.size(); i++) {
            double hours = never + (monthly - never) * i / (INTERVALS.size() - 1.0);
            points.add(new DrillPoint(INTERVALS.get(i), hours, hours * 0.8, hours * 1.3, 0));
        }
        return new Drilling(
                protection,
                label,
                now,
                points,
                worth,
                0.4,
                "immich",
                new Gain(worth.hoursPerYear() * 2, worth.low() * 2, worth.high() * 2),
                "");
    }

    static Drilling failover() {
        return drilling("failover", "failover", 3.0, 17.2, 10.9, new Gain(5.9, 3.1, 9.4));
    }

    static Drilling ups() {
        return drilling("ups", "shutdown by the UPS", 12.0, 11.4, 11.2, new Gain(0.1, -0.2, 0.5));
    }

    static Drilling restore() {
        List<DrillPoint> points = new ArrayList<>();
        double loss = 9e-3;
        for (Double every : INTERVALS) {
            points.add(new DrillPoint(every, 11.3, 9, 14, loss));
            loss /= 1.9;
        }
        return new Drilling("restore", "restores", null, points, new Gain(0, 0, 0), 0, "", new Gain(0, 0, 0), "immich");
    }

    static Drilling ofOnePoint() {
        return new Drilling(
                "alerts",
                "alerts",
                6.0,
                List.of(new DrillPoint(6.0, 3, 3, 3, 0)),
                new Gain(0, 0, 0),
                0,
                "",
                new Gain(0, 0, 0),
                "");
    }

    static List<Coverage> coverage() {
        return List.of(
                new Coverage("failover", "failover of immich", 0.93, 0.85, 0.97),
                new Coverage("alerts", "alerts", 0.991, 0.98, 0.997),
                new Coverage("sync", "sync of tank from node1 to node2", 0.972, 0.93, 0.99));
    }

    static List<Combination> combinations() {
        return List.of(
                new Combination(List.of("the one switch", "you were away"), 0.81, 0.035, 71),
                new Combination(List.of("mains outages", "the battery was still charging"), 0.22, 0.11, 9.4),
                new Combination(List.of("node1 (T630)", "node2 was being patched", "you slept"), 0.05, 0.9, 8.8),
                new Combination(List.of("NBN access", "monitoring was down"), 0.04, 3.2, 14));
    }

    static List<Improvement> improvements() {
        return List.of(
                new Improvement(
                        "a second switch",
                        "network.switches.sw2: {model: generic-switch-1g}",
                        new CostOnce(240, 150, 400, "AUD"),
                        new Gain(1.1, 0.6, 1.9),
                        "jellyfin",
                        new Gain(1.5, 0.8, 2.4),
                        ""),
                new Improvement(
                        "move dns off node1",
                        "services.dns.on: [node2, node3]",
                        new CostOnce(0, 0, 0, "AUD"),
                        new Gain(6.1, 3.9, 9.5),
                        "dns",
                        new Gain(11, 8, 15),
                        ""),
                new Improvement(
                        "memory with ECC in node2",
                        "nodes.node2.ecc: true",
                        new CostOnce(420, 300, 600, "AUD"),
                        new Gain(0, -0.05, 0.06),
                        "",
                        new Gain(0, 0, 0),
                        "no uptime, but wrong data are noticed"),
                new Improvement(
                        "a spare switch in the drawer",
                        "operations.spares: [sw1]",
                        new CostOnce(120, 80, 200, "AUD"),
                        new Gain(0.9, 0.5, 1.6),
                        "jellyfin",
                        new Gain(1.2, 0.6, 2),
                        "somebody has to be at home to plug it in"),
                new Improvement(
                        "somebody who can be called",
                        "operations.helper: neighbour",
                        null,
                        new Gain(2.2, 1.1, 3.6),
                        "immich",
                        new Gain(4, 2, 6),
                        ""));
    }

    static List<YearOf> rising(double hours, int years) {
        List<YearOf> rising = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            double mean = hours * (0.6 + 0.2 * year);
            rising.add(new YearOf(year, mean, mean * 0.85, mean * 1.2, Math.max(0, 0.9 - 0.1 * year)));
        }
        return rising;
    }

    static List<YearOf> flat(double hours, int years) {
        List<YearOf> flat = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            double mean = hours * (1 + 0.03 * (year % 2));
            flat.add(new YearOf(year, mean, mean * 0.6, mean * 1.7, 0.7));
        }
        return flat;
    }

    static List<Seen> audiences(double availability) {
        double down = 1 - availability;
        return List.of(
                new Seen("home", 1 - 0.7 * down),
                new Seen("wired", 1 - 0.6 * down),
                new Seen("remote", Math.max(0, 1 - 2.1 * down)));
    }

    private static List<@Nullable Double> intervals() {
        List<@Nullable Double> intervals = new ArrayList<>();
        intervals.add(null);
        intervals.addAll(List.of(12.0, 6.0, 3.0, 1.0));
        return intervals;
    }
}
