package org.rackdrill.simulator.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.rackdrill.simulator.ha.HaSetup;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.LockStep;
import org.rackdrill.simulator.ha.MachineRoom;
import org.rackdrill.simulator.ha.Physics;
import org.rackdrill.simulator.ha.Requested;
import org.rackdrill.simulator.ha.ServiceConfig;
import org.rackdrill.simulator.rare.MarkovModel;
import org.rackdrill.simulator.rare.RareEvents;
import org.rackdrill.simulator.statistics.EventRate;
import org.rackdrill.simulator.study.Results;

/** Numbers that need no luck. */
final class Facts {

    private static final String SURVEY = "Chen and others 1994, tables 4 and 5";
    private static final String CEPH = "ceph-tools, reliability model";
    private static final String COPYSETS = "Cidon and others 2013";
    private static final String DRIVES = "Backblaze's counts; exact Poisson interval (Garwood 1936)";

    private Facts() {}

    static List<Fact> all() {
        List<Fact> all = new ArrayList<>();
        all.addAll(survey());
        all.addAll(folklore());
        all.addAll(ceph());
        all.addAll(copysets());
        all.addAll(rebuilds());
        all.add(isolatedNode());
        all.addAll(drives());
        all.addAll(energy());
        all.addAll(Formulas.all());
        return all;
    }

    /** Of 100 disks of data in groups of 16, as its formulas have it: how often something starts, times how long it lasts. */
    private static List<Fact> survey() {
        double disks = 100 * 16 / 15.0;
        double doubleDisk = 200_000.0 * 20_000 / (disks * 15) / Exact.YEAR;
        double crash = 720 * 200_000 / disks / Exact.YEAR;
        double bitError = 200_000 / (disks * (1 - Math.pow(0.9996, 15))) / Exact.YEAR;
        double crashOfLongMonths = 730 * 200_000 / disks / Exact.YEAR;
        double software = 1 / (1 / doubleDisk + 1 / crashOfLongMonths + 1 / bitError);
        double hardware = 1 / (1 / doubleDisk + 1 / bitError);
        double known = 200_000.0 * 200_000 / (100 * 15) / Exact.YEAR;
        return List.of(
                Fact.calculator("O18", "years to a double disk failure", "285", doubleDisk, SURVEY),
                Fact.calculator("O18", "years to a crash and a disk failure", "154", crash, SURVEY),
                Fact.calculator("O18", "years to a disk failure and a bit error", "36", bitError, SURVEY),
                Fact.calculator("O18", "years to a loss, software RAID", "26", software, SURVEY),
                Fact.calculator("O18", "years to a loss, hardware RAID", "32", hardware, SURVEY),
                Fact.calculator("O18", "years to a double disk failure of 100 disks", "3E+3", known, SURVEY));
    }

    private static List<Fact> folklore() {
        double perWindow = 0.00405 * 6.5 / 365;
        double four = CombinatoricsUtils.binomialCoefficientDouble(20, 4)
                * Math.pow(perWindow, 4)
                * Math.pow(1 - perWindow, 16);
        double windows = 1 - Math.pow(1 - four, 365 / 6.5);
        Study coded = Study.of("o22-erasure-code");
        Results.DisksAlone disks = coded.run(1, false, Set.of()).data().get(0).disksAlone();
        double dies = -Math.log1p(-0.03);
        MarkovModel mirror = MarkovModel.of(new int[] {0}, state -> state[0] == 2, (state, moves) -> {
            if (state[0] < 2) {
                moves.failure((2 - state[0]) * dies)[0]++;
            }
        });
        return List.of(
                new Fact(
                        "O22",
                        Fact.Kind.FOLKLORE,
                        "chance to lose 17 + 3 shards within a year",
                        "7.354e-12",
                        windows,
                        "Backblaze's calculator: as if four could die together only between two of its own ticks of 6.5"
                                + " days; that is too little by the number of shards that it takes, and not what a lab does",
                        disks == null ? Double.NaN : disks.perYear()),
                new Fact(
                        "mirror",
                        Fact.Kind.FOLKLORE,
                        "chance that both disks of a mirror die, each with 3 %",
                        "0.0018",
                        2 * 0.03 * 0.03,
                        "a guide of TrueNAS: it counts which of the two dies first, and then both orders; it is p squared,"
                                + " as the lab `half-a-mirror` shows",
                        RareEvents.chanceWithin(mirror, 1, 1, 0.002).value()));
    }

    /** Any copy's disk dies within the year, and then one of those with the others, in the time of a recovery. */
    private static List<Fact> ceph() {
        double fit = 826e-9;
        double window = (2e12 * 0.75 / (50e6 * 200) + 600) / 3600;
        return List.of(
                Fact.calculator("O23", "hours of a recovery", "0.208333", window, CEPH),
                Fact.calculator(
                        "O23", "percent of disks lost a year", "0.721457", -100 * Math.expm1(-fit * 8766), CEPH),
                Fact.calculator(
                        "O23", "chance to lose an object with 2 copies a year", "4.948e-7", lost(2, fit, window), CEPH),
                Fact.calculator(
                        "O23",
                        "chance to lose an object with 3 copies a year",
                        "5.090e-11",
                        lost(3, fit, window),
                        CEPH));
    }

    private static double lost(int copies, double fit, double window) {
        double chance = -Math.expm1(-fit * 8766 * copies);
        for (int left = copies - 1; left > 0; left--) {
            chance *= -Math.expm1(-fit * window * 200 * left);
        }
        return chance;
    }

    private static List<Fact> copysets() {
        double all = CombinatoricsUtils.binomialCoefficientDouble(50, 3)
                / CombinatoricsUtils.binomialCoefficientDouble(5000, 3);
        double anywhere = -Math.expm1(5000 * 10_000 / 3.0 * Math.log1p(-all));
        double inSets = -Math.expm1(1666 * Math.log1p(-all));
        return List.of(
                Fact.calculator("O24", "chance of a loss, chunks anywhere", "0.99999985", anywhere, COPYSETS),
                Fact.calculator("O24", "chance of a loss, one permutation", "0.001567", inSets, COPYSETS));
    }

    private static List<Fact> rebuilds() {
        return List.of(
                Fact.prior("O25", "hours to read 20 TB at 100 MB/s", "56", 20e12 / 100e6 / 3600, "arithmetic"),
                Fact.prior(
                        "O25",
                        "MB/s, resilver of a fragmented raidz2",
                        "12",
                        607 * 1.073741824e3 / (14 * 3600 + 50 * 60),
                        "somebody's 607 GiB in 14 h 50 min"),
                Fact.prior(
                        "O25",
                        "MB/s, resilver of a mirror",
                        "202",
                        207 * 1.073741824e3 / (18 * 60 + 22),
                        "somebody's 207 GiB in 18 min 22 s"));
    }

    /** The network of the third node is off: its watchdog resets it, its lock lapses, its guest starts elsewhere. */
    private static Fact isolatedNode() {
        Map<Integer, ServiceConfig> services = new TreeMap<>();
        for (int node = 0; node < 3; node++) {
            services.put(node, ServiceConfig.of(node, node == 1 ? Requested.STOPPED : Requested.STARTED, true));
        }
        MachineRoom room = new MachineRoom(HaSetup.of(3, services), Physics.lockStep(3, Map.of()));
        List<Injection> on = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            on.add(new Injection.Power(node, true));
        }
        LockStep.run(room, List.of(on, List.of(new Injection.Network(2, false))));
        return Fact.exact(
                "O30",
                "seconds from the loss of a node's network to the start of its guest elsewhere",
                "123",
                room.upSince(2) - 120.0,
                "regression case test-basic1 of Proxmox VE's HA manager; our state machine, in lock-step");
    }

    private static List<Fact> drives() {
        List<Fact> all = new ArrayList<>();
        afr("O31", "ST16000NM001G", 226, 11_737_654, "0.70278", "0.6141", "0.8006", all);
        afr("O31", "all of 2024", 4372, 101_906_290, "1.56593", "1.520", "1.613", all);
        belief("O31", "WUH722222ALE6L4", 50, 3_555_491, "0.5133", "0.5236", "0.6497", all);
        double five = -Math.expm1(-4 * 5 * 226 / (11_737_654 / 365.0));
        all.add(Fact.calculator("O31", "chance that one of 4 ST16000NM001G fails in 5 years", "0.13113", five, DRIVES));
        afr("O41", "MG08ACA16TA", 484, 14_089_908, "1.25381", "1.1446", "1.3706", all);
        afr("O41", "WUH721816ALE6L4", 94, 9_365_201, "0.36636", "0.2961", "0.4483", all);
        belief("O41", "MG10ACA20TE", 21, 1_416_127, "0.5413", "0.5670", "0.7794", all);
        afr("O41", "ST16000NM002J", 1, 168_170, "0.2170", "0.0055", "1.209", all);
        return all;
    }

    private static void afr(
            String name, String drive, long failed, double days, String rate, String low, String high, List<Fact> all) {
        double[] interval = EventRate.interval(failed, days / 365, 0.95);
        String of = "failures a year of 100 " + drive;
        all.add(Fact.exact(name, of, rate, 100 * failed / (days / 365), DRIVES));
        all.add(Fact.exact(name, of + ", lower end at 95 %", low, 100 * interval[0], DRIVES));
        all.add(Fact.exact(name, of + ", upper end at 95 %", high, 100 * interval[1], DRIVES));
    }

    private static void belief(
            String name,
            String drive,
            long failed,
            double days,
            String mode,
            String mean,
            String high,
            List<Fact> all) {
        EventRate rate = EventRate.UNKNOWN.seen(failed, days / 365);
        String of = "failures a year of 100 " + drive + ", ";
        String source = "Backblaze's counts; flat prior";
        all.add(Fact.exact(name, of + "most likely", mode, 100 * rate.mode(), source));
        all.add(Fact.exact(name, of + "mean", mean, 100 * rate.mean(), source));
        all.add(Fact.exact(name, of + "95 % limit", high, 100 * rate.quantile(0.95), source));
    }

    private static List<Fact> energy() {
        String load = "watts: 100 W, max-watts: 100 W";
        Study plain = Study.of("o29-mains-ups")
                .with(load, "watts: 250 W, max-watts: 250 W")
                .with("dips: never}", "dips: never}, electricity: 0.30 AUD/kWh")
                .over(Exact.YEAR);
        Study behind = Study.of("o29-mains-ups")
                .with(load, "watts: 180 W, max-watts: 180 W")
                .with("efficiency: 100%", "efficiency: 90%")
                .with("dips: never}", "dips: never}, electricity: 0.32 AUD/kWh")
                .over(Exact.YEAR);
        Results.Power alone = plain.run(1, false, Set.of()).power();
        Results.Power ups = behind.run(1, false, Set.of()).power();
        String bill = "arithmetic; `simulate` with `o29-mains-ups` and this load";
        List<Fact> all = new ArrayList<>(List.of(
                Fact.exact("O32", "kWh a year of 250 W", "2190", alone.kWhPerYear(), bill),
                Fact.exact(
                        "O32",
                        "its cost at 0.30 a kWh",
                        "657",
                        alone.costPerYear().amount(),
                        bill),
                Fact.exact("O32", "kWh a year of 180 W behind a UPS of 90 %", "1752", ups.kWhPerYear(), bill),
                Fact.exact(
                        "O32",
                        "its cost at 0.32 a kWh",
                        "560.64",
                        ups.costPerYear().amount(),
                        bill)));
        double[] tiers = {99.671, 99.741, 99.982, 99.995};
        String[] hours = {"28.82", "22.69", "1.577", "0.438"};
        for (int i = 0; i < tiers.length; i++) {
            double down = (100 - tiers[i]) / 100 * Exact.YEAR;
            all.add(Fact.calculator(
                    "O32", "hours down a year at %s %%".formatted(tiers[i]), hours[i], down, "arithmetic"));
        }
        all.add(new Fact(
                "O32",
                Fact.Kind.FOLKLORE,
                "hours down a year at 99.995 %, as some pages print",
                "0.04",
                0.04,
                "a slip by a factor of ten: it is 0.438",
                (100 - 99.995) / 100 * Exact.YEAR));
        return all;
    }
}
